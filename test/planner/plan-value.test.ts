import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../../src/planner/index.ts';
import { shuffle, randomFrom } from '../../src/planner/random.ts';
import { bestByTrying, pair, people, planHere, slots, smallProblems } from './problems.ts';
import { violations } from './violations.ts';

const RUNS = { numRuns: 150, seed: 20261122 };

describe('a plan', () => {
  it('keeps every limit, and every promise that can be kept', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems({ shared: true }), async (input) => {
        const problem = readProblem(input);
        const plan = await planHere(input);
        expect(violations(problem, plan)).toEqual([]);
        const promised = problem.pairs.filter(({ required, fixed }) => required || fixed != null);
        const held = plan.meetings.map((meeting) => meeting.pair);
        const kept = plan.status === 'optimal' || plan.status === 'feasible' ? promised : [];
        expect(held).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
        expect(plan.meetings.length + plan.unplaced.length).toBe(problem.pairs.length);
      }),
      RUNS,
    );
  });

  it('of a few pairs is the best there is, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems({ promises: false, shared: true }), async (input) => {
        const best = bestByTrying(readProblem(input), violations);
        const plan = await planHere(input);
        expect(plan.value).toBeCloseTo(best.value, 6);
        expect(plan.bound).toBeGreaterThanOrEqual(best.value - 1e-6);
        expect(plan.proven ? plan.value - plan.bound : 0).toBeCloseTo(0, 6);
      }),
      RUNS,
    );
  });

  it('keeps as many promises as trying everything does', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems(), async (input) => {
        const problem = readProblem(input);
        const plan = await planHere(input);
        const held = new Set(plan.meetings.map((meeting) => meeting.pair));
        const kept = problem.pairs.filter(
          (each) => (each.required || each.fixed != null) && held.has(each.id),
        ).length;
        const all = problem.pairs.filter((each) => each.required || each.fixed != null).length;
        const possible = bestByTrying(problem, violations).promised;
        // Where all can be kept, all are; where not, the plan says which contradict one another.
        expect({ all: kept === all, infeasible: plan.status === 'infeasible' }).toEqual({
          all: possible === all,
          infeasible: possible < all,
        });
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which the problem is written down', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems({ promises: false }), fc.integer(), async (input, seed) => {
        const random = randomFrom(seed);
        const shuffled = {
          ...input,
          people: shuffle([...input.people], random),
          pairs: shuffle([...input.pairs], random),
        };
        expect((await planHere(shuffled)).value).toBeCloseTo((await planHere(input)).value, 6);
      }),
      RUNS,
    );
  });

  it('is the same for the same seed and work', async () => {
    const input = { slots: slots(6), people: people('t1', 't2', 't3', 'e1', 'e2'), pairs: everybody() };
    const [one, other] = [await planHere(input), await planHere(input)];
    expect(one).toEqual(other);
  });
});

const everybody = () =>
  ['t1', 't2', 't3'].flatMap((t, i) =>
    ['e1', 'e2'].map((e, j) => pair(`${t}${e}`, t, e, { value: i + j / 2 })),
  );

describe('the bound', () => {
  it('never falls when a limit is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems({ promises: false }), fc.nat(), async (input, which) => {
        const before = await planHere(input);
        const after = await planHere(relaxed(input, which));
        expect(after.bound).toBeGreaterThanOrEqual(before.bound - 1e-6);
      }),
      RUNS,
    );
  });
});

type Input = Parameters<typeof planHere>[0];

/** The problem without one of its limits. */
function relaxed(input: Input, which: number): Input {
  switch (which % 6) {
    case 0:
      return { ...input, places: null };
    case 1:
      return { ...input, apart: [] };
    case 2:
      return { ...input, precede: [] };
    case 3:
      return { ...input, people: input.people.map((person) => ({ ...person, max: null })) };
    case 4:
      return { ...input, people: input.people.map((person) => ({ ...person, available: null, rest: 0 })) };
    default:
      return { ...input, pairs: input.pairs.map((each) => ({ ...each, slots: null })) };
  }
}

describe('without limits on availability', () => {
  it('as many slots suffice as the largest number of meetings of one person (König 1916)', async () => {
    const talents = Array.from({ length: 12 }, (_, i) => `t${i}`);
    const employers = Array.from({ length: 8 }, (_, i) => `e${i}`);
    const random = randomFrom(3);
    const pairs = talents
      .flatMap((t) => employers.map((e) => pair(`${t}${e}`, t, e)))
      .filter(() => random() < 0.6);
    const degree = Math.max(
      ...[...talents, ...employers].map((id) => pairs.filter(({ a, b }) => a === id || b === id).length),
    );
    const plan = await planHere(
      { slots: slots(degree), people: people(...talents, ...employers), pairs },
      { work: 4_000 },
    );
    expect(plan.unplaced).toEqual([]);
    expect(plan.proven).toBe(true);
  });
});

describe('people who are together', () => {
  const couple = {
    slots: slots(3),
    people: people('nurse', 'engineer', 'clinic', 'factory', 'school'),
    together: [['nurse', 'engineer']] as [string, string][],
  };

  it('meet in the same slots', async () => {
    const pairs = [
      pair('n1', 'nurse', 'clinic', { value: 3 }),
      pair('n2', 'nurse', 'school', { value: 2 }),
      pair('g1', 'engineer', 'factory', { value: 1 }),
      pair('g2', 'engineer', 'school', { value: 1 }),
    ];
    const plan = await planHere({ ...couple, pairs });
    expect(violations(readProblem({ ...couple, pairs }), plan)).toEqual([]);
    expect(plan.value).toBe(7);
  });

  it('do not meet at all when only one of them could', async () => {
    const plan = await planHere({ ...couple, pairs: [pair('n1', 'nurse', 'clinic')] });
    expect(plan.meetings).toEqual([]);
    expect(plan.unplaced).toMatchObject([{ pair: 'n1', limit: 'together' }]);
  });
});

describe('guarantees come before value', () => {
  const input = {
    slots: slots(1),
    people: [{ id: 'star' }, { id: 'newcomer', min: 1 }, { id: 'e' }],
    pairs: [pair('high', 'star', 'e', { value: 9 }), pair('low', 'newcomer', 'e', { value: 1 })],
  };

  it('the guaranteed meeting is held, however little it is worth', async () => {
    const plan = await planHere(input);
    expect(plan.meetings.map((meeting) => meeting.pair)).toEqual(['low']);
    expect(plan.unplaced).toMatchObject([{ pair: 'high', limit: 'agenda' }]);
  });

  it('a promise comes before a guarantee, and who goes without is named with the reason', async () => {
    const promised = { ...input, pairs: [{ ...input.pairs[0]!, required: true }, input.pairs[1]!] };
    const plan = await planHere(promised);
    expect(plan.meetings.map((meeting) => meeting.pair)).toEqual(['high']);
    expect(plan.unserved).toMatchObject([{ person: 'newcomer', min: 1, meetings: 0 }]);
    expect(plan.unserved[0]!.reason).toContain("'e' is taken");
  });
});

describe('guarantees of a few people', () => {
  it('are kept as far as they can be, at the best value that leaves, and no bound is below that', async () => {
    let binding = 0;
    await fc.assert(
      fc.asyncProperty(smallProblems({ promises: false, guarantees: true }), async (input) => {
        const problem = readProblem(input);
        const best = bestByTrying(problem, violations);
        const plan = await planHere(input);
        const short = plan.unserved.reduce((sum, { min, meetings }) => sum + min - meetings, 0);
        const all = problem.people.reduce((sum, { min }) => sum + min, 0);
        expect({ guaranteed: all - short, value: plan.value }).toEqual({
          guaranteed: best.guaranteed,
          value: best.value,
        });
        expect(plan.bound).toBeGreaterThanOrEqual(best.value - 1e-6);
        expect(plan.proven).toBe(short === 0);
        const { value } = await planHere({
          ...input,
          people: input.people.map((person) => ({ ...person, min: 0 })),
        });
        binding += value > plan.value ? 1 : 0;
      }),
      RUNS,
    );
    expect(binding).toBeGreaterThan(5);
  });
});

describe('fairness', () => {
  const input = {
    slots: slots(2),
    people: people('star', 'other', 'e'),
    pairs: [
      pair('s1', 'star', 'e', { value: 5 }),
      pair('s2', 'star', 'e', { value: 4 }),
      pair('o1', 'other', 'e', { value: 3.9 }),
    ],
  };

  it('costs nothing unless asked for', async () => {
    const plan = await planHere(input);
    expect(plan.value).toBe(9);
    expect(plan.fairness).toMatchObject({ worstOff: 0, worstOffPerson: 'other', price: 0 });
  });

  it('raises the worst-off at a price that is told', async () => {
    const plan = await planHere({ ...input, weights: { fairness: 0.05 } });
    expect(plan.meetings.map((meeting) => meeting.pair).sort()).toEqual(['o1', 's1']);
    expect(plan.fairness.price).toBeCloseTo(0.1, 6);
  });
});
