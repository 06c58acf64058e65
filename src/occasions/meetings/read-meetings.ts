import type { FilterQuery } from '@mikro-orm/core';
import { assertPermitted, type Context } from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import {
  assertPageSize,
  decodeCursor,
  isId,
  pageOf,
  type Page,
  type PageRequest,
} from '../../kernel/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { assertHost } from '../occasion.repository.ts';
import { MeetingEntity, type Meeting, type MeetingState } from './meeting.entity.ts';
import { meetingById } from './meeting.repository.ts';

/** What narrows a list of meetings. */
export interface MeetingSelection {
  occasionId?: string | null | undefined;
  legId?: string | null | undefined;
  state?: MeetingState | null | undefined;
  talentId?: string | null | undefined;
  organisationId?: string | null | undefined;
  /** Those that begin at this instant or later, and before the other. */
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

/**
 * The meetings of an occasion in the order of time, for its hosts.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, PAGE_…
 */
export async function listMeetings(
  context: Context,
  occasionId: string,
  selection: MeetingSelection,
  page: PageRequest,
): Promise<Page<Meeting>> {
  await assertHost(context, 'plan:read', occasionId);
  return meetingsBy(context.em, { ...selection, occasionId }, [], page);
}

/**
 * The meetings of a talent or, for whoever acts for an organisation, its own and those of the organisations that it
 * represents, in the order of time.
 */
export async function myMeetings(
  context: Context,
  selection: MeetingSelection,
  page: PageRequest,
): Promise<Page<Meeting>> {
  const { actor, em } = context;
  if (actor.kind === 'talent') {
    assertPermitted(actor, 'meeting:read', { personId: actor.id });
    return meetingsBy(em, selection, [{ talentId: actor.id }], page);
  }
  assertPermitted(
    actor,
    'meeting:read',
    actor.organisationId ? { organisationId: actor.organisationId } : {},
  );
  const own = await actedFor(em, actor.organisationId);
  return meetingsBy(em, selection, [{ organisationId: { $in: own } }], page);
}

/** One meeting that the actor may see. @throws OCCASIONS_MEETING_UNKNOWN */
export async function readMeeting(context: Context, id: string): Promise<Meeting> {
  return (await meetingById(context, id)).meeting;
}

/** An organisation and those that it represents. */
export async function actedFor(em: EntityManager, organisationId: string | undefined): Promise<string[]> {
  if (organisationId === undefined) return [];
  const represented = await em.find(
    OrganisationEntity,
    { representedById: organisationId },
    { fields: ['id'] },
  );
  return [organisationId, ...represented.map(({ id }) => id)];
}

async function meetingsBy(
  em: EntityManager,
  { from, to, ...selection }: MeetingSelection,
  own: readonly FilterQuery<Meeting>[],
  { first, after }: PageRequest,
): Promise<Page<Meeting>> {
  assertPageSize(first);
  const where: FilterQuery<Meeting>[] = [...own];
  for (const [property, value] of Object.entries(selection)) {
    if (value == null) continue;
    // What is no identifier is nobody's.
    if (property !== 'state' && !isId(value)) return { edges: [], hasNextPage: false };
    where.push({ [property]: value } as FilterQuery<Meeting>);
  }
  if (from) where.push({ startsAt: { $gte: from } });
  if (to) where.push({ startsAt: { $lt: to } });
  if (after) {
    const [time, id] = decodeCursor(after, ['number', 'string']);
    const startsAt = new Date(time);
    where.push({ $or: [{ startsAt: { $gt: startsAt } }, { startsAt, id: { $gt: id } }] });
  }
  const found = await em.find(
    MeetingEntity,
    { $and: where },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: first + 1 },
  );
  return pageOf(
    found,
    first,
    (meeting) => meeting,
    ({ startsAt, id }) => [startsAt.getTime(), id],
  );
}
