import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignInterpreters,
  interpreterLimits,
  type Interpreter,
} from '../../../src/occasions/planning/interpreting.ts';

const scenes = fc
  .record({
    interpreters: fc.array(
      fc.record({ available: fc.subarray([0, 1, 2]), max: fc.option(fc.integer({ min: 0, max: 2 })) }),
      { minLength: 1, maxLength: 3 },
    ),
    meetings: fc.array(fc.record({ slot: fc.integer({ min: 0, max: 2 }), able: fc.subarray([0, 1, 2]) }), {
      maxLength: 6,
    }),
  })
  .map(({ interpreters, meetings }) => {
    const all: Interpreter[] = interpreters.map(({ available, max }, i) => ({
      id: `i${i}`,
      available: new Set(available),
      max,
    }));
    const able = meetings.map((each) => each.able.filter((i) => i < all.length).map((i) => `i${i}`));
    return {
      interpreters: all,
      meetings: meetings.map(({ slot }, m) => ({ pair: `m${m}`, slot })),
      interpretable: Object.fromEntries(able.flatMap((ids, m) => (ids.length > 0 ? [[`m${m}`, ids]] : []))),
    };
  });
type Scene = typeof scenes extends fc.Arbitrary<infer S> ? S : never;

/** The most meetings that can be served, by trying everything. */
function mostServed({ interpreters, meetings, interpretable }: Scene): number {
  const needing = meetings.filter(({ pair }) => interpretable[pair]);
  const attempt = (at: number, taken: readonly string[]): number => {
    const meeting = needing[at];
    if (!meeting) return taken.length;
    const choices = interpretable[meeting.pair]!.filter((id) => {
      const { available, max } = interpreters.find((each) => each.id === id)!;
      const load = taken.filter((each) => each.startsWith(`${id} `)).length;
      return (
        available.has(meeting.slot) &&
        !taken.includes(`${id} ${meeting.slot}`) &&
        (max === null || load < max)
      );
    });
    return Math.max(
      attempt(at + 1, taken),
      ...choices.map((id) => attempt(at + 1, [...taken, `${id} ${meeting.slot}`])),
    );
  };
  return attempt(0, []);
}

describe('interpreters', () => {
  test('are assigned to as many meetings as can be, nobody twice at once, nobody more than their most', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const given = assignInterpreters(scene.meetings, scene.interpretable, scene.interpreters);
        const slotOf = new Map(scene.meetings.map(({ pair, slot }) => [pair, slot]));
        const held = [...given].map(([pair, id]) => `${id} ${slotOf.get(pair)}`);
        expect(new Set(held).size).toBe(held.length);
        for (const [pair, id] of given) expect(scene.interpretable[pair]).toContain(id);
        for (const { id, available, max } of scene.interpreters) {
          const own = [...given].filter(([, other]) => other === id);
          for (const [pair] of own) expect(available.has(slotOf.get(pair)!)).toBe(true);
          expect(own.length).toBeLessThanOrEqual(max ?? Infinity);
        }
        expect(given.size).toBe(mostServed(scene));
      }),
      { numRuns: 1000 },
    );
  });

  test('limit meetings exactly as far as they can all be served', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const unbounded = {
          ...scene,
          interpreters: scene.interpreters.map((each) => ({ ...each, max: null })),
        };
        const limits = interpreterLimits(unbounded.interpretable, unbounded.interpreters, [0, 1, 2]);
        const kept = limits.every(({ pairs, limits: own }) =>
          own.every(
            ({ slots, max }) =>
              scene.meetings.filter(({ pair, slot }) => pairs!.includes(pair) && slots.includes(slot))
                .length <= max,
          ),
        );
        const needing = scene.meetings.filter(({ pair }) => scene.interpretable[pair]).length;
        expect(kept).toBe(mostServed(unbounded) === needing);
      }),
      { numRuns: 1000 },
    );
  });

  test('who sat in before sit in again', () => {
    const interpreters = ['i0', 'i1'].map((id) => ({ id, available: new Set([0]), max: null }));
    const interpretable = { m0: ['i0', 'i1'] };
    const assigned = assignInterpreters(
      [{ pair: 'm0', slot: 0 }],
      interpretable,
      interpreters,
      new Map([['m0', 'i1']]),
    );
    expect(assigned.get('m0')).toBe('i1');
  });
});
