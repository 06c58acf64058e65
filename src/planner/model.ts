import { candidatesOf, type Candidate } from './candidates.ts';
import { indexProblem, type Directory } from './directory.ts';
import { problemTooLarge } from './planner.failures.ts';
import type { Problem } from './problem.ts';
import { limitsOf, type Limit } from './limits.ts';

/** More options than this are refused, so that memory stays bounded; 100,000 pairs in 24 slots are 2.4 million. */
const MOST_OPTIONS = 6_000_000;

/**
 * The problem as one packing programme, which bound, search and proof share:
 *
 *     maximise Σ value·x   subject to   Σ units·x ≤ capacity for every limit,   x ∈ {0, 1}
 *
 * with one x for each option: a candidate (a pair, or the pairs of people who are together) in a slot.
 * Nobody in two places, rest, maxima, tables, apart and precedence are all limits of that form: meeting m
 * comes before n exactly when for every slot t, [m at t or later] + [n at t or earlier] ≤ 1.
 */
export interface Model {
  problem: Problem;
  directory: Directory;
  candidates: readonly Candidate[];
  /** Options of candidate c: from `optionStart[c]` to `optionStart[c + 1]`, by slot. */
  optionStart: Int32Array;
  candidateOf: Int32Array;
  slotOf: Int32Array;
  /** Limits that option o takes part in: `limitIds` from `limitStart[o]` to `limitStart[o + 1]`. */
  limitStart: Int32Array;
  limitIds: Int32Array;
  units: Uint8Array;
  limits: readonly Limit[];
  capacity: Int32Array;
  /** Candidates in which each person takes part. */
  candidatesOfPerson: readonly (readonly number[])[];
  /** Candidate that alone holds each pair, or -1: the pair is in several, or cannot be placed at all. */
  candidatesOfPair: readonly (readonly number[])[];
}

/**
 * Builds the packing programme of a problem, without the limits that can never bind.
 * @throws PLANNER_TOO_LARGE, PLANNER_TOGETHER_TOO_MANY
 */
export function modelOf(problem: Problem, directory = indexProblem(problem)): Model {
  const candidates = candidatesOf(problem, directory);
  const all = candidates.reduce((sum, { slots }) => sum + slots.length, 0);
  if (all > MOST_OPTIONS) throw problemTooLarge({ options: all, most: MOST_OPTIONS });
  const rules = limitsOf(problem, directory, candidates);

  const possible = new Int32Array(all);
  let options = 0;
  let entries = 0;
  const touching = new Int32Array(rules.limits.length);
  const lastCandidate = new Int32Array(rules.limits.length).fill(-1);
  const optionStart = new Int32Array(candidates.length + 1);
  let offset = 0;
  candidates.forEach((candidate, c) => {
    optionStart[c] = options;
    candidate.slots.forEach((slot, k) => {
      const uses = rules.usesOf(candidate, c, slot);
      if (uses.some(({ limit, units }) => units > rules.limits[limit]!.capacity)) return;
      possible[options] = offset + k;
      options += 1;
      for (const { limit, units } of uses) {
        entries += 1;
        if (lastCandidate[limit] === c) continue;
        lastCandidate[limit] = c;
        touching[limit]! += units;
      }
    });
    offset += candidate.slots.length;
  });
  optionStart[candidates.length] = options;

  const kept: Limit[] = [];
  const renamed = rules.limits.map((limit, index) => {
    if (touching[index]! <= limit.capacity) return -1;
    kept.push(limit);
    return kept.length - 1;
  });
  const candidateOf = new Int32Array(options);
  const slotOf = new Int32Array(options);
  const limitStart = new Int32Array(options + 1);
  const limitIds = new Int32Array(entries);
  const units = new Uint8Array(entries);
  let entry = 0;
  let option = 0;
  offset = 0;
  candidates.forEach((candidate, c) => {
    candidate.slots.forEach((slot, k) => {
      if (option >= optionStart[c + 1]! || possible[option] !== offset + k) return;
      candidateOf[option] = c;
      slotOf[option] = slot;
      limitStart[option] = entry;
      for (const use of rules.usesOf(candidate, c, slot)) {
        const limit = renamed[use.limit]!;
        if (limit < 0) continue;
        limitIds[entry] = limit;
        units[entry] = use.units;
        entry += 1;
      }
      option += 1;
    });
    offset += candidate.slots.length;
  });
  limitStart[options] = entry;
  return {
    problem,
    directory,
    candidates,
    optionStart,
    candidateOf,
    slotOf,
    limitStart,
    limitIds: limitIds.slice(0, entry),
    units: units.slice(0, entry),
    limits: kept,
    capacity: Int32Array.from(kept, ({ capacity }) => capacity),
    candidatesOfPerson: inverse(directory.people.length, candidates, ({ people }) => people),
    candidatesOfPair: inverse(problem.pairs.length, candidates, ({ pairs }) => pairs),
  };
}

function inverse(
  size: number,
  candidates: readonly Candidate[],
  membersOf: (candidate: Candidate) => readonly number[],
): number[][] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  candidates.forEach((candidate, c) => {
    for (const member of membersOf(candidate)) lists[member]!.push(c);
  });
  return lists;
}
