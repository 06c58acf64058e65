import type { EntityManager } from '../database/index.ts';
import { cvsOf, placesInCvsOf, type Cv, type PlaceOf } from '../talents/index.ts';
import type { Evidence } from './evidence/evidence.ts';
import { conceptPlaces } from './evidence/named.ts';
import { evidenceOf, type SeenCv } from './evidence/show-evidence.ts';
import type { Match } from './match.ts';
import { withSkills, type NamedSkill } from './named-skills.ts';

/** A match with its words. */
export interface ShownMatch extends Match {
  /** Every requirement of the role, in its order. */
  evidence: Evidence[];
  /** Every must-have skill of the role, in its order. */
  skills: NamedSkill[];
}

/** Of whom among these talents the reader may know who they are: the CVs of the others are quoted blind. */
export type KnownOf = (em: EntityManager, talentIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** What of a match the reader asks for; what is left out is not looked up, and changes no score. */
export interface Shows {
  /** The judgement of must-have skills, and where the CV names them. */
  skills: boolean;
  evidence: boolean;
  /** The words of the passages, besides their offsets. */
  quotes: boolean;
}

export const SHOWS_ALL: Shows = { skills: true, evidence: true, quotes: true };

/**
 * Adds to matches that are about to be shown what the ranking itself does not need: skills named, and evidence.
 * @param known the talents of whom the reader may know who they are.
 */
export async function shown(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  known: ReadonlySet<string>,
  shows: Shows,
): Promise<ShownMatch[]> {
  const talentIds = [...new Set(matches.map(({ talent }) => talent.id))];
  const [named, cvs] = await Promise.all([
    conceptPlaces(em, shows.evidence || shows.skills ? matches : []),
    shows.evidence ? cvsOf(em, talentIds) : new Map<string, Cv>(),
  ]);
  const [judged, evidence] = await Promise.all([
    shows.skills
      ? withSkills(em, matches, named, cvs)
      : matches.map((match) => ({ ...match, skills: [] as NamedSkill[] })),
    shows.evidence
      ? evidenceOf(em, modelId, matches, seenCvs(cvs, known), named, shows.quotes)
      : matches.map(() => []),
  ]);
  const arePlaced = judged.some(({ skills }) => skills.some(({ start }) => start !== null));
  const placesOf = shows.evidence
    ? new Map([...cvs].map(([id, { placeOf }]) => [id, placeOf]))
    : await placesInCvsOf(em, arePlaced ? talentIds : []);
  return judged.map((match, place) => ({
    ...match,
    evidence: evidence[place]!,
    skills: match.skills.map((skill) => ({ ...skill, ...placeOfSkill(skill, match, placesOf) })),
  }));
}

/** Where a skill stands in the CV as it was written. */
function placeOfSkill(
  { start, end }: NamedSkill,
  { warnings, talent }: Match,
  placesOf: ReadonlyMap<string, PlaceOf>,
): Pick<NamedSkill, 'start' | 'end'> {
  // Offsets into a text that is being read anew would point into another one.
  if (start === null || end === null || warnings.includes('BEING_READ')) return { start: null, end: null };
  return placesOf.get(talent.id)!({ start, end });
}

/** The CVs as the reader may see them. */
const seenCvs = (cvs: ReadonlyMap<string, Cv>, known: ReadonlySet<string>): Map<string, SeenCv> =>
  new Map(
    [...cvs].map(([id, { text, blind, read, placeOf }]) => [
      id,
      { text: known.has(id) ? text : blind, read, placeOf },
    ]),
  );
