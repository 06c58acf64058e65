/** How much a requirement matters: asked for, welcome, or simply what the work consists of. */
export const REQUIREMENT_KINDS = ['MUST', 'NICE', 'TASK'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** Where a requirement was read: the role's title, one of its two lists, or its description. */
export const REQUIREMENT_SOURCES = ['TITLE', 'MUST_HAVE', 'NICE_TO_HAVE', 'DESCRIPTION'] as const;
export type RequirementSource = (typeof REQUIREMENT_SOURCES)[number];

/** One thing that a role asks for or consists of: the unit that evidence is sought for. */
export interface Requirement {
  kind: RequirementKind;
  source: RequirementSource;
  /** Which item of the list, from 0; null for the title and the description. */
  item: number | null;
  /** Offsets in UTF-16 units into the title, the item or the description, `end` exclusive. */
  start: number;
  end: number;
  /** The text between the offsets. */
  text: string;
}

/** What a role says in short, beside its description. */
export interface Brief {
  title: string;
  mustHave: readonly string[];
  niceToHave: readonly string[];
}
