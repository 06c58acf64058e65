import { not, type Literal, type SatSolver } from './solver.ts';

/**
 * Counts literals in unary (Bailleux and Boufkhad 2003): literal k of the answer, from 0, says that more than k
 * of the inputs hold. Both ways, so that the count can be bounded from above and from below.
 * @param most outputs beyond this are left out: nobody will ask whether there are more.
 */
export function count(solver: SatSolver, inputs: readonly Literal[], most = inputs.length): Literal[] {
  return sum(
    solver,
    inputs.map((input) => [input]),
    most,
  );
}

/** Adds numbers in unary, pairing the shortest first. */
export function sum(solver: SatSolver, numbers: readonly (readonly Literal[])[], most: number): Literal[] {
  const waiting = numbers.map((number) => number.slice(0, most));
  while (waiting.length > 1) {
    waiting.sort((a, b) => a.length - b.length);
    waiting.push(merge(solver, waiting.shift()!, waiting.shift()!, most));
  }
  return waiting[0] ?? [];
}

function merge(solver: SatSolver, a: readonly Literal[], b: readonly Literal[], most: number): Literal[] {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const total = Array.from({ length: Math.min(a.length + b.length, most) }, () => 2 * solver.newVariable());
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1) {
      // At least i of a and j of b make i + j.
      const reached = i + j - 1;
      if (reached >= 0 && reached < total.length)
        solver.addClause([
          ...(i > 0 ? [not(a[i - 1]!)] : []),
          ...(j > 0 ? [not(b[j - 1]!)] : []),
          total[reached]!,
        ]);
      // Not more than i of a and j of b make not more than i + j; unknown where a or b was cut off.
      const exceeded = i + j;
      if (exceeded < total.length)
        solver.addClause([
          ...(i < a.length ? [a[i]!] : []),
          ...(j < b.length ? [b[j]!] : []),
          not(total[exceeded]!),
        ]);
    }
  return total;
}
