import type { Budget } from './search/agenda-search.ts';

/** What a planning run may take: seconds by the clock, or steps of work, which no clock and no machine changes. */
export interface EffortLimit {
  seconds: number;
  work?: number | null | undefined;
}

/** How much of a planning run is used up, in shares of the whole, and whether someone has called it off. */
export class Effort {
  readonly #limit: EffortLimit;
  readonly #now: () => number;
  readonly #cancelled: () => boolean;
  readonly #began: number;
  #steps = 0;

  /** @param now milliseconds of a clock that only goes forward. */
  constructor(limit: EffortLimit, now: () => number, cancelled: () => boolean) {
    this.#limit = limit;
    this.#now = now;
    this.#cancelled = cancelled;
    this.#began = now();
  }

  /** Whether the answer may depend on the clock. */
  get timed(): boolean {
    return this.#limit.work == null;
  }

  get seconds(): number {
    return (this.#now() - this.#began) / 1000;
  }

  get cancelled(): boolean {
    return this.#cancelled();
  }

  step(steps = 1): void {
    this.#steps += steps;
  }

  /** From 0 to 1; 1 or more when the run is to end. */
  used(): number {
    if (this.#cancelled()) return 1;
    const { work, seconds } = this.#limit;
    if (work != null) return work === 0 ? 1 : this.#steps / work;
    return seconds === 0 ? 1 : this.seconds / seconds;
  }

  /** An allowance besides, by the same clock and called off with it. */
  besides(limit: { seconds: number; work: number }): Effort {
    const { seconds, work } = limit;
    return new Effort(this.timed ? { seconds } : { seconds, work }, this.#now, this.#cancelled);
  }

  /** Seconds left by the clock; a guess of what the steps left would take is not made. */
  get secondsLeft(): number {
    return Math.max(0, this.#limit.seconds - this.seconds);
  }

  /** The budget from now on until `until`, a share of the whole. */
  until(until: number): Budget {
    const from = this.used();
    return {
      used: () => {
        const used = this.used();
        return used >= until || used >= 1 ? 1 : (used - from) / (until - from);
      },
      step: () => this.step(),
    };
  }
}
