import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Who can be written to. */
export const RECIPIENT_KINDS = ['talent', 'organisation'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** WAITING: to be sent. SENT: handed over. UNDELIVERABLE: given up; `problem` says why. */
export const MESSAGE_STATES = ['WAITING', 'SENT', 'UNDELIVERABLE'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * One message to one recipient about one change. It holds no address and no words: both are found when it is sent, so
 * that a changed address counts, and nothing personal is left in the outbox.
 */
export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'messages',
  properties: {
    id: p.uuid().primary(),
    recipientKind: p.string().$type<RecipientKind>(),
    recipientId: p.uuid(),
    /** Names a template of the register. */
    template: p.string(),
    /** What the template is filled with, as its schema says. */
    parameters: p.json().$type<Record<string, unknown>>(),
    /** What changed: a recipient gets one message for each change, however often it is announced. */
    change: p.string(),
    state: p.string().$type<MessageState>(),
    announcedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    /** Until when whoever is about to send it has it to themselves. */
    claimedUntil: p.datetime().nullable(),
    /** A code, never words of a server, which may repeat an address. */
    problem: p.string().nullable(),
  },
});

export type Message = InferEntity<typeof MessageEntity>;
