import { describe, expect, it } from 'vitest';
import { readProblem, type ProblemInput } from '../../src/planner/index.ts';
import { generated } from '../bench/planner/families.ts';
import { pair, people, planHere, slots } from './problems.ts';
import { violations } from './violations.ts';

const event = generated({
  employers: 8,
  talents: 40,
  dates: ['2026-09-14'],
  hours: ['09:00', '13:00'],
  wishes: [3, 6],
  max: 4,
  presence: 0.7,
  seed: 5,
});

const withoutTalent = (input: ProblemInput, id: string): ProblemInput => ({
  ...input,
  people: input.people.filter((person) => person.id !== id),
  pairs: input.pairs.filter(({ a, b }) => a !== id && b !== id),
});

describe('after a cancellation', () => {
  it('only those who had a meeting with whoever cancelled are touched', async () => {
    const before = await planHere(event);
    for (const { id } of event.people.filter(({ side }) => side === 'talent').slice(0, 10)) {
      const problem = withoutTalent(event, id);
      const after = await planHere(problem, { previous: { plan: before } });
      expect(violations(readProblem(problem), after)).toEqual([]);
      expect(after.changes!.changed).toEqual(after.changes!.unavoidable);
      expect(after.changes!.unavoidable).toHaveLength(before.people[id]!.meetings);
    }
  });

  it('filling moves nothing, and adds', async () => {
    const before = await planHere(event);
    const problem = withoutTalent(event, 'T3');
    const after = await planHere(problem, { previous: { plan: before, fill: true } });
    const held = after.meetings.map(({ pair: id, slot }) => `${id}@${slot}`);
    const gone = new Set(event.pairs.filter(({ a }) => a === 'T3').map(({ id }) => id));
    for (const { pair: id, slot } of before.meetings.filter((meeting) => !gone.has(meeting.pair)))
      expect(held).toContain(`${id}@${slot}`);
    expect(violations(readProblem(problem), after)).toEqual([]);
    expect(after.changes!.value.after).toBeCloseTo(after.value, 6);
  });
});

describe('a late arrival', () => {
  const base: ProblemInput = {
    slots: slots(2),
    people: people('e', 'f', 't1', 't2', 't3'),
    pairs: [
      pair('t1e', 't1', 'e', { value: 5 }),
      pair('t2e', 't2', 'e', { value: 4 }),
      pair('t3f', 't3', 'f', { value: 3 }),
    ],
  };

  it('without a guarantee changes nothing', async () => {
    const before = await planHere(base);
    const after = await planHere(
      {
        ...base,
        people: [...base.people, { id: 'late' }],
        pairs: [...base.pairs, pair('late', 'late', 'f')],
      },
      { previous: { plan: before } },
    );
    expect(after.changes!.changed).toEqual([]);
  });

  it('with a guarantee is served where the fewest others are touched', async () => {
    const before = await planHere(base);
    const after = await planHere(
      {
        ...base,
        people: [...base.people, { id: 'late', min: 1 }],
        pairs: [
          ...base.pairs,
          pair('late-e', 'late', 'e', { value: 9 }),
          pair('late-f', 'late', 'f', { value: 1 }),
        ],
      },
      { previous: { plan: before } },
    );
    expect(after.changes!.changed).toEqual(['f', 'late']);
    expect(after.unserved).toEqual([]);
  });

  it('with a promise moves others rather than break it', async () => {
    const before = await planHere({ ...base, people: base.people.map((person) => ({ ...person })) });
    const after = await planHere(
      {
        ...base,
        slots: slots(3),
        people: [...base.people, { id: 'late', available: [0] }],
        pairs: [...base.pairs, pair('late', 'late', 'e', { required: true })],
      },
      { previous: { plan: before } },
    );
    expect(after.meetings.map((meeting) => meeting.pair).sort()).toEqual(['late', 't1e', 't2e', 't3f']);
    expect(after.changes!.changed).toHaveLength(3);
  });
});

describe('what has been held', () => {
  it('stands, and nothing new is put before now', async () => {
    const base: ProblemInput = {
      slots: slots(3),
      people: people('e', 't1', 't2'),
      pairs: [pair('t1e', 't1', 'e', { slots: [0] }), pair('t2e', 't2', 'e', { slots: [1] })],
    };
    const before = await planHere(base);
    const after = await planHere(
      {
        ...base,
        people: [...base.people, { id: 'f', min: 1 }],
        pairs: [...base.pairs, pair('t2f', 't2', 'f')],
      },
      { previous: { plan: before, now: base.slots[1]!.start } },
    );
    const slotOf = new Map(after.meetings.map((meeting) => [meeting.pair, meeting.slot]));
    expect(slotOf.get('t1e')).toBe(0);
    expect(slotOf.get('t2f')).toBe(2);
  });
});
