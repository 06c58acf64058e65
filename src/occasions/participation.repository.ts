import { permits, consentStands, type Context, type Target } from '../access/index.ts';
import { changedMeanwhile, rows, type EntityManager } from '../database/index.ts';
import { isId } from '../kernel/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import type { Occasion } from './occasion.entity.ts';
import { assertChangeable, hostTarget, locked } from './occasion.repository.ts';
import { participationUnknown } from './occasions.failures.ts';
import {
  ParticipationEntity,
  type Participation,
  type ParticipationState,
  type Side,
} from './participation.entity.ts';
import { StaffEntity, type Staff } from './staff.entity.ts';

/** The states in which someone takes part or may yet. */
export const STANDING: readonly ParticipationState[] = ['APPLIED', 'WAITING', 'ADMITTED'];

/** The participation of an employer or a talent in an occasion, in whatever state; null if they never asked. */
export const participationOf = (
  em: EntityManager,
  occasionId: string,
  who: { organisationId: string } | { talentId: string },
): Promise<Participation | null> => em.findOne(ParticipationEntity, { occasionId, ...who });

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

/** The employers that take part and bring roles. */
export const employersWithRoles = async (em: EntityManager, occasionId: string): Promise<Participation[]> =>
  (await admittedEmployers(em, occasionId)).filter(({ roleIds }) => roleIds.length > 0);

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

/** Whose a participation is, for permissions: the employer's and its proxy's, or the talent's; and the hosts'. */
export async function participationTarget(
  em: EntityManager,
  { occasionId, organisationId, talentId }: Pick<Participation, 'occasionId' | 'organisationId' | 'talentId'>,
): Promise<Target> {
  const hosts = await hostTarget(em, occasionId);
  if (talentId) return { personId: talentId, ...hosts };
  const organisation = await em.findOneOrFail(OrganisationEntity, { id: organisationId! });
  return { organisationId: organisation.id, representedById: organisation.representedById, ...hosts };
}

/** A participation with whose it is. */
export interface OwnedParticipation {
  participation: Participation;
  target: Target;
}

/**
 * A participation that the actor may read whole: its own or, for hosts, anybody's.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN
 */
export async function participationById(
  { actor, em }: Pick<Context, 'actor' | 'em'>,
  id: string,
  path: readonly string[] = ['id'],
): Promise<OwnedParticipation> {
  const participation = isId(id) ? await em.findOne(ParticipationEntity, { id }) : null;
  const target = participation && (await participationTarget(em, participation));
  if (!target || !permits(actor, 'participation:read', target)) throw participationUnknown({ id }, { path });
  return { participation, target };
}

/**
 * The same, with its occasion locked, for a change while the occasion can still change.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER
 */
export async function lockedParticipation(
  context: Context,
  id: string,
  version: number,
): Promise<OwnedParticipation & { occasion: Occasion }> {
  const { participation, target } = await participationById(context, id);
  const occasion = await locked(context.em, participation.occasionId);
  // What was read before the lock may be an older state than what the lock has waited for.
  await context.em.refresh(participation);
  if (participation.version !== version) throw changedMeanwhile({ kind: 'participation', id });
  assertChangeable(occasion!);
  return { participation, target, occasion: occasion! };
}
