import { pick, type Random } from '../random.ts';
import { bestAgenda } from './best-agenda.ts';
import { relocate } from './relocate.ts';
import type { Timetable } from './timetable.ts';

/** When to stop: out of time or of steps, or told to. Asked between two steps. */
export interface Budget {
  /** Share of the budget that is used up, from 0 to 1; the search cools down along it. */
  used: () => number;
  /** Told after every step. */
  step: () => void;
}

/** Score that a step may lose at the start, in mean values of a meeting. */
const FIRST_TOLERANCE = 1;

/**
 * Most noise on the worth of a choice at the start, in the same measure. Without it every agenda that is made
 * anew comes back as it was: sparse availability then stays at a gap of 1.7 %, with it 1.0 %.
 */
const FIRST_NOISE = 0.3;
const LAST_NOISE = 0.01;

/**
 * Improves a plan by making one person's agenda anew at a time, the best there is if others give way, and
 * finding other slots for those who did: a very large neighbourhood of ejection chains (Glover 1996) in which
 * the choice within one agenda is exact. A step that loses a little is accepted early on, less and less so
 * (threshold accepting, Dueck and Scheuer 1990).
 * @returns the options of the best plan met; the timetable is left at it.
 */
export function searchAgendas(
  timetable: Timetable,
  budget: Budget,
  random: Random,
  onBest: (score: number) => void = () => {},
  within?: readonly number[],
): Int32Array {
  const { model } = timetable;
  const people =
    within ??
    model.candidatesOfPerson.flatMap((candidates, person) => (candidates.length > 0 ? [person] : []));
  let best = timetable.optionOf.slice();
  let bestScore = timetable.score;
  if (people.length === 0) return best;
  const mean = model.candidates.reduce((sum, { value }) => sum + value, 0) / model.candidates.length;
  const tolerance = FIRST_TOLERANCE * mean;
  for (let used = budget.used(); used < 1; used = budget.used()) {
    const before = timetable.score;
    const noise = mean * (LAST_NOISE + FIRST_NOISE * (1 - used) * random() ** 2);
    const undo = remakeAgenda(timetable, choosePerson(timetable, people, within, random), random, noise);
    const lost = before - timetable.score;
    if (lost > 1e-9 && lost > tolerance * (1 - used) * random() ** 3) undo();
    else if (timetable.score > bestScore + 1e-9) {
      bestScore = timetable.score;
      best = timetable.optionOf.slice();
      onBest(bestScore);
    }
    budget.step();
  }
  timetable.restore(best);
  return best;
}

/** Mostly someone of a meeting that is out, for there something can be gained. */
function choosePerson(
  { model, optionOf }: Timetable,
  people: readonly number[],
  within: readonly number[] | undefined,
  random: Random,
): number {
  if (!within)
    for (let trial = 0; trial < 8; trial += 1) {
      const candidate = pick(random, optionOf.length);
      if (optionOf[candidate]! >= 0) continue;
      const members = model.candidates[candidate]!.people;
      return members[pick(random, members.length)]!;
    }
  return people[pick(random, people.length)]!;
}

const conflicts: number[] = [];

/** Makes one agenda anew. @returns what puts everything back as it was. */
export function remakeAgenda(
  timetable: Timetable,
  person: number,
  random: Random,
  noise: number,
): () => void {
  const { model } = timetable;
  const changed = new Map<number, number>();
  const remember = (candidate: number): void => {
    if (!changed.has(candidate)) changed.set(candidate, timetable.optionOf[candidate]!);
  };
  const items = model.candidatesOfPerson[person]!.filter(
    (c) => timetable.pinned[c] === 0 && model.candidates[c]!.people.length === 2,
  );
  for (const candidate of items) {
    remember(candidate);
    if (timetable.optionOf[candidate]! >= 0) timetable.remove(candidate);
  }
  const chosen = chooseAgenda(timetable, person, items, random, noise);
  const ejected: number[] = [];
  for (const option of chosen) {
    if (!Number.isFinite(timetable.conflicts(option, conflicts))) continue;
    for (const conflict of conflicts) {
      remember(conflict);
      timetable.remove(conflict);
      ejected.push(conflict);
    }
    timetable.place(option);
  }
  ejected.sort((a, b) => model.candidates[b]!.value - model.candidates[a]!.value);
  for (const candidate of ejected)
    if (timetable.optionOf[candidate]! < 0) relocate(timetable, candidate, random, remember);
  return () => putBack(timetable, changed);
}

/** Gives the candidates the options that they had. */
export function putBack(timetable: Timetable, changed: ReadonlyMap<number, number>): void {
  for (const [candidate, option] of changed)
    if (timetable.optionOf[candidate]! >= 0 && timetable.optionOf[candidate] !== option)
      timetable.remove(candidate);
  for (const [candidate, option] of changed)
    if (option >= 0 && timetable.optionOf[candidate] !== option) timetable.place(option);
}

function chooseAgenda(
  timetable: Timetable,
  person: number,
  items: readonly number[],
  random: Random,
  noise: number,
): number[] {
  const { model } = timetable;
  const { optionStart, slotOf, problem, directory } = model;
  const slots = directory.slots.length;
  const worth = new Float64Array(slots * items.length).fill(-Infinity);
  const optionAt = new Int32Array(slots * items.length);
  const ownBonus = timetable.meetings[person]! < timetable.minimum[person]! ? timetable.guaranteeWeight : 0;
  items.forEach((candidate, i) => {
    // The person's own guarantee depends on how many meetings the agenda has, not on which.
    const gain = timetable.gain(candidate) - ownBonus;
    for (let option = optionStart[candidate]!; option < optionStart[candidate + 1]!; option += 1) {
      let cost = timetable.conflicts(option, conflicts);
      if (conflicts.length === 1 && canMove(timetable, conflicts[0]!)) cost = 0;
      const at = slotOf[option]! * items.length + i;
      worth[at] = gain - cost + noise * random();
      optionAt[at] = option;
    }
  });
  const { max, maxPerDay, min } = problem.people[person]!;
  const kept = timetable.meetings[person]!;
  const itemIn = bestAgenda({
    slots,
    items: items.length,
    worth,
    most: (max ?? Infinity) - kept,
    ...(maxPerDay == null ? {} : { day: directory.daysOf(person), mostPerDay: maxPerDay }),
    least: Math.max(min - kept, 0),
    bonus: timetable.guaranteeWeight,
  });
  return [...itemIn].flatMap((item, slot) => (item < 0 ? [] : [optionAt[slot * items.length + item]!]));
}

/** Whether a placed candidate has another option that is free as things stand. */
function canMove(timetable: Timetable, candidate: number): boolean {
  return timetable.pinned[candidate] === 0 && timetable.freeOption(candidate) >= 0;
}
