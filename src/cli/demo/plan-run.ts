import type { Actor } from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import { planning } from '../../occasions/index.ts';
import { nodesOf, type Connection, type Stage } from './stage.ts';

/** Steps of search, so that every machine finds the same plan. */
const WORK = 400;

/** A run of the planner as hosts see it. */
export interface Run {
  id: string;
  version: number;
  status: string;
  value: number;
  bound: number;
  gap: number;
  proven: boolean;
  placed: number;
  unplacedCount: number;
  fairness: { worstOffShare: number; worstOff: { name: string } | null };
  comfort: { idle: number };
  unserved: { person: { name: string }; guaranteed: number; meetings: number; reason: string }[];
  changes: { changed: number; unavoidable: number; valueBefore: number; valueAfter: number } | null;
  unplaced: { talent: { name: string }; employer: { name: string }; reason: string }[];
}

const RUN = `query ($id: ID!) {
  planRun(id: $id) {
    id version status value bound gap proven placed unplacedCount
    fairness { worstOffShare worstOff { name } }
    comfort { idle }
    unserved { person { name } guaranteed meetings reason }
    changes { changed unavoidable valueBefore valueAfter }
    unplaced(first: 100) { edges { node { talent { name } employer { name } reason } } }
  }
}`;

/** Asks for a run of an event and makes it here, where a worker of the queue would. */
export async function planned(
  stage: Stage,
  host: Actor,
  eventId: string,
  basedOnRunId?: string,
): Promise<Run> {
  const { planEvent } = await stage.ask<{ planEvent: { id: string } }>(
    host,
    `mutation ($eventId: ID!, $input: EventPlanInput!) { planEvent(eventId: $eventId, input: $input) { id } }`,
    { eventId, input: { basedOnRunId: basedOnRunId ?? null, work: WORK } },
  );
  return finished(stage, host, planEvent.id);
}

/** Makes a run that was asked for, and reads it. */
export async function finished({ service, ask }: Stage, host: Actor, runId: string): Promise<Run> {
  await planning(service.clock).run(
    { runId },
    {
      em: service.database.em.fork() as EntityManager,
      now: service.clock(),
      signal: new AbortController().signal,
    },
  );
  const { planRun } = await ask<{
    planRun: Omit<Run, 'unplaced'> & { unplaced: Connection<Run['unplaced'][number]> };
  }>(host, RUN, { id: runId });
  return { ...planRun, unplaced: nodesOf(planRun.unplaced) };
}

/** Makes the run the plan. */
export const published = ({ ask }: Stage, host: Actor, { id, version }: Run): Promise<unknown> =>
  ask(host, `mutation ($id: ID!, $version: Int!) { publishPlanRun(id: $id, version: $version) { state } }`, {
    id,
    version,
  });
