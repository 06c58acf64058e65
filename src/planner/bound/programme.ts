import loadHighs, { type Highs } from 'highs';
import type { Model } from '../model.ts';

// The package declares its types for CommonJS, where the function is `.default`; its ES module exports it itself.
const load = loadHighs as unknown as typeof loadHighs.default;

let loading: Promise<Highs> | undefined;
/** HiGHS (MIT), compiled to WebAssembly; loaded once a process. */
export const highs = (): Promise<Highs> => (loading ??= load());

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
export interface SolveLimits {
  seconds?: number;
  nodes?: number;
  stop: () => boolean;
}

/**
 * Solves a part of a model by HiGHS, as a whole-number programme.
 * Writes only the limits that the part can hit, and one row for each candidate with several options.
 */
export function solvePart(solver: Highs, model: Model, part: Part, limits: SolveLimits): Solved {
  const { rows, starts, indices, values } = rowsOf(model, part);
  const count = part.options.length;
  return solver.withModel(
    {
      numCols: count,
      numRows: rows.length,
      sense: solver.constants.objectiveSense.maximize,
      colCost: part.worth,
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(1),
      rowLower: Float64Array.from(rows, ({ least }) => least),
      rowUpper: Float64Array.from(rows, ({ most }) => most),
      matrix: { format: 'csc', numRows: rows.length, numCols: count, starts, indices, values },
      integrality: new Int32Array(count).fill(1),
    },
    (programme) => {
      programme.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        ...(limits.seconds === undefined ? {} : { time_limit: limits.seconds }),
        ...(limits.nodes === undefined ? {} : { mip_max_nodes: limits.nodes }),
      });
      if (part.start)
        programme.setSolution({
          indices: Array.from({ length: count }, (_, column) => column),
          values: startValues(part.options, part.start),
        });
      const { callbackType, modelStatus } = solver.constants;
      programme.run({
        [callbackType.mipInterrupt]: (event) => {
          if (limits.stop()) event.interrupt();
        },
        [callbackType.simplexInterrupt]: (event) => {
          if (limits.stop()) event.interrupt();
        },
      });
      const status = programme.getModelStatus();
      const proven = status === modelStatus.optimal;
      const bound = Number(programme.info.get('mip_dual_bound'));
      const found = Number(programme.info.get('primal_solution_status')) === 2;
      const taken = found ? programme.getSolution().colValue : undefined;
      return {
        options: taken && [...part.options].filter((_, column) => taken[column]! > 0.5),
        worth: found ? programme.getObjectiveValue() : -Infinity,
        bound: Number.isFinite(bound) ? bound : Infinity,
        proven,
      };
    },
  );
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
