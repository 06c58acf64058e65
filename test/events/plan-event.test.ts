import { beforeAll, describe, expect, test } from 'vitest';
import { addTandem, useApi, type Owned } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  joinEmployer,
  joinTalent,
  sessionInput,
  type StagedOccasion,
} from '../testkit/occasions.ts';

const api = useApi({ work: true });
let event: StagedOccasion;
let employers: Owned[];
let talents: Owned[];

interface Run {
  id: string;
  state: string;
}

const plan = (of: StagedOccasion, by: Owned, input: object = { work: 200 }) =>
  api.ask<{ planEvent: Run }>(
    by,
    `mutation ($eventId: ID!, $input: EventPlanInput) { planEvent(eventId: $eventId, input: $input) { id state } }`,
    { eventId: of.id, input },
  );

/** The proposals of a run, once it is ready. */
async function proposals(
  of: StagedOccasion,
  runId: string,
): Promise<{ talent: string; employer: string; start: string }[]> {
  for (let tries = 0; tries < 300; tries++) {
    const { data } = await api.ask<{
      planRun: Run & {
        meetings: {
          edges: { node: { talent: { id: string }; employer: { id: string }; startsAt: string } }[];
        };
      };
    }>(
      of.host,
      `query ($id: ID!) { planRun(id: $id) { state meetings(first: 100) { edges { node {
        talent { id } employer { id } startsAt } } } } }`,
      { id: runId },
    );
    if (data.planRun.state === 'READY')
      return data.planRun.meetings.edges.map(({ node }) => ({
        talent: node.talent.id,
        employer: node.employer.id,
        start: node.startsAt,
      }));
    if (data.planRun.state === 'FAILED') throw new Error('the run failed');
    await new Promise((pause) => setTimeout(pause, 100));
  }
  throw new Error('no plan within 30 s');
}

const ask = (by: Owned, input: object, of = event) =>
  api.ask(
    by,
    `mutation ($eventId: ID!, $input: AskInput!) { askForMeeting(eventId: $eventId, input: $input) { id } }`,
    { eventId: of.id, input },
  );

beforeAll(async () => {
  event = await addOccasion(api, { sessions: [sessionInput({ toTime: '10:00' })] });
  employers = [];
  for (let n = 0; n < 2; n++) employers.push((await joinEmployer(api, event)).employer);
  talents = [];
  for (let n = 0; n < 3; n++) talents.push((await joinTalent(api, event)).talent);
  await api.embedAll();
});

describe('a run of the planner for an event', () => {
  test('holds what both want, what was promised and what is suggested to the silent, and nothing declined', async () => {
    const [first, second] = employers as [Owned, Owned];
    const [wanted, promised, silent] = talents as [Owned, Owned, Owned];
    await ask(wanted, { organisationId: first.rowId });
    await ask(first, { talentId: wanted.rowId });
    await api.ask(
      event.host,
      `mutation ($eventId: ID!, $input: AskInput!) { promiseMeeting(eventId: $eventId, input: $input) { id } }`,
      { eventId: event.id, input: { talentId: promised.rowId, organisationId: second.rowId } },
    );
    const { data, errors } = await plan(event, event.host);
    expect(errors).toBeUndefined();
    const meetings = await proposals(event, data.planEvent.id);
    const pairs = meetings.map(({ talent, employer }) => [talent, employer]);
    expect(pairs).toContainEqual([wanted.rowId, first.rowId]);
    expect(pairs).toContainEqual([promised.rowId, second.rowId]);
    expect(meetings.some(({ talent }) => talent === silent.rowId)).toBe(true);
    // Nobody asked for it, and both have a meeting: it is not suggested.
    expect(pairs).not.toContainEqual([wanted.rowId, second.rowId]);
  });

  test('keeps partners who ask for it out of the same slot', async () => {
    const small = await addOccasion(api, { sessions: [sessionInput({ toTime: '09:45' })] });
    const companies = [
      (await joinEmployer(api, small)).employer,
      (await joinEmployer(api, small)).employer,
    ] as const;
    const { inviter, joiner } = await addTandem(api, {}, {}, true);
    for (const talent of [inviter, joiner]) await joinTalent(api, small, { talent });
    await api.embedAll();
    await ask(inviter, { organisationId: companies[0].rowId }, small);
    await ask(joiner, { organisationId: companies[1].rowId }, small);
    const meetings = await proposals(small, (await plan(small, small.host)).data.planEvent.id);
    const startsOf = (talent: Owned) =>
      meetings.filter((one) => one.talent === talent.rowId).map(({ start }) => start);
    // Two slots and two employers: each has a meeting, and apart, though both could be in the first slot.
    expect(startsOf(inviter).length).toBeGreaterThan(0);
    expect(startsOf(joiner).length).toBeGreaterThan(0);
    for (const start of startsOf(inviter)) expect(startsOf(joiner)).not.toContain(start);
  });

  test('is asked for by its hosts alone', async () => {
    for (const who of [employers[0]!, talents[0]!, await addHostOrganisation(api)])
      expect((await plan(event, who)).errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
  });
});
