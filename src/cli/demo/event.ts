import type { Actor } from '../../access/index.ts';
import { castId } from '../../../seeds/index.ts';
import { COUPLE } from './couple.ts';
import { askAndAnswer } from './event-interests.ts';
import { EMPLOYERS, EVENT, PARKS, SESSIONS, TALENTS } from './event-cast.ts';
import { agendaInWords, changesInWords, runInWords, timetable } from './event-words.ts';
import { meetingsOf } from './held-meetings.ts';
import { leaveOccasion } from './leave-behind.ts';
import { planned, published } from './plan-run.ts';
import { employerOf, inTurn, organiserOf, talentActor, type Chapter, type Stage } from './stage.ts';

/** Two parks invite, both sides ask, the planner plans, somebody cannot come, and the plan is mended. */
export async function theEvent(stage: Stage): Promise<Chapter> {
  const { ask } = stage;
  const host = organiserOf(PARKS[0]);
  const eventId = await openEvent(stage, host);
  await everybodyJoins(stage, eventId);
  const interests = await askAndAnswer(stage, host, eventId);
  const first = await planned(stage, host, eventId);
  await published(stage, host, first);
  const before = await meetingsOf(stage, host, eventId);
  await step(stage, host, eventId, 'plan');

  // Of an employer that could not meet everybody: the place is free for whoever waits.
  const off = before.find(({ employer }) => employer.name === first.unplaced[0]!.employer.name)!;
  await ask(
    talentActor(slugOf(off.talent.id)),
    `mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version, reason: CANNOT_COME) { state } }`,
    { id: off.id, version: off.version },
  );
  const second = await planned(stage, host, eventId, first.id);
  await published(stage, host, second);
  const after = await meetingsOf(stage, host, eventId);

  await leaveOccasion(stage, {
    host,
    occasionId: eventId,
    name: 'event',
    talents: Object.keys(TALENTS),
    employers: EMPLOYERS.map(({ slug }) => slug),
    report: { interests, runs: [first, second], meetings: after },
  });
  const zoneOf = (talentId: string): string => TALENTS[slugOf(talentId)]!;
  return {
    title: 'event',
    text: [
      `${EVENT.name}: ${PARKS.length} science parks, ${EMPLOYERS.length} employers, ${Object.keys(TALENTS).length} talents in ${new Set(Object.values(TALENTS)).size} zones; ${SESSIONS.length} sessions in ${EVENT.zone}, a change of clocks in America between them.`,
      `Interests: ${Object.entries(interests)
        .map(([state, count]) => `${count} ${state.toLowerCase()}`)
        .join(', ')}.\n`,
      'The planner’s run',
      runInWords(first),
      '\nThe plan: when in Stockholm, whom each employer meets, and when that is for them',
      timetable(before, EVENT.zone, zoneOf),
      `\n${off.talent.name} cannot come to ${off.employer.name} on ${new Date(off.startsAt).toISOString().slice(0, 10)}; planned anew with as few changed agendas as possible:`,
      changesInWords(second, before, after, EVENT.zone),
      '\nThe couple, each in Algiers time, never at once',
      agendaInWords(
        after,
        COUPLE.map((slug) => castId('talent', slug)),
        'Africa/Algiers',
      ),
    ].join('\n'),
    data: { interests, first, second, meetings: after },
  };
}

/** The slug of a talent of this event. */
export const slugOf = (talentId: string): string =>
  Object.keys(TALENTS).find((slug) => castId('talent', slug) === talentId)!;

async function openEvent(stage: Stage, host: Actor): Promise<string> {
  const { ask } = stage;
  const { createOccasion } = await ask<{ createOccasion: { id: string } }>(
    host,
    'mutation ($input: OccasionInput!) { createOccasion(input: $input) { id } }',
    { input: EVENT },
  );
  const { id } = createOccasion;
  await ask(
    host,
    'mutation ($id: ID!, $organisationId: ID!) { addHost(occasionId: $id, organisationId: $organisationId) { version } }',
    { id, organisationId: castId('organisation', PARKS[1]) },
  );
  await ask(
    host,
    `mutation ($id: ID!, $version: Int!, $sessions: [SessionInput!]!) {
      setSessions(occasionId: $id, version: $version, sessions: $sessions) { version }
    }`,
    { id, version: await versionOf(stage, host, id), sessions: SESSIONS },
  );
  await step(stage, host, id, 'open');
  return id;
}

const versionOf = async ({ ask }: Stage, host: Actor, id: string): Promise<number> =>
  (
    await ask<{ occasion: { version: number } }>(host, 'query ($id: ID!) { occasion(id: $id) { version } }', {
      id,
    })
  ).occasion.version;

/** Takes the occasion one step on. */
async function step(stage: Stage, host: Actor, id: string, move: string): Promise<void> {
  await stage.ask(
    host,
    `mutation ($id: ID!, $version: Int!, $move: OccasionMove!) {
      advanceOccasion(id: $id, version: $version, move: $move) { state }
    }`,
    { id, version: await versionOf(stage, host, id), move },
  );
}

/** Each park brings its employers; talents apply by themselves, with their waking hours on weekdays. */
async function everybodyJoins({ ask }: Stage, occasionId: string): Promise<void> {
  await inTurn(EMPLOYERS, ({ slug, park, roles, interviewers, meetingsMax }) =>
    ask(
      organiserOf(park),
      `mutation ($occasionId: ID!, $organisationId: ID!, $input: EmployerParticipationInput!, $interviewers: [StaffInput!]!) {
        joinOccasion(occasionId: $occasionId, organisationId: $organisationId, input: $input, interviewers: $interviewers) { state }
      }`,
      {
        occasionId,
        organisationId: castId('organisation', slug),
        input: { roleIds: roles.map((role) => castId('role', role)), meetingsMax: meetingsMax ?? null },
        interviewers: interviewers.map((name) => ({ name, languages: ['sv', 'en'] })),
      },
    ),
  );
  await inTurn(Object.entries(TALENTS), ([slug, zone]) =>
    ask(
      talentActor(slug),
      `mutation ($occasionId: ID!, $input: TalentParticipationInput!) {
        applyToOccasion(occasionId: $occasionId, input: $input) { state }
      }`,
      {
        occasionId,
        input: {
          availability: {
            zone,
            weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '07:00', to: '22:00' })),
            exceptions: [],
          },
          meetingsMin: 1,
          meetingsPerDay: 2,
        },
      },
    ),
  );
  // The couple lets the two employers that they hope for know who they are.
  await inTurn(
    [['samira-belkacem', 'norralvens-sjukhus'] as const, ['yacine-belkacem', 'alvcell'] as const],
    ([slug, employer]) =>
      ask(
        talentActor(slug),
        'mutation ($talentId: ID!, $organisationId: ID!) { discloseIdentity(talentId: $talentId, organisationId: $organisationId) { id } }',
        { talentId: castId('talent', slug), organisationId: employerOf(employer).organisationId },
      ),
  );
}
