import { encodeAgendas, type Requirement } from './breaks/agenda-encoding.ts';
import type { Effort } from './effort.ts';
import type { Model } from './model.ts';
import { optionsHeld } from './plan-breaks.ts';
import { shortageOf, type Shortage } from './shortage.ts';

/** What logic says of the promises of a problem. */
export type Verdict =
  | { answer: 'possible'; optionOf: Int32Array }
  | { answer: 'impossible'; conflict: string[] }
  | { answer: 'unknown' };

/** Conflicts that leaving one requirement out may take before it counts as needed. */
const SHORTENING_CONFLICTS = 2_000;

/** Conflicts between two looks at the effort. */
const LOOK_CONFLICTS = 20_000;

/** Positions of the pairs that must be placed. */
export const requiredPairs = ({ problem }: Model): number[] =>
  problem.pairs.flatMap(({ required, fixed }, pair) => (required || fixed != null ? [pair] : []));

/**
 * Decides whether all promises can be kept at once, and if not, which of them cannot: a set of requirements
 * from which none can be left out, as far as the effort went.
 */
export function judgePromises(model: Model, effort: Effort, countBreaks: boolean): Verdict {
  const required = requiredPairs(model);
  const short = shortageOf(model, required);
  if (short) return { answer: 'impossible', conflict: describeShortage(model, short) };
  const encoding = encodeAgendas(model, required, { countBreaks, selectable: true });
  const { solver, selectors, requirements } = encoding;
  const attempt = (assumptions: readonly number[], conflicts: number) => {
    const answer = solver.solve(assumptions, conflicts, () => effort.used() >= 1);
    effort.step(conflicts / 20);
    return answer;
  };
  let answer = attempt(selectors, LOOK_CONFLICTS);
  while (answer === 'unknown' && effort.used() < 1) answer = attempt(selectors, LOOK_CONFLICTS);
  if (answer === 'unknown') return { answer };
  if (answer === 'sat') return { answer: 'possible', optionOf: optionsHeld(model, encoding) };

  let core = [...solver.core];
  for (const selector of solver.core) {
    if (!core.includes(selector)) continue;
    const rest = core.filter((other) => other !== selector);
    // Its answer comes with a core of its own, which may be much smaller.
    if (attempt(rest, SHORTENING_CONFLICTS) === 'unsat') core = [...solver.core];
  }
  const positions = core.map((selector) => selectors.indexOf(selector)).sort((a, b) => a - b);
  return {
    answer: 'impossible',
    conflict: positions.map((position) => describe(model, requirements[position]!)),
  };
}

/** Meetings of one person name themselves; of a crowd at too few places these are named, too. */
export const describeShortage = (model: Model, { pairs, slots, places }: Shortage): string[] => [
  ...pairs.toSorted((a, b) => a - b).map((pair) => describeMeeting(model, pair)),
  ...(places === null ? [] : [`${places} places in each of ${slots} slots`]),
];

const describe = (model: Model, requirement: Requirement): string =>
  requirement.kind === 'spread'
    ? `break counts at most ${model.problem.maxBreakSpread} apart`
    : describeMeeting(model, requirement.pair);

function describeMeeting({ problem }: Model, pair: number): string {
  const { id, a, b, fixed } = problem.pairs[pair]!;
  const where = fixed == null ? '' : ` in slot ${fixed}`;
  return `meeting '${id}' of '${a}' with '${b}'${where}`;
}
