import type { Context } from '../../access/index.ts';
import type { PlanRun } from './plan-run.entity.ts';
import { hostedRun } from './plan-run.repository.ts';
import { runsIncomparable } from './planning.failures.ts';

/** How two runs differ. */
export interface PlanComparison {
  runs: readonly [PlanRun, PlanRun];
  /** Meetings of the same two, at the same time, for the same interviewer. */
  same: number;
  /** Meetings of the same two at another time or with another interviewer. */
  elsewhere: number;
  /** Meetings of two who do not meet in the other run. */
  onlyFirst: number;
  onlySecond: number;
  /** Identifiers of talents and employers whose agenda is not the same in both. */
  differing: readonly string[];
}

/**
 * Two finished runs of the same sessions side by side, for hosts.
 * @throws OCCASIONS_RUN_UNKNOWN, OCCASIONS_RUNS_INCOMPARABLE
 */
export async function comparePlanRuns(
  context: Context,
  first: string,
  second: string,
): Promise<PlanComparison> {
  const one = await hostedRun(context, 'plan:read', first, ['first']);
  const other = await hostedRun(context, 'plan:read', second, ['second']);
  if (one.occasionId !== other.occasionId || one.legId !== other.legId || !one.answer || !other.answer)
    throw runsIncomparable({ one: first, other: second });
  return comparisonOf(one, other);
}

/** The same as a pure function of two answers. */
export function comparisonOf(one: PlanRun, other: PlanRun): PlanComparison {
  const [mine, theirs] = [meetingsByPair(one), meetingsByPair(other)];
  const both = [...mine.keys()].filter((key) => theirs.has(key));
  const same = both.filter((key) => mine.get(key) === theirs.get(key));
  const [agendas, otherAgendas] = [agendasOf(mine), agendasOf(theirs)];
  return {
    runs: [one, other],
    same: same.length,
    elsewhere: both.length - same.length,
    onlyFirst: mine.size - both.length,
    onlySecond: theirs.size - both.length,
    differing: [...new Set([...agendas.keys(), ...otherAgendas.keys()])].filter(
      (person) => agendas.get(person) !== otherAgendas.get(person),
    ),
  };
}

/** When and with whom, by talent and employer. */
function meetingsByPair({ answer, problem, given }: PlanRun): Map<string, string> {
  const starts = new Map(problem.slots.map(({ id, start }) => [id, start]));
  return new Map(
    answer!.meetings.map(({ pair, slot }) => {
      const { talentId, organisationId, interviewerId } = given.pairs[pair]!;
      return [`${talentId} ${organisationId}`, `${starts.get(slot)} ${interviewerId ?? ''}`];
    }),
  );
}

function agendasOf(meetings: ReadonlyMap<string, string>): Map<string, string> {
  const entries = [...meetings].flatMap(([pair, when]) =>
    pair.split(' ').map((person) => ({ person, entry: `${when} ${pair}` })),
  );
  return new Map(
    [...Map.groupBy(entries, ({ person }) => person)].map(([person, own]) => [
      person,
      own
        .map(({ entry }) => entry)
        .sort()
        .join('\n'),
    ]),
  );
}
