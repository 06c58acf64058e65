import { createHash } from 'node:crypto';
import type { ConceptLink } from '../../vocabulary/index.ts';

/** Where in a role a concept is named; of a CV there is only the text. */
export const LINK_SOURCES = ['TEXT', 'TITLE', 'MUST_HAVE', 'NICE_TO_HAVE'] as const;
export type LinkSource = (typeof LINK_SOURCES)[number];

/** A link with the text in which it stands. */
export interface SourcedLink extends ConceptLink {
  source: LinkSource;
  /** Which item of the list; null for the text and the title. */
  item: number | null;
}

/** The code of the ISCO-08 group that an occupation belongs to, or that a group is; null for skills. */
export type IscoOf = (conceptId: string) => string | null;

/** How much a role asks for a skill by naming it in one of its texts. */
const SKILL_WEIGHT: Record<LinkSource, number> = { TITLE: 2, MUST_HAVE: 2, NICE_TO_HAVE: 1, TEXT: 1 };

/** How much a role asks for its occupation, and how much for a neighbour in the same unit group or minor group. */
const OCCUPATION_WEIGHT = { own: 2, unitGroup: 3, minorGroup: 2 };

/** So many concepts of a role are looked for, those that it asks for most, in the order of its texts. */
const MOST_SOUGHT = 64;

/** Digits of the codes of ISCO-08's unit groups and minor groups. */
const UNIT = 4;
const MINOR = 3;

/**
 * What a document can be found by: the concepts that it names, and for occupations the unit group and the minor
 * group (ISCO-08) around them, so that neighbours meet. Each as the first 64 bits of the SHA-256 of its name: numbers
 * make an index a tenth the size of one of URIs.
 */
export const keysOf = (links: readonly SourcedLink[], iscoOf: IscoOf): string[] => [
  ...new Set(links.flatMap((link) => namesOf(link, iscoOf).map(({ name }) => keyOf(name)))),
];

/**
 * What a role seeks, by key: its skills; and its occupation as named in the title, or where the title names none or is
 * only linked by meaning, in the lists and the description, too.
 */
export function soughtBy(links: readonly SourcedLink[], iscoOf: IscoOf): Map<string, number> {
  const inTitle = links.filter(
    ({ kind, source, how }) => kind !== 'SKILL' && source === 'TITLE' && how !== 'MEANING',
  );
  const occupations = inTitle.length > 0 ? inTitle : links.filter(({ kind }) => kind !== 'SKILL');
  const sought = new Map<string, number>();
  const seek = (name: string, weight: number) => {
    const key = keyOf(name);
    sought.set(key, Math.max(sought.get(key) ?? 0, weight));
  };
  for (const link of occupations)
    for (const { name, level } of namesOf(link, iscoOf)) seek(name, OCCUPATION_WEIGHT[level]);
  for (const { kind, conceptId, source } of links)
    if (kind === 'SKILL') seek(conceptId, SKILL_WEIGHT[source]);
  const mostSought = [...sought].sort(([, one], [, other]) => other - one).slice(0, MOST_SOUGHT);
  return new Map(mostSought);
}

/** The concept, and the groups around it. */
function namesOf(
  { conceptId, kind }: ConceptLink,
  iscoOf: IscoOf,
): { name: string; level: keyof typeof OCCUPATION_WEIGHT }[] {
  const own = { name: conceptId, level: 'own' as const };
  const code = kind === 'SKILL' ? null : iscoOf(conceptId);
  if (code === null || code.length < MINOR) return [own];
  const groups = [
    ...(code.length >= UNIT ? [{ name: `isco:${code.slice(0, UNIT)}`, level: 'unitGroup' as const }] : []),
    { name: `isco:${code.slice(0, MINOR)}`, level: 'minorGroup' as const },
  ];
  return kind === 'GROUP' ? groups : [own, ...groups];
}

/** A signed integer of 64 bits as text: JavaScript's numbers do not hold it. */
const keyOf = (name: string): string =>
  createHash('sha256').update(name).digest().readBigInt64BE(0).toString();
