import type { Engagement } from '../../kernel/index.ts';
import { textsOf, type Node } from './node.ts';

/** `employmentType` in schema.org's words and those of the common job boards, what binds shortest first. */
const ENGAGEMENTS: readonly (readonly [Engagement, RegExp])[] = [
  ['INTERNSHIP', /^(?:INTERN|INTERNSHIP|TRAINEE|APPRENTICESHIP)$/],
  ['FIXED_TERM', /^(?:CONTRACTOR|CONTRACT|TEMPORARY|SEASONAL|PER_DIEM|FIXED_TERM)$/],
  ['PERMANENT', /^(?:FULL_TIME|PART_TIME|PERMANENT)$/],
];

/** The kind of work; PERMANENT, with a note, when nothing is said that Tandem knows. */
export function engagementOf(posting: Node, notes: string[]): Engagement {
  const words = textsOf(posting, 'employmentType')
    .flatMap((text) => text.split(','))
    .map((word) =>
      word
        .trim()
        .replace(/^https?:\/\/schema\.org\//, '')
        .toUpperCase()
        .replace(/[\s-]+/g, '_'),
    );
  const found = ENGAGEMENTS.find(([, pattern]) => words.some((word) => pattern.test(word)));
  if (!found) notes.push('employmentType is missing or another: PERMANENT is taken');
  return found?.[0] ?? 'PERMANENT';
}
