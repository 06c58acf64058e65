import type { Cast, Judgements } from '../../../seeds/index.ts';
import { digest, TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';

/** A judged role with the language of its description. */
export interface JudgedRole extends Judgements {
  id: string;
  employerId: string;
  language: TextLanguage;
}

/**
 * The judged roles of the cast in two halves, language by language, by the hash of their names: whatever is tuned is
 * tuned on the first, and what is reported is measured on the second.
 */
export function halves(cast: Cast): { development: JudgedRole[]; heldOut: JudgedRole[] } {
  const judged = cast.judgements.map((judgement): JudgedRole => {
    const { id, data } = cast.roles.find(({ slug }) => slug === judgement.role)!;
    return { ...judgement, id, employerId: data.employerId, language: data.description.language };
  });
  const halved = TEXT_LANGUAGES.map((language) => {
    const own = judged
      .filter((role) => role.language === language)
      .sort((one, other) => (digest(one.role) < digest(other.role) ? -1 : 1));
    const half = Math.ceil(own.length / 2);
    return { development: own.slice(0, half), heldOut: own.slice(half) };
  });
  return {
    development: halved.flatMap(({ development }) => development),
    heldOut: halved.flatMap(({ heldOut }) => heldOut),
  };
}
