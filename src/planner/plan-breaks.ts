import { encodeAgendas, type AgendaEncoding } from './breaks/agenda-encoding.ts';
import { CoreGuidedBound } from './breaks/core-guided.ts';
import { easeAgendas } from './breaks/ease-agendas.ts';
import type { Effort } from './effort.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
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

/** Conflicts of the first attempt at each; each attempt that is given up makes the next longer. */
const FIRST_CONFLICTS = 1_000;
const LONGER = 1.5;

/** Steps of work for a thousand conflicts. */
const STEPS = 100;

/**
 * The plan with the fewest breaks in which all meetings are held. From below, the bound is raised by what cannot
 * hold at once; from above, agendas are eased one by one and fewer breaks asked for than were found. They take turns
 * with growing patience until they meet.
 */
export function planBreaks(
  model: Model,
  required: readonly number[],
  effort: Effort,
  random: Random,
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
  let held = breaksHeld(encoding);
  let breaks = sumOf(held);
  let bound = 0;
  report(breaks, bound);
  const note = (): void => {
    const each = breaksHeld(encoding);
    if (sumOf(each) >= breaks) return;
    [held, breaks] = [each, sumOf(each)];
    optionOf = optionsHeld(model, encoding);
    report(breaks, bound);
  };
  const numbers = encoding.breaks.filter((each) => each.length > 0);
  let total: Literal[] | undefined;
  const better = () => [not((total ??= sum(solver, numbers, breaks))[breaks - 1]!)];
  const easing = { model, encoding, attempt, random, held: () => held, better, found: note };
  const stop = () => bound >= breaks || effort.used() >= 1;
  const below = new CoreGuidedBound(solver, numbers, attempt);
  for (let patience = FIRST_CONFLICTS; !stop(); patience *= LONGER) {
    for (let step = below.step(patience); step !== 'unknown'; step = below.step(patience)) {
      if (step === 'sat' || step === 'optimal') note();
      bound = step === 'optimal' ? breaks : below.bound;
      report(breaks, bound);
      if (stop()) break;
    }
    while (!stop() && easeAgendas(easing, stop));
    while (!stop()) {
      const fewer = attempt(better(), patience);
      if (fewer === 'unknown') break;
      if (fewer === 'sat') note();
      else bound = breaks;
      report(breaks, bound);
    }
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

/** Breaks of each person in the solver's last model. */
const breaksHeld = ({ solver, breaks }: AgendaEncoding): number[] =>
  breaks.map((each) => each.filter((literal) => solver.holds(literal >> 1)).length);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
