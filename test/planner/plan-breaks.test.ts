import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProblem, type Problem, type ProblemInput } from '../../src/planner/index.ts';
import { breaksInstance } from '../bench/planner/breaks-families.ts';
import { pair, people, planHere, slots } from './problems.ts';
import { violations } from './violations.ts';

/** Fewest breaks by trying every slot for every meeting, or undefined where nothing satisfies all. */
function fewestBreaks(problem: Problem): number | undefined {
  let fewest: number | undefined;
  const tryFrom = (at: number, held: number[]): void => {
    const meetings = held.map((slot, m) => ({
      pair: problem.pairs[m]!.id,
      slot,
      place: held.slice(0, m).filter((other) => other === slot).length,
    }));
    if (violations(problem, { meetings } as never).length > 0) return;
    if (at < problem.pairs.length) {
      for (const { id } of problem.slots) tryFrom(at + 1, [...held, id]);
      return;
    }
    const each = problem.people.flatMap(({ id }) => {
      const agenda = held
        .filter((_, m) => [problem.pairs[m]!.a, problem.pairs[m]!.b].includes(id))
        .sort((x, y) => x - y);
      return agenda.length === 0
        ? []
        : [agenda.filter((slot, i) => i > 0 && slot > agenda[i - 1]! + 1).length];
    });
    if (Math.max(...each) - Math.min(...each) > (problem.maxBreakSpread ?? Infinity)) return;
    const breaks = each.reduce((sum, own) => sum + own, 0);
    if (fewest === undefined || breaks < fewest) fewest = breaks;
  };
  tryFrom(0, []);
  return fewest;
}

const tiny: fc.Arbitrary<ProblemInput> = fc
  .record({
    slots: fc.integer({ min: 3, max: 5 }).map((count) => slots(count)),
    people: fc.tuple(
      ...['p', 'q', 'r', 's'].map((id) =>
        fc.record({
          id: fc.constant(id),
          available: fc.subarray([0, 1, 2], { minLength: 1 }).map((own) => [...own]),
        }),
      ),
    ),
    pairs: fc
      .subarray(
        [
          pair('pq', 'p', 'q'),
          pair('pr', 'p', 'r'),
          pair('qs', 'q', 's'),
          pair('rs', 'r', 's'),
          pair('ps', 'p', 's'),
        ],
        {
          minLength: 2,
          maxLength: 5,
        },
      )
      .map((chosen) => structuredClone(chosen)),
    places: fc.record({ count: fc.integer({ min: 1, max: 3 }) }),
    maxBreakSpread: fc.constantFrom(null, 0, 1),
    objective: fc.constant('breaks' as const),
  })
  .chain((problem) =>
    fc
      .subarray(
        problem.slots.map(({ id }) => id),
        { minLength: 2 },
      )
      .map((open) => ({
        ...problem,
        people: problem.people.map((person, i) =>
          i % 2 === 0 ? { ...person, available: open } : { id: person.id },
        ),
      })),
  );

describe('fewest breaks', () => {
  it('of a handful of meetings are what trying everything finds, and what cannot be held is recognised', async () => {
    let impossible = 0;
    await fc.assert(
      fc.asyncProperty(tiny, async (input) => {
        const problem = readProblem(input);
        const fewest = fewestBreaks(problem);
        const plan = await planHere(input, { work: 3_000 });
        expect(violations(problem, plan)).toEqual([]);
        impossible += fewest === undefined ? 1 : 0;
        expect(plan).toMatchObject(
          fewest === undefined
            ? { status: 'infeasible' }
            : { status: 'optimal', breaks: fewest, bound: fewest },
        );
        expect(plan.conflict.length > 0).toBe(fewest === undefined);
      }),
      { numRuns: 120, seed: 20261122 },
    );
    expect(impossible).toBeGreaterThan(5);
  });

  it('are found and proven for an event of 38 people and 78 meetings', async () => {
    const input = breaksInstance({
      people: 38,
      meetings: 78,
      slots: 12,
      tables: 8,
      forbidden: 0.2,
      seed: 18,
    });
    const plan = await planHere(input, { work: 20_000 });
    expect(violations(readProblem(input), plan)).toEqual([]);
    expect(plan).toMatchObject({ status: 'optimal', breaks: 5 });
  });

  it('are not searched for where there are more meetings than places: that is counted', async () => {
    const input = breaksInstance({
      people: 70,
      meetings: 154,
      slots: 21,
      tables: 14,
      forbidden: 0.25,
      seed: 12,
    });
    const plan = await planHere({ ...input, places: { count: 7, home: {} } }, { work: 1 });
    expect(plan.status).toBe('infeasible');
    expect(plan.conflict.at(-1)).toBe('7 places in each of 21 slots');
    expect(plan.conflict).toHaveLength(7 * 21 + 2);
  });

  it('are not searched for where someone has more meetings than slots', async () => {
    const input: ProblemInput = {
      slots: slots(2),
      people: people('p', 'q', 'r', 's'),
      pairs: [pair('pq', 'p', 'q'), pair('pr', 'p', 'r'), pair('ps', 'p', 's'), pair('qr', 'q', 'r')],
      objective: 'breaks',
    };
    const plan = await planHere(input, { work: 1 });
    expect(plan.status).toBe('infeasible');
    expect(plan.conflict).toEqual([
      "meeting 'pq' of 'p' with 'q'",
      "meeting 'pr' of 'p' with 'r'",
      "meeting 'ps' of 'p' with 's'",
    ]);
  });

  it('keep precedences and fixed meetings', async () => {
    const input: ProblemInput = {
      slots: slots(4),
      people: people('p', 'q', 'r'),
      pairs: [pair('pq', 'p', 'q', { fixed: 2 }), pair('pr', 'p', 'r'), pair('qr', 'q', 'r')],
      precede: [['pq', 'pr']],
      objective: 'breaks',
    };
    const plan = await planHere(input);
    expect(plan.meetings.map(({ pair: id, slot }) => `${id}@${slot}`)).toEqual(['qr@1', 'pq@2', 'pr@3']);
    expect(plan.breaks).toBe(1);
  });

  it('name the meetings that contradict one another, and none besides', async () => {
    const input: ProblemInput = {
      slots: slots(2),
      people: people('p', 'q', 'r', 's', 'u'),
      pairs: [pair('pq', 'p', 'q'), pair('pr', 'p', 'r'), pair('ps', 'p', 's'), pair('us', 'u', 's')],
      objective: 'breaks',
    };
    const plan = await planHere(input);
    expect(plan.status).toBe('infeasible');
    expect(plan.conflict).toEqual([
      "meeting 'pq' of 'p' with 'q'",
      "meeting 'pr' of 'p' with 'r'",
      "meeting 'ps' of 'p' with 's'",
    ]);
    expect(plan.meetings).toHaveLength(3);
  });
});
