import { solvePart, type SolveLimits } from '../bound/programme.ts';
import { pick, type Random } from '../random.ts';
import type { Timetable } from './timetable.ts';

/** Options of one sub-problem: HiGHS solves most of this size within half a second. */
const PART_OPTIONS = 2_500;

/**
 * Frees all meetings of a few people who compete for the same partners and solves their agendas together, the
 * rest standing still: large-neighbourhood search (Shaw 1998) with an exact solver.
 * @returns whether the plan became better.
 */
export async function solveNeighbourhood(
  timetable: Timetable,
  random: Random,
  limits: SolveLimits,
): Promise<boolean> {
  const { model } = timetable;
  const candidates = competing(timetable, random);
  if (candidates.length === 0) return false;
  const before = timetable.optionOf.slice();
  const score = timetable.score;
  const held = timetable.meetings.slice();
  const start: number[] = [];
  for (const candidate of candidates)
    if (timetable.optionOf[candidate]! >= 0) {
      start.push(timetable.optionOf[candidate]!);
      timetable.remove(candidate);
    }
  const options: number[] = [];
  const worth: number[] = [];
  for (const candidate of candidates) {
    const gain = worthOf(timetable, candidate, held);
    for (let option = model.optionStart[candidate]!; option < model.optionStart[candidate + 1]!; option += 1)
      if (timetable.isFree(option)) {
        options.push(option);
        worth.push(gain);
      }
  }
  const solved = await solvePart(
    model,
    {
      options: Int32Array.from(options),
      worth: Float64Array.from(worth),
      capacity: timetable.capacityLeft(),
      promised: new Uint8Array(model.candidates.length),
      least: held.map(
        (had, person) => Math.min(had, timetable.minimum[person]!) - timetable.meetings[person]!,
      ),
      start: Int32Array.from(start),
    },
    limits,
  );
  for (const option of solved.options ?? []) if (timetable.isFree(option)) timetable.place(option);
  if (timetable.score > score + 1e-9) return true;
  // Another plan of the same score is kept: it leads elsewhere.
  if (timetable.score < score - 1e-9) timetable.restore(before);
  return false;
}

/** What a candidate is worth beside guarantees that were kept already: those stay so by a floor. */
function worthOf(
  { model, minimum, promiseWeight, guaranteeWeight }: Timetable,
  candidate: number,
  held: Int32Array,
): number {
  const { value, required, people } = model.candidates[candidate]!;
  const short = people.filter((person) => held[person]! < minimum[person]!).length;
  return value + required * promiseWeight + short * guaranteeWeight;
}

/** Candidates of a person of an unplaced meeting, and of those whom that person's partners could meet instead. */
function competing(timetable: Timetable, random: Random): number[] {
  const { model, optionOf } = timetable;
  const chosen = new Set<number>();
  const people = new Set<number>();
  let options = 0;
  const add = (person: number): void => {
    if (people.has(person)) return;
    people.add(person);
    for (const candidate of model.candidatesOfPerson[person]!) {
      if (chosen.has(candidate) || timetable.pinned[candidate] === 1) continue;
      chosen.add(candidate);
      options += model.optionStart[candidate + 1]! - model.optionStart[candidate]!;
    }
  };
  for (let trial = 0; trial < 200 && options < PART_OPTIONS; trial += 1) {
    const known = [...chosen];
    const candidate = known.length === 0 ? pick(random, optionOf.length) : known[pick(random, known.length)]!;
    if (optionOf[candidate]! >= 0 && known.length === 0) continue;
    const members = model.candidates[candidate]!.people;
    add(members[pick(random, members.length)]!);
  }
  return [...chosen];
}
