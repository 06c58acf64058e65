import { z } from 'zod';

const MOST_CRITERIA = 20;

/** What must hold of a rubric, from whichever side it comes. */
export const rubricData = z
  .array(
    z.object({
      /** Names the criterion within its rubric: `FRENCH`. */
      code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'is no code such as FRENCH'),
      label: z.string().trim().min(1, 'is empty').max(200),
      weight: z.number().min(0).max(100),
      /** Marks go from 0 to this. */
      scale: z.int().min(1).max(100),
    }),
  )
  .min(1, 'has no criterion')
  .max(MOST_CRITERIA)
  .refine(
    (criteria) => new Set(criteria.map(({ code }) => code)).size === criteria.length,
    'names a code twice',
  )
  .refine((criteria) => criteria.some(({ weight }) => weight > 0), 'gives no criterion any weight');

/** What talents are screened by: how much it counts, and how far its marks go. */
export type Criterion = z.output<typeof rubricData>[number];

/** A mark on one criterion, by its code. */
export interface Mark {
  criterion: string;
  mark: number;
}

/**
 * The weighted mean of the marks as shares of their scales: in [0, 1], rounded to four digits.
 * @param marks exactly one for each criterion; see `misfitOf`.
 */
export function totalOf(criteria: readonly Criterion[], marks: readonly Mark[]): number {
  const markOf = new Map(marks.map(({ criterion, mark }) => [criterion, mark]));
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sum = criteria.reduce((so, { code, weight, scale }) => so + (weight * markOf.get(code)!) / scale, 0);
  return Math.round((sum / weights) * 1e4) / 1e4;
}

/** Why marks do not fit a rubric, in words; null where they do: one mark for each criterion, within its scale. */
export function misfitOf(criteria: readonly Criterion[], marks: readonly Mark[]): string | null {
  const criterionOf = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const given = new Set<string>();
  for (const { criterion, mark } of marks) {
    const known = criterionOf.get(criterion);
    if (!known) return `${criterion} is no criterion of the rubric`;
    if (given.has(criterion)) return `${criterion} is marked twice`;
    if (mark > known.scale) return `${criterion} goes from 0 to ${known.scale}`;
    given.add(criterion);
  }
  const missing = criteria.filter(({ code }) => !given.has(code)).map(({ code }) => code);
  return missing.length === 0 ? null : `there is no mark for ${missing.join(', ')}`;
}
