// The worker thread of `programme-solver.ts`. Node runs this file as it is, types and all, so neither it nor what it
// imports may hold decorators or parameter properties.
import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import type { Programme, ProgrammeLimits, Solution } from './programme-solver.ts';

// The package declares its types for CommonJS, where the function is `.default`; its ES module exports it itself.
const load = loadHighs as unknown as typeof loadHighs.default;
const solver = await load();

parentPort!.on('message', ({ programme, limits }: { programme: Programme; limits: ProgrammeLimits }) =>
  parentPort!.postMessage(solve(programme, limits)),
);

function solve(
  { worth, start, least, most, starts, indices, values }: Programme,
  { seconds, nodes }: ProgrammeLimits,
): Solution {
  const count = worth.length;
  const { constants } = solver;
  return solver.withModel(
    {
      numCols: count,
      numRows: least.length,
      sense: constants.objectiveSense.maximize,
      colCost: worth,
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(1),
      rowLower: least,
      rowUpper: most,
      matrix: { format: 'csc', numRows: least.length, numCols: count, starts, indices, values },
      integrality: new Int32Array(count).fill(1),
    },
    (model) => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        ...(seconds === undefined ? {} : { time_limit: seconds }),
        ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
      });
      if (start)
        model.setSolution({ indices: Array.from({ length: count }, (_, column) => column), values: start });
      model.run();
      const found = Number(model.info.get('primal_solution_status')) === 2;
      const bound = Number(model.info.get('mip_dual_bound'));
      return {
        taken: found
          ? Uint8Array.from(model.getSolution().colValue, (each) => (each > 0.5 ? 1 : 0))
          : undefined,
        worth: found ? model.getObjectiveValue() : -Infinity,
        bound: Number.isFinite(bound) ? bound : Infinity,
        proven: model.getModelStatus() === constants.modelStatus.optimal,
      };
    },
  );
}
