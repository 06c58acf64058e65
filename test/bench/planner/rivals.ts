import { solvePart } from '../../../src/planner/bound/programme.ts';
import type { Model } from '../../../src/planner/model.ts';
import { randomFrom, shuffle } from '../../../src/planner/random.ts';
import { byValue, placeFixed, placeInOrder } from '../../../src/planner/search/greedy.ts';
import { Timetable } from '../../../src/planner/search/timetable.ts';

/** How organisers plan today, and what a specialist would reach for: each makes a timetable in the seconds given. */
export const RIVALS: Readonly<Record<string, (model: Model, seconds: number) => Promise<Timetable>>> = {
  'greedy by value': async (model) => {
    const timetable = begun(model);
    placeInOrder(timetable, byValue(timetable));
    return timetable;
  },
  // First come, first served: pairs in a random order, which is what requests come in.
  'greedy by request time': async (model) => {
    const timetable = begun(model);
    placeInOrder(timetable, requestOrder(model, 1));
    return timetable;
  },
  'random restarts': async (model, seconds) => {
    const until = performance.now() + seconds * 1000;
    let best = begun(model);
    for (let seed = 1; performance.now() < until; seed += 1) {
      const timetable = begun(model);
      placeInOrder(timetable, requestOrder(model, seed));
      if (timetable.score > best.score) best = timetable;
    }
    return best;
  },
  'HiGHS alone': async (model, seconds) => {
    const timetable = new Timetable(model);
    const { options } = await solvePart(
      model,
      {
        options: Int32Array.from(model.slotOf, (_, option) => option),
        worth: Float64Array.from(model.candidateOf, (c) => model.candidates[c]!.value),
        capacity: model.capacity,
        promised: Uint8Array.from(model.candidates, ({ fixed }) => (fixed ? 1 : 0)),
        least: Int32Array.from(model.problem.people, ({ min }) => min),
      },
      // By its own clock, so that it can hand over the best it has; the seconds that it took stand beside it.
      { seconds, stop: () => false },
    );
    for (const option of options ?? []) timetable.place(option);
    return timetable;
  },
};

function begun(model: Model): Timetable {
  const timetable = new Timetable(model);
  placeFixed(timetable);
  return timetable;
}

const requestOrder = (model: Model, seed: number): number[] =>
  shuffle(
    model.candidates.map((_, c) => c),
    randomFrom(seed),
  );
