import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../../src/planner/index.ts';
import { pair, people, planHere, slots, smallProblems } from './problems.ts';

const problem = { slots: slots(3), people: people('t', 'e'), pairs: [pair('m', 't', 'e')] };

describe('what cannot be read in one way only is refused', () => {
  it.each([
    ['an unknown person', { pairs: [pair('m', 't', 'nobody')] }, 'PLANNER_UNKNOWN_REFERENCE'],
    ['an unknown slot', { pairs: [pair('m', 't', 'e', { fixed: 9 })] }, 'PLANNER_UNKNOWN_REFERENCE'],
    ['an unknown pair', { precede: [['m', 'n']] }, 'PLANNER_UNKNOWN_REFERENCE'],
    ['an unknown member', { groups: [{ id: 'g', members: ['x'] }] }, 'PLANNER_UNKNOWN_REFERENCE'],
    ['two people of one id', { people: people('t', 'e', 't') }, 'PLANNER_DUPLICATE_ID'],
    ['someone who meets themselves', { pairs: [pair('m', 't', 't')] }, 'PLANNER_SELF_MEETING'],
    ['slots out of order', { slots: slots(3).toReversed() }, 'PLANNER_SLOTS_OUT_OF_ORDER'],
    [
      'overlapping slots',
      { slots: [slots(1)[0]!, { ...slots(1)[0]!, id: 1 }] },
      'PLANNER_SLOTS_OUT_OF_ORDER',
    ],
    [
      'a slot without length',
      { slots: [{ ...slots(1)[0]!, end: slots(1)[0]!.start }] },
      'PLANNER_EMPTY_SLOT',
    ],
    ['apart and together', { apart: [['t', 'e']], together: [['e', 't']] }, 'PLANNER_APART_AND_TOGETHER'],
    [
      'a minimum above the maximum',
      { people: [{ id: 't', min: 3, max: 2 }, { id: 'e' }] },
      'PLANNER_MINIMUM_ABOVE_MAXIMUM',
    ],
    ['a negative value', { pairs: [pair('m', 't', 'e', { value: -1 })] }, 'INPUT_INVALID'],
    ['no number as value', { pairs: [pair('m', 't', 'e', { value: Number.NaN })] }, 'INPUT_INVALID'],
    ['an unknown zone', { people: [{ id: 't', zone: 'Mars/Olympus' }, { id: 'e' }] }, 'INPUT_INVALID'],
    ['a date that is none', { slots: [{ id: 0, start: 'tomorrow', end: 'later' }] }, 'INPUT_INVALID'],
  ])('%s', (_, change, code) => {
    expect(() => readProblem({ ...problem, ...change })).toThrow(expect.objectContaining({ code }));
  });

  it('names value and place', () => {
    expect(() => readProblem({ ...problem, pairs: [pair('m', 't', 'nobody')] })).toThrow(
      "Pair 'm' names person 'nobody', which the problem does not list",
    );
    expect(() => readProblem({ ...problem, pairs: [pair('m', 't', 'e', { value: -1 })] })).toThrow(
      /^problem\.pairs\.0\.value: /,
    );
  });
});

describe('what cannot be satisfied is explained', () => {
  it('nobody available', async () => {
    const plan = await planHere({ ...problem, people: [{ id: 't', available: [] }, { id: 'e' }] });
    expect(plan.meetings).toEqual([]);
    expect(plan.unplaced).toEqual([{ pair: 'm', limit: 'no common slot', reason: "'t' is never available" }]);
  });

  it('two meetings of one person fixed at once', async () => {
    const plan = await planHere({
      slots: slots(3),
      people: people('t', 'e', 'f'),
      pairs: [pair('m', 't', 'e', { fixed: 1 }), pair('n', 't', 'f', { fixed: 1 })],
    });
    expect(plan.status).toBe('infeasible');
    expect(plan.conflict).toEqual([
      "meeting 'm' of 't' with 'e' in slot 1",
      "meeting 'n' of 't' with 'f' in slot 1",
    ]);
    expect(plan.meetings).toHaveLength(1);
  });

  it('a promise outside availability', async () => {
    const plan = await planHere({
      ...problem,
      people: [
        { id: 't', available: [0] },
        { id: 'e', available: [1] },
      ],
      pairs: [pair('m', 't', 'e', { required: true })],
    });
    expect(plan).toMatchObject({ status: 'infeasible', conflict: ["meeting 'm' of 't' with 'e'"] });
  });

  it.each([
    ['no pairs', { pairs: [] }],
    ['no slots', { slots: [] }],
    ['nobody', { people: [], pairs: [] }],
  ])('%s', async (_, change) => {
    expect((await planHere({ ...problem, ...change })).meetings).toEqual([]);
  });

  it.each([
    [
      'maximum',
      { people: [{ id: 't', max: 1 }, { id: 'e' }, { id: 'f' }] },
      "'t' has 1 of at most 1 meeting",
    ],
    [
      'places',
      { slots: slots(1), people: people('t', 'e', 'f', 'u'), places: { count: 1 }, second: 'u' },
      'no place is free in all 1 common slot',
    ],
    ['group', { groups: [{ id: 'g', members: ['e', 'f'], max: 1 }] }, "group 'g' has 1 of at most 1 meeting"],
    [
      'once',
      { groups: [{ id: 'g', members: ['e', 'f'], once: true }] },
      "another member of group 'g' is met already",
    ],
    ['apart', { apart: [['t', 'f']] }, "'t' and 'f' are to be apart"],
  ])('%s', async (limit, { second, ...change }: Record<string, unknown>, reason) => {
    const plan = await planHere({
      slots: slots(3),
      people: people('t', 'e', 'f'),
      pairs: [pair('m', 't', 'e', { value: 2 }), pair('n', (second as string) ?? 't', 'f')],
      ...change,
    });
    expect(plan.unplaced).toEqual([{ pair: 'n', limit, reason }]);
  });
});

describe('whatever comes in', () => {
  it('broken in any place, is planned or refused with a code', async () => {
    const values = fc.constantFrom(null, -1, Number.NaN, Infinity, 'x', [], {}, 1e12, 0, true);
    await fc.assert(
      fc.asyncProperty(
        smallProblems(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        values,
        async (input, path, value) => {
          const broken = structuredClone(input);
          put(broken, path, value);
          await expect(planOrCode(broken)).resolves.toBeTruthy();
        },
      ),
      { numRuns: 200, seed: 20261122 },
    );
  });

  async function planOrCode(input: typeof problem): Promise<string> {
    try {
      return (await planHere(input, { work: 50 })).status;
    } catch (failure) {
      return (failure as { code: string }).code;
    }
  }

  /** Writes a value somewhere into a structure, the way chosen by numbers. */
  function put(structure: unknown, [first = 0, ...rest]: number[], value: unknown): void {
    const object = structure as Record<string, unknown>;
    const keys = Object.keys(object);
    if (keys.length === 0) return;
    const key = keys[first % keys.length]!;
    const inner = object[key];
    if (rest.length > 0 && typeof inner === 'object' && inner !== null) put(inner, rest, value);
    else object[key] = value;
  }

  it('a hundred thousand pairs are planned in bounded time', async () => {
    const talents = Array.from({ length: 2_000 }, (_, i) => `t${i}`);
    const employers = Array.from({ length: 50 }, (_, i) => `e${i}`);
    const pairs = talents.flatMap((t, i) =>
      employers.map((e, j) => pair(`${t}${e}`, t, e, { value: ((i * 7 + j * 13) % 100) / 100 })),
    );
    const plan = await planHere(
      { slots: slots(8), people: people(...talents, ...employers), pairs },
      { work: 20 },
    );
    expect(plan.meetings).toHaveLength(400);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.value);
  }, 120_000);
});
