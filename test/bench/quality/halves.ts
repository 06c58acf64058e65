import type { Cast, Judgements } from '../../../seeds/index.ts';
import type { TextLanguage } from '../../../src/kernel/index.ts';

/** A judged role with the language of its description. */
export interface JudgedRole extends Judgements {
  id: string;
  employerId: string;
  language: TextLanguage;
}

/** The judged roles of one half of the cast, as `judgements.yaml` says. */
export const judgedRoles = (cast: Cast, half: Judgements['half']): JudgedRole[] =>
  cast.judgements
    .filter((judgement) => judgement.half === half)
    .map((judgement) => {
      const { id, data } = cast.roles.find(({ slug }) => slug === judgement.role)!;
      return { ...judgement, id, employerId: data.employerId, language: data.description.language };
    });
