/** Variables by activity, the most active first: a binary heap that knows where each variable stands. */
export class VariableHeap {
  readonly #activity: () => Float64Array;
  readonly #heap: number[] = [];
  readonly #position: number[] = [];

  constructor(activity: () => Float64Array) {
    this.#activity = activity;
  }

  insert(variable: number): void {
    if ((this.#position[variable] ?? -1) >= 0) return;
    this.#position[variable] = this.#heap.length;
    this.#heap.push(variable);
    this.#rise(this.#heap.length - 1);
  }

  /** Takes out the most active variable; -1 when there is none. */
  pop(): number {
    const top = this.#heap[0];
    if (top === undefined) return -1;
    const last = this.#heap.pop()!;
    this.#position[top] = -1;
    if (last !== top) {
      this.#heap[0] = last;
      this.#position[last] = 0;
      this.#sink(0);
    }
    return top;
  }

  /** Tells that the variable has become more active. */
  raised(variable: number): void {
    const at = this.#position[variable] ?? -1;
    if (at >= 0) this.#rise(at);
  }

  #rise(start: number): void {
    const activity = this.#activity();
    const variable = this.#heap[start]!;
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (activity[this.#heap[parent]!]! >= activity[variable]!) break;
      this.#heap[at] = this.#heap[parent]!;
      this.#position[this.#heap[at]!] = at;
      at = parent;
    }
    this.#heap[at] = variable;
    this.#position[variable] = at;
  }

  #sink(start: number): void {
    const activity = this.#activity();
    const variable = this.#heap[start]!;
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && activity[this.#heap[child + 1]!]! > activity[this.#heap[child]!]!)
        child += 1;
      if (activity[this.#heap[child]!]! <= activity[variable]!) break;
      this.#heap[at] = this.#heap[child]!;
      this.#position[this.#heap[at]!] = at;
      at = child;
    }
    this.#heap[at] = variable;
    this.#position[variable] = at;
  }
}
