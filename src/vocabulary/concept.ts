/** GROUP: a group of ISCO-08, of any of its four levels. */
export const CONCEPT_KINDS = ['GROUP', 'OCCUPATION', 'SKILL'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** One name of a concept. */
export interface Label {
  /** ISO 639-1. */
  language: string;
  text: string;
  /** Whether it is the one to show in its language. */
  preferred: boolean;
}

/** An occupation, a skill, or a group of occupations, apart from any language. */
export interface Concept {
  /** The ESCO URI where known; else `tandem:occupation/<slug>` or `tandem:skill/<slug>`. Groups: `isco:<code>`. */
  id: string;
  kind: ConceptKind;
  /** ISCO-08: a unit group of four digits for occupations, the group's own code for groups, none for skills. */
  isco: string | null;
  /** Where it takes a licence: ISO 3166-1 alpha-2 or ISO 3166-2 codes, in order. */
  regulatedIn: string[];
  /** Identifiers of the next wider concepts. */
  broader: string[];
  labels: Label[];
}

/** What sort of skill a skill is. */
export const SKILL_KINDS = ['SKILL', 'KNOWLEDGE', 'TOOL', 'LANGUAGE'] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

/** The longest label that is taken, in UTF-16 units. Of ESCO 1.0 in English, French and Swedish none is over 219. */
export const LONGEST_LABEL = 300;

/** The identifier of an ISCO-08 group. */
export const groupId = (code: string): string => `isco:${code}`;

/** The group around a group or an occupation's unit group; none around the ten major groups. */
export const groupAround = (code: string): string | undefined =>
  code.length > 1 ? groupId(code.slice(0, -1)) : undefined;

const ESCO_ID =
  /^http:\/\/data\.europa\.eu\/esco\/(occupation|skill)\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Which kind of concept an ESCO URI names; undefined for what is none. */
export function kindOfEscoId(uri: string): ConceptKind | undefined {
  const pillar = ESCO_ID.exec(uri)?.[1];
  return pillar === undefined ? undefined : pillar === 'occupation' ? 'OCCUPATION' : 'SKILL';
}
