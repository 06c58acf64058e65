import { LockMode } from '@mikro-orm/core';
import { permits, type Context, type Target } from '../../access/index.ts';
import { changedMeanwhile, type EntityManager } from '../../database/index.ts';
import { isId } from '../../kernel/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { hostTarget } from '../occasion.repository.ts';
import { MeetingEntity, type Meeting } from './meeting.entity.ts';
import { meetingUnknown } from './meetings.failures.ts';

/** A meeting, and the version of it that whoever changes it had read. */
export interface ReadMeeting {
  id: string;
  version: number;
}

/** A meeting with whose it is: the talent's, the employer's and its proxy's, and the hosts'. */
export interface OwnedMeeting {
  meeting: Meeting;
  target: Target;
}

/** Whose a meeting is, for permissions. */
export async function meetingTarget(
  em: EntityManager,
  { occasionId, organisationId, talentId }: Pick<Meeting, 'occasionId' | 'organisationId' | 'talentId'>,
): Promise<Target> {
  const { representedById } = await em.findOneOrFail(OrganisationEntity, { id: organisationId });
  return { personId: talentId, organisationId, representedById, ...(await hostTarget(em, occasionId)) };
}

/**
 * A meeting that the actor may see: one of its own or, for hosts, of their occasion.
 * @throws OCCASIONS_MEETING_UNKNOWN
 */
export async function meetingById(
  { actor, em }: Pick<Context, 'actor' | 'em'>,
  id: string,
  path: readonly string[] = ['id'],
): Promise<OwnedMeeting> {
  const meeting = isId(id) ? await em.findOne(MeetingEntity, { id }) : null;
  const target = meeting && (await meetingTarget(em, meeting));
  if (!target || !permits(actor, 'meeting:read', target)) throw meetingUnknown({ id }, { path });
  return { meeting, target };
}

/**
 * The same, locked until the transaction ends, for a change.
 * @throws OCCASIONS_MEETING_UNKNOWN, DATABASE_CHANGED_MEANWHILE
 */
export async function lockedMeeting(context: Context, { id, version }: ReadMeeting): Promise<OwnedMeeting> {
  const { target } = await meetingById(context, id);
  const meeting = await context.em.findOneOrFail(
    MeetingEntity,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (meeting.version !== version) throw changedMeanwhile({ kind: 'meeting', id });
  return { meeting, target };
}
