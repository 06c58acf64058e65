import type { Model } from '../model.ts';
import { solveProgramme, type ProgrammeLimits } from './programme-solver.ts';

/** A part of the packing programme, to be solved to the end or as far as the limits go. */
export interface Part {
  /** Options that may be taken; all others are out. */
  options: Int32Array;
  /** What each of them is worth. */
  worth: Float64Array;
  /** Capacity left of each limit. */
  capacity: Int32Array;
  /** Candidates that must take one of their options. */
  promised: Uint8Array;
  /** Fewest of these options that each person must take part in. */
  least: Int32Array;
  /** Options of a plan to start from. */
  start?: Int32Array;
}

export interface Solved {
  /** Options taken by the best plan found; none when nothing was found. */
  options: number[] | undefined;
  worth: number;
  /** No plan of this part is worth more. */
  bound: number;
  proven: boolean;
}

/** What HiGHS may take. */
export interface SolveLimits extends ProgrammeLimits {
  stop: () => boolean;
}

/**
 * Solves a part of a model by HiGHS, as a whole-number programme.
 * Writes only the limits that the part can hit, and one row for each candidate with several options.
 */
export async function solvePart(model: Model, part: Part, { stop, ...limits }: SolveLimits): Promise<Solved> {
  const { rows, starts, indices, values } = rowsOf(model, part);
  const solution = await solveProgramme(
    {
      worth: part.worth,
      start: part.start && startValues(part.options, part.start),
      least: Float64Array.from(rows, ({ least }) => least),
      most: Float64Array.from(rows, ({ most }) => most),
      starts,
      indices,
      values,
    },
    limits,
    stop,
  );
  if (!solution) return { options: undefined, worth: -Infinity, bound: Infinity, proven: false };
  const { taken, worth, bound, proven } = solution;
  return {
    options: taken && [...part.options].filter((_, column) => taken[column] === 1),
    worth,
    bound,
    proven,
  };
}

function startValues(options: Int32Array, start: Int32Array): Float64Array {
  const chosen = new Set(start);
  return Float64Array.from(options, (option) => (chosen.has(option) ? 1 : 0));
}

function rowsOf(model: Model, { options, capacity, promised, least: floor }: Part) {
  const rows: { least: number; most: number }[] = [];
  const rowOfLimit = new Map<number, number>();
  const rowOfCandidate = new Map<number, number>();
  const rowOfPerson = new Map<number, number>();
  const use = new Map<number, number>();
  for (const option of options)
    for (let entry = model.limitStart[option]!; entry < model.limitStart[option + 1]!; entry += 1) {
      const limit = model.limitIds[entry]!;
      use.set(limit, (use.get(limit) ?? 0) + model.units[entry]!);
    }
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const enter = <Key>(
    known: Map<Key, number>,
    key: Key,
    least: number,
    most: number,
    units: number,
  ): void => {
    let row = known.get(key);
    if (row === undefined) known.set(key, (row = rows.push({ least, most }) - 1));
    indices.push(row);
    values.push(units);
  };
  for (const option of options) {
    for (let entry = model.limitStart[option]!; entry < model.limitStart[option + 1]!; entry += 1) {
      const limit = model.limitIds[entry]!;
      if (use.get(limit)! > capacity[limit]!)
        enter(rowOfLimit, limit, -Infinity, capacity[limit]!, model.units[entry]!);
    }
    const candidate = model.candidateOf[option]!;
    enter(rowOfCandidate, candidate, promised[candidate] === 1 ? 1 : -Infinity, 1, 1);
    for (const person of model.candidates[candidate]!.people)
      if (floor[person]! > 0) enter(rowOfPerson, person, floor[person]!, Infinity, 1);
    starts.push(indices.length);
  }
  return { rows, starts, indices, values };
}
