import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../../src/planner/index.ts';
import { modelOf } from '../../src/planner/model.ts';
import { randomFrom, shuffle } from '../../src/planner/random.ts';
import { closeGaps } from '../../src/planner/search/close-gaps.ts';
import { placeFixed, placeInOrder } from '../../src/planner/search/greedy.ts';
import { Timetable } from '../../src/planner/search/timetable.ts';
import { spareMoves } from '../../src/planner/spare-moves.ts';
import { comfortOf, placedOf, summariesOf } from '../../src/planner/summaries.ts';
import { generated } from '../bench/planner/families.ts';
import { pair, people, planHere, slots, smallProblems } from './problems.ts';
import { violations } from './violations.ts';

const RUNS = { numRuns: 150, seed: 20261122 };

/** Value and idle slots of a timetable. */
function figuresOf(timetable: Timetable): { value: number; idle: number } {
  const { model, optionOf } = timetable;
  const placed = model.candidates.flatMap(({ pairs }, c) =>
    optionOf[c]! < 0
      ? []
      : pairs.map((each) => ({ pair: each, slot: model.slotOf[optionOf[c]!]!, place: null })),
  );
  const { idle } = comfortOf(summariesOf(model.problem, model.directory, placed), 0);
  return { value: timetable.parts().value, idle };
}

/** A plan made in any order, so that there is something to better. */
function someTimetable(input: Parameters<typeof readProblem>[0], seed: number): Timetable {
  const timetable = new Timetable(modelOf(readProblem(input)));
  placeFixed(timetable);
  placeInOrder(timetable, shuffle([...timetable.optionOf.keys()], randomFrom(seed)));
  return timetable;
}

describe('idle slots', () => {
  it('are closed without a weight only where the value and every promise and guarantee stay as they are', () => {
    fc.assert(
      fc.property(smallProblems({ guarantees: true }), fc.integer(), (input, seed) => {
        const timetable = someTimetable(input, seed);
        const [before, score] = [figuresOf(timetable), timetable.score];
        expect(closeGaps(timetable, 0, () => false)).toBe(0);
        const after = figuresOf(timetable);
        expect(after.value).toBe(before.value);
        expect(timetable.score).toBe(score);
        expect(after.idle).toBeLessThanOrEqual(before.idle);
      }),
      RUNS,
    );
  });

  it('cost, with a weight, no more value than they are worth, and no promise or guarantee', () => {
    let paid = 0;
    fc.assert(
      fc.property(
        smallProblems({ guarantees: true }),
        fc.integer(),
        fc.integer({ min: 1, max: 9 }),
        (input, seed, weight) => {
          const timetable = someTimetable(input, seed);
          const [before, kept] = [figuresOf(timetable), timetable.parts()];
          const price = closeGaps(timetable, weight, () => false);
          const after = figuresOf(timetable);
          expect(after.value - weight * after.idle).toBeGreaterThanOrEqual(
            before.value - weight * before.idle,
          );
          expect(price).toBe(Math.max(0, before.value - after.value));
          expect(timetable.parts().promised).toBeGreaterThanOrEqual(kept.promised);
          expect(timetable.parts().guaranteed).toBeGreaterThanOrEqual(kept.guaranteed);
          paid += price > 0 ? 1 : 0;
        },
      ),
      { ...RUNS, numRuns: 600 },
    );
    expect(paid).toBeGreaterThan(3);
  });

  it('are given up for a meeting only as far as their weight goes, and the price is told', async () => {
    const input = {
      slots: slots(3),
      people: [{ id: 't' }, { id: 'e', available: [0] }, { id: 'f', available: [2] }],
      pairs: [pair('te', 't', 'e', { value: 5 }), pair('tf', 't', 'f', { value: 1 })],
    };
    expect(await planHere(input)).toMatchObject({ value: 6, comfort: { idle: 1, price: 0 } });
    const weighed = await planHere({ ...input, weights: { idle: 2 } });
    expect(weighed).toMatchObject({ value: 5, comfort: { idle: 0, price: 1 } });
    expect(weighed.unplaced).toMatchObject([{ pair: 'tf', limit: 'idle' }]);
  });
});

describe('changes of place', () => {
  it('are never more for being spared, and nobody loses a home', () => {
    const place = fc.integer({ min: 0, max: 4 });
    const problem = readProblem({
      slots: slots(5),
      people: people('p', 'q', 'r', 's', 'u', 'v'),
      pairs: ['pq', 'pr', 'ps', 'qr', 'qu', 'rs', 'su', 'uv', 'pv'].map((id) => pair(id, id[0]!, id[1]!)),
      places: { count: 5 },
    });
    const { directory } = modelOf(problem);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4 }), place), {
          maxLength: 12,
        }),
        fc.nat(11),
        (drawn, stays) => {
          const meetings = drawn
            .filter(([p, s, at], i) =>
              drawn
                .slice(0, i)
                .every(
                  ([p2, s2, at2]) =>
                    p !== p2 &&
                    (s !== s2 ||
                      (at !== at2 &&
                        ![directory.first[p], directory.second[p]].some((who) =>
                          [directory.first[p2], directory.second[p2]].includes(who),
                        ))),
                ),
            )
            .map(([p, slot, at]) => ({ pair: p, slot, place: at }));
          const movesWith = (places: (number | null)[]): number =>
            comfortOf(
              summariesOf(
                problem,
                directory,
                meetings.map((each, m) => ({ ...each, place: places[m]! })),
              ),
              0,
            ).moves;
          const before = meetings.map((each) => each.place);
          const after: (number | null)[] = [...before];
          spareMoves(directory, meetings, after, 5, (m) => m === stays);
          expect(movesWith(after)).toBeLessThanOrEqual(movesWith(before));
          expect(after[stays]).toBe(before[stays]);
          const taken = meetings.map(({ slot }, m) => `${slot} ${after[m]}`);
          expect(new Set(taken).size).toBe(taken.length);
        },
      ),
      RUNS,
    );
  });

  it('of an event are fewer than with places by their number', async () => {
    const event = {
      ...generated({
        employers: 8,
        talents: 40,
        dates: ['2026-09-14'],
        hours: ['09:00', '13:00'],
        wishes: [3, 6],
        max: 4,
        presence: 0.7,
        seed: 5,
      }),
      places: { count: 8, home: { E1: 2 } },
    };
    const problem = readProblem(event);
    const plan = await planHere(event);
    expect(violations(problem, plan)).toEqual([]);
    const { directory } = modelOf(problem);
    const next = new Map<number, number>();
    const byNumber = plan.meetings.map((meeting) => {
      const place = next.get(meeting.slot) ?? 0;
      next.set(meeting.slot, place + 1);
      return { ...meeting, place };
    });
    const numbered = comfortOf(summariesOf(problem, directory, placedOf(directory, byNumber)), 0).moves;
    expect(plan.comfort.moves).toBeLessThan(numbered / 2);
  });
});
