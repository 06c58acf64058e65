/** A row of a report: whatever is counted, with the talent it is about. */
export interface AboutTalent {
  talentId: string;
}

/** So many rows, about so many people. */
export interface Tally {
  n: number;
  people: ReadonlySet<string>;
}

/** Counts rows and the people they are about. */
export const tallyOf = (counted: readonly AboutTalent[]): Tally => ({
  n: counted.length,
  people: new Set(counted.map(({ talentId }) => talentId)),
});

/** Counts rows apart, by a word for each; a word that no row has is counted 0. */
export function tallies<Row extends AboutTalent, Word extends string>(
  counted: readonly Row[],
  words: readonly Word[],
  wordOf: (row: Row) => NoInfer<Word>,
): Record<Word, Tally> {
  const by = Map.groupBy(counted, wordOf);
  return Object.fromEntries(words.map((word) => [word, tallyOf(by.get(word) ?? [])])) as Record<Word, Tally>;
}
