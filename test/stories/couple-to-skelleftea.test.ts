import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  agreeToTandem,
  inviteAs,
  joinAs,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  joinEmployer,
  joinTalent,
  sessionInput,
  type StagedOccasion,
} from '../testkit/occasions.ts';
import { codeOf, eventsIn, planningOver, storyOver, TRADES, until } from '../testkit/stories.ts';
import { offerStage } from '../placements/stage.ts';

// Chapters are long, and machines shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// A nurse and an engineer in Algiers look for two jobs in one place, and find them in Skellefteå. Another couple is on
// the same way and parts in the middle of it.

let now = new Date('2027-01-11T09:00:00Z');
const api = useApi({ work: true, clock: () => now });
const story = storyOver(api);
const planning = planningOver(api);
const offers = offerStage(api);

const SKELLEFTEA = { city: 'Skellefteå', coordinates: { latitude: 64.7507, longitude: 20.9528 } };
const STOCKHOLM = {
  city: 'Stockholm',
  region: 'SE-AB',
  coordinates: { latitude: 59.3293, longitude: 18.0686 },
};
const [NURSE, ENGINEER] = [TRADES[0], TRADES[1]];

let park: Owned;
/** The hospital and the battery factory of Skellefteå, and their like in Stockholm, the former without engineers. */
let hospital: Owned;
let factory: Owned;
let clinic: Owned;
const roles: Record<'nurse' | 'engineer' | 'nurseInStockholm', string> = {
  nurse: '',
  engineer: '',
  nurseInStockholm: '',
};
let samira: Owned;
let yacine: Owned;
let tandemId: string;
/** The couple that parts: a nurse and an engineer too. */
let ines: Owned;
let karim: Owned;
let otherTandemId: string;
let event: StagedOccasion;

const person = (name: string, { cv }: { cv: string }) =>
  addTalent(api, {
    name,
    country: 'DZ',
    region: null,
    citizenship: 'THIRD_COUNTRY',
    household: { partner: true, children: 1 },
    cv: { language: 'en', text: `${cv} ${name.split(' ')[0]}.` },
  });
const MATCHES = `query ($tandemId: ID) { tandemMatches(first: 5, tandemId: $tandemId) { edges { node {
  worth { value } area { rule distanceKm } sides { yours role { id title } match { evidence(first: 1) { passage { text } } } } } } } }`;
interface Joint {
  edges: {
    node: {
      area: { rule: string; distanceKm: number | null };
      sides: { yours: boolean; role: { id: string; title: string }; match: object | null }[];
    };
  }[];
}
const tandemSeenBy = async (employer: Actor, roleId: string, talent: Owned) => {
  interface Ranked {
    edges: { node: { talent: { id: string; name: string | null; tandem: unknown } } }[];
  }
  const { edges } = await story.get<Ranked>(
    employer,
    `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50) {
       edges { node { talent { id name tandem { sector occupation } } } } } }`,
    { roleId },
  );
  return edges.find(({ node }) => node.talent.id === talent.id)!.node.talent;
};
const DISCLOSE = `mutation ($id: ID!, $input: TandemDisclosureInput!) { discloseTandem(id: $id, input: $input) { disclosed } }`;
const agendaOf = async (who: Actor) =>
  eventsIn(await story.get<string>(who, '{ agendaCalendar }')).filter(({ status }) => status === 'CONFIRMED');
const ownRoles = (who: Actor) =>
  story.all<{ role: { id: string } }>(who, 'matchedRoles($page)', 'role { id }');

beforeAll(async () => {
  hospital = await addEmployer(api, { name: 'Skellefteå Hospital' });
  factory = await addEmployer(api, { name: 'Battery Works' });
  clinic = await addEmployer(api, { name: 'City Clinic', region: 'SE-AB' });
  roles.nurse = await addRole(api, hospital, { ...NURSE.role, ...SKELLEFTEA, openings: 2 });
  roles.engineer = await addRole(api, factory, { ...ENGINEER.role, ...SKELLEFTEA, openings: 2 });
  roles.nurseInStockholm = await addRole(api, clinic, { ...NURSE.role, ...STOCKHOLM });
  samira = await person('Samira Belhadj', NURSE);
  yacine = await person('Yacine Belhadj', ENGINEER);
  ines = await person('Ines Mansour', NURSE);
  karim = await person('Karim Mansour', ENGINEER);
});

describe('1 · two link', () => {
  test('by a code that one hands to the other, after both have agreed to it', async () => {
    expect(await story.refusal(samira, `mutation { invitePartner { code } }`)).toBe('ACCESS_CONSENT_NEEDED');
    await agreeToTandem(api, samira);
    const { code, id } = await inviteAs(api, samira, true);
    tandemId = id;
    expect(codeOf(await joinAs(api, yacine, code))).toBe('ACCESS_CONSENT_NEEDED');
    await agreeToTandem(api, yacine);
    const look = `query ($code: String!) { tandemInvitation(code: $code) { invitedBy } }`;
    expect(await story.get(yacine, look, { code })).toEqual({ invitedBy: 'Samira Belhadj' });
    expect((await joinAs(api, yacine, code)).data.joinTandem).toMatchObject({ id, state: 'STANDING' });
    // Used once, it opens nothing; and nobody links two others.
    await agreeToTandem(api, karim);
    expect(codeOf(await joinAs(api, karim, code))).toBe('TANDEM_INVITATION_UNKNOWN');
    for (const actor of [hospital, { ...hospital, kind: 'organiser' } as Actor])
      expect(codeOf(await joinAs(api, actor, code))).toBe('ACCESS_FORBIDDEN');
  });

  test('and another couple does too', async () => {
    await agreeToTandem(api, ines);
    const { code, id } = await inviteAs(api, ines, true);
    otherTandemId = id;
    await joinAs(api, karim, code);
    for (const who of [ines, karim])
      expect(await story.get(who, `{ myTandem { id avoidSameSlot } }`)).toEqual({ id, avoidSameSlot: true });
  });
});

describe('2 · two jobs in one place', () => {
  test('the pair in Skellefteå is found for both, and the better-known city alone is no pair', async () => {
    const { edges } = await until('joint matches', async () => {
      const { data, errors } = await api.ask<{ tandemMatches: Joint }>(samira, MATCHES);
      // Until the background has read CVs and roles there are none.
      return errors || data.tandemMatches.edges.length === 0 ? undefined : data.tandemMatches;
    });
    const [best] = edges;
    expect(best!.node.sides.map(({ yours, role }) => [yours, role.id])).toEqual([
      [true, roles.nurse],
      [false, roles.engineer],
    ]);
    expect(best!.node.area).toMatchObject({ rule: 'HOME_BETWEEN', distanceKm: 0 });
    expect(JSON.stringify(edges)).not.toContain(roles.nurseInStockholm);
    // Her partner's side is the role and no word of his CV.
    expect(best!.node.sides[1]!.match).toBeNull();
    const his = await story.get<Joint>(yacine, MATCHES);
    expect(his.edges[0]!.node.sides.map(({ role }) => role.id)).toEqual([roles.engineer, roles.nurse]);
  });

  test('is nobody else’s to read, but an organiser’s who helps them', async () => {
    expect(await story.refusal(hospital, MATCHES, { tandemId })).toBe('ACCESS_FORBIDDEN');
    const alone = await addTalent(api, { name: 'Alone' });
    expect(await story.refusal(alone, MATCHES, { tandemId })).toBe('TANDEM_NONE');
    expect(
      await story.refusal(samira, `query ($id: ID!) { talent(id: $id) { cv { text } } }`, { id: yacine.id }),
    ).toMatch(/^(ACCESS_FORBIDDEN|TALENTS_UNKNOWN)$/);
    park = await addHostOrganisation(api, { name: 'Skellefteå Science City' });
    expect((await story.get<Joint>(park, MATCHES, { tandemId })).edges).not.toEqual([]);
  });
});

describe('3 · employers learn of it', () => {
  test('once both have said so, in the partner’s words, and never who it is', async () => {
    const seen = () => tandemSeenBy(hospital, roles.nurse, samira);
    expect((await seen()).tandem).toBeNull();
    for (const actor of [hospital, park, ines])
      expect(await story.refusal(actor, DISCLOSE, { id: tandemId, input: { sector: 'OTHER' } })).toMatch(
        /^(ACCESS_FORBIDDEN|TANDEM_UNKNOWN)$/,
      );
    await story.get(samira, DISCLOSE, { id: tandemId, input: { sector: 'HEALTH_CARE', occupation: '2221' } });
    expect((await seen()).tandem).toBeNull();
    await story.get(yacine, DISCLOSE, { id: tandemId, input: { sector: 'ENGINEERING', occupation: '2152' } });
    expect(await seen()).toEqual({
      id: samira.id,
      name: null,
      tandem: { sector: 'ENGINEERING', occupation: '2152' },
    });
    for (const [who, sector] of [
      [ines, 'HEALTH_CARE'],
      [karim, 'ENGINEERING'],
    ] as const)
      await story.get(who, DISCLOSE, { id: otherTandemId, input: { sector } });
    expect((await tandemSeenBy(factory, roles.engineer, karim)).tandem).toEqual({
      sector: 'HEALTH_CARE',
      occupation: null,
    });
  });
});

describe('4 · both at one event', () => {
  test('they are planned at different times, for somebody has to be with the child', async () => {
    // Two slots, and everybody can meet in both: side by side would be as good for the planner.
    event = await addOccasion(api, {
      host: park,
      name: 'Skellefteå Calling',
      startsOn: '2027-02-01',
      endsOn: '2027-02-01',
      sessions: [
        sessionInput({ date: '2027-02-01', fromTime: '09:00', toTime: '10:00', minutes: 30, pause: 0 }),
      ],
    });
    await joinEmployer(api, event, { employer: hospital, roleIds: [roles.nurse] });
    await joinEmployer(api, event, { employer: factory, roleIds: [roles.engineer] });
    for (const talent of [samira, yacine, ines, karim]) await joinTalent(api, event, { talent });
    const ask = `mutation ($eventId: ID!, $input: AskInput!) { askForMeeting(eventId: $eventId, input: $input) { state } }`;
    for (const [talent, employer] of [
      [samira, hospital],
      [ines, hospital],
      [yacine, factory],
      [karim, factory],
    ] as const) {
      await story.get(talent, ask, { eventId: event.id, input: { organisationId: employer.rowId } });
      expect(
        await story.get(employer, ask, { eventId: event.id, input: { talentId: talent.rowId } }),
      ).toEqual({ state: 'ACCEPTED' });
    }
    const run = await planning.run(park, event.id);
    expect(run).toMatchObject({ state: 'READY', placed: 4, unplacedCount: 0 });
    await planning.publish(park, run);
    await advance(api, event, 'plan');
    for (const [one, other] of [
      [samira, yacine],
      [ines, karim],
    ] as const) {
      const [hers] = await agendaOf(one);
      const [his] = await agendaOf(other);
      expect(hers!.start).not.toEqual(his!.start);
    }
  });

  test('and none of the employers reads when or whom the partner meets', async () => {
    const seen = JSON.stringify(
      await story.all(hospital, 'myMeetings($page)', 'id talent { id tandem { sector } }'),
    );
    expect(seen).toContain(samira.id);
    expect(seen).not.toContain(yacine.id);
    expect(seen).not.toContain(tandemId);
  });
});

describe('5 · another couple parts in the middle', () => {
  test('all that they had together is gone at once, in everybody’s view', async () => {
    const before = [await ownRoles(ines), await ownRoles(karim)];
    const agendas = [await agendaOf(ines), await agendaOf(karim)];
    expect(
      await story.refusal(samira, `mutation ($id: ID!) { endTandem(id: $id) }`, { id: otherTandemId }),
    ).toBe('TANDEM_UNKNOWN');
    expect(
      await story.refusal(hospital, `mutation ($id: ID!) { endTandem(id: $id) }`, { id: otherTandemId }),
    ).toBe('ACCESS_FORBIDDEN');

    await story.get(karim, `mutation ($id: ID!) { endTandem(id: $id) }`, { id: otherTandemId });

    for (const who of [ines, karim]) {
      expect(await story.refusal(who, MATCHES)).toBe('TANDEM_NONE');
      expect((await api.ask(who, `{ myTandem { id } }`)).data).toEqual({ myTandem: null });
    }
    expect((await tandemSeenBy(factory, roles.engineer, karim)).tandem).toBeNull();
    expect((await tandemSeenBy(hospital, roles.nurse, ines)).tandem).toBeNull();
    expect(await story.refusal(park, MATCHES, { tandemId: otherTandemId })).toBe('TANDEM_NONE');
    // Each keeps their own: roles, interests and the meetings of the plan that stands.
    expect([await ownRoles(ines), await ownRoles(karim)]).toEqual(before);
    expect([await agendaOf(ines), await agendaOf(karim)]).toEqual(agendas);
  });

  test('the one who was left is told that it ended and not why; the first couple notices nothing', async () => {
    expect((await story.told(ines))[0]!.template).toBe('tandem.ended');
    expect((await story.told(karim)).map(({ template }) => template)).not.toContain('tandem.ended');
    expect(await story.get(samira, `{ myTandem { id disclosed } }`)).toEqual({
      id: tandemId,
      disclosed: true,
    });
    expect((await tandemSeenBy(hospital, roles.nurse, samira)).tandem).not.toBeNull();
  });

  test('in a further plan nothing keeps the two apart any more, and the meetings of others stay', async () => {
    const [standing] = await story.all<{ id: string }>(park, 'planRuns(occasionId: $id, $page)', 'id', {
      types: ', $id: ID!',
      values: { id: event.id },
    });
    const before = [await agendaOf(samira), await agendaOf(yacine)];
    const run = await planning.run(park, event.id, { basedOnRunId: standing!.id });
    expect(run).toMatchObject({ placed: 4, changes: { changed: 0 } });
    await planning.publish(park, run);
    expect([await agendaOf(samira), await agendaOf(yacine)]).toEqual(before);
  });
});

describe('6 · both are hired, and arrive', () => {
  const couple = () =>
    [
      { talent: samira, employer: hospital, roleId: roles.nurse },
      { talent: yacine, employer: factory, roleId: roles.engineer },
    ] as const;
  const made: string[] = [];

  test('both interviews are held, each at its own time', async () => {
    await advance(api, event, 'start');
    now = new Date('2027-02-01T10:00:00Z');
    for (const { talent, employer } of couple()) {
      const meetings = await story.all<{ id: string; version: number; talent: { id: string } }>(
        employer,
        'myMeetings($page)',
        'id version talent { id }',
      );
      const meeting = meetings.find((one) => one.talent.id === talent.id)!;
      expect(
        await story.get(
          employer,
          `mutation ($id: ID!, $version: Int!) { recordMeeting(id: $id, version: $version, held: true) { state } }`,
          { ...meeting },
        ),
      ).toEqual({ state: 'HELD' });
    }
  });

  test('both are offered work by employers who each know of their own offer only', async () => {
    for (const { talent, employer, roleId } of couple()) {
      const { offer } = await offers.make(park, roleId, talent, {
        occasionId: event.id,
        tandemId,
        answerBy: '2027-02-15T12:00:00Z',
        startsOn: '2027-05-03',
      });
      made.push(offer!.id);
      expect((await offers.read(employer, offer!.id)).offer).toMatchObject({
        state: 'OFFERED',
        tandemId: null,
      });
      expect((await offers.read(talent, offer!.id)).offer).toMatchObject({ tandemId });
    }
    const [hers, his] = made as [string, string];
    expect((await offers.list(hospital)).map(({ id }) => id)).toEqual([hers]);
    for (const actor of [hospital, samira, ines])
      expect((await offers.read(actor, his)).code).toBe('PLACEMENTS_OFFER_UNKNOWN');
    expect((await offers.answer(samira, his, 'ACCEPT')).code).toBe('PLACEMENTS_OFFER_UNKNOWN');
  });

  test('both accept, get their permits, and arrive', async () => {
    for (const [place, { talent, employer }] of couple().entries()) {
      const { offer } = await offers.answer(talent, made[place]!, 'ACCEPT');
      expect(offer).toMatchObject({ state: 'ACCEPTED' });
      now = new Date('2027-04-20T10:00:00Z');
      expect((await offers.record(talent, offer!, 'PERMIT', '2027-04-01')).code).toBe('ACCESS_FORBIDDEN');
      const permit = await offers.record(employer, offer!, 'PERMIT', '2027-04-01');
      const arrival = await offers.record(talent, permit.offer!, 'ARRIVAL', '2027-04-19');
      expect(arrival.offer!.milestones).toEqual([
        { kind: 'OFFER', onDate: '2027-02-01' },
        { kind: 'ACCEPTED', onDate: '2027-02-01' },
        { kind: 'PERMIT', onDate: '2027-04-01' },
        { kind: 'ARRIVAL', onDate: '2027-04-19' },
      ]);
      now = new Date('2027-02-01T10:00:00Z');
    }
    // The organiser follows both; the two hires are of one tandem.
    const hires = await offers.list(park);
    expect(hires.map(({ state, tandemId: of }) => [state, of])).toEqual([
      ['ACCEPTED', tandemId],
      ['ACCEPTED', tandemId],
    ]);
  });
});
