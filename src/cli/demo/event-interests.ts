import type { Actor } from '../../access/index.ts';
import { castId } from '../../../seeds/index.ts';
import { EMPLOYERS, TALENTS } from './event-cast.ts';
import { employerOf, inTurn, nodesOf, talentActor, type Connection, type Stage } from './stage.ts';

/** Each talent asks for so many, each employer for so many more. */
const ASKED = 3;
/** From which score on somebody who is asked says yes; below the other one no, and nothing in between. */
const YES = 0.3;
const NO = 0.05;

/** Nobody would suggest it: she speaks too little Swedish as yet. The park promised her an hour with the hospital. */
const PROMISED = { talent: 'amina-diallo', employer: 'norralvens-sjukhus' };

interface Suggestion {
  talentId: string;
  organisationId: string;
  score: number;
}
interface Interest {
  id: string;
  version: number;
  state: string;
  askedBy: string;
  talentId: string;
  organisationId: string;
}

const SUGGESTED = `query ($eventId: ID!) { suggestedMeetings(eventId: $eventId, first: 20) { talentId organisationId score } }`;
const ASK = `mutation ($eventId: ID!, $input: AskInput!) { askForMeeting(eventId: $eventId, input: $input) { state } }`;

/** Both sides ask and answer by what matching suggests to them; a host promises one meeting. @returns counts by state. */
export async function askAndAnswer(
  stage: Stage,
  host: Actor,
  eventId: string,
): Promise<Record<string, number>> {
  const { ask } = stage;
  const people = [...EMPLOYERS.map(({ slug }) => employerOf(slug)), ...Object.keys(TALENTS).map(talentActor)];
  const known = new Map<string, Suggestion[]>();
  for (const actor of people) {
    const { suggestedMeetings } = await ask<{ suggestedMeetings: Suggestion[] }>(actor, SUGGESTED, {
      eventId,
    });
    known.set(actor.id, suggestedMeetings);
  }
  const [employers, talents] = [people.slice(0, EMPLOYERS.length), people.slice(EMPLOYERS.length)];
  await inTurn(talents, (talent) => askFor(stage, eventId, talent, known.get(talent.id)!.slice(0, ASKED)));
  await inTurn(employers, (employer) => answer(stage, eventId, employer, 'TALENT', known.get(employer.id)!));
  await inTurn(employers, (employer) =>
    askFor(stage, eventId, employer, known.get(employer.id)!.slice(0, ASKED)),
  );
  await inTurn(talents, (talent) => answer(stage, eventId, talent, 'EMPLOYER', known.get(talent.id)!));
  await ask(
    host,
    `mutation ($eventId: ID!, $input: AskInput!) { promiseMeeting(eventId: $eventId, input: $input) { state } }`,
    {
      eventId,
      input: {
        talentId: castId('talent', PROMISED.talent),
        organisationId: castId('organisation', PROMISED.employer),
      },
    },
  );
  const all = await interestsOf(stage, host, eventId);
  return Object.fromEntries(
    [...Map.groupBy(all, ({ state }) => state)].map(([state, those]) => [state, those.length]),
  );
}

async function askFor(
  { ask }: Stage,
  eventId: string,
  actor: Actor,
  suggestions: readonly Suggestion[],
): Promise<void> {
  await inTurn(
    suggestions.filter(({ score }) => score >= NO),
    ({ talentId, organisationId }) =>
      ask(actor, ASK, { eventId, input: actor.kind === 'talent' ? { organisationId } : { talentId } }),
  );
}

/** Answers whoever asked, by the score that the actor was shown for them. */
async function answer(
  stage: Stage,
  eventId: string,
  actor: Actor,
  askedBy: string,
  shown: readonly Suggestion[],
): Promise<void> {
  const waiting = (await interestsOf(stage, actor, eventId)).filter(
    (interest) => interest.state === 'ASKED' && interest.askedBy === askedBy,
  );
  for (const { id, version, talentId, organisationId } of waiting) {
    const score =
      shown.find((each) => each.talentId === talentId && each.organisationId === organisationId)?.score ?? 0;
    if (score >= NO * 2 && score < YES) continue;
    await stage.ask(
      actor,
      `mutation ($id: ID!, $version: Int!, $answer: InterestAnswer!) { answerInterest(id: $id, version: $version, answer: $answer) { state } }`,
      { id, version, answer: score >= YES ? 'ACCEPT' : 'DECLINE' },
    );
  }
}

async function interestsOf({ ask }: Stage, actor: Actor, eventId: string): Promise<Interest[]> {
  const { interests } = await ask<{ interests: Connection<Interest> }>(
    actor,
    `query ($eventId: ID!) {
      interests(eventId: $eventId, first: 100) { edges { node { id version state askedBy talentId organisationId } } }
    }`,
    { eventId },
  );
  return nodesOf(interests);
}
