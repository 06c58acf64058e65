import { mean, median, rate } from './statistics.ts';
import { tallyOf, type AboutTalent, type Tally } from './tally.ts';

/** A figure about fewer people than this is shown only to those whose data it is. */
export const FEWEST_PEOPLE = 5;

/** Why a figure is not shown. */
export const WITHHELD = ['FEW_PEOPLE', 'NOT_ITS_OWN'] as const;
export type Withheld = (typeof WITHHELD)[number];

export interface CountFigure {
  value: number | null;
  withheld: Withheld | null;
}

export interface ShareFigure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  withheld: Withheld | null;
}

export interface MeanFigure {
  value: number | null;
  n: number | null;
  withheld: Withheld | null;
}

/** Parts of a whole, each counted once. */
export interface Parts<Word extends string> {
  total: CountFigure;
  parts: Record<Word, CountFigure>;
}

const shown = (value: number): CountFigure => ({ value, withheld: null });
const few: CountFigure = { value: null, withheld: 'FEW_PEOPLE' };

/** Whether there is something, and it is about fewer people than the least that is shown. */
const isFew = ({ n, people }: Tally, least: number): boolean => n > 0 && people.size < least;

function sum(tallied: readonly Tally[]): Tally {
  const people = new Set(tallied.flatMap((each) => [...each.people]));
  return { n: tallied.reduce((all, { n }) => all + n, 0), people };
}

/**
 * Shows a whole and its parts. A part about fewer people than `least` is withheld, and with it as many of the next
 * smallest as it takes until those withheld are several and about so many people together: else the part would be the
 * whole less the others (complementary suppression, as statistical offices do). A whole about fewer is withheld with
 * all that is in it. Nothing of something is shown as 0.
 * @param least 0 withholds nothing, Infinity everything.
 */
export function shownParts<Word extends string>(
  tallied: Readonly<Record<Word, Tally>>,
  least: number,
): Parts<Word> {
  const words = Object.keys(tallied) as Word[];
  const total = sum(words.map((word) => tallied[word]));
  const hidden = withheldOf(tallied, total, least);
  return {
    total: isFew(total, least) ? few : shown(total.n),
    parts: Object.fromEntries(
      words.map((word) => [word, hidden.has(word) ? few : shown(tallied[word].n)]),
    ) as Record<Word, CountFigure>,
  };
}

function withheldOf<Word extends string>(
  tallied: Readonly<Record<Word, Tally>>,
  total: Tally,
  least: number,
): ReadonlySet<Word> {
  const some = (Object.keys(tallied) as Word[])
    .filter((word) => tallied[word].n > 0)
    .toSorted((one, other) => tallied[one].n - tallied[other].n);
  if (isFew(total, least)) return new Set(some);
  const hidden = new Set(some.filter((word) => isFew(tallied[word], least)));
  if (hidden.size === 0) return hidden;
  for (const word of some) {
    if (hidden.size > 1 && !isFew(sum([...hidden].map((each) => tallied[each])), least)) break;
    hidden.add(word);
  }
  return hidden;
}

/** Shows how many there are. */
export const shownCount = (tally: Tally, least: number): CountFigure =>
  isFew(tally, least) ? few : shown(tally.n);

/** A share of counts that are shown; withheld where one of them is. */
export function shareOf(numerator: CountFigure, rest: readonly CountFigure[]): ShareFigure {
  const of = [numerator, ...rest];
  const withheld = of.find((figure) => figure.withheld)?.withheld ?? null;
  if (withheld) return { value: null, numerator: numerator.value, denominator: null, withheld };
  const denominator = of.reduce((all, { value }) => all + value!, 0);
  return {
    value: rate(numerator.value!, denominator),
    numerator: numerator.value,
    denominator,
    withheld,
  };
}

/** A share of what is not about talents: it is never withheld. */
export const countedShare = (numerator: number, denominator: number): ShareFigure => ({
  value: rate(numerator, denominator),
  numerator,
  denominator,
  withheld: null,
});

/** The share of rows of which something holds; those of which it does not hold are guarded as well. */
export function shownShare<Row extends AboutTalent>(
  of: readonly Row[],
  holds: (row: Row) => boolean,
  least: number,
): ShareFigure {
  const tallied = {
    yes: tallyOf(of.filter((row) => holds(row))),
    no: tallyOf(of.filter((row) => !holds(row))),
  };
  const { total, parts } = shownParts(tallied, least);
  const share = shareOf(parts.yes, [parts.no]);
  return share.withheld ? { ...share, denominator: total.value } : share;
}

type Statistic = (values: readonly number[]) => number | null;

const shownStatistic =
  (statistic: Statistic) =>
  (of: readonly (AboutTalent & { value: number })[], least: number): MeanFigure =>
    isFew(tallyOf(of), least)
      ? { value: null, n: null, withheld: 'FEW_PEOPLE' }
      : { value: statistic(of.map(({ value }) => value)), n: of.length, withheld: null };

/** Shows a mean with the number of values that it is of. */
export const shownMean = shownStatistic(mean);

/** Shows a median with the number of values that it is of. */
export const shownMedian = shownStatistic(median);

/** A count, a share or a mean that says something of others than the employer whose part is shown. */
export const NOT_ITS_OWN = {
  count: { value: null, withheld: 'NOT_ITS_OWN' },
  share: { value: null, numerator: null, denominator: null, withheld: 'NOT_ITS_OWN' },
} as const satisfies { count: CountFigure; share: ShareFigure };
