import type { Model } from '../model.ts';
import { shuffle, type Random } from '../random.ts';
import { not, type Literal } from '../sat/solver.ts';
import type { AgendaEncoding } from './agenda-encoding.ts';
import type { Attempt } from './core-guided.ts';

/** Conflicts that one question may take; most that can be answered with yes take fewer. */
const CONFLICTS = 1_500;

/** What is needed to ask for an agenda with fewer breaks than in the plan at hand. */
export interface Easing {
  model: Model;
  encoding: AgendaEncoding;
  attempt: Attempt;
  random: Random;
  /** Breaks of each person in the plan at hand. */
  held: () => readonly number[];
  /** Assumptions under which a plan is better than that. */
  better: () => readonly Literal[];
  /** Told of each better plan. */
  found: () => void;
}

/**
 * Takes people with breaks in turn and asks for a plan in which theirs are fewer and nobody has more; then for a
 * better plan in which only they and those whom they meet may have more. The questions are narrow, so each is
 * answered soon, and the saved phases keep the answer near the plan at hand.
 * @returns whether there was one.
 */
export function easeAgendas(easing: Easing, stop: () => boolean): boolean {
  const { model, random, held } = easing;
  let eased = false;
  const people = shuffle([...held().keys()], random);
  for (const person of people) {
    if (stop()) break;
    while (held()[person]! > 0 && !stop() && ask(easing, new Set(), person)) eased = true;
    if (held()[person] === 0) continue;
    const partners = new Set([person, ...partnersOf(model, person)]);
    if (ask(easing, partners)) eased = true;
  }
  return eased;
}

/** Asks for a better plan in which nobody has more breaks than now but `free`, and `fewer` has less. */
function ask(
  { encoding, attempt, held, better, found }: Easing,
  free: ReadonlySet<number>,
  fewer = -1,
): boolean {
  const limits = held().flatMap((own, person) => {
    const most = person === fewer ? own - 1 : own;
    const exceeded = encoding.breaks[person]![most];
    return exceeded === undefined || free.has(person) ? [] : [not(exceeded)];
  });
  if (attempt(fewer < 0 ? [...better(), ...limits] : limits, CONFLICTS) !== 'sat') return false;
  found();
  return true;
}

const partnersOf = (model: Model, person: number): number[] =>
  model.candidatesOfPerson[person]!.flatMap((c) => [...model.candidates[c]!.people]);
