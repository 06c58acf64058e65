import { encodeAgendas, type AgendaEncoding } from './breaks/agenda-encoding.ts';
import type { Effort } from './effort.ts';
import type { Model } from './model.ts';
import { not, type Literal } from './sat/solver.ts';
import { sum } from './sat/totaliser.ts';

export interface BreaksPlan {
  /** Option of each candidate, or undefined while no plan is known. */
  optionOf: Int32Array | undefined;
  breaks: number;
  bound: number;
  /** No plan holds all meetings. */
  infeasible: boolean;
}

/** Conflicts of the first attempt at a number of breaks; each attempt that is given up makes the next longer. */
const FIRST_CONFLICTS = 1_000;
const LONGER = 1.5;

/**
 * Numbers of breaks that are asked for in turn, from the bound (0), which raises it when refuted, to one less than
 * the best known (1). Those between are often easier than either: the bound forbids what the best allows.
 */
const TARGETS = [0, 0.3, 0, 0.6, 0, 1];

/** Steps of work for a thousand conflicts. */
const STEPS = 100;

/**
 * The plan with the fewest breaks in which all meetings are held. From below, the bound is raised as long as the
 * solver refutes it; from above, fewer breaks are asked for than were found; they take turns with growing
 * patience until they meet.
 */
export function planBreaks(
  model: Model,
  required: readonly number[],
  effort: Effort,
  report: (breaks: number, bound: number) => void,
): BreaksPlan {
  const encoding = encodeAgendas(model, required, { countBreaks: true, selectable: false });
  const { solver } = encoding;
  const attempt = (assumptions: readonly Literal[], conflicts: number) => {
    const before = solver.conflicts;
    const answer = solver.solve(assumptions, conflicts, () => effort.used() >= 1);
    effort.step(Math.ceil(((solver.conflicts - before) * STEPS) / 1000) + 1);
    return answer;
  };
  let answer: 'sat' | 'unsat' | 'unknown' = 'unknown';
  while (answer === 'unknown' && effort.used() < 1) answer = attempt([], 20 * FIRST_CONFLICTS);
  if (answer !== 'sat')
    return { optionOf: undefined, breaks: Infinity, bound: 0, infeasible: answer === 'unsat' };

  let optionOf = optionsHeld(model, encoding);
  let breaks = breaksHeld(encoding);
  let bound = 0;
  report(breaks, bound);
  const total = sum(
    solver,
    encoding.breaks.filter((each) => each.length > 0),
    breaks,
  );
  const patience = TARGETS.map(() => FIRST_CONFLICTS);
  for (let turn = 0; bound < breaks && effort.used() < 1; turn += 1) {
    const way = turn % TARGETS.length;
    const target = bound + Math.floor(TARGETS[way]! * (breaks - 1 - bound));
    const result = attempt(total[target] === undefined ? [] : [not(total[target]!)], patience[way]!);
    if (result === 'sat') {
      optionOf = optionsHeld(model, encoding);
      breaks = breaksHeld(encoding);
    } else if (result === 'unsat') bound = target + 1;
    else patience[way]! *= LONGER;
    if (result !== 'unknown') report(breaks, bound);
  }
  return { optionOf, breaks, bound, infeasible: false };
}

/** Options of the solver's last model. */
export function optionsHeld(model: Model, { solver }: AgendaEncoding): Int32Array {
  const optionOf = new Int32Array(model.candidates.length).fill(-1);
  // The encoding's first variables are the options, in their order.
  for (let option = 0; option < model.slotOf.length; option += 1)
    if (solver.holds(option)) optionOf[model.candidateOf[option]!] = option;
  return optionOf;
}

const breaksHeld = ({ solver, breaks }: AgendaEncoding): number =>
  breaks.flat().filter((literal) => solver.holds(literal >> 1)).length;
