import { not, type Literal, type SatSolver } from '../sat/solver.ts';
import { count } from '../sat/totaliser.ts';

/** Something counted in unary of which so much is allowed: `number[allowed]` says that there is more. */
interface Allowance {
  number: readonly Literal[];
  allowed: number;
}

export type Attempt = (assumptions: readonly Literal[], conflicts: number) => 'sat' | 'unsat' | 'unknown';

/** Cores up to this size are made smaller, one literal at a time. */
const SHORTENED_SIZE = 60;
/** Conflicts that leaving out one literal of a core may take. */
const SHORTENING_CONFLICTS = 100;

/**
 * Raises a bound on a sum from below (OLL: Andres, Kaufmann, Matheis and Schaub 2012; with cores of their own kept
 * apart until nothing else conflicts, as in Berg and Järvisalo 2017): nothing is allowed at first; each set of
 * allowances that cannot all hold costs one, and from then on its members are counted together and one of them
 * is allowed to be exceeded. When all allowances hold at once, the sum is as small as the bound.
 */
export class CoreGuidedBound {
  readonly #solver: SatSolver;
  readonly #attempt: Attempt;
  readonly #allowances = new Map<Literal, Allowance>();
  #waiting: Literal[][] = [];
  bound = 0;

  constructor(solver: SatSolver, numbers: readonly (readonly Literal[])[], attempt: Attempt) {
    this.#solver = solver;
    this.#attempt = attempt;
    for (const number of numbers) this.#allow({ number, allowed: 0 });
  }

  /**
   * One try.
   * @returns `sat` with a model in which all holds that is asked for so far, `optimal` when that is the whole sum,
   *   `raised` when the bound went up.
   */
  step(conflicts: number): 'sat' | 'optimal' | 'raised' | 'unknown' {
    const answer = this.#attempt([...this.#allowances.keys()], conflicts);
    if (answer === 'unknown') return 'unknown';
    if (answer === 'sat') {
      if (this.#waiting.length === 0) return 'optimal';
      for (const core of this.#waiting) this.#allow({ number: count(this.#solver, core), allowed: 1 });
      this.#waiting = [];
      return 'sat';
    }
    const core = this.#shortened([...this.#solver.core]);
    this.bound += 1;
    for (const literal of core) {
      const { number, allowed } = this.#allowances.get(literal)!;
      this.#allowances.delete(literal);
      this.#allow({ number, allowed: allowed + 1 });
    }
    if (core.length > 1) this.#waiting.push(core.map(not));
    else this.#solver.addClause([not(core[0]!)]);
    return 'raised';
  }

  #allow({ number, allowed }: Allowance): void {
    if (allowed < number.length) this.#allowances.set(not(number[allowed]!), { number, allowed });
  }

  #shortened(found: Literal[]): Literal[] {
    let core = found;
    if (core.length > SHORTENED_SIZE) return core;
    for (const literal of found) {
      if (core.length < 2) break;
      if (!core.includes(literal)) continue;
      const rest = core.filter((other) => other !== literal);
      if (this.#attempt(rest, SHORTENING_CONFLICTS) === 'unsat') core = [...this.#solver.core];
    }
    return core;
  }
}
