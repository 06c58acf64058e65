import { randomBytes } from 'node:crypto';
import { assertPermitted, inTransaction, recordAudit, type Actor, type Context } from '../../access/index.ts';
import { digest, isId, newId } from '../../kernel/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { TalentEntity } from '../../talents/index.ts';
import { ParticipationEntity } from '../participation.entity.ts';
import { StaffEntity } from '../staff.entity.ts';
import { AgendaFeedEntity, type AgendaFeed, type FeedOwner } from './agenda-feed.entity.ts';
import { agendaCalendar, assertInterviewer, ownTarget, type AgendaOwner } from './agenda.ts';
import { feedUnknown, tooManyFeeds } from './agendas.failures.ts';

/** One for every device and a few to spare. */
const MOST_FEEDS = 20;

/** A feed, with its secret: told once, when it is made. */
export interface NewFeed {
  feed: AgendaFeed;
  secret: string;
}

/**
 * Makes a secret address at which calendar programs fetch an agenda: the talent's, the organisation's, or that of one
 * of its interviewers. The secret is 256 random bits and cannot be told again.
 * @throws ACCESS_…, OCCASIONS_INTERVIEWER_UNKNOWN, OCCASIONS_TOO_MANY_FEEDS
 */
export async function createAgendaFeed(context: Context, owner: AgendaOwner): Promise<NewFeed> {
  const [ownerKind, ownerId] = ownerOf(context.actor, owner);
  assertPermitted(context.actor, 'agenda:share', ownTarget(context.actor));
  if (ownerKind === 'interviewer') await assertInterviewer(context, ownerId);
  return inTransaction(context, async (inside) => {
    const standing = await inside.em.count(AgendaFeedEntity, { ownerKind, ownerId, revokedAt: null });
    if (standing >= MOST_FEEDS) throw tooManyFeeds({ most: MOST_FEEDS });
    const secret = randomBytes(32).toString('base64url');
    const feed = inside.em.create(AgendaFeedEntity, {
      id: newId(),
      ownerKind,
      ownerId,
      secretHash: digest(secret),
      createdAt: inside.now,
      revokedAt: null,
    });
    recordAudit(inside, 'agenda:share', { kind: 'agenda-feed', id: feed.id }, { step: 'create', ownerKind });
    return { feed, secret };
  });
}

/** The addresses at which the agenda is shared, newest first; their secrets are not known any more. */
export async function agendaFeeds(context: Context, owner: AgendaOwner): Promise<AgendaFeed[]> {
  const [ownerKind, ownerId] = ownerOf(context.actor, owner);
  assertPermitted(context.actor, 'agenda:share', ownTarget(context.actor));
  if (ownerKind === 'interviewer') await assertInterviewer(context, ownerId);
  return context.em.find(
    AgendaFeedEntity,
    { ownerKind, ownerId, revokedAt: null },
    { orderBy: { id: 'desc' }, limit: MOST_FEEDS },
  );
}

/** Ends an address at once. @throws OCCASIONS_FEED_UNKNOWN, also for those of others */
export async function revokeAgendaFeed(context: Context, id: string): Promise<AgendaFeed> {
  assertPermitted(context.actor, 'agenda:share', ownTarget(context.actor));
  return inTransaction(context, async (inside) => {
    const feed = isId(id) ? await inside.em.findOne(AgendaFeedEntity, { id, revokedAt: null }) : null;
    if (!feed) throw feedUnknown(undefined, { path: ['id'] });
    if (feed.ownerKind === 'interviewer')
      await assertInterviewer(inside, feed.ownerId).catch((cause: unknown) => {
        throw feedUnknown(undefined, { path: ['id'], cause });
      });
    else if (feed.ownerId !== ownerOf(inside.actor, {})[1]) throw feedUnknown(undefined, { path: ['id'] });
    feed.revokedAt = inside.now;
    recordAudit(inside, 'agenda:share', { kind: 'agenda-feed', id: feed.id }, { step: 'revoke' });
    return feed;
  });
}

/**
 * The agenda behind a secret, as an iCalendar file. Whoever has the secret reads what its owner would: nobody is asked
 * for a token.
 * @throws OCCASIONS_FEED_UNKNOWN, also when it was revoked or its owner has left
 */
export async function readFeed(context: Context, secret: string): Promise<string> {
  const feed = await context.em.findOne(AgendaFeedEntity, { secretHash: digest(secret), revokedAt: null });
  const actor = feed && (await readerOf(context, feed));
  if (!actor) throw feedUnknown();
  const owner = feed.ownerKind === 'interviewer' ? { interviewerId: feed.ownerId } : {};
  return agendaCalendar({ ...context, actor }, owner);
}

/** Whoever the feed reads as; null when they have left. */
async function readerOf({ em }: Context, { ownerKind, ownerId, id }: AgendaFeed): Promise<Actor | null> {
  if (ownerKind === 'talent') {
    const talent = await em.findOne(TalentEntity, { id: ownerId, withdrawnAt: null });
    return talent && { id: talent.id, kind: 'talent' };
  }
  const organisationId = ownerKind === 'organisation' ? ownerId : await employerOf(em, ownerId);
  const employer = await em.findOne(OrganisationEntity, { id: organisationId, withdrawnAt: null });
  return employer && { id, kind: 'employer', organisationId: employer.id };
}

async function employerOf(em: Context['em'], interviewerId: string): Promise<string> {
  const { participationId } = await em.findOneOrFail(StaffEntity, { id: interviewerId });
  return (await em.findOneOrFail(ParticipationEntity, { id: participationId! })).organisationId!;
}

function ownerOf(actor: Actor, { interviewerId }: AgendaOwner): [FeedOwner, string] {
  if (interviewerId != null) return ['interviewer', interviewerId];
  return actor.kind === 'talent' ? ['talent', actor.id] : ['organisation', actor.organisationId ?? ''];
}
