import { not, type Literal, type SatSolver } from '../sat/solver.ts';

/** What is linked of the counts from both sides: agendas of so many runs. Few have more, and clauses grow with its square. */
const LINKED_RUNS = 4;

/**
 * Counts the runs of meetings in one agenda, slot by slot and from both sides, so that a number of runs that is
 * allowed says at once which slots must be busy: with one run, whatever lies between two meetings. A count of the
 * beginnings alone finds that out only by trying.
 * @param busy for each slot the literal of a meeting there; undefined where there can be none.
 * @param most counts beyond this are left out.
 * @returns the runs in unary: literal k says that there are more than k.
 */
export function countRuns(
  solver: SatSolver,
  busy: readonly (Literal | undefined)[],
  most: number,
): Literal[] {
  const upTo = countsUpTo(solver, busy, most);
  const from = countsUpTo(solver, busy.toReversed(), most).toReversed();
  const runs = upTo.at(-1) ?? [];
  for (let slot = 0; slot + 1 < busy.length; slot += 1)
    for (let i = 0; i < Math.min(upTo[slot]!.length, LINKED_RUNS); i += 1)
      for (let j = 0; i + j < LINKED_RUNS && j < from[slot + 1]!.length; j += 1) {
        // More than i runs up to here and more than j after: i + j + 2, or one less where a run goes across.
        const both = [not(upTo[slot]![i]!), not(from[slot + 1]![j]!)];
        if (runs[i + j] !== undefined && i + j > 0) solver.addClause([...both, runs[i + j]!]);
        const apart = runs[i + j + 1] === undefined ? [] : [runs[i + j + 1]!];
        for (const side of [busy[slot], busy[slot + 1]])
          solver.addClause([...both, ...apart, ...(side === undefined ? [] : [side])]);
      }
  return runs;
}

/** For each slot the runs begun up to it, in unary. */
function countsUpTo(solver: SatSolver, busy: readonly (Literal | undefined)[], most: number): Literal[][] {
  const counts: Literal[][] = [];
  let before: Literal[] = [];
  busy.forEach((here, slot) => {
    if (here !== undefined) before = withSlot(solver, before, here, busy[slot - 1], most);
    counts.push(before);
  });
  return counts;
}

/** The count with one more slot: one more where it is busy and the slot before is not. */
function withSlot(
  solver: SatSolver,
  before: readonly Literal[],
  here: Literal,
  last: Literal | undefined,
  most: number,
): Literal[] {
  const after = Array.from({ length: Math.min(before.length + 1, most) }, () => 2 * solver.newVariable());
  after.forEach((more, k) => {
    const already = before[k];
    const fewer = k === 0 ? [] : [before[k - 1]!];
    if (already !== undefined) solver.addClause([not(already), more]);
    const unless = already === undefined ? [] : [already];
    solver.addClause([not(more), ...unless, here]);
    solver.addClause([...fewer.map(not), not(here), ...(last === undefined ? [] : [last]), more]);
    for (const literal of fewer) solver.addClause([not(more), ...unless, literal]);
    if (last !== undefined && k > 0) solver.addClause([not(more), ...unless, not(last)]);
  });
  return after;
}
