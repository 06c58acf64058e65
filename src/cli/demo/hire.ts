import type { Actor } from '../../access/index.ts';
import type { HeldMeeting } from './held-meetings.ts';
import type { Stage } from './stage.ts';

/** A hire as its host follows it. */
export interface Hire {
  talent: string;
  employer: string;
  role: string;
  milestones: { kind: string; onDate: string | null }[];
}

/** The first who was interviewed is offered the role, accepts, gets a permit and arrives. */
export async function hire(
  { ask, at }: Stage,
  host: Actor,
  occasionId: string,
  meetings: readonly HeldMeeting[],
): Promise<Hire> {
  const { talent, employer, role } = meetings.find(({ state }) => state !== 'CANCELLED')!;
  at('2027-02-15T14:00:00Z');
  const { makeOffer } = await ask<{ makeOffer: { id: string } }>(
    host,
    'mutation ($input: OfferInput!) { makeOffer(input: $input) { id } }',
    {
      input: {
        roleId: role!.id,
        talentId: talent.id,
        occasionId,
        startsOn: '2027-06-14',
        answerBy: '2027-02-26T22:00:00Z',
      },
    },
  );
  at('2027-02-19T09:00:00Z');
  const { answerOffer } = await ask<{ answerOffer: { version: number } }>(
    { id: talent.id, kind: 'talent' },
    'mutation ($id: ID!) { answerOffer(id: $id, input: { answer: ACCEPT }) { version } }',
    { id: makeOffer.id },
  );
  let { version } = answerOffer;
  let milestones: Hire['milestones'] = [];
  for (const [kind, onDate] of [
    ['PERMIT', '2027-05-20'],
    ['ARRIVAL', '2027-06-07'],
  ] as const) {
    at(`${onDate}T12:00:00Z`);
    const { recordMilestone } = await ask<{
      recordMilestone: { version: number; milestones: Hire['milestones'] };
    }>(
      host,
      `mutation ($id: ID!, $version: Int!, $input: MilestoneInput!) {
        recordMilestone(id: $id, version: $version, input: $input) { version milestones { kind onDate } }
      }`,
      { id: makeOffer.id, version, input: { kind, onDate } },
    );
    ({ version, milestones } = recordMilestone);
  }
  return { talent: talent.name, employer: employer.name, role: role!.title, milestones };
}
