import type { Timetable } from './timetable.ts';

/** Meetings that may have to find another slot, one for the other, for one need to be served. */
const DEEPEST = 3;
/** Ways looked at for one need. */
const MOST_TRIALS = 20_000;

/**
 * Serves promises that are out and guarantees that are not reached, each by the chain of moves that changes the
 * agendas of the fewest people who are not touched yet, and costs least among those.
 * @param touched people whose agenda changes anyhow; whoever is changed here is added.
 */
export function serveNeeds(timetable: Timetable, touched: Set<number>): void {
  const { model, optionOf, minimum, meetings } = timetable;
  model.candidates.forEach(({ required }, c) => {
    if (required > 0 && optionOf[c]! < 0) serve(timetable, [c], touched);
  });
  for (let person = 0; person < minimum.length; person += 1)
    while (meetings[person]! < minimum[person]!)
      if (
        !serve(
          timetable,
          model.candidatesOfPerson[person]!.filter((c) => optionOf[c]! < 0),
          touched,
        )
      )
        break;
}

interface Move {
  candidate: number;
  /** New option, or -1 when the meeting is given up. */
  option: number;
}

interface Way {
  moves: Move[];
  people: number;
  loss: number;
}

/** Places one of the candidates in the way that touches fewest. @returns whether there was one. */
function serve(timetable: Timetable, candidates: readonly number[], touched: Set<number>): boolean {
  let best: Way | undefined;
  const budget = { trials: MOST_TRIALS };
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    for (const candidate of candidates) {
      const way = cheapestWay(timetable, candidate, depth, touched, budget);
      if (way && (!best || isBetter(way, best))) best = way;
    }
    // A longer chain touches more people than a free slot does.
    if (best && best.people <= depth + 1) break;
  }
  if (!best) return false;
  for (const { candidate } of best.moves)
    if (timetable.optionOf[candidate]! >= 0) timetable.remove(candidate);
  for (const { candidate, option } of best.moves) {
    if (option >= 0) timetable.place(option);
    for (const person of timetable.model.candidates[candidate]!.people) touched.add(person);
  }
  return true;
}

const isBetter = (one: Way, other: Way): boolean =>
  one.people < other.people || (one.people === other.people && one.loss < other.loss);

/** The way to place a candidate that is out with `depth` moves of others behind it. Leaves the timetable as it was. */
function cheapestWay(
  timetable: Timetable,
  candidate: number,
  depth: number,
  touched: ReadonlySet<number>,
  budget: { trials: number },
): Way | undefined {
  const { model } = timetable;
  const own = model.candidates[candidate]!.people.filter((person) => !touched.has(person));
  const inside = new Set([...touched, ...own]);
  let best: Way | undefined;
  const consider = (way: Way): void => {
    if (!best || isBetter(way, best)) best = way;
  };
  for (let option = model.optionStart[candidate]!; option < model.optionStart[candidate + 1]!; option += 1) {
    if ((budget.trials -= 1) < 0) break;
    const conflicts: number[] = [];
    const cost = timetable.conflicts(option, conflicts);
    if (conflicts.length === 0 && Number.isFinite(cost))
      consider({ moves: [{ candidate, option }], people: own.length, loss: 0 });
    if (depth === 0 || conflicts.length !== 1) continue;
    const obstacle = conflicts[0]!;
    if (cost < timetable.guaranteeWeight) {
      const others = model.candidates[obstacle]!.people.filter((person) => !inside.has(person));
      consider({
        moves: [
          { candidate: obstacle, option: -1 },
          { candidate, option },
        ],
        people: own.length + others.length,
        loss: cost,
      });
    }
    const back = timetable.optionOf[obstacle]!;
    timetable.remove(obstacle);
    timetable.place(option);
    const further = cheapestWay(timetable, obstacle, depth - 1, inside, budget);
    timetable.remove(candidate);
    timetable.place(back);
    if (further)
      consider({
        moves: [...further.moves, { candidate, option }],
        people: own.length + further.people,
        loss: further.loss,
      });
  }
  return best;
}
