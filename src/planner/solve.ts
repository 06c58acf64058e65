import type { Changes, Plan, PlannedMeeting } from './answer.ts';
import { judgePromises, requiredPairs } from './conflict.ts';
import { Effort } from './effort.ts';
import { explainUnplaced, explainUnserved } from './explain.ts';
import { modelOf, type Model } from './model.ts';
import { placeMeetings } from './place-meetings.ts';
import { planBreaks, type BreaksPlan } from './plan-breaks.ts';
import { planValue } from './plan-value.ts';
import type { Problem } from './problem.ts';
import { gapOf, type Progress } from './progress.ts';
import { randomFrom } from './random.ts';
import { replan, type Previous } from './replan.ts';
import { closeGaps } from './search/close-gaps.ts';
import { raiseWorstOff } from './search/fairness.ts';
import { Timetable } from './search/timetable.ts';
import { shortageOf } from './shortage.ts';
import { breaksOf, comfortOf, fairnessOf, placedOf, summariesOf } from './summaries.ts';

/** What a run needs from outside: a clock that only goes forward, someone to tell, and whether to stop. */
export interface Surroundings {
  now: () => number;
  cancelled: () => boolean;
  report: (progress: Progress) => void;
  previous?: Previous | undefined;
}

/** What a run found, before it is put in words. */
interface Outcome {
  timetable: Timetable;
  bound: number;
  conflict: string[];
  fairnessPrice: number;
  idlePrice?: number;
  changes?: Changes;
}

/** Makes the plan of a checked problem in this thread. */
export async function solve(problem: Problem, surroundings: Surroundings): Promise<Plan> {
  const effort = new Effort(problem.limits, surroundings.now, surroundings.cancelled);
  const model = modelOf(problem);
  const outcome = surroundings.previous
    ? await replan(model, surroundings.previous, effort)
    : problem.objective === 'breaks'
      ? await outcomeOfBreaks(model, effort, surroundings)
      : await outcomeOfValue(model, effort, surroundings);
  return answerOf(outcome, effort, surroundings.previous);
}

async function outcomeOfValue(model: Model, effort: Effort, { report }: Surroundings): Promise<Outcome> {
  const random = randomFrom(model.problem.limits.seed);
  const tell = (stage: Progress['stage'], value: number, bound: number) =>
    report({ stage, value, breaks: 0, bound, gap: gapOf('value', value, bound), seconds: effort.seconds });
  let { timetable, bound } = await planValue(model, effort, random, tell);
  let conflict: string[] = [];
  if (timetable.parts().promised < requiredPairs(model).length) {
    const verdict = judgePromises(model, effort, false);
    if (verdict.answer === 'impossible') conflict = verdict.conflict;
    if (verdict.answer === 'possible')
      ({ timetable, bound } = await planValue(model, effort, random, tell, (fresh) =>
        keep(fresh, verdict.optionOf),
      ));
  }
  const { weights } = model.problem;
  const fairnessPrice = raiseWorstOff(timetable, weights.fairness, () => effort.cancelled);
  tell('finishing', timetable.parts().value, bound);
  const late = () => effort.cancelled || (effort.timed && effort.secondsLeft <= 0);
  const idlePrice = closeGaps(timetable, weights.idle, late);
  return { timetable, bound, conflict, fairnessPrice, idlePrice };
}

/** Places promised meetings where logic found room for all of them. */
function keep(timetable: Timetable, optionOf: Int32Array): void {
  timetable.model.candidates.forEach(({ required }, c) => {
    if (required === 0 || optionOf[c]! < 0) return;
    timetable.place(optionOf[c]!);
    timetable.pinned[c] = 1;
  });
}

async function outcomeOfBreaks(model: Model, effort: Effort, { report }: Surroundings): Promise<Outcome> {
  const timetable = new Timetable(model);
  const random = randomFrom(model.problem.limits.seed);
  const tell = (breaks: number, least: number) =>
    report({
      stage: 'proving',
      value: 0,
      breaks,
      bound: least,
      gap: gapOf('breaks', breaks, least),
      seconds: effort.seconds,
    });
  const required = requiredPairs(model);
  const { optionOf, bound, infeasible } = shortageOf(model, required)
    ? NO_PLAN
    : planBreaks(model, required, effort, random, tell);
  if (optionOf) {
    timetable.restore(optionOf);
    return { timetable, bound, conflict: [], fairnessPrice: 0 };
  }
  // What can be held is planned all the same, so that the organiser sees what is left over.
  const partial = await planValue(model, effort.besides({ seconds: 1, work: 1_000 }), random, () => {});
  if (!infeasible) return { ...partial, bound: 0, conflict: [], fairnessPrice: 0 };
  const verdict = judgePromises(model, effort.besides({ seconds: 5, work: 5_000 }), true);
  return {
    ...partial,
    bound: 0,
    conflict: verdict.answer === 'impossible' ? verdict.conflict : ['all meetings together'],
    fairnessPrice: 0,
  };
}

const NO_PLAN: BreaksPlan = { optionOf: undefined, breaks: Infinity, bound: 0, infeasible: true };

function answerOf(
  { timetable, bound, conflict, fairnessPrice, idlePrice = 0, changes }: Outcome,
  effort: Effort,
  previous: Previous | undefined,
): Plan {
  const { model } = timetable;
  const { problem, directory } = model;
  const meetings = meetingsOf(timetable, previous);
  const placed = placedOf(directory, meetings);
  const people = summariesOf(problem, directory, placed);
  const value = placed.reduce((sum, { pair }) => sum + problem.pairs[pair]!.value, 0);
  const breaks = breaksOf(directory, placed).reduce((sum, each) => sum + each, 0);
  const unplaced = explainUnplaced(timetable);
  const unserved = explainUnserved(timetable, unplaced);
  const held = new Set(placed.map(({ pair }) => pair));
  const promisesKept = requiredPairs(model).every((pair) => held.has(pair));
  const reached = problem.objective === 'value' ? value : breaks;
  const honestBound = problem.objective === 'value' ? Math.max(bound, value) : Math.min(bound, breaks);
  const gap = gapOf(problem.objective, reached, honestBound);
  const proven = promisesKept && unserved.length === 0 && gap <= 1e-9;
  return {
    status: conflict.length > 0 ? 'infeasible' : promisesKept ? (proven ? 'optimal' : 'feasible') : 'partial',
    meetings,
    unplaced,
    unserved,
    people,
    value,
    breaks,
    bound: honestBound,
    gap: proven ? 0 : gap,
    proven,
    fairness: fairnessOf(problem, directory, people, fairnessPrice),
    comfort: comfortOf(people, idlePrice),
    conflict,
    seconds: effort.seconds,
    ...(changes ? { changes } : {}),
  };
}

/** The meetings of a timetable by slot, with their places. */
function meetingsOf({ model, optionOf }: Timetable, previous: Previous | undefined): PlannedMeeting[] {
  const { problem, directory } = model;
  const held = model.candidates
    .flatMap(({ pairs }, c) =>
      optionOf[c]! < 0 ? [] : pairs.map((pair) => ({ pair, slot: model.slotOf[optionOf[c]!]! })),
    )
    .sort((x, y) => x.slot - y.slot || x.pair - y.pair);
  const before = (previous?.plan.meetings ?? []).flatMap(({ pair, slot, place }) =>
    place === null
      ? []
      : [[`${directory.pairIndex.get(pair)} ${directory.slotIndex.get(slot)}`, place] as const],
  );
  const places = placeMeetings(problem, directory, held, new Map(before));
  return held.map(({ pair, slot }, i) => ({
    pair: problem.pairs[pair]!.id,
    slot: directory.slots[slot]!,
    place: places[i]!,
  }));
}
