import { describe, expect, test } from 'vitest';
import { rows } from '../../../src/database/index.ts';
import type { Actor } from '../../../src/access/index.ts';
import {
  bookMeeting,
  cancelMeeting,
  cancelPlanRun,
  MeetingEntity,
  ParticipationEntity,
  PlanRunEntity,
  publishPlanRun,
  requestPlanRun,
  resumePlanRuns,
  type Meeting,
  type PlanRequestInput,
  type PlanRun,
} from '../../../src/occasions/index.ts';
import { cast, ORGANISER, stageEvent, useApi, type Staged } from '../../testkit/index.ts';

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
    `SELECT change, parameters FROM messages WHERE recipient_id = ? AND jsonb_exists(parameters, 'changes') ORDER BY announced_at, id`,
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

describe('a published plan', () => {
  test('leaves out whoever is gone since the run, and names them', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 2, talents: 3 });
    const run = await planned(event, { wishes: everybody(people) });
    const gone = people.talents[0]!;
    await api.ask(gone, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    const { em } = api.as('operator');
    const employer = await em.findOneOrFail(ParticipationEntity, {
      organisationId: people.employers[1]!.rowId,
    });
    employer.state = 'WITHDRAWN';
    await em.flush();
    const { publication } = await publish(event, run);
    expect(publication!.added).toBe(2);
    expect(publication!.leftOut.map(({ reason }) => reason).sort()).toEqual([
      'EMPLOYER_GONE',
      'EMPLOYER_GONE',
      'TALENT_GONE',
      'TALENT_GONE',
    ]);
    expect(await messagesOf(gone.rowId)).toEqual([]);
  });

  test('keeps what stays, moves what moves and releases what it does not hold any more', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 2, talents: 2 });
    const wishes = everybody(people);
    await publish(event, await planned(event, { wishes }));
    const before = await meetingsOf(event);
    const [first] = before;
    const others = wishes.filter(({ talentId }) => talentId !== first!.talentId);
    // The one talent’s two meetings are dropped, one of the other’s is to be elsewhere.
    const moved = before.find(({ talentId }) => talentId !== first!.talentId)!;
    const elsewhere = new Date(Date.parse('2026-11-30T09:15:00Z')).toISOString();
    const again = await planned(event, {
      wishes: others.map((wish) =>
        wish.organisationId === moved.organisationId ? { ...wish, slots: [elsewhere] } : wish,
      ),
      pinnedMeetingIds: before
        .filter(({ talentId, id }) => talentId !== first!.talentId && id !== moved.id)
        .map(({ id }) => id),
    });
    const { publication } = await publish(event, again);
    expect(publication).toMatchObject({ unchanged: 0, moved: 1, added: 0, released: 2 });
    const after = new Map((await meetingsOf(event)).map((meeting) => [meeting.id, meeting]));
    expect(after.size).toBe(4);
    expect(after.get(moved.id)).toMatchObject({
      sequence: 1,
      startsAt: new Date(elsewhere),
      linkSecret: moved.linkSecret,
    });
    for (const { id } of before.filter(({ talentId }) => talentId === first!.talentId))
      expect(after.get(id)).toMatchObject({ state: 'CANCELLED', cancelReason: 'PLAN_CHANGED', sequence: 1 });
    const [, told] = await messagesOf(moved.talentId);
    expect(told!.parameters.changes.map(({ kind }) => kind)).toEqual(['MOVED']);
    const bookings = await rows(
      api.as('operator').em,
      'SELECT FROM bookings JOIN meetings ON meetings.id = meeting_id WHERE occasion_id = ?',
      [event.occasion.id],
    );
    expect(bookings).toHaveLength(4);
  });

  test('is refused when meetings were booked or moved by hand since the run was asked for', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 1, talents: 2 });
    const run = await planned(event, { wishes: everybody(people) });
    const [talent] = people.talents;
    const meeting = await bookMeeting(hostOf(event), {
      occasionId: event.occasion.id,
      talentId: talent!.rowId,
      organisationId: people.employers[0]!.rowId,
      startsAt: '2026-11-30T08:00:00Z',
      endsAt: '2026-11-30T08:15:00Z',
    });
    await expect(publish(event, run)).rejects.toMatchObject({ code: 'OCCASIONS_RUN_OUTDATED' });
    expect(await meetingsOf(event)).toHaveLength(1);
    const again = await planned(event, { wishes: everybody(people) });
    expect(await publish(event, again)).toMatchObject({ publication: { added: 1, released: 0, moved: 0 } });
    expect((await meetingsOf(event)).map(({ id }) => id)).toContain(meeting.id);
    await expect(publish(event, again)).rejects.toMatchObject({ code: 'DATABASE_CHANGED_MEANWHILE' });
  });
});

describe('over GraphQL', () => {
  const RUN = `id state version placed unplacedCount status value bound gap proven failure progress { stage }
    fairness { worstOffShare worstOff { kind name } } comfort { idle moves }
    meetings(first: 50) { edges { node { id talent { name } employer { name } startsAt pinned } } }
    unplaced(first: 50) { edges { node { talent { name } employer { name } limit reason } } }`;
  interface Seen {
    id: string;
    version: number;
    value: number;
    bound: number;
    fairness: { worstOff: { kind: string; name: string } };
    meetings: { edges: { node: { id: string; startsAt: string; pinned: boolean } }[] };
    unplaced: { edges: { node: { limit: string; reason: string; employer: { name: string } } }[] };
  }
  const staged = async () => {
    const event = await stageEvent(api, { sessions: [{ toTime: '09:30' }] });
    return { event, people: await cast(api, event, { employers: 1, talents: 3 }) };
  };
  const runsSeenBy = (actor: Actor, { occasion }: Staged) =>
    api.ask<{ planRuns: { edges: { node: Seen }[] } }>(
      actor,
      `query ($id: ID!) { planRuns(occasionId: $id, first: 1) { edges { node { ${RUN} } } } }`,
      { id: occasion.id },
    );

  test('hosts see what a run reached, and for whom there was no place and why, by name', async () => {
    const { event, people } = await staged();
    await planned(event, { wishes: everybody(people) });
    const { data } = await runsSeenBy(event.host, event);
    const [{ node: run }] = data.planRuns.edges as [{ node: Seen }];
    expect(run).toMatchObject({
      state: 'READY',
      status: 'optimal',
      proven: true,
      gap: 0,
      placed: 2,
      unplacedCount: 1,
    });
    expect(run.value).toBeCloseTo(run.bound, 6);
    expect(run.fairness.worstOff).toMatchObject({ kind: 'TALENT', name: expect.stringMatching(/^Talent/) });
    const [{ node: out }] = run.unplaced.edges as [Seen['unplaced']['edges'][number]];
    expect(out.limit).toBe('agenda');
    expect(out.reason).toContain(`'${out.employer.name}' is taken`);
  });

  test('a pinned proposal stays in a run based on it, and two runs are compared', async () => {
    const { event, people } = await staged();
    const wishes = everybody(people);
    const first = await planned(event, { wishes });
    const [{ node: seen }] = (await runsSeenBy(event.host, event)).data.planRuns.edges as [{ node: Seen }];
    const kept = seen.meetings.edges[1]!.node;
    const pin = (proposal: string) =>
      api.ask(
        event.host,
        `mutation ($id: ID!, $version: Int!, $proposal: ID!) {
          pinProposal(runId: $id, version: $version, proposal: $proposal, pinned: true) { version } }`,
        { id: first.id, version: seen.version, proposal },
      );
    expect((await pin('nobody')).errors?.[0]?.extensions.code).toBe('OCCASIONS_PROPOSAL_UNKNOWN');
    expect((await pin(kept.id)).errors).toBeUndefined();
    const turned = wishes.map((wish) => ({ ...wish, value: 5 - wish.value }));
    const second = await planned(event, { wishes: turned, basedOnRunId: first.id });
    const [{ node: again }] = (await runsSeenBy(event.host, event)).data.planRuns.edges as [{ node: Seen }];
    expect(again.meetings.edges.map(({ node }) => node)).toContainEqual({ ...kept, pinned: true });
    const { data } = await api.ask<{ comparePlanRuns: Record<string, unknown> }>(
      event.host,
      `query ($a: ID!, $b: ID!) { comparePlanRuns(first: $a, second: $b) {
        first { id } second { id } same elsewhere onlyFirst onlySecond differing { kind name } } }`,
      { a: first.id, b: second.id },
    );
    const { same, elsewhere, onlyFirst, onlySecond, differing } = data.comparePlanRuns as Record<
      string,
      number
    > & {
      differing: unknown[];
    };
    expect(same! + elsewhere! + onlyFirst!).toBe(2);
    expect(same).toBeGreaterThan(0);
    expect(onlyFirst).toBe(onlySecond);
    expect(differing.length > 0).toBe(same !== 2);
  });

  test('runs are unknown to everybody but the hosts', async () => {
    const { event, people } = await staged();
    const run = await planned(event, { wishes: everybody(people) });
    const strangers: Actor[] = [
      people.talents[0]!,
      people.employers[0]!,
      { ...ORGANISER, organisationId: people.employers[0]!.rowId },
    ];
    for (const actor of strangers) {
      expect((await runsSeenBy(actor, event)).errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
      for (const query of [
        `query ($id: ID!) { planRun(id: $id) { id } }`,
        `mutation ($id: ID!) { cancelPlanRun(id: $id) { id } }`,
        `mutation ($id: ID!) { publishPlanRun(id: $id, version: 3) { id } }`,
      ])
        expect((await api.ask(actor, query, { id: run.id })).errors?.[0]?.extensions.code).toBe(
          'OCCASIONS_RUN_UNKNOWN',
        );
    }
    await expect(
      requestPlanRun(api.as('organiser'), event.occasion.id, null, { wishes: [] }),
    ).rejects.toMatchObject({ code: 'ACCESS_FORBIDDEN' });
  });
});

describe('a run', () => {
  test('that is called off answers with what it has by then', async () => {
    const event = await stageEvent(api, { sessions: [{ toTime: '17:00' }] });
    const people = await cast(api, event, { employers: 8, talents: 12 });
    // Far more seconds than the test has; values that prove nothing early.
    const wishes = everybody(people).map((wish, i) => ({ ...wish, value: 1 + Math.sin(i) / 3 }));
    const { em } = api.as('operator');
    const talents = await em.find(ParticipationEntity, { occasionId: event.occasion.id, side: 'TALENT' });
    for (const each of talents) Object.assign(each, { meetingsMax: 3, meetingsPerDay: 3 });
    await em.flush();
    const { id } = await requestPlanRun(hostOf(event), event.occasion.id, null, { wishes, seconds: 600 });
    const read = () => api.as('operator').em.findOneOrFail(PlanRunEntity, { id });
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const run = await read();
      if (run.progress || run.state === 'READY') break;
      await new Promise((soon) => setTimeout(soon, 100));
    }
    const running = await read();
    // A machine may be so fast that the run is over; then there is nothing to call off.
    if (running.state === 'RUNNING') await cancelPlanRun(hostOf(event), id);
    expect(running.answer ?? running.progress).toMatchObject({ bound: expect.any(Number) as number });
    for (const end = Date.now() + 30_000; Date.now() < end && (await read()).state === 'RUNNING';)
      await new Promise((soon) => setTimeout(soon, 100));
    const run = await read();
    expect(run.state).toBe('READY');
    expect(run.answer!.meetings.length).toBeGreaterThan(0);
    expect(run.answer!.seconds).toBeLessThan(60);
  }, 90_000);

  test('that was being made when the program ended is made again', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 1, talents: 1 });
    const done = await planned(event, { wishes: everybody(people) });
    const { em, jobs } = api.as('operator');
    await rows(
      em,
      `UPDATE plan_runs SET state = 'RUNNING', answer = NULL, beat_at = clock_timestamp() - interval '1 minute' WHERE id = ?`,
      [done.id],
    );
    await resumePlanRuns(em, jobs);
    for (const end = Date.now() + 20_000; Date.now() < end;) {
      const run = await api.as('operator').em.findOneOrFail(PlanRunEntity, { id: done.id });
      if (run.state === 'READY') break;
      await new Promise((soon) => setTimeout(soon, 50));
    }
    expect(await api.as('operator').em.findOneOrFail(PlanRunEntity, { id: done.id })).toMatchObject({
      state: 'READY',
      answer: { meetings: done.answer!.meetings },
    });
  });

  test('whose problem the planner refuses is not even begun', async () => {
    const event = await stageEvent(api, { sessions: [{}, { fromTime: '10:00', toTime: '11:00' }] });
    await expect(
      requestPlanRun(hostOf(event), event.occasion.id, null, { wishes: [] }),
    ).rejects.toMatchObject({ code: 'PLANNER_SLOTS_OUT_OF_ORDER' });
    const empty = await stageEvent(api, { sessions: [] });
    await expect(
      requestPlanRun(hostOf(empty), empty.occasion.id, null, { wishes: [] }),
    ).rejects.toMatchObject({ code: 'OCCASIONS_NOTHING_TO_PLAN' });
  });
});
