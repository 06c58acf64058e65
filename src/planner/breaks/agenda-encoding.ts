import type { Model } from '../model.ts';
import { not, SatSolver, type Literal } from '../sat/solver.ts';
import { countRuns } from './run-counter.ts';

/** A problem in which every meeting must be held, in propositional logic. */
export interface AgendaEncoding {
  solver: SatSolver;
  /** For each person the breaks in unary: literal k says that there are more than k. */
  breaks: readonly (readonly Literal[])[];
  /** Assumptions under which the requirements hold; in the order of `requirements`. */
  selectors: Literal[];
  requirements: Requirement[];
}

export type Requirement = { kind: 'meeting'; pair: number } | { kind: 'spread' };

/**
 * Writes down the business-to-business meeting-scheduling problem (Bofill et al., JAIR 2022) with one variable
 * for each option, one for each person and slot (there is a meeting), and one for each beginning of a run of
 * meetings; a person's breaks are the runs but the first. The paper's implied constraint, that each person has
 * as many busy slots as meetings, is written down too.
 * @param selectable whether requirements can be switched off by assumptions, to find out which conflict.
 * @param countBreaks without it only the limits are written down.
 */
export function encodeAgendas(
  model: Model,
  required: readonly number[],
  { countBreaks, selectable }: { countBreaks: boolean; selectable: boolean },
): AgendaEncoding {
  const solver = new SatSolver();
  const options = Array.from(model.slotOf, () => 2 * solver.newVariable());
  const selectors: Literal[] = [];
  const requirements: Requirement[] = [];
  const select = (requirement: Requirement): Literal[] => {
    if (!selectable) return [];
    const selector = 2 * solver.newVariable();
    selectors.push(selector);
    requirements.push(requirement);
    return [not(selector)];
  };
  const optionsOf = (candidates: readonly number[]): Literal[] =>
    candidates.flatMap((c) => options.slice(model.optionStart[c], model.optionStart[c + 1]));
  for (const pair of required)
    solver.addClause([...select({ kind: 'meeting', pair }), ...optionsOf(model.candidatesOfPair[pair]!)]);
  model.candidates.forEach((_, c) => solver.addAtMost(optionsOf([c]), 1));
  addLimits(solver, model, options);
  const people = countBreaks ? model.directory.people : [];
  const agendas = people.map((_, person) => encodePerson(solver, model, options, person, !selectable));
  const breaks = agendas.map((agenda) => agenda.breaks);
  const single = model.candidates.every(({ pairs }) => pairs.length === 1);
  if (countBreaks && !selectable && single && required.length === model.problem.pairs.length)
    addSlotCounts(solver, model, options, agendas);
  const { maxBreakSpread } = model.problem;
  if (countBreaks && maxBreakSpread != null)
    addSpread(
      solver,
      breaks.filter((_, person) => model.candidatesOfPerson[person]!.length > 0),
      maxBreakSpread,
      select({ kind: 'spread' }),
    );
  return { solver, breaks, selectors, requirements };
}

function addLimits(solver: SatSolver, model: Model, options: readonly Literal[]): void {
  const literals: Literal[][] = model.limits.map(() => []);
  const weights: number[][] = model.limits.map(() => []);
  options.forEach((literal, option) => {
    for (let entry = model.limitStart[option]!; entry < model.limitStart[option + 1]!; entry += 1) {
      literals[model.limitIds[entry]!]!.push(literal);
      weights[model.limitIds[entry]!]!.push(model.units[entry]!);
    }
  });
  literals.forEach((list, limit) => solver.addAtMost(list, model.capacity[limit]!, weights[limit]));
}

interface Agenda {
  /** For each slot whether the person meets then; undefined where that cannot be. */
  busy: (Literal | undefined)[];
  /** Breaks in unary. */
  breaks: Literal[];
}

function encodePerson(
  solver: SatSolver,
  model: Model,
  options: readonly Literal[],
  person: number,
  allHeld: boolean,
): Agenda {
  const inSlot: Literal[][] = model.directory.slots.map(() => []);
  for (const c of model.candidatesOfPerson[person]!)
    for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1)
      inSlot[model.slotOf[option]!]!.push(options[option]!);
  const busy = inSlot.map((here) => (here.length === 0 ? undefined : 2 * solver.newVariable()));
  busy.forEach((meets, slot) => {
    if (meets === undefined) return;
    for (const option of inSlot[slot]!) solver.addClause([not(option), meets]);
    solver.addClause([not(meets), ...inSlot[slot]!]);
  });
  const meetings = new Set(model.candidatesOfPerson[person]!.flatMap((c) => model.candidates[c]!.pairs)).size;
  if (meetings < 2) return { busy, breaks: [] };
  // Where people are together, one candidate holds several pairs, and the numbers are not known beforehand.
  if (allHeld && model.candidatesOfPerson[person]!.every((c) => model.candidates[c]!.pairs.length === 1)) {
    const all = busy.filter((meets) => meets !== undefined);
    solver.addAtMost(all, meetings);
    solver.addAtMost(all.map(not), all.length - meetings);
  }
  return { busy, breaks: countRuns(solver, busy, meetings).slice(1) };
}

/**
 * What follows from all meetings being held at so many places: how many people are busy in a slot at most, and how
 * many meetings it must take since the others cannot.
 */
function addSlotCounts(
  solver: SatSolver,
  { problem, slotOf, directory }: Model,
  options: readonly Literal[],
  agendas: readonly Agenda[],
): void {
  const places = problem.places?.count ?? 0;
  if (places === 0) return;
  const inSlot: Literal[][] = directory.slots.map(() => []);
  options.forEach((literal, option) => inSlot[slotOf[option]!]!.push(literal));
  const busy = directory.slots.map((_, slot) =>
    agendas.flatMap((agenda) => (agenda.busy[slot] === undefined ? [] : [agenda.busy[slot]])),
  );
  const most = busy.map((people, slot) => Math.min(places, people.length >> 1, inSlot[slot]!.length));
  const spare = most.reduce((sum, each) => sum + each, 0) - problem.pairs.length;
  directory.slots.forEach((_, slot) => {
    solver.addAtMost(busy[slot]!, 2 * places);
    const least = most[slot]! - spare;
    if (least <= 0) return;
    solver.addAtMost(inSlot[slot]!.map(not), inSlot[slot]!.length - least);
    solver.addAtMost(busy[slot]!.map(not), busy[slot]!.length - 2 * least);
  });
}

/**
 * Nobody has more breaks than the least-broken agenda and the spread together: a person with more than
 * k + spread breaks forces everybody over k.
 */
function addSpread(
  solver: SatSolver,
  breaks: readonly (readonly Literal[])[],
  spread: number,
  unless: readonly Literal[],
): void {
  const most = Math.max(0, ...breaks.map((each) => each.length));
  for (let k = 0; k + spread < most; k += 1) {
    const allOver = 2 * solver.newVariable();
    for (const each of breaks) {
      const exceeds = each[k + spread];
      if (exceeds !== undefined) solver.addClause([...unless, not(exceeds), allOver]);
      solver.addClause([...unless, not(allOver), ...(each[k] === undefined ? [] : [each[k]!])]);
    }
  }
}
