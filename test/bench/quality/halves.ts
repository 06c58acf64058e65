import { join } from 'node:path';
import { readJudgedRoles, type Cast, type Judgements } from '../../../seeds/index.ts';
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

/** The cast with the roles of `unread`, which were written when rules and weights had been, and which are all held out. */
export function withUnread(cast: Cast, packageFolder: string): Cast {
  const { roles, judgements } = readJudgedRoles(join(packageFolder, 'test', 'bench', 'quality', 'unread'));
  return { ...cast, roles: [...cast.roles, ...roles], judgements: [...cast.judgements, ...judgements] };
}
