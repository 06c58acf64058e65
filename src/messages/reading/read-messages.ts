import type { FilterQuery } from '@mikro-orm/core';
import { assertPermitted, type Context } from '../../access/index.ts';
import { assertPageSize, decodeCursor, pageOf, type Page, type PageRequest } from '../../kernel/index.ts';
import type { AddresseeOf } from '../delivery/letter.ts';
import { MessageEntity, type Message, type RecipientKind } from '../message.entity.ts';
import type { Wording } from '../template.ts';
import { wordingOf } from './wording-of.ts';

/** What this room's use cases are given beside the usual. */
export interface MessagesContext extends Context {
  addresseeOf: AddresseeOf;
}

/** A message with its words as they are now; null where its template is not known any more. */
export interface ReadMessage {
  message: Message;
  wording: Wording | null;
}

/**
 * What was announced to the actor, newest first: to the talent, or to the organisation that the actor acts for; in the
 * language in which they are written to, English where they have none.
 * @throws ACCESS_FORBIDDEN, PAGE_…
 */
export async function readMessages(
  context: MessagesContext,
  { first, after }: PageRequest,
): Promise<Page<ReadMessage>> {
  const { id: personId, organisationId } = context.actor;
  const recipient: { kind: RecipientKind; id: string } =
    context.actor.kind === 'talent'
      ? { kind: 'talent', id: personId }
      : { kind: 'organisation', id: organisationId ?? personId };
  assertPermitted(context.actor, 'message:read', {
    personId,
    ...(organisationId === undefined ? {} : { organisationId }),
  });
  assertPageSize(first);
  const where: FilterQuery<Message>[] = [{ recipientKind: recipient.kind, recipientId: recipient.id }];
  if (after) {
    const [announced, id] = decodeCursor(after, ['number', 'string']);
    const announcedAt = new Date(announced);
    where.push({ $or: [{ announcedAt: { $lt: announcedAt } }, { announcedAt, id: { $lt: id } }] });
  }
  const found = await context.em.find(
    MessageEntity,
    { $and: where },
    { orderBy: { announcedAt: 'desc', id: 'desc' }, limit: first + 1 },
  );
  const language = (await context.addresseeOf(context.em, recipient))?.language ?? 'en';
  return pageOf(
    found,
    first,
    (message) => ({ message, wording: wordingOf(message, language) }),
    ({ announcedAt, id }) => [announcedAt.getTime(), id],
  );
}
