import { Cardinalities } from './cardinalities.ts';
import { ClauseStore, LITERALS } from './clause-store.ts';
import { Target } from './target.ts';
import { VariableHeap } from './variable-heap.ts';

/** A variable or its negation: `2·variable`, or `2·variable + 1` when negated. */
export type Literal = number;

export const not = (literal: Literal): Literal => literal ^ 1;

const NO_REASON = -1;
/** Reasons below this name a cardinality: `FIRST_CARDINALITY - reason` is its position. */
const FIRST_CARDINALITY = -2;

const DECAY = 0.95;

/** Conflicts between two restarts. */
const RESTART = 300;

/** Reasons followed one behind the other when a learnt clause is made shorter. */
const DEEPEST_REASON = 40;

/**
 * A conflict-driven clause-learning solver (Marques-Silva and Sakallah 1996) in the shape of MiniSat (Eén and
 * Sörensson 2003): two watched literals, activity order, saved phases, first unique implication points, learnt
 * clauses kept by how many levels they join (Audemard and Simon 2009). Cardinalities are propagated as they
 * are and explained when asked, so that tables and agendas need no auxiliary variables. Written here because
 * `logic-solver` of the registry has no way to stop a run and no cardinalities of this kind.
 * Deterministic: it has no clock, its effort is counted in conflicts.
 */
export class SatSolver {
  readonly #clauses = new ClauseStore();
  readonly #cardinalities = new Cardinalities();
  readonly #target = new Target();
  #values = new Int8Array(0);
  #levels = new Int32Array(0);
  #reasons = new Int32Array(0);
  #positions = new Int32Array(0);
  #phases = new Uint8Array(0);
  #activity = new Float64Array(0);
  #seen = new Uint8Array(0);
  readonly #heap = new VariableHeap(() => this.#activity);
  readonly #trail: Literal[] = [];
  readonly #levelStarts: number[] = [];
  #next = 0;
  #variables = 0;
  #increment = 1;
  #contradiction = false;
  #conflictCount = 0;
  #reduceAt = 4000;
  #model: Int8Array = new Int8Array(0);
  /** After `unsat` under assumptions: those that cannot all hold. */
  core: Literal[] = [];

  get conflicts(): number {
    return this.#conflictCount;
  }

  newVariable(phase = false): number {
    const variable = this.#variables;
    this.#variables += 1;
    if (this.#variables > this.#levels.length) this.#grow();
    this.#phases[variable] = phase ? 1 : 0;
    this.#cardinalities.addVariable();
    this.#clauses.addVariable();
    this.#heap.insert(variable);
    return variable;
  }

  /** The value to try first when the variable is free. */
  setPhase(variable: number, phase: boolean): void {
    this.#phases[variable] = phase ? 1 : 0;
  }

  /** At least one of the literals holds. */
  addClause(literals: readonly Literal[]): void {
    this.#backtrack(0);
    if (this.#contradiction) return;
    const kept = [...new Set(literals)].filter((literal) => this.#values[literal] !== -1);
    if (kept.some((literal) => this.#values[literal] === 1 || kept.includes(not(literal)))) return;
    if (kept.length === 0) this.#contradiction = true;
    else if (kept.length === 1) {
      this.#assign(kept[0]!, NO_REASON);
      this.#contradiction = this.#propagate() !== NO_REASON;
    } else this.#clauses.add(kept, false, 0);
  }

  /** The weights of those that hold add up to the bound at most; without weights each counts one. */
  addAtMost(literals: readonly Literal[], bound: number, weights?: readonly number[]): void {
    this.#backtrack(0);
    if (this.#contradiction) return;
    if (bound < 0) this.#contradiction = true;
    const each = literals.map((_, i) => weights?.[i] ?? 1);
    if (each.reduce((sum, weight) => sum + weight, 0) <= bound) return;
    const position = this.#cardinalities.add(literals, each, bound);
    const full = (literal: Literal) => this.#assign(not(literal), NO_REASON);
    if (!this.#cardinalities.begin(position, this.#values, full)) this.#contradiction = true;
    if (!this.#contradiction) this.#contradiction = this.#propagate() !== NO_REASON;
  }

  /** Whether the variable holds in the last model. */
  holds(variable: number): boolean {
    return this.#model[2 * variable] === 1;
  }

  /**
   * Looks for a model in which the assumptions hold.
   * @param conflicts after how many conflicts to give up.
   * @param stop asked now and then whether to give up.
   */
  solve(
    assumptions: readonly Literal[] = [],
    conflicts = Infinity,
    stop: () => boolean = () => false,
  ): 'sat' | 'unsat' | 'unknown' {
    this.core = [];
    this.#target.forget();
    this.#backtrack(0);
    if (this.#contradiction) return 'unsat';
    if (this.#conflictCount > this.#reduceAt) this.#reduce();
    const most = this.#conflictCount + conflicts;
    let sinceRestart = 0;
    for (;;) {
      const conflict = this.#propagate();
      if (conflict !== NO_REASON) {
        this.#conflictCount += 1;
        sinceRestart += 1;
        this.#target.reach(this.#trail, this.#levelStarts.at(-1) ?? 0);
        if (this.#levelStarts.length === 0) {
          this.#contradiction = true;
          return 'unsat';
        }
        this.#learn(conflict);
        this.#increment /= DECAY;
        if (this.#increment > 1e100) this.#rescale();
        if (this.#conflictCount >= most || ((this.#conflictCount & 127) === 0 && stop()))
          return this.#giveUp();
        if (sinceRestart > RESTART) {
          sinceRestart = 0;
          this.#backtrack(0);
          if (this.#conflictCount > this.#reduceAt) this.#reduce();
        }
        continue;
      }
      const choice = this.#choose(assumptions);
      if (choice === 'unsat') {
        this.#backtrack(0);
        return 'unsat';
      }
      if (choice === 'sat') {
        this.#model = this.#values.slice();
        this.#backtrack(0);
        return 'sat';
      }
      this.#levelStarts.push(this.#trail.length);
      this.#assign(choice, NO_REASON);
    }
  }

  #giveUp(): 'unknown' {
    this.#backtrack(0);
    return 'unknown';
  }

  #choose(assumptions: readonly Literal[]): Literal | 'sat' | 'unsat' {
    while (this.#levelStarts.length < assumptions.length) {
      const literal = assumptions[this.#levelStarts.length]!;
      if (this.#values[literal] === 0) return literal;
      if (this.#values[literal] === -1) {
        this.core = this.#assumptionsBehind(literal);
        return 'unsat';
      }
      this.#levelStarts.push(this.#trail.length);
    }
    for (;;) {
      const variable = this.#heap.pop();
      if (variable < 0) return 'sat';
      if (this.#values[2 * variable] !== 0) continue;
      const aim = this.#target.of(variable);
      const phase = aim === 0 ? this.#phases[variable] === 1 : aim === 1;
      return 2 * variable + (phase ? 0 : 1);
    }
  }

  #assign(literal: Literal, reason: number): void {
    const variable = literal >> 1;
    this.#values[literal] = 1;
    this.#values[not(literal)] = -1;
    this.#levels[variable] = this.#levelStarts.length;
    this.#reasons[variable] = reason;
    this.#positions[variable] = this.#trail.length;
    this.#trail.push(literal);
  }

  /** @returns the reason of a conflict, or NO_REASON. */
  #propagate(): number {
    while (this.#next < this.#trail.length) {
      const literal = this.#trail[this.#next]!;
      this.#next += 1;
      const broken = this.#cardinalities.count(literal, this.#values, this.#full);
      if (broken >= 0) return FIRST_CARDINALITY - broken;
      const clause = this.#visitWatches(literal);
      if (clause !== NO_REASON) return clause;
    }
    return NO_REASON;
  }

  readonly #full = (literal: Literal, position: number): void =>
    this.#assign(not(literal), FIRST_CARDINALITY - position);

  #visitWatches(literal: Literal): number {
    const values = this.#values;
    const { watches } = this.#clauses;
    const list = watches[not(literal)]!;
    const falsified = not(literal);
    let kept = 0;
    for (let k = 0; k < list.length; k += 2) {
      const clause = list[k]!;
      if (values[list[k + 1]!] === 1) {
        list[kept] = clause;
        list[kept + 1] = list[k + 1]!;
        kept += 2;
        continue;
      }
      const store = this.#clauses.store;
      const first = clause + LITERALS;
      const end = first + store[clause]!;
      if (store[first] === falsified) {
        store[first] = store[first + 1]!;
        store[first + 1] = falsified;
      }
      const other = store[first]!;
      list[kept] = clause;
      list[kept + 1] = other;
      if (values[other] === 1) {
        kept += 2;
        continue;
      }
      let at = first + 2;
      while (at < end && values[store[at]!] === -1) at += 1;
      if (at < end) {
        store[first + 1] = store[at]!;
        store[at] = falsified;
        watches[store[first + 1]!]!.push(clause, other);
        continue;
      }
      kept += 2;
      if (values[other] === -1) {
        for (let rest = k + 2; rest < list.length; rest += 1, kept += 1) list[kept] = list[rest]!;
        list.length = kept;
        return clause;
      }
      this.#assign(other, clause);
    }
    list.length = kept;
    return NO_REASON;
  }

  /** The false literals that force `implied`, or that are in conflict when there is none. */
  #antecedents(reason: number, implied: Literal | -1, out: Literal[]): void {
    out.length = 0;
    if (reason > NO_REASON) {
      const { store } = this.#clauses;
      for (let at = reason + LITERALS, end = at + store[reason]!; at < end; at += 1)
        if (store[at] !== implied) out.push(store[at]!);
      return;
    }
    const literals = this.#cardinalities.literalsOf(FIRST_CARDINALITY - reason);
    const before = implied === -1 ? Infinity : this.#positions[implied >> 1]!;
    for (const literal of literals)
      if (this.#values[literal] === 1 && this.#positions[literal >> 1]! < before) out.push(not(literal));
  }

  readonly #reasonLiterals: Literal[] = [];

  /** Learns from a conflict and goes back. */
  #learn(conflict: number): void {
    const learnt: Literal[] = [0];
    const level = this.#levelStarts.length;
    const toClear: number[] = [];
    let open = 0;
    let at = this.#trail.length - 1;
    let reason = conflict;
    let implied: Literal | -1 = -1;
    for (;;) {
      if (reason > NO_REASON) this.#clauses.used(reason);
      this.#antecedents(reason, implied, this.#reasonLiterals);
      for (const literal of this.#reasonLiterals) {
        const variable = literal >> 1;
        if (this.#seen[variable] === 1 || this.#levels[variable] === 0) continue;
        this.#seen[variable] = 1;
        toClear.push(variable);
        this.#bump(variable);
        if (this.#levels[variable] === level) open += 1;
        else learnt.push(literal);
      }
      while (this.#seen[this.#trail[at]! >> 1] === 0) at -= 1;
      implied = this.#trail[at]!;
      at -= 1;
      open -= 1;
      if (open === 0) break;
      reason = this.#reasons[implied >> 1]!;
    }
    learnt[0] = not(implied);
    const short = [learnt[0], ...learnt.slice(1).filter((literal) => !this.#isImplied(literal, toClear))];
    for (const variable of toClear) this.#seen[variable] = 0;
    this.#keep(short);
  }

  /**
   * Whether the other literals of the learnt clause already imply this one, through however many reasons
   * (Sörensson and Biere 2009). What was found out stays in `#seen`: 1 in the clause or implied, 2 not implied.
   */
  #isImplied(literal: Literal, toClear: number[], depth = 0): boolean {
    const reason = this.#reasons[literal >> 1]!;
    if (reason === NO_REASON || depth > DEEPEST_REASON) return false;
    const antecedents: Literal[] = [];
    this.#antecedents(reason, not(literal), antecedents);
    for (const other of antecedents) {
      const variable = other >> 1;
      const seen = this.#seen[variable]!;
      if (seen === 1 || this.#levels[variable] === 0) continue;
      const implied = seen === 0 && this.#isImplied(other, toClear, depth + 1);
      if (seen === 0) {
        this.#seen[variable] = implied ? 1 : 2;
        toClear.push(variable);
      }
      if (!implied) return false;
    }
    return true;
  }

  #keep(learnt: Literal[]): void {
    const joined = new Set(learnt.map((literal) => this.#levels[literal >> 1]!)).size;
    if (learnt.length === 1) {
      this.#backtrack(0);
      this.#assign(learnt[0]!, NO_REASON);
      return;
    }
    let second = 1;
    for (let i = 2; i < learnt.length; i += 1)
      if (this.#levels[learnt[i]! >> 1]! > this.#levels[learnt[second]! >> 1]!) second = i;
    [learnt[1], learnt[second]] = [learnt[second]!, learnt[1]!];
    this.#backtrack(this.#levels[learnt[1]! >> 1]!);
    this.#assign(learnt[0]!, this.#clauses.add(learnt, true, joined));
  }

  /** The assumptions that force the negation of this one. */
  #assumptionsBehind(failed: Literal): Literal[] {
    const found = [failed];
    const marked = new Set([failed >> 1]);
    for (let at = this.#trail.length - 1; at >= (this.#levelStarts[0] ?? Infinity); at -= 1) {
      const literal = this.#trail[at]!;
      if (!marked.has(literal >> 1)) continue;
      const reason = this.#reasons[literal >> 1]!;
      if (reason === NO_REASON) {
        found.push(literal);
        continue;
      }
      this.#antecedents(reason, literal, this.#reasonLiterals);
      for (const other of this.#reasonLiterals) if (this.#levels[other >> 1]! > 0) marked.add(other >> 1);
    }
    return found;
  }

  #backtrack(level: number): void {
    if (this.#levelStarts.length <= level) return;
    const start = this.#levelStarts[level]!;
    for (let at = this.#trail.length - 1; at >= start; at -= 1) {
      const literal = this.#trail[at]!;
      const variable = literal >> 1;
      if (at < this.#next) this.#cardinalities.uncount(literal);
      this.#phases[variable] = (literal & 1) === 0 ? 1 : 0;
      this.#values[literal] = 0;
      this.#values[not(literal)] = 0;
      this.#heap.insert(variable);
    }
    this.#trail.length = start;
    this.#levelStarts.length = level;
    this.#next = Math.min(this.#next, start);
  }

  #bump(variable: number): void {
    this.#activity[variable]! += this.#increment;
    this.#heap.raised(variable);
  }

  #rescale(): void {
    for (let variable = 0; variable < this.#variables; variable += 1) this.#activity[variable]! *= 1e-100;
    this.#increment *= 1e-100;
  }

  #reduce(): void {
    this.#reduceAt = this.#conflictCount + 4000 + this.#conflictCount / 4;
    // At level 0 reasons are never asked for.
    for (const literal of this.#trail) this.#reasons[literal >> 1] = NO_REASON;
    this.#clauses.reduce((literal) => this.#values[literal] === 1);
  }

  #grow(): void {
    const size = Math.max(1024, 2 * this.#levels.length);
    this.#values = copied(new Int8Array(2 * size), this.#values);
    this.#levels = copied(new Int32Array(size), this.#levels);
    this.#reasons = copied(new Int32Array(size), this.#reasons);
    this.#positions = copied(new Int32Array(size), this.#positions);
    this.#phases = copied(new Uint8Array(size), this.#phases);
    this.#target.grow(size);
    this.#seen = copied(new Uint8Array(size), this.#seen);
    this.#activity = copied(new Float64Array(size), this.#activity);
  }
}

function copied<List extends { set: (from: List) => void }>(to: List, from: List): List {
  to.set(from);
  return to;
}
