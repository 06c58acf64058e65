import {
  lagrangianBound,
  priceOf,
  PriceSearch,
  rewardedValue,
  type Floors,
  type Prices,
} from './bound/dual-prices.ts';
import { solvePart, type Solved } from './bound/programme.ts';
import { warmUp } from './bound/programme-solver.ts';
import { roundedBound } from './bound/value-step.ts';
import type { Effort } from './effort.ts';
import type { Model } from './model.ts';
import type { Progress } from './progress.ts';
import type { Random } from './random.ts';
import { searchAgendas } from './search/agenda-search.ts';
import { byValue, placeFixed, placeInOrder } from './search/greedy.ts';
import { solveNeighbourhood } from './search/neighbourhood.ts';
import { roundShares } from './search/rounding.ts';
import { Timetable } from './search/timetable.ts';

export interface ValuePlan {
  timetable: Timetable;
  bound: number;
}

/** Up to which share of the effort each stage may last. */
const UNTIL = { prices: 0.2, agendas: 0.7, neighbourhoods: 0.97 };
/** HiGHS makes the best plan of 2,600 options in 0.4 s, so the smaller the problem, the sooner it has its turn. */
const UNTIL_OF_MEDIUM = { prices: 0.2, agendas: 0.4 };
const UNTIL_OF_SMALL = { prices: 0.15, agendas: 0.25 };

/** Options that HiGHS is given at once, all that a better plan could take. */
const SMALL_OPTIONS = 4_000;

/** Share of the effort for prices that count on guarantees, where there are any. */
const GUARANTEES = 0.08;

/** Options that HiGHS is given as a whole; with more it finds nothing in the time that there is. */
const WHOLE_OPTIONS = 12_000;

/** Options that HiGHS is given first; of `small`'s 2,600, the nearest 1,200 hold a best plan. */
const KERNEL_OPTIONS = 4_000;

const stagesOf = ({ slotOf }: Model): { prices: number; agendas: number } =>
  slotOf.length <= SMALL_OPTIONS ? UNTIL_OF_SMALL : slotOf.length <= WHOLE_OPTIONS ? UNTIL_OF_MEDIUM : UNTIL;

/** A round of prices that brings the bound down by less than this share of it is one of the last. */
const PRICES_SETTLED = 2e-5;

/** What one round of prices counts in steps of work, for each thousand options. */
const STEPS_A_ROUND = 2;

/**
 * The plan of greatest value that the effort allows, and the bound on all plans: a greedy plan, prices whose
 * Lagrangian bound comes near that of the linear programme, the fractional plan behind them rounded, agendas
 * made anew one by one, then several together by HiGHS, or all that the bound has not ruled out.
 */
export async function planValue(
  model: Model,
  effort: Effort,
  random: Random,
  report: (stage: Progress['stage'], value: number, bound: number) => void,
  begin: (timetable: Timetable) => void = placeFixed,
): Promise<ValuePlan> {
  const timetable = new Timetable(model);
  begin(timetable);
  const pinnedOnly = timetable.optionOf.slice();
  placeInOrder(timetable, byValue(timetable));
  const promised = Uint8Array.from(model.candidates, ({ required }, c) =>
    required > 0 && timetable.optionOf[c]! >= 0 && timetable.pinned[c] === 1 ? 1 : 0,
  );
  const values = model.problem.pairs.map(({ value }) => value);
  // Whether guarantees can be kept is not known yet, so no bound may count on them.
  const prices = new PriceSearch(model, { promised, minimum: new Int32Array(timetable.minimum.length) });
  let bound = roundedBound(prices.best.bound, values);
  const value = (): number => timetable.parts().value;
  const tell = (stage: Progress['stage']): void => report(stage, value(), bound);
  const guarantees = timetable.minimum.reduce((sum, min) => sum + min, 0);
  // Promises and guarantees come first: a plan that lacks one is not finished, whatever its value.
  const isComplete = (): boolean => timetable.parts().guaranteed === guarantees && allKept(model, timetable);
  let judged = { score: Number.NaN, bound: Number.NaN, proven: false };
  // Asked at every step, so what was found for the same plan and bound is kept.
  const proven = (): boolean => {
    if (judged.score === timetable.score && judged.bound === bound) return judged.proven;
    judged = {
      score: timetable.score,
      bound,
      proven: isComplete() && bound <= value() * (1 + 1e-12) + 1e-9,
    };
    return judged.proven;
  };
  tell('first plan');
  if (!proven()) warmUp();
  // In its own thread it runs beside all that follows.
  const whole =
    model.slotOf.length <= SMALL_OPTIONS && !proven()
      ? wholePlan(model, timetable, effort, () => effort.cancelled || proven())
      : undefined;

  const first = { optionOf: timetable.optionOf.slice(), score: timetable.score };
  findPrices(prices, model, effort, stagesOf(model).prices, () => {
    bound = roundedBound(prices.best.bound, values);
    tell('bound');
  });
  timetable.restore(pinnedOnly);
  roundShares(timetable, prices.shares);
  if (timetable.score < first.score) timetable.restore(first.optionOf);
  tell('improving');

  const { agendas } = stagesOf(model);
  if (!proven()) {
    const budget = effort.until(agendas);
    searchAgendas(timetable, { ...budget, used: () => (proven() ? 1 : budget.used()) }, random, () =>
      tell('improving'),
    );
  }
  const lower = (to: number): void => {
    bound = Math.min(bound, roundedBound(to, values));
    tell('proving');
  };
  const stop = () => effort.used() >= UNTIL.neighbourhoods;
  let closed = false;
  if (whole) {
    const solved = await whole;
    adopt(timetable, solved);
    if (solved.options) lower(solved.bound);
  }
  while (model.slotOf.length > 0 && !proven() && !stop()) {
    if (!closed && isComplete()) {
      closed = true;
      await closeGap(model, timetable, prices.best, effort, lower, proven);
      continue;
    }
    const seconds = effort.timed ? { seconds: Math.min(1, 0.8 * effort.secondsLeft) } : {};
    effort.step(50);
    if (await solveNeighbourhood(timetable, random, { ...seconds, nodes: 20, stop })) tell('proving');
  }
  placeInOrder(timetable, byValue(timetable));
  return { timetable, bound: Math.max(bound, value()) };
}

/**
 * Brings bound and plan together once every promise and guarantee is kept: a plan that lacks one comes after this one,
 * so the bound need not speak of it.
 */
async function closeGap(
  model: Model,
  timetable: Timetable,
  prices: Prices,
  effort: Effort,
  lower: (bound: number) => void,
  proven: () => boolean,
): Promise<void> {
  const floors = allFloors(model, timetable);
  let best: Prices = { ...prices, bound: lagrangianBound(model, prices, floors) };
  lower(best.bound);
  if (floors.minimum.some((least) => least > 0) && !proven()) {
    const search = new PriceSearch(model, floors, best);
    findPrices(search, model, effort, effort.used() + GUARANTEES, () => lower(search.best.bound));
    best = search.best;
  }
  if (!proven()) lower(await solveNearPrices(model, timetable, best, floors, effort, proven));
}

const allFloors = ({ candidates }: Model, { minimum }: Timetable): Floors => ({
  promised: Uint8Array.from(candidates, ({ required }) => (required > 0 ? 1 : 0)),
  minimum,
});

/** What HiGHS makes of a small problem with every promise and guarantee kept: nearly all of one second, half of more. */
const wholePlan = (
  model: Model,
  timetable: Timetable,
  effort: Effort,
  stop: () => boolean,
): Promise<Solved> =>
  planOf(
    model,
    timetable,
    Int32Array.from(model.slotOf.keys()),
    allFloors(model, timetable),
    effort,
    Math.max(0.8 * Math.min(1, effort.secondsLeft), 0.5 * effort.secondsLeft),
    stop,
  );

function findPrices(
  prices: PriceSearch,
  model: Model,
  effort: Effort,
  until: number,
  tell: () => void,
): void {
  const budget = effort.until(until);
  let settled = 0;
  while (budget.used() < 1 && settled < 3) {
    const gained = prices.round();
    effort.step(1 + Math.ceil((STEPS_A_ROUND * model.slotOf.length) / 1000));
    settled = gained <= PRICES_SETTLED * prices.best.bound ? settled + 1 : 0;
    tell();
  }
}

const allKept = ({ candidates }: Model, { optionOf }: Timetable): boolean =>
  candidates.every(({ required }, c) => required === 0 || optionOf[c]! >= 0);

/**
 * Gives HiGHS the options nearest to the prices (a kernel, Angelelli, Mansini and Speranza 2010), which is quick
 * and mostly holds a best plan, and then all that a better plan could take, where those are few enough: an option
 * whose reduced value lies further below its candidate's best than the gap is wide is in no better plan
 * (reduced-cost fixing).
 * @returns a bound on every plan.
 */
async function solveNearPrices(
  model: Model,
  timetable: Timetable,
  prices: Prices,
  floors: Floors,
  effort: Effort,
  proven: () => boolean,
): Promise<number> {
  const distance = distances(model, timetable, prices, floors.promised);
  const order = Int32Array.from(distance.keys())
    .filter((option) => distance[option]! < Infinity)
    .sort((a, b) => distance[a]! - distance[b]! || a - b);
  const kernel = Math.min(KERNEL_OPTIONS, Math.ceil(0.4 * order.length));
  if (order.length > SMALL_OPTIONS)
    await solveOptions(model, timetable, order.subarray(0, kernel).slice().sort(), floors, effort, 0.4);
  if (proven()) return Infinity;
  const gap = lagrangianBound(model, prices, floors) - timetable.parts().value + 1e-7;
  const rest = order.filter((option) => distance[option]! <= gap).sort();
  if (rest.length > WHOLE_OPTIONS) return Infinity;
  const bound = await solveOptions(model, timetable, rest, floors, effort, 0.8);
  return Math.max(bound, timetable.parts().value);
}

/**
 * How far each option's reduced value lies below the best that its candidate can do: nothing for those taken,
 * endlessly far where something pinned stands in the way.
 */
function distances(model: Model, timetable: Timetable, prices: Prices, promised: Uint8Array): Float64Array {
  const distance = new Float64Array(model.slotOf.length);
  const conflicts: number[] = [];
  model.candidates.forEach((_, c) => {
    const value = rewardedValue(model, prices.reward, c);
    let best = promised[c] === 1 ? -Infinity : 0;
    for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1) {
      distance[option] = value - priceOf(model, prices.price, option);
      best = Math.max(best, distance[option]!);
    }
    for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1)
      if (timetable.optionOf[c] === option) distance[option] = 0;
      else if (Number.isFinite(timetable.conflicts(option, conflicts)))
        distance[option] = best - distance[option]!;
      else distance[option] = Infinity;
  });
  return distance;
}

/** Brings the timetable to the best plan of these options. @returns a bound on their plans. */
async function solveOptions(
  model: Model,
  timetable: Timetable,
  options: Int32Array,
  floors: Floors,
  effort: Effort,
  share: number,
): Promise<number> {
  const solved = await planOf(model, timetable, options, floors, effort, share * effort.secondsLeft);
  adopt(timetable, solved);
  return solved.bound;
}

function planOf(
  model: Model,
  timetable: Timetable,
  options: Int32Array,
  { promised, minimum }: Floors,
  effort: Effort,
  seconds: number,
  stop: () => boolean = () => effort.cancelled,
): Promise<Solved> {
  return solvePart(
    model,
    {
      options,
      worth: Float64Array.from(options, (option) => model.candidates[model.candidateOf[option]!]!.value),
      capacity: model.capacity,
      promised,
      least: minimum,
      start: timetable.optionOf.filter((option) => option >= 0),
    },
    { ...(effort.timed ? { seconds } : { nodes: 200 }), stop },
  );
}

/** Brings the timetable to a plan that HiGHS found, if that is better. */
function adopt(timetable: Timetable, { options }: Solved): void {
  if (!options) return;
  const before = { optionOf: timetable.optionOf.slice(), score: timetable.score };
  const optionOf = new Int32Array(before.optionOf.length).fill(-1);
  for (const option of options) optionOf[timetable.model.candidateOf[option]!] = option;
  timetable.restore(optionOf);
  if (timetable.score <= before.score) timetable.restore(before.optionOf);
}
