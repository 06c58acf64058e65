import { beforeAll, describe, expect, test } from 'vitest';
import { MeetingEntity } from '../../src/occasions/index.ts';
import { addEmployer, addTalent, useApi, type Owned } from '../testkit/index.ts';
import { addMission, askMission, bringRole, codeIn, legInput, setLegs } from '../testkit/missions.ts';
import { addHostOrganisation, joinTalent, type StagedOccasion } from '../testkit/occasions.ts';

const api = useApi({ work: true });

const SHORTLIST = `mutation ($missionId: ID!, $perRole: Int! = 10) {
  shortlistMission(missionId: $missionId, perRole: $perRole) { shortlistId added role { id } }
}`;
const PLAN = `mutation ($missionId: ID!, $legId: ID!, $options: InterviewPlanOptions) {
  planInterviews(missionId: $missionId, legId: $legId, options: $options) {
    runId basedOnRunId pairs talents employers
  }
}`;
const RUN = `query ($id: ID!) { planRun(id: $id) { state version failure placed unplacedCount } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!) { publishPlanRun(id: $id, version: $version) { state } }`;
const LEAVE = `mutation ($id: ID!, $version: Int!, $reason: String) {
  withdrawParticipation(id: $id, version: $version, reason: $reason) { state }
}`;
const TAKING_PART = `query ($missionId: ID!) {
  mission(id: $missionId) {
    participations(side: EMPLOYER) { edges { node { id version organisation { id } } } }
  }
}`;
const ENTRIES = `query ($id: ID!) { shortlist(id: $id) { entries { edges { node { id version talent { id } } } } } }`;
const REJECT = `mutation ($input: EntryMoveInput!) { moveShortlistEntry(input: $input) { state } }`;

interface Shortlisted {
  shortlistMission: { shortlistId: string; added: number; role: { id: string } }[];
}
interface Planned {
  planInterviews: {
    runId: string;
    basedOnRunId: string | null;
    pairs: number;
    talents: number;
    employers: number;
  };
}

/** Every search takes as many steps, whatever the machine. */
const options = { work: 200 };

async function finished(
  host: Owned,
  id: string,
): Promise<{ state: string; version: number; placed: number }> {
  for (const end = Date.now() + 25_000; Date.now() < end;) {
    const { data } = await api.ask<{ planRun: { state: string; version: number; placed: number } }>(
      host,
      RUN,
      { id },
    );
    if (data.planRun.state !== 'QUEUED' && data.planRun.state !== 'RUNNING') return data.planRun;
    await new Promise((soon) => setTimeout(soon, 100));
  }
  throw new Error('the run did not end');
}

describe('interview days', () => {
  let mission: StagedOccasion;
  let employers: Owned[];
  let roleIds: string[];
  let talents: Owned[];
  let elsewhere: Owned;
  let legs: { id: string }[];
  let lists: Shortlisted['shortlistMission'];

  const meetings = () =>
    api
      .as('operator')
      .em.find(MeetingEntity, { occasionId: mission.id }, { orderBy: { startsAt: 'asc', id: 'asc' } });
  const plan = (actor: Owned = mission.host, changes: object = {}, legId = legs[0]!.id) =>
    askMission<Planned>(api, actor, mission, PLAN, { legId, options: { ...options, ...changes } });
  const publish = async (runId: string) => {
    const run = await finished(mission.host, runId);
    expect(run).toMatchObject({ state: 'READY', failure: null });
    await api.ask(mission.host, PUBLISH, { id: runId, version: run.version });
    return run;
  };

  beforeAll(async () => {
    mission = await addMission(api, { talentAdmission: 'AUTOMATIC' });
    employers = [await addEmployer(api), await addEmployer(api)];
    roleIds = [];
    for (const employer of employers) roleIds.push(await bringRole(api, mission, employer));
    // Two hours and two rooms: eight interviews.
    legs = await setLegs(api, mission, [
      legInput({ days: ['2027-03-08'], toTime: '11:00', lunchFrom: null, lunchTo: null, rooms: 2 }),
      legInput({ country: 'CO', city: 'Bogotá', zone: 'America/Bogota', days: ['2027-03-11'] }),
    ]);
    talents = [];
    for (let i = 0; i < 3; i += 1) talents.push(await addTalent(api, { country: 'BR', region: 'BR-SP' }));
    elsewhere = await addTalent(api, { country: 'CO', region: null });
    for (const talent of [...talents, elsewhere]) await joinTalent(api, mission, { talent });
    await api.embedAll();
  }, 60_000);

  test('have no pairs before there are shortlists', async () => {
    expect(codeIn(await plan())).toBe('DELEGATIONS_NO_PAIRS');
  });

  test('begin with a list for each role, of admitted talents alone', async () => {
    const stranger = await addHostOrganisation(api);
    for (const actor of [stranger, employers[0]!, talents[0]!])
      expect(codeIn(await askMission(api, actor, mission, SHORTLIST))).toBe('ACCESS_FORBIDDEN');
    await addTalent(api, { country: 'BR', region: 'BR-SP' });
    const { data, errors } = await askMission<Shortlisted>(api, mission.host, mission, SHORTLIST);
    expect(errors).toBeUndefined();
    lists = data.shortlistMission;
    expect(lists.map(({ role, added }) => [role.id, added]).toSorted()).toEqual(
      roleIds.map((id) => [id, 4]).toSorted(),
    );
    const again = await askMission<Shortlisted>(api, mission.host, mission, SHORTLIST);
    expect(again.data.shortlistMission.map(({ added }) => added)).toEqual([0, 0]);
    expect(again.data.shortlistMission.map(({ shortlistId }) => shortlistId)).toEqual(
      lists.map(({ shortlistId }) => shortlistId),
    );
  });

  test('are planned from the lists for the talents of the leg, without those rejected', async () => {
    const list = lists.find(({ role }) => role.id === roleIds[1])!;
    const { data } = await api.ask<{
      shortlist: { entries: { edges: { node: { id: string; version: number; talent: { id: string } } }[] } };
    }>(employers[1]!, ENTRIES, { id: list.shortlistId });
    const entry = data.shortlist.entries.edges.find(({ node }) => node.talent.id === talents[2]!.rowId)!.node;
    const rejected = await api.ask(employers[1]!, REJECT, {
      input: { id: entry.id, version: entry.version, move: 'reject', reason: 'No French' },
    });
    expect(rejected.errors).toBeUndefined();
    for (const actor of [employers[0]!, talents[0]!, await addHostOrganisation(api)])
      expect(codeIn(await plan(actor))).toBe('ACCESS_FORBIDDEN');
    const unlisted = { talentId: talents[2]!.rowId, organisationId: employers[1]!.rowId };
    expect(codeIn(await plan(mission.host, { promised: [unlisted] }))).toBe(
      'DELEGATIONS_PROMISE_WITHOUT_ENTRY',
    );
    expect(codeIn(await plan(mission.host, { replan: true }))).toBe('DELEGATIONS_NOTHING_PUBLISHED');
    expect(codeIn(await plan(mission.host, {}, mission.id))).toBe('DELEGATIONS_LEG_UNKNOWN');
    const promised = [{ talentId: talents[0]!.rowId, organisationId: employers[0]!.rowId }];
    const planned = (await plan(mission.host, { promised })).data.planInterviews;
    expect(planned).toMatchObject({ basedOnRunId: null, pairs: 5, talents: 3, employers: 2 });
    const run = await publish(planned.runId);
    expect(run.placed).toBe(5);
    const held = await meetings();
    expect(held.every(({ legId, place }) => legId === legs[0]!.id && place != null && place < 2)).toBe(true);
    expect(held.map(({ talentId, organisationId }) => [talentId, organisationId])).not.toContainEqual([
      talents[2]!.rowId,
      employers[1]!.rowId,
    ]);
    // From 09:00 to 11:00 in São Paulo, three hours behind UTC.
    for (const { startsAt, endsAt } of held) {
      expect(startsAt.toISOString() >= '2027-03-08T12:00:00.000Z').toBe(true);
      expect(endsAt.toISOString() <= '2027-03-08T14:00:00.000Z').toBe(true);
    }
  });

  test('of another leg are for the talents who live there', async () => {
    const planned = (await plan(mission.host, {}, legs[1]!.id)).data.planInterviews;
    expect(planned).toMatchObject({ talents: 1, pairs: 2 });
    await finished(mission.host, planned.runId);
  });

  test('are planned again when an employer leaves, and move nobody else', async () => {
    const before = await meetings();
    const taking = await askMission<{
      mission: {
        participations: { edges: { node: { id: string; version: number; organisation: { id: string } } }[] };
      };
    }>(api, mission.host, mission, TAKING_PART);
    const leaving = taking.data.mission.participations.edges.find(
      ({ node }) => node.organisation.id === employers[0]!.rowId,
    )!.node;
    const left = await api.ask(employers[0]!, LEAVE, {
      id: leaving.id,
      version: leaving.version,
      reason: 'Nobody can travel',
    });
    expect(left.errors).toBeUndefined();
    const after = await meetings();
    expect(
      after.filter(({ state }) => state === 'CANCELLED').map(({ organisationId }) => organisationId),
    ).toEqual(before.flatMap(({ organisationId: id }) => (id === employers[0]!.rowId ? [id] : [])));
    const planned = (await plan(mission.host, { replan: true })).data.planInterviews;
    expect(planned).toMatchObject({ employers: 1, pairs: 2 });
    expect(planned.basedOnRunId).not.toBeNull();
    await publish(planned.runId);
    const standing = (await meetings()).filter(({ state }) => state === 'PUBLISHED');
    const others = before.filter(({ organisationId }) => organisationId === employers[1]!.rowId);
    expect(standing.map(({ id, startsAt }) => [id, startsAt])).toEqual(
      others.map(({ id, startsAt }) => [id, startsAt]),
    );
  });
});
