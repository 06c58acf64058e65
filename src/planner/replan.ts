import type { Changes, Plan } from './answer.ts';
import { noFloors, PriceSearch } from './bound/dual-prices.ts';
import { roundedBound } from './bound/value-step.ts';
import type { Effort } from './effort.ts';
import type { Model } from './model.ts';
import { randomFrom } from './random.ts';
import { searchAgendas, type Budget } from './search/agenda-search.ts';
import { byValue, placeFixed, placeInOrder } from './search/greedy.ts';
import { serveNeeds } from './search/serve-needs.ts';
import { Timetable } from './search/timetable.ts';

/** The plan that stands, and how it may be changed. */
export interface Previous {
  plan: Pick<Plan, 'meetings' | 'people' | 'value'>;
  /** Only fill what is empty: nothing that stands is moved or taken out. */
  fill?: boolean;
  /** Instant before which meetings have been held: they stand, and nothing new is put there. */
  now?: string | undefined;
}

/** Steps of improvement among those whose agendas change anyhow: a few tenths of a second at 500 talents. */
const STEPS = 200;
const BOUND_ROUNDS = 3;

/**
 * Repairs a plan after a cancellation, a late arrival, a no-show or a changed availability. What can stand,
 * stands; then promises and guarantees are served by the changes that touch the fewest people; then those who are
 * touched anyhow rearrange their meetings among themselves for value.
 */
export async function replan(model: Model, previous: Previous, effort: Effort) {
  const timetable = new Timetable(model);
  const { directory, problem } = model;
  placeFixed(timetable);
  const old = oldOptions(model, previous);
  freezePast(timetable, old, previous.now);
  const standing = [...old.keys()].sort((a, b) => timetable.gain(b) - timetable.gain(a) || a - b);
  for (const c of standing)
    if (timetable.optionOf[c]! < 0 && timetable.isFree(old.get(c)!)) timetable.place(old.get(c)!);
  const unavoidable = peopleWhoLost(timetable, previous);
  const touched = new Set(unavoidable);
  if (previous.fill) fillGaps(timetable, effort);
  else {
    serveNeeds(timetable, touched);
    rearrange(timetable, touched, effort);
  }

  const prices = new PriceSearch(model, noFloors(model));
  for (let round = 0; round < BOUND_ROUNDS && effort.used() < 1; round += 1) prices.round();
  const changed = peopleWhoseAgendaChanged(timetable, previous);
  const changes: Changes = {
    changed: changed.map((person) => directory.people[person]!),
    unavoidable: unavoidable.map((person) => directory.people[person]!),
    value: { before: previous.plan.value, after: timetable.parts().value },
  };
  const bound = roundedBound(
    prices.best.bound,
    problem.pairs.map(({ value }) => value),
  );
  return { timetable, bound, conflict: [], fairnessPrice: 0, changes };
}

/** Where the old plan has each candidate, if it can still be there. */
function oldOptions(model: Model, { plan }: Previous): Map<number, number> {
  const slotOfPair = slotsByPair(model, plan.meetings);
  const options = new Map<number, number>();
  model.candidates.forEach(({ pairs }, c) => {
    const slot = slotOfPair.get(pairs[0]!);
    if (slot === undefined || pairs.some((pair) => slotOfPair.get(pair) !== slot)) return;
    for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1)
      if (model.slotOf[option] === slot) options.set(c, option);
  });
  return options;
}

/** Slot of each pair of the old plan that the problem still knows, both by position. */
function slotsByPair({ directory }: Model, meetings: Plan['meetings']): Map<number, number> {
  return new Map(
    meetings.flatMap(({ pair, slot }) => {
      const [p, s] = [directory.pairIndex.get(pair), directory.slotIndex.get(slot)];
      return p === undefined || s === undefined ? [] : [[p, s] as const];
    }),
  );
}

function freezePast(timetable: Timetable, old: ReadonlyMap<number, number>, now: string | undefined): void {
  if (now === undefined) return;
  const { model } = timetable;
  const past = model.problem.slots.map(({ start }) => Date.parse(start) < Date.parse(now));
  model.candidates.forEach((_, c) => {
    const option = old.get(c);
    if (option === undefined || !past[model.slotOf[option]!] || timetable.optionOf[c]! >= 0) return;
    if (!timetable.isFree(option)) return;
    timetable.place(option);
    timetable.pinned[c] = 1;
  });
  timetable.close((option) => past[model.slotOf[option]!]!);
}

/** People with fewer of their old meetings than the old plan gave them. */
function peopleWhoLost({ model, optionOf }: Timetable, { plan }: Previous): number[] {
  const slotOfPair = slotsByPair(model, plan.meetings);
  const kept = new Int32Array(model.directory.people.length);
  model.candidates.forEach(({ pairs }, c) => {
    if (optionOf[c]! < 0) return;
    for (const pair of pairs)
      if (slotOfPair.get(pair) === model.slotOf[optionOf[c]!])
        for (const person of [model.directory.first[pair]!, model.directory.second[pair]!])
          kept[person]! += 1;
  });
  return model.directory.people.flatMap((id, person) =>
    (plan.people[id]?.meetings ?? 0) > kept[person]! ? [person] : [],
  );
}

/** Those who lost a meeting or have one that the old plan did not give them. */
function peopleWhoseAgendaChanged(timetable: Timetable, previous: Previous): number[] {
  const { model, optionOf } = timetable;
  const slotOfPair = slotsByPair(model, previous.plan.meetings);
  const changed = new Set(peopleWhoLost(timetable, previous));
  model.candidates.forEach(({ pairs, people }, c) => {
    if (optionOf[c]! >= 0 && pairs.some((pair) => slotOfPair.get(pair) !== model.slotOf[optionOf[c]!]))
      for (const person of people) changed.add(person);
  });
  return [...changed].sort((a, b) => a - b);
}

/** Adds what fits beside everything that stands, the best of it that a short search finds. */
function fillGaps(timetable: Timetable, effort: Effort): void {
  timetable.optionOf.forEach((option, c) => {
    if (option >= 0) timetable.pinned[c] = 1;
  });
  placeInOrder(timetable, byValue(timetable));
  searchAgendas(timetable, stepsOf(effort, STEPS), randomFrom(timetable.model.problem.limits.seed));
  placeInOrder(timetable, byValue(timetable));
}

/** Best value with nobody's agenda changed but theirs. */
function rearrange(timetable: Timetable, touched: ReadonlySet<number>, effort: Effort): void {
  const { model } = timetable;
  model.candidates.forEach(({ people }, c) => {
    if (!people.every((person) => touched.has(person))) timetable.pinned[c] = 1;
  });
  const random = randomFrom(model.problem.limits.seed);
  searchAgendas(timetable, stepsOf(effort, STEPS), random, () => {}, [...touched]);
}

function stepsOf(effort: Effort, steps: number): Budget {
  let done = 0;
  return {
    used: () => Math.max(done / steps, effort.used() >= 1 ? 1 : 0),
    step: () => {
      done += 1;
      effort.step();
    },
  };
}
