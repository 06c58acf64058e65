import fc from 'fast-check';
import {
  readProblem,
  type Plan,
  type Previous,
  type Problem,
  type ProblemInput,
} from '../../src/planner/index.ts';
import { solve } from '../../src/planner/solve.ts';

const START = Date.parse('2026-09-14T07:00:00Z');

/** Slots of twenty minutes one after the other, `perDay` a day. */
export const slots = (count: number, perDay = 100): ProblemInput['slots'] =>
  Array.from({ length: count }, (_, id) => {
    const start = START + Math.floor(id / perDay) * 86_400_000 + (id % perDay) * 1_200_000;
    return { id, start: new Date(start).toISOString(), end: new Date(start + 1_200_000).toISOString() };
  });

/** Pairs in shorthand: who with whom, for how much. */
export const pair = (
  id: string,
  a: string,
  b: string,
  more: Partial<ProblemInput['pairs'][number]> = {},
): ProblemInput['pairs'][number] => ({ id, a, b, value: 1, ...more });

export const people = (...ids: string[]): ProblemInput['people'] => ids.map((id) => ({ id }));

/** Plans in this thread, by work instead of time, so that tests are the same everywhere. */
export function planHere(
  input: ProblemInput,
  { work = 300, previous }: { work?: number; previous?: Previous } = {},
): Promise<Plan> {
  const problem = readProblem({ ...input, limits: { seconds: 20, seed: 1, ...input.limits, work } });
  return solve(problem, { now: () => 0, cancelled: () => false, report: () => {}, previous });
}

/** Small problems with every kind of limit, few enough slots and pairs to try everything. */
export const smallProblems = ({
  promises = true,
  guarantees = false,
  shared = false,
} = {}): fc.Arbitrary<ProblemInput> =>
  fc
    .record({
      slots: fc.integer({ min: 1, max: 4 }),
      talents: fc.integer({ min: 1, max: 3 }),
      employers: fc.integer({ min: 1, max: 3 }),
    })
    .chain((size) => {
      const ids = [
        ...Array.from({ length: size.talents }, (_, i) => `t${i}`),
        ...Array.from({ length: size.employers }, (_, i) => `e${i}`),
      ];
      const meetings = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
      const slot = fc.integer({ min: 0, max: size.slots - 1 });
      const someone = fc.constantFrom(...ids);
      return fc.record({
        slots: fc.constant(slots(size.slots, 3)),
        people: fc.tuple(
          ...ids.map((id) =>
            fc.record({
              id: fc.constant(id),
              available: fc.option(fc.uniqueArray(slot, { maxLength: size.slots }), { freq: 2 }),
              max: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
              maxPerDay: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 4 }),
              rest: fc.constantFrom(0, 0, 0, 1),
              min: guarantees ? fc.constantFrom(0, 0, 1, 2) : fc.constant(0),
            }),
          ),
        ),
        pairs: fc
          .subarray(meetings, { minLength: 1, maxLength: Math.min(6, meetings.length) })
          .chain((chosen) =>
            fc.tuple(
              ...chosen.map(([a, b], i) =>
                fc.record({
                  id: fc.constant(`m${i}`),
                  a: fc.constant(a),
                  b: fc.constant(b),
                  value: fc.integer({ min: 0, max: 9 }),
                  required: promises ? fc.constantFrom(false, false, false, true) : fc.constant(false),
                  fixed: promises
                    ? fc.option(slot, { freq: 1, nil: null }).map((at) => at)
                    : fc.constant(null),
                  slots: fc.option(fc.uniqueArray(slot, { minLength: 1, maxLength: 3 }), { freq: 1 }),
                }),
              ),
            ),
          )
          .map((list) =>
            // Most pairs unfixed: a problem in which all is fixed leaves nothing to plan.
            list.map((each, i) => (i % 3 === 0 ? each : { ...each, fixed: null })),
          ),
        places: fc.option(fc.record({ count: fc.integer({ min: 0, max: 2 }) }), { freq: 2 }),
        shared: shared
          ? fc.array(
              fc.record({
                id: fc.constant('shared'),
                pairs: fc.option(fc.constant<string[]>(['m0']), { freq: 2 }),
                limits: fc.array(
                  fc.record({
                    slots: fc.uniqueArray(slot, { minLength: 1, maxLength: 2 }),
                    max: fc.integer({ min: 0, max: 2 }),
                  }),
                  { maxLength: 2 },
                ),
              }),
              { maxLength: 1 },
            )
          : fc.constant<NonNullable<ProblemInput['shared']>>([]),
        apart: fc
          .array(fc.tuple(someone, someone), { maxLength: 1 })
          .map((all) => all.filter(([p, q]) => p !== q)),
        precede: fc.constantFrom([], [['m0', 'm0']] as [string, string][]).map(() => []),
      });
    })
    .map((problem) => ({
      ...problem,
      people: problem.people.map((each) => ({ ...each, min: Math.min(each.min, each.max ?? each.min) })),
      precede:
        problem.pairs.length > 2 ? [[problem.pairs[0]!.id, problem.pairs[1]!.id] as [string, string]] : [],
    }));

/** The best value there is, promises and guarantees first, by trying every slot for every pair. For a handful of pairs. */
export function bestByTrying(
  problem: Problem,
  violationsOf: (problem: Problem, plan: Plan) => string[],
): { promised: number; guaranteed: number; value: number } {
  let best = { promised: -1, guaranteed: -1, value: -1 };
  const unplaced = (meetings: Plan['meetings']): Plan => ({ meetings, unplaced: [] }) as unknown as Plan;
  const withoutPlaces: Problem = { ...problem };
  const tryFrom = (at: number, meetings: Plan['meetings']): void => {
    // Every limit only forbids, so a partial plan that breaks one has no good completion.
    if (violationsOf(withoutPlaces, unplaced(meetings)).length > 0) return;
    if (at === problem.pairs.length) {
      const held = meetings.map((meeting) => problem.pairs.find(({ id }) => id === meeting.pair)!);
      const promised = held.filter((each) => each.required || each.fixed != null).length;
      const value = held.reduce((sum, each) => sum + each.value, 0);
      const guaranteed = problem.people.reduce(
        (sum, { id, min }) => sum + Math.min(min, held.filter(({ a, b }) => a === id || b === id).length),
        0,
      );
      const found = { promised, guaranteed, value };
      const first = (['promised', 'guaranteed', 'value'] as const).find((what) => found[what] !== best[what]);
      if (first && found[first] > best[first]) best = found;
      return;
    }
    for (const { id } of problem.slots) {
      const here = meetings.filter(({ slot }) => slot === id).length;
      const place = problem.places?.count ? here : null;
      tryFrom(at + 1, [...meetings, { pair: problem.pairs[at]!.id, slot: id, place }]);
    }
    tryFrom(at + 1, meetings);
  };
  tryFrom(0, []);
  return best;
}
