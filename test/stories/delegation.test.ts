import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';
import { askMission, legInput, setLegs } from '../testkit/missions.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  joinEmployer,
  type StagedOccasion,
} from '../testkit/occasions.ts';

/** Story 1: a council of Québec City leads nine employers to São Paulo and Bogotá, and seven nurses come home with it. */

let now = new Date('2026-11-23T14:00:00Z');
const api = useApi({ work: true, clock: () => now });

/** What must succeed gives what its one field holds; what must fail gives its code. */
async function get<Value>(actor: Actor, query: string, variables: object = {}): Promise<Value> {
  const { data, errors } = await api.ask<Record<string, Value>>(
    actor,
    query,
    variables as Record<string, unknown>,
  );
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return Object.values(data)[0]!;
}
const refusal = async (actor: Actor, query: string, variables: object = {}): Promise<string | undefined> =>
  (await api.ask(actor, query, variables as Record<string, unknown>)).errors?.[0]?.extensions.code;
const ofMission = async <Value>(actor: Actor, query: string, variables: object = {}): Promise<Value> => {
  const { data, errors } = await askMission<Record<string, Value>>(
    api,
    actor,
    mission,
    query,
    variables as Record<string, unknown>,
  );
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return Object.values(data)[0]!;
};

let council: Owned;
let ministry: Owned;
let mission: StagedOccasion;
let employers: Owned[];
const roleOf = new Map<string, string>();
let talents: Owned[];
let legs: { id: string; city: string }[];

/** Who acts for an employer: the ministry for the first two, everybody else for themselves. */
const actingFor = (employer: Owned): Owned => (employers.indexOf(employer) < 2 ? ministry : employer);

interface Meeting {
  id: string;
  version: number;
  state: string;
  startsAt: string;
  endsAt: string;
  room: number | null;
  talent: { id: string; name: string | null } | null;
  employer: { id: string };
}
const MEETING = `id version state startsAt endsAt room talent { id name } employer { id }`;
const meetingsSeenBy = async (actor: Actor): Promise<Meeting[]> =>
  (
    await get<{ edges: { node: Meeting }[] }>(
      actor,
      `query ($id: ID!) { meetings(occasionId: $id, first: 100) { edges { node { ${MEETING} } } } }`,
      { id: mission.id },
    )
  ).edges.map(({ node }) => node);
const myMeetings = async (actor: Actor): Promise<Meeting[]> =>
  (
    await get<{ edges: { node: Meeting }[] }>(
      actor,
      `{ myMeetings(first: 100) { edges { node { ${MEETING} } } } }`,
    )
  ).edges.map(({ node }) => node);

const published = async (): Promise<Meeting[]> =>
  (await meetingsSeenBy(council)).filter(({ state }) => state === 'PUBLISHED');

const PLAN = `mutation ($missionId: ID!, $legId: ID!, $options: InterviewPlanOptions) {
  planInterviews(missionId: $missionId, legId: $legId, options: $options) { runId pairs talents employers } }`;

/** A host asks for the interviews of a leg, waits for the planner and publishes what it found. */
async function planned(legId: string, options: object = {}) {
  const { runId } = await ofMission<{ runId: string }>(council, PLAN, {
    legId,
    options: { work: 300, ...options },
  });
  for (let tries = 0; ; tries++) {
    const run = await get<{ state: string; version: number; placed: number; gap: number }>(
      council,
      `query ($id: ID!) { planRun(id: $id) { state version placed gap bound value } }`,
      { id: runId },
    );
    if (run.state === 'READY') {
      await get(
        council,
        `mutation ($id: ID!, $version: Int!) { publishPlanRun(id: $id, version: $version) { state } }`,
        { id: runId, version: run.version },
      );
      return run;
    }
    if (run.state === 'FAILED' || tries > 400) throw new Error(`The run is ${run.state}`);
    await new Promise((pause) => setTimeout(pause, 100));
  }
}

const CV = (n: number) => ({
  language: 'en',
  text: `Registered nurse, ${3 + (n % 12)} years in emergency care: triage, ECG, intravenous access, ${n % 2 ? 'paediatrics' : 'surgery'}.`,
});

beforeAll(async () => {
  council = await addHostOrganisation(api, { kind: 'DEVELOPMENT_COUNCIL', name: 'Capital Council' });
  ministry = await addHostOrganisation(api, { kind: 'MINISTRY', name: 'Ministry of Newcomers' });
  employers = [];
  for (let n = 0; n < 9; n++)
    employers.push(
      await addEmployer(api, {
        name: `Hospital ${n}`,
        country: 'CA',
        region: 'CA-QC',
        employees: n === 2 ? 30 : 400,
        ...(n < 2 ? { representedById: ministry.rowId } : {}),
      }),
    );
  for (const employer of employers)
    roleOf.set(
      employer.rowId,
      await addRole(
        api,
        { ...actingFor(employer), rowId: employer.rowId },
        {
          country: 'CA',
          region: 'CA-QC',
          city: 'Québec',
          openings: 2,
          salary: { min: 68000, max: 82000, currency: 'CAD', period: 'YEAR' },
        },
      ),
    );
  talents = [];
  for (let n = 0; n < 40; n++)
    talents.push(
      await addTalent(api, {
        name: `Nurse ${n}`,
        email: `nurse${n}@example.org`,
        country: n < 24 ? 'BR' : 'CO',
        region: null,
        citizenship: 'THIRD_COUNTRY',
        cv: CV(n),
      }),
    );
  await api.embedAll();
}, 120_000);

describe('the mission is prepared', () => {
  test('by looking where its talents are, each figure with its source', async () => {
    const { markets } = await get<{
      markets: { country: string; matches: { value: number; population: number; source: string } }[];
    }>(
      council,
      `query ($roleIds: [ID!]) { targetMarkets(selection: { roleIds: $roleIds }, first: 5) {
        markets { country matches { value population source } brainDrain { listed reason } needPermit { value } } } }`,
      { roleIds: [...roleOf.values()].slice(0, 3) },
    );
    expect(markets.map(({ country }) => country).sort()).toEqual(['BR', 'CO']);
    expect(markets.find(({ country }) => country === 'BR')!.matches).toMatchObject({ population: 24 });
    for (const { matches } of markets) expect(matches.source).not.toBe('');
    const asked = `query ($roleIds: [ID!]) { targetMarkets(selection: { roleIds: $roleIds }, first: 5) { computedAt } }`;
    for (const who of [employers[4]!, talents[0]!])
      expect(await refusal(who, asked, { roleIds: [...roleOf.values()].slice(0, 3) })).toBe(
        'ACCESS_FORBIDDEN',
      );
  });

  test('as a draft that only its hosts see, with legs, fees by size and partners', async () => {
    mission = await addOccasion(api, {
      host: council,
      draft: true,
      kind: 'MISSION',
      name: 'Mission to São Paulo and Bogotá',
      summary: 'Hospitals of the capital meet nurses.',
      zone: 'America/Toronto',
      startsOn: '2027-03-06',
      endsOn: '2027-03-14',
      linkTemplate: null,
      talentAdmission: 'BY_ORGANISER',
      sessions: [],
      packages: [
        { name: 'Up to 50', amount: 10_000, currency: 'SEK', includes: ['a table'], employeesTo: 50 },
        { name: 'More than 50', amount: 20_000, currency: 'SEK', includes: ['a table'], employeesFrom: 51 },
      ],
    });
    const read = `query ($id: ID!) { occasion(id: $id) { name } }`;
    for (const who of [employers[4]!, talents[0]!, await addHostOrganisation(api)])
      expect(await refusal(who, read, { id: mission.id })).toBe('OCCASIONS_UNKNOWN');
    legs = await setLegs(api, mission, [
      legInput({ days: ['2027-03-08'], rooms: 9 }),
      legInput({ country: 'CO', city: 'Bogotá', zone: 'America/Bogota', days: ['2027-03-11'], rooms: 9 }),
    ]);
    await ofMission(
      council,
      `mutation ($missionId: ID!, $id: ID!) {
      takeActivity(missionId: $missionId, activity: FINANCING, organisationId: $id) { id } }`,
      { id: ministry.rowId },
    );
    const { coverage } = await ofMission<{ coverage: { activity: string; covered: boolean }[] }>(
      council,
      `query ($missionId: ID!) { mission(id: $missionId) { coverage { activity covered } } }`,
    );
    expect(coverage).toHaveLength(7);
    expect(coverage.filter(({ covered }) => covered).map(({ activity }) => activity)).toEqual(['FINANCING']);
  });

  test('and joined by nine employers, two of them through the ministry, at the fee of their size', async () => {
    await advance(api, mission, 'announce');
    const fees: number[] = [];
    for (const employer of employers) {
      const { participation } = await joinEmployer(api, mission, {
        employer,
        by: actingFor(employer),
        roleIds: [roleOf.get(employer.rowId)!],
      });
      fees.push((participation as unknown as { fee: { amount: number } }).fee.amount);
    }
    expect(fees).toEqual([20_000, 20_000, 10_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000]);
    await advance(api, mission, 'recruit');
  });
});

describe('talents come by their own word', () => {
  const APPLY = `mutation ($id: ID!) { applyToOccasion(occasionId: $id, input: {}) { id state } }`;
  const SCREEN = `mutation ($missionId: ID!, $talentId: ID!, $input: MissionScreeningInput!) {
    screen(missionId: $missionId, talentId: $talentId, input: $input) { number } }`;
  const judged = (decision: string, mark: number, reason: string) => ({
    version: 0,
    marks: [{ criterion: 'CARE', mark }],
    decision,
    reason,
  });

  test('and are screened by a named person, who gives a reason', async () => {
    await ofMission(
      council,
      `mutation ($missionId: ID!) { setRubric(missionId: $missionId, version: 0,
        criteria: [{ code: "CARE", label: "Experience of care", weight: 1, scale: 10 }]) { number } }`,
    );
    for (const talent of talents)
      expect(await get(talent, APPLY, { id: mission.id })).toMatchObject({ state: 'APPLIED' });
    const target = { talentId: talents[0]!.rowId, input: judged('ADMIT', 7, 'Fits') };
    for (const who of [employers[4]!, talents[0]!, ministry])
      expect(await refusal(who, SCREEN, { missionId: mission.id, ...target })).toBeDefined();
    for (const [n, talent] of talents.entries())
      await ofMission(council, SCREEN, {
        talentId: talent.rowId,
        input: n % 10 === 9 ? judged('DECLINE', 2, 'No licence yet') : judged('ADMIT', 7, 'Fits'),
      });
  });

  test('and read the decision and the reason, never the marks of others', async () => {
    const own = await get<{
      edges: { node: { state: string; screenings: { decision: string; reason: string }[] } }[];
    }>(
      talents[9]!,
      `{ myParticipations(first: 5) { edges { node { state screenings { decision reason } } } } }`,
    );
    expect(own.edges[0]!.node).toMatchObject({
      state: 'DECLINED',
      screenings: [{ decision: 'DECLINE', reason: 'No licence yet' }],
    });
  });
});

describe('interview days', () => {
  test('are planned from a shortlist for every role, in local hours, with lunch and rooms', async () => {
    const lists = await ofMission<{ shortlistId: string; added: number }[]>(
      council,
      `mutation ($missionId: ID!) { shortlistMission(missionId: $missionId, perRole: 12) { shortlistId added } }`,
    );
    expect(lists).toHaveLength(9);
    const read = `query ($id: ID!) { shortlist(id: $id) { id } }`;
    const seenBy = async (who: Actor) =>
      (await Promise.all(lists.map(({ shortlistId }) => refusal(who, read, { id: shortlistId })))).filter(
        (code) => code === undefined,
      ).length;
    // Each employer its own list, the ministry those of its two, talents none.
    expect([await seenBy(employers[4]!), await seenBy(ministry), await seenBy(talents[0]!)]).toEqual([
      1, 2, 0,
    ]);
    await advance(api, mission, 'interview');
    for (const { id } of legs) expect((await planned(id)).placed).toBeGreaterThan(0);

    const meetings = await published();
    expect(meetings.length).toBeGreaterThan(30);
    for (const { startsAt, endsAt, room } of meetings) {
      const zone = startsAt < '2027-03-10' ? 'America/Sao_Paulo' : 'America/Bogota';
      const clock = (instant: string) =>
        new Date(instant).toLocaleTimeString('sv', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
      expect(clock(startsAt) >= '09:00' && clock(endsAt) <= '17:00').toBe(true);
      expect(clock(endsAt) <= '12:00' || clock(startsAt) >= '13:00').toBe(true);
      expect(room).toBeLessThanOrEqual(9);
    }
    const bySlot = Map.groupBy(meetings, ({ startsAt }) => startsAt);
    for (const together of bySlot.values())
      for (const key of ['talent', 'employer'] as const)
        expect(new Set(together.map((meeting) => meeting[key]!.id)).size).toBe(together.length);
  });

  test('are seen by each side as its own, talents without name until they say who they are', async () => {
    const mine = await myMeetings(employers[4]!);
    expect(new Set(mine.map(({ employer }) => employer.id))).toEqual(new Set([employers[4]!.rowId]));
    expect(new Set(mine.map(({ talent }) => talent!.name))).toEqual(new Set([null]));
    const hers = await myMeetings(talents[0]!);
    expect(hers.every(({ talent }) => talent!.id === talents[0]!.rowId)).toBe(true);
    expect(await refusal(talents[0]!, PLAN, { missionId: mission.id, legId: legs[0]!.id })).toBe(
      'ACCESS_FORBIDDEN',
    );
  });

  test('lose an employer two days before, and nobody else moves', async () => {
    now = new Date('2027-03-06T15:00:00Z');
    const leaving = employers[8]!;
    const before = await published();
    const { edges } = await get<{
      edges: { node: { id: string; version: number; organisation: { id: string } } }[];
    }>(leaving, `{ myParticipations(first: 5) { edges { node { id version organisation { id } } } } }`);
    await get(
      leaving,
      `mutation ($id: ID!, $version: Int!) { withdrawParticipation(id: $id, version: $version, reason: "A strike") { state } }`,
      edges[0]!.node,
    );
    const left = await published();
    expect(left.map(({ id }) => id)).toEqual(
      before.filter(({ employer }) => employer.id !== leaving.rowId).map(({ id }) => id),
    );
    await planned(legs[0]!.id, { replan: true });
    const after = new Map((await published()).map((meeting) => [meeting.id, meeting]));
    const kept = left.filter(({ startsAt }) => startsAt < '2027-03-10');
    const moved = kept.filter(({ id, startsAt }) => after.get(id)?.startsAt !== startsAt);
    expect(moved).toEqual([]);
  });
});

describe('after the mission', () => {
  interface Offer {
    id: string;
    version: number;
    state: string;
    milestones: { kind: string; onDate: string | null }[];
  }
  const OFFER = `id version state milestones { kind onDate }`;
  const offer = (employer: Owned, talentId: string) =>
    get<Offer>(
      actingFor(employer),
      `mutation ($input: OfferInput!) { makeOffer(input: $input) { ${OFFER} } }`,
      {
        input: {
          roleId: roleOf.get(employer.rowId),
          talentId,
          occasionId: mission.id,
          answerBy: '2027-04-15T12:00:00Z',
          startsOn: '2027-09-01',
        },
      },
    );
  const answer = (talentId: string, { id }: Offer, input: object) =>
    get<Offer>(
      { id: talentId, kind: 'talent' },
      `mutation ($id: ID!, $input: OfferAnswerInput!) { answerOffer(id: $id, input: $input) { ${OFFER} } }`,
      { id, input },
    );
  const milestone = (actor: Actor, { id, version }: Offer, kind: string, onDate: string) =>
    get<Offer>(
      actor,
      `mutation ($id: ID!, $version: Int!, $input: MilestoneInput!) { recordMilestone(id: $id, version: $version, input: $input) { ${OFFER} } }`,
      { id, version, input: { kind, onDate } },
    );

  test('a candidate with two offers takes one, and the other employer hears only that theirs is declined', async () => {
    now = new Date('2027-03-15T14:00:00Z');
    const wanted = talents[1]!.rowId;
    const [first, second] = [await offer(employers[3]!, wanted), await offer(employers[4]!, wanted)];
    const taken = await answer(wanted, first, { answer: 'ACCEPT', declineOthers: true });
    expect(taken.state).toBe('ACCEPTED');
    const other = await get<Offer>(employers[4]!, `query ($id: ID!) { offer(id: $id) { ${OFFER} } }`, {
      id: second.id,
    });
    expect(other.state).toBe('DECLINED');
    expect(await refusal(employers[4]!, `query ($id: ID!) { offer(id: $id) { id } }`, { id: first.id })).toBe(
      'PLACEMENTS_OFFER_UNKNOWN',
    );
  });

  test('seven come: hired, permitted, arrived', async () => {
    // The first took one already; six more, each for another employer.
    for (const [n, at] of [0, 1, 2, 4, 5, 6].entries()) {
      const talentId = talents[20 + n * 3]!.rowId;
      await answer(talentId, await offer(employers[at]!, talentId), { answer: 'ACCEPT' });
    }
    const { edges } = await get<{
      edges: { node: Offer & { talent: { id: string }; employer: { id: string } } }[];
    }>(
      council,
      `query ($id: ID!) { offers(first: 50, filter: { occasionId: $id }) { edges { node { ${OFFER} talent { id } employer { id } } } } }`,
      { id: mission.id },
    );
    const accepted = edges.map(({ node }) => node).filter(({ state }) => state === 'ACCEPTED');
    expect(accepted).toHaveLength(7);
    now = new Date('2027-09-02T14:00:00Z');
    for (const hire of accepted) {
      const employer = employers.find(({ rowId }) => rowId === hire.employer.id)!;
      const permitted = await milestone(actingFor(employer), hire, 'PERMIT', '2027-07-20');
      const arrived = await milestone(
        { id: hire.talent.id, kind: 'talent' },
        permitted,
        'ARRIVAL',
        '2027-08-28',
      );
      expect(arrived.milestones.map(({ kind }) => kind)).toEqual(['OFFER', 'ACCEPTED', 'PERMIT', 'ARRIVAL']);
    }
    const rival = await refusal(
      employers[5]!,
      `mutation ($id: ID!) { recordMilestone(id: $id, version: 9, input: { kind: THREE_MONTHS, onDate: "2027-11-28" }) { id } }`,
      { id: accepted.find(({ employer }) => employer.id !== employers[5]!.rowId)!.id },
    );
    expect(rival).toBe('PLACEMENTS_OFFER_UNKNOWN');
  });
});
