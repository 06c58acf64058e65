import type { Model } from '../model.ts';

/** How good a plan is, in the order that counts: promises kept, guaranteed meetings given, value. */
export interface Score {
  promised: number;
  guaranteed: number;
  value: number;
}

/**
 * A plan under construction: which candidates stand where, and what each limit has left.
 * Every change keeps all limits; `conflicts` says what would have to go first.
 */
export class Timetable {
  readonly model: Model;
  /** Option taken by each candidate, or -1. */
  readonly optionOf: Int32Array;
  /** Meetings of each person. */
  readonly meetings: Int32Array;
  /** Candidates that never move. */
  readonly pinned: Uint8Array;
  /** What a kept promise, and one guaranteed meeting, weigh against value: more than all value together. */
  readonly promiseWeight: number;
  readonly guaranteeWeight: number;
  /** Meetings that each person is guaranteed, as far as there are pairs. */
  readonly minimum: Int32Array;

  /** Options that are not to be taken any more. */
  #closed: Uint8Array | undefined;
  readonly #used: Int32Array;
  /** Candidates that use each limit, with their units, from `#memberStart`. */
  readonly #memberStart: Int32Array;
  readonly #members: Int32Array;
  readonly #memberUnits: Uint8Array;
  readonly #memberCount: Int32Array;
  readonly #marked: Int32Array;
  #mark = 0;
  #score = 0;

  constructor(model: Model) {
    this.model = model;
    const count = model.candidates.length;
    this.optionOf = new Int32Array(count).fill(-1);
    this.meetings = new Int32Array(model.directory.people.length);
    this.pinned = new Uint8Array(count);
    this.minimum = Int32Array.from(model.problem.people, ({ min }, person) =>
      Math.min(min, model.candidatesOfPerson[person]!.length),
    );
    this.guaranteeWeight = 1 + model.candidates.reduce((sum, { value }) => sum + value, 0);
    const guarantees = this.minimum.reduce((sum, min) => sum + min, 0);
    this.promiseWeight = this.guaranteeWeight * (1 + guarantees);
    this.#used = new Int32Array(model.limits.length);
    this.#memberCount = new Int32Array(model.limits.length);
    this.#memberStart = new Int32Array(model.limits.length + 1);
    model.capacity.forEach((capacity, limit) => {
      this.#memberStart[limit + 1] = this.#memberStart[limit]! + capacity;
    });
    this.#members = new Int32Array(this.#memberStart[model.limits.length]!);
    this.#memberUnits = new Uint8Array(this.#members.length);
    this.#marked = new Int32Array(count);
  }

  /** One number for `Score`, higher is better. */
  get score(): number {
    return this.#score;
  }

  /** What placing the candidate adds to the score. */
  gain(candidate: number): number {
    const { value, required, people } = this.model.candidates[candidate]!;
    let gain = value + required * this.promiseWeight;
    for (const person of people)
      if (this.meetings[person]! < this.minimum[person]!) gain += this.guaranteeWeight;
    return gain;
  }

  /** What taking the candidate out would cost. */
  loss(candidate: number): number {
    const { value, required, people } = this.model.candidates[candidate]!;
    let loss = value + required * this.promiseWeight;
    for (const person of people)
      if (this.meetings[person]! <= this.minimum[person]!) loss += this.guaranteeWeight;
    return loss;
  }

  /** Places a candidate that is out at an option that nothing conflicts with. */
  place(option: number): void {
    const { candidateOf, limitStart, limitIds, units } = this.model;
    const candidate = candidateOf[option]!;
    this.#score += this.gain(candidate);
    this.optionOf[candidate] = option;
    for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1) {
      const limit = limitIds[entry]!;
      const at = this.#memberStart[limit]! + this.#memberCount[limit]!;
      this.#members[at] = candidate;
      this.#memberUnits[at] = units[entry]!;
      this.#memberCount[limit]! += 1;
      this.#used[limit]! += units[entry]!;
    }
    for (const person of this.model.candidates[candidate]!.people) this.meetings[person]! += 1;
  }

  /** Takes a placed candidate out. */
  remove(candidate: number): void {
    const { limitStart, limitIds } = this.model;
    const option = this.optionOf[candidate]!;
    this.optionOf[candidate] = -1;
    for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1) {
      const limit = limitIds[entry]!;
      const start = this.#memberStart[limit]!;
      const last = start + this.#memberCount[limit]! - 1;
      let at = start;
      while (this.#members[at] !== candidate) at += 1;
      this.#used[limit]! -= this.#memberUnits[at]!;
      this.#members[at] = this.#members[last]!;
      this.#memberUnits[at] = this.#memberUnits[last]!;
      this.#memberCount[limit]! -= 1;
    }
    for (const person of this.model.candidates[candidate]!.people) this.meetings[person]! -= 1;
    this.#score -= this.gain(candidate);
  }

  /** Keeps options from being taken from now on. */
  close(isClosed: (option: number) => boolean): void {
    this.#closed = Uint8Array.from(this.model.slotOf, (_, option) => (isClosed(option) ? 1 : 0));
  }

  /** Whether the option could be taken as things stand. */
  isFree(option: number): boolean {
    if (this.#closed?.[option] === 1) return false;
    const { limitStart, limitIds, units, capacity } = this.model;
    for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1)
      if (this.#used[limitIds[entry]!]! + units[entry]! > capacity[limitIds[entry]!]!) return false;
    return true;
  }

  /** A free option of a candidate that is out, looking from a given position on; -1 if there is none. */
  freeOption(candidate: number, from = 0): number {
    const start = this.model.optionStart[candidate]!;
    const count = this.model.optionStart[candidate + 1]! - start;
    for (let k = 0; k < count; k += 1) {
      const option = start + ((from + k) % count);
      if (this.isFree(option)) return option;
    }
    return -1;
  }

  /**
   * Puts into `out` the candidates that must go for the option to be free, the cheapest where there is a choice.
   * @returns what their going costs; Infinity when something pinned stands in the way.
   */
  conflicts(option: number, out: number[]): number {
    const { limitStart, limitIds, units, capacity } = this.model;
    out.length = 0;
    if (this.#closed?.[option] === 1) return Infinity;
    this.#mark += 1;
    let cost = 0;
    for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1) {
      const limit = limitIds[entry]!;
      let excess = this.#used[limit]! + units[entry]! - capacity[limit]!;
      if (excess <= 0) continue;
      const start = this.#memberStart[limit]!;
      const end = start + this.#memberCount[limit]!;
      if (out.length > 0)
        for (let at = start; at < end; at += 1)
          if (this.#marked[this.#members[at]!] === this.#mark) excess -= this.#memberUnits[at]!;
      while (excess > 0) {
        let cheapest = -1;
        let least = Infinity;
        for (let at = start; at < end; at += 1) {
          const member = this.#members[at]!;
          if (this.pinned[member] === 1 || this.#marked[member] === this.#mark) continue;
          const loss = this.loss(member);
          if (loss < least) [least, cheapest] = [loss, at];
        }
        if (cheapest < 0) return Infinity;
        const member = this.#members[cheapest]!;
        this.#marked[member] = this.#mark;
        out.push(member);
        cost += least;
        excess -= this.#memberUnits[cheapest]!;
      }
    }
    return cost;
  }

  /** What each limit still allows. */
  capacityLeft(): Int32Array {
    return this.model.capacity.map((capacity, limit) => capacity - this.#used[limit]!);
  }

  /** Limits that keep a candidate from the option, and who uses them. */
  blockers(option: number): { limit: number; members: number[] }[] {
    const { limitStart, limitIds, units, capacity } = this.model;
    const found: { limit: number; members: number[] }[] = [];
    for (let entry = limitStart[option]!; entry < limitStart[option + 1]!; entry += 1) {
      const limit = limitIds[entry]!;
      if (this.#used[limit]! + units[entry]! <= capacity[limit]!) continue;
      const start = this.#memberStart[limit]!;
      found.push({
        limit,
        members: Array.from(this.#members.subarray(start, start + this.#memberCount[limit]!)),
      });
    }
    return found;
  }

  /** Brings the plan to the given options, moving only what differs. */
  restore(optionOf: Int32Array): void {
    for (let c = 0; c < optionOf.length; c += 1)
      if (this.optionOf[c]! >= 0 && this.optionOf[c] !== optionOf[c]) this.remove(c);
    for (let c = 0; c < optionOf.length; c += 1)
      if (optionOf[c]! >= 0 && this.optionOf[c] !== optionOf[c]) this.place(optionOf[c]!);
  }

  /** The score in its parts, added up anew. */
  parts(): Score {
    const { candidates } = this.model;
    let [promised, value] = [0, 0];
    candidates.forEach((candidate, c) => {
      if (this.optionOf[c]! < 0) return;
      promised += candidate.required;
      value += candidate.value;
    });
    const guaranteed = this.minimum.reduce(
      (sum, min, person) => sum + Math.min(min, this.meetings[person]!),
      0,
    );
    return { promised, guaranteed, value };
  }
}
