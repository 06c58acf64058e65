import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { not, SatSolver } from '../../src/planner/sat/solver.ts';
import { count } from '../../src/planner/sat/totaliser.ts';

const VARIABLES = 8;
const literal = fc.integer({ min: 0, max: 2 * VARIABLES - 1 });
const formulas = fc.record({
  clauses: fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { maxLength: 24 }),
  sums: fc.array(
    fc.record({
      literals: fc.uniqueArray(literal, { minLength: 1, maxLength: 6, selector: (each) => each >> 1 }),
      bound: fc.integer({ min: 0, max: 5 }),
      weight: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  ),
  assumptions: fc.uniqueArray(literal, { maxLength: 4 }),
});

const holdsIn = (model: number, each: number): boolean => ((model >> (each >> 1)) & 1) !== (each & 1);

describe('the solver', () => {
  it('agrees with trying all assignments, and its core is a contradiction', () => {
    fc.assert(
      fc.property(formulas, ({ clauses, sums, assumptions }) => {
        const solver = new SatSolver();
        for (let v = 0; v < VARIABLES; v += 1) solver.newVariable();
        for (const clause of clauses) solver.addClause(clause);
        for (const { literals, bound, weight } of sums)
          solver.addAtMost(
            literals,
            bound,
            literals.map((_, i) => (i === 0 ? weight : 1)),
          );
        const satisfiable = (assumed: readonly number[]): boolean =>
          Array.from({ length: 1 << VARIABLES }, (_, model) => model).some((model) =>
            holds(model, clauses, sums, assumed),
          );
        const answer = solver.solve(assumptions);
        expect(answer).toBe(satisfiable(assumptions) ? 'sat' : 'unsat');
        expect(assumptions).toEqual(expect.arrayContaining(solver.core));
        let model = 0;
        for (let v = 0; v < VARIABLES; v += 1) if (solver.holds(v)) model |= 1 << v;
        expect(answer === 'sat' ? holds(model, clauses, sums, assumptions) : !satisfiable(solver.core)).toBe(
          true,
        );
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  function holds(
    model: number,
    clauses: readonly number[][],
    sums: readonly { literals: number[]; bound: number; weight: number }[],
    assumed: readonly number[],
  ): boolean {
    return (
      assumed.every((each) => holdsIn(model, each)) &&
      clauses.every((clause) => clause.some((each) => holdsIn(model, each))) &&
      sums.every(
        ({ literals, bound, weight }) =>
          literals.reduce((sum, each, i) => sum + (holdsIn(model, each) ? (i === 0 ? weight : 1) : 0), 0) <=
          bound,
      )
    );
  }

  it('proves that seven pigeons need more than six holes', () => {
    const solver = new SatSolver();
    const at = Array.from({ length: 7 }, () => Array.from({ length: 6 }, () => 2 * solver.newVariable()));
    for (const pigeon of at) solver.addClause(pigeon);
    for (let hole = 0; hole < 6; hole += 1)
      solver.addAtMost(
        at.map((pigeon) => pigeon[hole]!),
        1,
      );
    expect(solver.solve()).toBe('unsat');
  });
});

describe('a count in unary', () => {
  it('says exactly how many hold', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (values) => {
        const solver = new SatSolver();
        const inputs = values.map(() => 2 * solver.newVariable());
        const total = count(solver, inputs);
        expect(solver.solve(inputs.map((each, i) => (values[i] ? each : not(each))))).toBe('sat');
        const sum = total.filter((each) => solver.holds(each >> 1)).length;
        expect(sum).toBe(values.filter(Boolean).length);
      }),
      { seed: 20261122 },
    );
  });
});
