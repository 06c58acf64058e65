import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { HostEntity, OccasionEntity, ParticipationEntity } from '../../src/occasions/index.ts';
import { addEmployer, addRole, addTalent, type Answer, type Owned, type TestApi } from '../testkit/index.ts';

const FIELDS = `id state version talentId tandemId reason settledAt endedOn endReason
  talent { id name identified } role { id } employer { id } milestones { kind onDate }`;

/** An offer as the tests read it. */
export interface Seen {
  id: string;
  state: string;
  version: number;
  talentId: string;
  tandemId: string | null;
  reason: string | null;
  settledAt: string | null;
  endedOn: string | null;
  endReason: string | null;
  talent: { id: string; name: string | null; identified: boolean } | null;
  role: { id: string };
  employer: { id: string };
  milestones: { kind: string; onDate: string | null }[];
}

/** What a mutation answered: the offer, or the code of the failure. */
export type Told = { offer: Seen; code?: never } | { offer?: never; code: string; message: string };

const told = ({ data, errors }: Answer<Record<string, Seen> | null>): Told =>
  errors
    ? { code: errors[0]!.extensions.code, message: errors[0]!.message }
    : { offer: Object.values(data!)[0]! };

/** Everything that is done with offers over the API. */
export function offerStage(api: TestApi) {
  const mutate = async (
    actor: Actor | null,
    signature: string,
    call: string,
    variables: object,
  ): Promise<Told> =>
    told(await api.ask(actor, `mutation (${signature}) { ${call} { ${FIELDS} } }`, { ...variables }));
  return {
    make: (
      actor: Actor | null,
      roleId: string,
      talent: Pick<Actor, 'id'>,
      more: object = {},
    ): Promise<Told> =>
      mutate(actor, '$input: OfferInput!', 'makeOffer(input: $input)', {
        input: { roleId, talentId: talent.id, answerBy: '2026-12-01T12:00:00Z', ...more },
      }),
    answer: (
      actor: Actor | null,
      id: string,
      answer: 'ACCEPT' | 'DECLINE',
      more: object = {},
    ): Promise<Told> =>
      mutate(actor, '$id: ID!, $input: OfferAnswerInput!', 'answerOffer(id: $id, input: $input)', {
        id,
        input: { answer, ...more },
      }),
    withdraw: (actor: Actor | null, id: string, reason?: string): Promise<Told> =>
      mutate(actor, '$id: ID!, $reason: String', 'withdrawOffer(id: $id, reason: $reason)', { id, reason }),
    record: (
      actor: Actor | null,
      { id, version }: Pick<Seen, 'id' | 'version'>,
      kind: string,
      onDate: string | null,
    ): Promise<Told> =>
      mutate(
        actor,
        '$id: ID!, $version: Int!, $input: MilestoneInput!',
        'recordMilestone(id: $id, version: $version, input: $input)',
        { id, version, input: { kind, onDate } },
      ),
    end: (actor: Actor | null, id: string, onDate: string, reason = 'TALENT_LEFT'): Promise<Told> =>
      mutate(actor, '$id: ID!, $input: PlacementEndInput!', 'endPlacement(id: $id, input: $input)', {
        id,
        input: { onDate, reason },
      }),
    read: async (actor: Actor | null, id: string): Promise<Told> =>
      told(await api.ask(actor, `query ($id: ID!) { offer(id: $id) { ${FIELDS} } }`, { id })),
    list: async (actor: Actor | null, filter: object = {}): Promise<Seen[]> => {
      const { data, errors } = await api.ask<{ offers: { edges: { node: Seen }[] } }>(
        actor,
        `query ($filter: OfferFilter) { offers(first: 100, filter: $filter) { edges { node { ${FIELDS} } } } }`,
        { filter },
      );
      if (errors) throw new Error(errors[0]!.extensions.code);
      return data.offers.edges.map(({ node }) => node);
    },
    /** What the actor was told, newest first, as template names. */
    heard: async (actor: Actor): Promise<string[]> =>
      (
        await api.ask<{ messages: { edges: { node: { template: string } }[] } }>(
          actor,
          '{ messages(first: 100) { edges { node { template } } } }',
        )
      ).data.messages.edges.map(({ node }) => node.template),
    /** An employer with a role of so many openings, a talent, and an offer between them. */
    async offered(openings = 1, more: object = {}) {
      const employer = await addEmployer(api);
      const roleId = await addRole(api, employer, { openings });
      const talent = await addTalent(api);
      const { offer } = await this.make(employer, roleId, talent, more);
      return { employer, roleId, talent, offer: offer! };
    },
  };
}

/** A mission with a host and an employer that was admitted, written as the room of occasions would. */
export async function addMission(api: TestApi, employer: Owned): Promise<{ id: string; host: Actor }> {
  const host = await addEmployer(api, { kind: 'DEVELOPMENT_COUNCIL' });
  const { em } = api.as('operator');
  const [id, organisationId] = [newId(), host.rowId];
  em.create(OccasionEntity, {
    id,
    kind: 'MISSION',
    name: 'Mission',
    summary: 'To Bogotá.',
    zone: 'America/Bogota',
    startsOn: '2026-11-30',
    endsOn: '2026-12-04',
    state: 'CLOSED',
    employerSeats: null,
    talentSeats: null,
    employerAdmission: 'AUTOMATIC',
    talentAdmission: 'AUTOMATIC',
    linkTemplate: null,
  });
  await em.flush();
  em.create(HostEntity, { id: newId(), occasionId: id, organisationId, leads: true });
  em.create(ParticipationEntity, {
    id: newId(),
    occasionId: id,
    side: 'EMPLOYER',
    organisationId: employer.rowId,
    talentId: null,
    hostId: null,
    state: 'ADMITTED',
    askedAt: new Date('2026-11-01T12:00:00Z'),
    reason: null,
    packageId: null,
    feeAmount: null,
    feeCurrency: null,
    roleIds: [],
    availability: null,
    meetingsMin: 0,
    meetingsMax: null,
    meetingsPerDay: null,
  });
  await em.flush();
  return { id, host: { id: newId(), kind: 'organiser', organisationId } };
}
