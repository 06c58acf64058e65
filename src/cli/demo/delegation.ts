import type { Actor } from '../../access/index.ts';
import { castId } from '../../../seeds/index.ts';
import { table } from '../table.ts';
import { changesInWords, runInWords, timetable } from './event-words.ts';
import { meetingsOf } from './held-meetings.ts';
import { hire } from './hire.ts';
import { leaveOccasion } from './leave-behind.ts';
import { APPLICANTS, COUNCIL, LEGS, MINISTRY, MISSION, PACKAGES, TRAVELLERS } from './mission-cast.ts';
import { finished, published, type Run } from './plan-run.ts';
import {
  inTurn,
  nodesOf,
  organiserOf,
  talentActor,
  type Chapter,
  type Connection,
  type Stage,
} from './stage.ts';
import { marketsInWords, targetMarkets } from './target-markets.ts';

interface Leg {
  id: string;
  city: string;
  zone: string;
}

/** A council travels with employers: where to, who comes, who meets whom, an employer that drops out, and a hire. */
export async function theDelegation(stage: Stage): Promise<Chapter> {
  const { ask } = stage;
  const host = organiserOf(COUNCIL);
  const roleIds = TRAVELLERS.map(({ role }) => castId('role', role));
  const markets = await targetMarkets(stage, host, roleIds);
  const { missionId, legs } = await openMission(stage, host);
  const fees = await employersJoin(stage, host, missionId);
  await step(stage, host, missionId, 'recruit');
  const uncovered = await partners(stage, host, missionId);
  await applicantsAreScreened(stage, host, missionId);
  await ask(
    host,
    'mutation ($missionId: ID!) { shortlistMission(missionId: $missionId, perRole: 2) { added } }',
    { missionId },
  );
  await step(stage, host, missionId, 'interview');
  const runs = await inTurn(legs, (leg) => interviewDays(stage, host, missionId, leg));
  const before = await meetingsOf(stage, host, missionId);

  const leaver = before[0]!.employer;
  await withdraw(stage, host, missionId, leaver.id);
  const again = await inTurn(legs, (leg) => interviewDays(stage, host, missionId, leg, true));
  const after = await meetingsOf(stage, host, missionId);
  const offer = await hire(stage, host, missionId, after);
  await leaveOccasion(stage, {
    host,
    occasionId: missionId,
    name: 'delegation',
    talents: APPLICANTS,
    employers: TRAVELLERS.map(({ slug }) => slug),
    report: { markets, fees, uncovered, runs, again, meetings: after },
  });
  return {
    title: 'delegation',
    text: [
      `Where in the pool those live who match the ${TRAVELLERS.length} roles`,
      marketsInWords(markets),
      `\n${MISSION.name}: ${TRAVELLERS.length} employers, ${TRAVELLERS.filter(({ proxy }) => proxy).length} of them by the ministry; ${APPLICANTS.length} talents applied and were screened by a person.`,
      table(
        ['employer', 'by', 'fee'],
        fees.map(({ name, by, fee }) => [name, by, fee]),
      ),
      `Activities that nobody carries yet: ${uncovered.join(', ')}.`,
      ...legs.flatMap(({ id, city, zone }, place) => [
        `\nInterview days in ${city}`,
        runInWords(runs[place]!),
        timetable(
          before.filter(({ legId }) => legId === id),
          zone,
          () => zone,
        ),
      ]),
      `\n${leaver.name} drops out; planned anew with as few changed agendas as possible:`,
      ...legs.map(({ id, zone }, place) =>
        changesInWords(
          again[place]!,
          before.filter(({ legId }) => legId === id),
          after.filter(({ legId }) => legId === id),
          zone,
        ),
      ),
      `\n${offer.talent} and ${offer.employer}, "${offer.role}": ${offer.milestones.map(({ kind, onDate }) => `${kind.toLowerCase()} ${onDate}`).join(', ')}.`,
    ].join('\n'),
    data: { markets, fees, uncovered, runs, again, meetings: after, offer },
  };
}

const versionOf = async ({ ask }: Stage, host: Actor, id: string): Promise<number> =>
  (
    await ask<{ mission: { version: number } }>(host, 'query ($id: ID!) { mission(id: $id) { version } }', {
      id,
    })
  ).mission.version;

async function step(stage: Stage, host: Actor, missionId: string, move: string): Promise<void> {
  await stage.ask(
    host,
    `mutation ($missionId: ID!, $version: Int!, $move: OccasionMove!) {
      advanceOccasion(id: $missionId, version: $version, move: $move) { state }
    }`,
    { missionId, version: await versionOf(stage, host, missionId), move },
  );
}

async function openMission(stage: Stage, host: Actor): Promise<{ missionId: string; legs: Leg[] }> {
  const { ask } = stage;
  const { createOccasion } = await ask<{ createOccasion: { id: string } }>(
    host,
    'mutation ($input: OccasionInput!) { createOccasion(input: $input) { id } }',
    { input: MISSION },
  );
  const missionId = createOccasion.id;
  await ask(
    host,
    `mutation ($missionId: ID!, $version: Int!, $input: MissionInput!) {
      setMission(missionId: $missionId, version: $version, input: $input) { version }
    }`,
    {
      missionId,
      version: await versionOf(stage, host, missionId),
      input: {
        sectors: ['ENGINEERING', 'HOSPITALITY', 'MANUFACTURING'],
        funders: [{ name: 'Ministère', amount: 60000, currency: 'CAD' }],
      },
    },
  );
  const { setLegs } = await ask<{ setLegs: { legs: Leg[] } }>(
    host,
    `mutation ($missionId: ID!, $version: Int!, $legs: [LegInput!]!) {
      setLegs(missionId: $missionId, version: $version, legs: $legs) { legs { id city zone } }
    }`,
    { missionId, version: await versionOf(stage, host, missionId), legs: LEGS },
  );
  await ask(
    host,
    `mutation ($id: ID!, $version: Int!, $packages: [PackageInput!]!) {
      setPackages(occasionId: $id, version: $version, packages: $packages) { version }
    }`,
    { id: missionId, version: await versionOf(stage, host, missionId), packages: PACKAGES },
  );
  await step(stage, host, missionId, 'announce');
  return { missionId, legs: setLegs.legs };
}

/** By themselves through the council, or by the ministry that stands in for them; the fee goes by their size. */
async function employersJoin(
  { ask, cast }: Stage,
  host: Actor,
  occasionId: string,
): Promise<{ name: string; by: string; fee: string }[]> {
  return inTurn(TRAVELLERS, async ({ slug, role, interviewer, proxy }) => {
    const actor: Actor = proxy ? { ...organiserOf(proxy), kind: 'employer' } : host;
    const { joinOccasion } = await ask<{
      joinOccasion: { fee: { amount: number; currency: string }; organisation: { name: string } };
    }>(
      actor,
      `mutation ($occasionId: ID!, $organisationId: ID!, $input: EmployerParticipationInput!, $interviewers: [StaffInput!]!) {
        joinOccasion(occasionId: $occasionId, organisationId: $organisationId, input: $input, interviewers: $interviewers) {
          fee { amount currency } organisation { name }
        }
      }`,
      {
        occasionId,
        organisationId: castId('organisation', slug),
        input: { roleIds: [castId('role', role)] },
        interviewers: [{ name: interviewer, languages: ['fr', 'en'] }],
      },
    );
    const { fee, organisation } = joinOccasion;
    const by = cast.organisations.find((each) => each.slug === (proxy ?? COUNCIL))!.data.name;
    return { name: organisation.name, by, fee: `${fee.currency} ${fee.amount}` };
  });
}

/** The council and the ministry take activities. @returns those that nobody carries. */
async function partners({ ask }: Stage, host: Actor, missionId: string): Promise<string[]> {
  const taken = [
    ['RECRUITMENT_SUPPORT', COUNCIL],
    ['WORK_PERMITS', MINISTRY],
    ['FINANCING', MINISTRY],
  ] as const;
  await inTurn(taken, ([activity, partner]) =>
    ask(
      host,
      `mutation ($missionId: ID!, $activity: MissionActivity!, $organisationId: ID!) {
        takeActivity(missionId: $missionId, activity: $activity, organisationId: $organisationId) { id }
      }`,
      { missionId, activity, organisationId: castId('organisation', partner) },
    ),
  );
  const { mission } = await ask<{ mission: { coverage: { title: string; covered: boolean }[] } }>(
    host,
    'query ($id: ID!) { mission(id: $id) { coverage { title covered } } }',
    { id: missionId },
  );
  return mission.coverage.filter(({ covered }) => !covered).map(({ title }) => title);
}

/** They apply by themselves; a person of the council marks and decides, with a reason that they read. */
async function applicantsAreScreened({ ask }: Stage, host: Actor, missionId: string): Promise<void> {
  await ask(
    host,
    `mutation ($missionId: ID!, $criteria: [CriterionInput!]!) {
      setRubric(missionId: $missionId, version: 0, criteria: $criteria) { number }
    }`,
    { missionId, criteria: [{ code: 'FRENCH', label: 'French in conversation', weight: 1, scale: 4 }] },
  );
  await inTurn(APPLICANTS, async (slug) => {
    await ask(
      talentActor(slug),
      'mutation ($id: ID!) { applyToOccasion(occasionId: $id, input: {}) { state } }',
      { id: missionId },
    );
    await ask(
      host,
      `mutation ($missionId: ID!, $talentId: ID!, $input: MissionScreeningInput!) {
        screen(missionId: $missionId, talentId: $talentId, input: $input) { number }
      }`,
      {
        missionId,
        talentId: castId('talent', slug),
        input: {
          version: 0,
          marks: [{ criterion: 'FRENCH', mark: 3 }],
          decision: 'ADMIT',
          reason: 'French that an interview can be held in',
        },
      },
    );
  });
}

async function interviewDays(
  stage: Stage,
  host: Actor,
  missionId: string,
  leg: Leg,
  replan = false,
): Promise<Run> {
  const { planInterviews } = await stage.ask<{ planInterviews: { runId: string } }>(
    host,
    `mutation ($missionId: ID!, $legId: ID!, $options: InterviewPlanOptions) {
      planInterviews(missionId: $missionId, legId: $legId, options: $options) { runId }
    }`,
    { missionId, legId: leg.id, options: { replan, work: 200 } },
  );
  const run = await finished(stage, host, planInterviews.runId);
  await published(stage, host, run);
  return run;
}

async function withdraw({ ask }: Stage, host: Actor, missionId: string, employerId: string): Promise<void> {
  const { mission } = await ask<{
    mission: { participations: Connection<{ id: string; version: number; organisation: { id: string } }> };
  }>(
    host,
    `query ($id: ID!) {
      mission(id: $id) { participations(side: EMPLOYER, first: 50) { edges { node { id version organisation { id } } } } }
    }`,
    { id: missionId },
  );
  const { id, version } = nodesOf(mission.participations).find(
    ({ organisation }) => organisation.id === employerId,
  )!;
  await ask(
    host,
    `mutation ($id: ID!, $version: Int!) {
      withdrawParticipation(id: $id, version: $version, reason: "Their line stands still") { state }
    }`,
    { id, version },
  );
}
