import { describe, expect, test } from 'vitest';
import { rows } from '../../../src/database/index.ts';
import {
  cancelMeeting,
  MeetingEntity,
  PlanRunEntity,
  publishPlanRun,
  requestPlanRun,
  type Meeting,
  type PlanRequestInput,
  type PlanRun,
} from '../../../src/occasions/index.ts';
import { cast, stageEvent, useApi, type Staged } from '../../testkit/index.ts';

const api = useApi({ work: true });

const hostOf = ({ host }: Staged) => api.as('organiser', host);

async function planned(event: Staged, request: PlanRequestInput): Promise<PlanRun> {
  const { id } = await requestPlanRun(hostOf(event), event.occasion.id, null, { work: 200, ...request });
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const run = await api.as('operator').em.findOneOrFail(PlanRunEntity, { id });
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING') return run;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error('the run did not end');
}

const publish = (event: Staged, run: PlanRun) => publishPlanRun(hostOf(event), run.id, run.version);

const meetingsOf = (event: Staged): Promise<Meeting[]> =>
  api
    .as('operator')
    .em.find(MeetingEntity, { occasionId: event.occasion.id }, { orderBy: { startsAt: 'asc', id: 'asc' } });

const messagesOf = async (recipientId: string) =>
  rows<{ change: string; parameters: { changes: { kind: string }[] } }>(
    api.as('operator').em,
    `SELECT change, parameters FROM messages WHERE recipient_id = ? ORDER BY announced_at, id`,
    [recipientId],
  );

const everybody = ({ employers, talents }: Awaited<ReturnType<typeof cast>>) =>
  talents.flatMap((talent, t) =>
    employers.map((employer, e) => ({
      talentId: talent.rowId,
      organisationId: employer.rowId,
      roleId: employer.roleId,
      value: 1 + ((t * 7 + e * 3) % 5) / 10,
    })),
  );

describe('publishing a run', () => {
  test('puts its meetings into the agendas of both sides, and tells each once', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 2, talents: 3 });
    const run = await planned(event, { wishes: everybody(people) });
    expect(run).toMatchObject({ state: 'READY', failure: null });
    expect(await meetingsOf(event)).toEqual([]);
    const published = await publish(event, run);
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      publication: { unchanged: 0, moved: 0, added: 6, released: 0, leftOut: [] },
    });
    const meetings = await meetingsOf(event);
    expect(meetings).toHaveLength(6);
    for (const meeting of meetings) expect(Buffer.from(meeting.linkSecret, 'base64url')).toHaveLength(16);
    for (const { rowId } of people.talents) {
      const messages = await messagesOf(rowId);
      expect(messages).toHaveLength(1);
      expect(messages[0]!.parameters.changes.map(({ kind }) => kind)).toEqual(['NEW', 'NEW']);
    }
  });

  test('after a cancellation moves nobody who need not move', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 2, talents: 4 });
    const first = await publish(event, await planned(event, { wishes: everybody(people) }));
    const before = await meetingsOf(event);
    const off = before[0]!;
    await cancelMeeting(hostOf(event), { id: off.id, version: off.version }, 'CANNOT_COME');
    const again = await planned(event, { wishes: everybody(people), basedOnRunId: first.id });
    const { publication } = await publish(event, again);
    expect(publication).toMatchObject({ unchanged: before.length - 1, moved: 0, added: 0, released: 0 });
    const after = await meetingsOf(event);
    expect(after.map(({ id, sequence }) => [id, sequence])).toEqual(
      before.map(({ id, sequence }) => [id, id === off.id ? 1 : sequence]),
    );
    const runs = await api.as('operator').em.find(PlanRunEntity, { occasionId: event.occasion.id });
    expect(runs.map(({ state }) => state).sort()).toEqual(['PUBLISHED', 'SUPERSEDED']);
  });
});
