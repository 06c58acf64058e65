import type { Model } from '../model.ts';
import { demandPrices } from './demand-prices.ts';

/** Prices on limits, and the bound on the value of every plan that they prove. */
export interface Prices {
  /** Price of one unit of each limit, never negative. */
  price: Float64Array;
  bound: number;
}

/**
 * The Lagrangian bound of any prices y ≥ 0:
 *
 *     value(x) ≤ Σ capacity·y + Σ over candidates of max(0, max over options (value − Σ units·y))
 *
 * for every plan x, since what limits allow costs at least what it uses, and a candidate takes one option at
 * most. A kept promise must take one, so for it the outer maximum falls away. Holds for prices from anywhere,
 * however roughly they were found.
 */
export function lagrangianBound(model: Model, price: Float64Array, promised: Uint8Array): number {
  let bound = 0;
  for (let limit = 0; limit < price.length; limit += 1) bound += model.capacity[limit]! * price[limit]!;
  for (let c = 0; c < model.candidates.length; c += 1)
    bound += bestReducedValue(model, price, c, promised[c] === 1);
  return bound;
}

function bestReducedValue(model: Model, price: Float64Array, candidate: number, promised: boolean): number {
  let best = promised ? -Infinity : 0;
  for (let option = model.optionStart[candidate]!; option < model.optionStart[candidate + 1]!; option += 1)
    best = Math.max(best, model.candidates[candidate]!.value - priceOf(model, price, option));
  return Number.isFinite(best) ? best : 0;
}

/** What the limits that an option uses cost at these prices. */
export function priceOf({ limitStart, limitIds, units }: Model, price: Float64Array, option: number): number {
  let cost = 0;
  for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1)
    cost += units[entry]! * price[limitIds[entry]!]!;
  return cost;
}

/** Iterations between two looks at the bound. */
const ROUND = 40;

/**
 * Finds prices whose bound is close to that of the linear programme, by the primal-dual hybrid gradient method
 * (Chambolle and Pock 2011) with their diagonal preconditioning and with restarts from the average, as PDLP
 * does (Applegate et al. 2021). Each iteration costs two passes over the options; a simplex of HiGHS needs 15 s
 * for 65,000 options, this 1 s to the third digit.
 */
export class PriceSearch {
  readonly #model: Model;
  readonly #promised: Uint8Array;
  readonly #scale: number;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #sumOfX: Float64Array;
  readonly #sumOfY: Float64Array;
  readonly #use: Float64Array;
  readonly #tau: Float64Array;
  readonly #sigma: Float64Array;
  #best: Prices;

  constructor(model: Model, promised: Uint8Array) {
    const options = model.slotOf.length;
    this.#model = model;
    this.#promised = promised;
    this.#scale = Math.max(1e-9, largestValue(model));
    this.#x = new Float64Array(options);
    this.#sumOfX = new Float64Array(options);
    this.#y = new Float64Array(model.limits.length);
    this.#sumOfY = new Float64Array(model.limits.length);
    this.#use = new Float64Array(model.limits.length);
    this.#tau = new Float64Array(model.candidates.length);
    this.#sigma = new Float64Array(model.limits.length);
    for (let c = 0; c < model.candidates.length; c += 1)
      for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1) {
        let sum = 0;
        for (let entry = model.limitStart[option]!; entry < model.limitStart[option + 1]!; entry += 1) {
          sum += model.units[entry]!;
          this.#sigma[model.limitIds[entry]!]! += model.units[entry]!;
        }
        this.#tau[c] = Math.max(this.#tau[c]!, sum);
      }
    this.#tau.forEach((sum, c) => (this.#tau[c] = 1 / Math.max(sum, 1)));
    this.#sigma.forEach((sum, limit) => (this.#sigma[limit] = 1 / Math.max(sum, 1)));
    const none = new Float64Array(model.limits.length);
    this.#best = { price: none, bound: lagrangianBound(model, none, promised) };
    const first = demandPrices(model);
    const bound = lagrangianBound(model, first, promised);
    if (bound >= this.#best.bound) return;
    this.#best = { price: first, bound };
    this.#y.set(first.map((each) => each / this.#scale));
  }

  get best(): Prices {
    return this.#best;
  }

  /** How much of each option the fractional plan takes: where whole plans are worth looking for. */
  get shares(): Float64Array {
    return this.#x;
  }

  /** One round of iterations. @returns how much the bound came down. */
  round(): number {
    const before = this.#best.bound;
    this.#sumOfX.fill(0);
    this.#sumOfY.fill(0);
    for (let k = 0; k < ROUND; k += 1) this.#iterate();
    const current = this.#try(this.#y);
    const meanY = this.#sumOfY.map((sum) => sum / ROUND);
    if (this.#try(meanY) < current) {
      this.#y.set(meanY);
      for (let option = 0; option < this.#x.length; option += 1)
        this.#x[option] = this.#sumOfX[option]! / ROUND;
    }
    return before - this.#best.bound;
  }

  #try(y: Float64Array): number {
    const price = y.map((each) => each * this.#scale);
    const bound = lagrangianBound(this.#model, price, this.#promised);
    if (bound < this.#best.bound) this.#best = { price, bound };
    return bound;
  }

  #iterate(): void {
    const { candidates, optionStart, limitStart, limitIds, units, capacity } = this.#model;
    const [x, y, use] = [this.#x, this.#y, this.#use];
    use.fill(0);
    for (let c = 0; c < candidates.length; c += 1) {
      const first = optionStart[c]!;
      const end = optionStart[c + 1]!;
      const value = candidates[c]!.value / this.#scale;
      const tau = this.#tau[c]!;
      for (let option = first; option < end; option += 1) {
        let cost = 0;
        for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1)
          cost += units[entry]! * y[limitIds[entry]!]!;
        moved[option - first] = x[option]! + tau * (value - cost);
      }
      project(moved, end - first, this.#promised[c] === 1);
      for (let option = first; option < end; option += 1) {
        const next = moved[option - first]!;
        const extrapolated = 2 * next - x[option]!;
        x[option] = next;
        this.#sumOfX[option]! += next;
        if (extrapolated !== 0)
          for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1)
            use[limitIds[entry]!]! += units[entry]! * extrapolated;
      }
    }
    for (let limit = 0; limit < y.length; limit += 1) {
      y[limit] = Math.max(0, y[limit]! + this.#sigma[limit]! * (use[limit]! - capacity[limit]!));
      this.#sumOfY[limit]! += y[limit]!;
    }
  }
}

/** Room for the options of one candidate; there are never more than slots. */
const moved = new Float64Array(10_000);
const sorted = new Float64Array(10_000);

/** Projects the first numbers of a list on {x ≥ 0, Σ x ≤ 1}, or = 1 (Held, Wolfe and Crowder 1974). */
function project(list: Float64Array, length: number, full: boolean): void {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += Math.max(0, list[i]!);
  if (sum <= 1 && !full) {
    for (let i = 0; i < length; i += 1) list[i] = Math.max(0, list[i]!);
    return;
  }
  for (let i = 0; i < length; i += 1) {
    let j = i;
    for (; j > 0 && sorted[j - 1]! < list[i]!; j -= 1) sorted[j] = sorted[j - 1]!;
    sorted[j] = list[i]!;
  }
  let cumulated = 0;
  let threshold = 0;
  for (let i = 0; i < length; i += 1) {
    cumulated += sorted[i]!;
    const at = (cumulated - 1) / (i + 1);
    if (sorted[i]! <= at) break;
    threshold = at;
  }
  for (let i = 0; i < length; i += 1) list[i] = Math.max(0, list[i]! - threshold);
}

function largestValue({ candidates }: Model): number {
  return candidates.reduce((largest, { value }) => Math.max(largest, value), 0);
}
