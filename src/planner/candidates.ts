import type { Directory } from './directory.ts';
import { togetherTooMany } from './planner.failures.ts';
import type { Problem } from './problem.ts';
import { togetherClasses } from './together.ts';

/** What is placed as one: a pair, or one pair for each of the people who are together. */
export interface Candidate {
  pairs: readonly number[];
  people: readonly number[];
  /** Slots in which everybody can. */
  slots: readonly number[];
  value: number;
  /** How many of its pairs are required or fixed. */
  required: number;
  fixed: boolean;
}

/** Combinations of meetings of one class of people who are together. */
const MOST_COMBINATIONS = 200_000;

/** Slots in which both people of a pair can meet, and the pair allows it. */
export function slotsOfPair(problem: Problem, directory: Directory, pair: number): number[] {
  const { fixed, slots: only } = problem.pairs[pair]!;
  const { first, second, available, slotIndex } = directory;
  const count = directory.slots.length;
  const wanted = fixed == null ? only : only == null || only.includes(fixed) ? [fixed] : [];
  const slots =
    wanted == null
      ? Array.from({ length: count }, (_, slot) => slot)
      : [...new Set(wanted)].map((id) => slotIndex.get(id)!).sort((a, b) => a - b);
  const [a, b] = [first[pair]! * count, second[pair]! * count];
  return slots.filter((slot) => available[a + slot] === 1 && available[b + slot] === 1);
}

/**
 * Everything that can be placed. Without wishes to be together a candidate is a pair; people who are together
 * meet in the same slots or not at all, so their candidates are the combinations of one pair for each of them.
 * @throws PLANNER_TOGETHER_TOO_MANY
 */
export function candidatesOf(problem: Problem, directory: Directory): Candidate[] {
  const { personIndex, first, second } = directory;
  const classOf = new Map<number, readonly number[]>();
  for (const members of togetherClasses(problem.together)) {
    const indices = members.map((id) => personIndex.get(id)!);
    for (const member of indices) classOf.set(member, indices);
  }
  const apart = new Set(
    problem.apart.flatMap(([p, q]) => {
      const [a, b] = [personIndex.get(p)!, personIndex.get(q)!];
      return [`${a} ${b}`, `${b} ${a}`];
    }),
  );
  const pairsOf = new Map<number, number[]>([...classOf.keys()].map((person) => [person, []]));
  const single: number[] = [];
  problem.pairs.forEach((_, pair) => {
    const [a, b] = [first[pair]!, second[pair]!];
    if (apart.has(`${a} ${b}`)) return;
    if (!classOf.has(a) && !classOf.has(b)) single.push(pair);
    pairsOf.get(a)?.push(pair);
    pairsOf.get(b)?.push(pair);
  });
  const candidateOf = (pairs: readonly number[]): Candidate => ({
    pairs,
    people: pairs.flatMap((pair) => [first[pair]!, second[pair]!]),
    slots: pairs
      .map((pair) => slotsOfPair(problem, directory, pair))
      .reduce((common, slots) => common.filter((slot) => slots.includes(slot))),
    value: pairs.reduce((sum, pair) => sum + problem.pairs[pair]!.value, 0),
    required: pairs.filter((pair) => problem.pairs[pair]!.required || problem.pairs[pair]!.fixed != null)
      .length,
    fixed: pairs.some((pair) => problem.pairs[pair]!.fixed != null),
  });
  return [
    ...single.map((pair) => candidateOf([pair])),
    ...combinations(directory, classOf, pairsOf).map(candidateOf),
  ].filter(({ slots }) => slots.length > 0);
}

/** All sets of pairs that meet at once and in which nobody who is together with somebody is alone. */
function combinations(
  { first, second, people }: Directory,
  classOf: ReadonlyMap<number, readonly number[]>,
  pairsOf: ReadonlyMap<number, readonly number[]>,
): number[][] {
  const found = new Map<string, number[]>();
  for (const members of new Set(classOf.values())) {
    const extend = (
      chosen: readonly number[],
      busy: ReadonlySet<number>,
      waiting: readonly number[],
    ): void => {
      const alone = waiting.find((person) => !busy.has(person));
      if (alone === undefined) {
        const pairs = chosen.toSorted((a, b) => a - b);
        found.set(pairs.join(' '), pairs);
        if (found.size > MOST_COMBINATIONS)
          throw togetherTooMany({
            person: people[members[0]!]!,
            choices: found.size,
            most: MOST_COMBINATIONS,
          });
        return;
      }
      for (const pair of pairsOf.get(alone) ?? []) {
        const [a, b] = [first[pair]!, second[pair]!];
        if (busy.has(a) || busy.has(b)) continue;
        const others = [...(classOf.get(a) ?? []), ...(classOf.get(b) ?? [])];
        extend([...chosen, pair], new Set([...busy, a, b]), [...waiting, ...others]);
      }
    };
    extend([], new Set(), members);
  }
  return [...found.values()];
}
