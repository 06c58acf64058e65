import { consentStands } from '../access/index.ts';
import { rows, type EntityManager } from '../database/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import {
  ParticipationEntity,
  type Participation,
  type ParticipationState,
  type Side,
} from './participation.entity.ts';
import { StaffEntity, type Staff } from './staff.entity.ts';

/** Those of a side in a state, in the order in which they asked. */
export const inTurn = (
  em: EntityManager,
  occasionId: string,
  side: Side,
  state: ParticipationState,
  limit?: number,
): Promise<Participation[]> =>
  em.find(
    ParticipationEntity,
    { occasionId, side, state },
    { orderBy: { askedAt: 'asc', id: 'asc' }, ...(limit === undefined ? {} : { limit }) },
  );

/** The employers that take part; those that have left Tandem are not among them. */
export async function admittedEmployers(em: EntityManager, occasionId: string): Promise<Participation[]> {
  const admitted = await inTurn(em, occasionId, 'EMPLOYER', 'ADMITTED');
  const staying = await em.find(OrganisationEntity, {
    id: { $in: admitted.map(({ organisationId }) => organisationId!) },
    withdrawnAt: null,
  });
  const ids = new Set(staying.map(({ id }) => id));
  return admitted.filter(({ organisationId }) => ids.has(organisationId!));
}

/** The talents who take part, whose consent to be matched stands and who have not left Tandem. */
export async function admittedTalents(em: EntityManager, occasionId: string): Promise<Participation[]> {
  const consent = consentStands('talents.id', 'MATCHING');
  const staying = await rows<{ id: string }>(
    em,
    `SELECT participations.id FROM participations JOIN talents ON talents.id = participations.talent_id
     WHERE occasion_id = ? AND side = 'TALENT' AND state = 'ADMITTED'
       AND talents.withdrawn_at IS NULL AND ${consent.sql}`,
    [occasionId, ...consent.parameters],
  );
  return em.find(
    ParticipationEntity,
    { id: { $in: staying.map(({ id }) => id) } },
    { orderBy: { askedAt: 'asc', id: 'asc' } },
  );
}

/** The interviewers of all employers, and the interpreters. */
export const staffOf = (em: EntityManager, occasionId: string): Promise<Staff[]> =>
  em.find(StaffEntity, { occasionId }, { orderBy: { id: 'asc' } });
