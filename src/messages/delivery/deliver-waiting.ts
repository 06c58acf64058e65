import { rows, type EntityManager } from '../../database/index.ts';
import type { Clock } from '../../kernel/index.ts';
import type { Message } from '../message.entity.ts';
import { notAllDelivered } from '../messages.failures.ts';
import { wordingOf } from '../reading/wording-of.ts';
import type { Carrier } from './carrier.ts';
import { letterTo, type AddresseeOf } from './letter.ts';

/**
 * Why a message was given up. NO_ADDRESS: nobody to write to. REFUSED: by the mail server, for good. UNREADABLE: its
 * template is not known here, or takes other parameters now.
 */
export type Problem = 'NO_ADDRESS' | 'REFUSED' | 'UNREADABLE';

/** What delivery takes from outside. */
export interface DeliveryMeans {
  em: EntityManager;
  addresseeOf: AddresseeOf;
  carrier: Carrier;
  /** The sender's address, with or without a name. */
  from: string;
  clock: Clock;
  signal?: AbortSignal | undefined;
}

/**
 * How long a message belongs to whoever claimed it: longer than a mail server is waited for. A message whose
 * deliverer died is free again afterwards.
 */
const CLAIM_MS = 120_000;

/**
 * Hands over every message that waits, oldest first. Each is claimed in one transaction and marked in another, and none
 * is open while a server is waited for: on the embedded engine everybody else would wait too. Killed in between, a
 * message is handed over again, under the same Message-ID, and never lost.
 * @returns how many were handed over.
 * @throws MESSAGES_CARRIER_UNAVAILABLE, MESSAGES_NOT_ALL_DELIVERED
 */
export async function deliverWaiting(means: DeliveryMeans): Promise<number> {
  let sent = 0;
  let left = 0;
  try {
    for (let place = BEFORE_ALL; !means.signal?.aborted;) {
      const message = await claim(means, place);
      if (!message) break;
      place = message;
      const outcome = await handOver(means, message);
      if (outcome === 'TAKEN') sent += 1;
      if (outcome === 'LATER') left += 1;
    }
  } finally {
    means.carrier.rest();
  }
  const count = left + (await claimedElsewhere(means));
  if (count > 0) throw notAllDelivered({ count });
  return sent;
}

/** Where a message stands in the order of delivery. */
interface Place {
  id: string;
  /** ISO 8601 to the microsecond, as the database has it. */
  announced: string;
}

interface Claimed extends Place, Pick<Message, 'recipientKind' | 'recipientId' | 'template'> {
  parameters: string;
}

const BEFORE_ALL: Place = { id: '00000000-0000-0000-0000-000000000000', announced: '-infinity' };

/** Claims the next message after a place, unless somebody else holds it. */
async function claim({ em, clock }: DeliveryMeans, after: Place): Promise<Claimed | undefined> {
  const now = clock();
  const [claimed] = await rows<Claimed>(
    em,
    `UPDATE messages SET claimed_until = ?
     WHERE id = (
       SELECT id FROM messages
       WHERE state = 'WAITING' AND (announced_at, id) > (?::timestamptz, ?::uuid)
         AND (claimed_until IS NULL OR claimed_until <= ?)
       ORDER BY announced_at, id LIMIT 1
       FOR UPDATE SKIP LOCKED)
     RETURNING id, recipient_kind AS "recipientKind", recipient_id AS "recipientId", template,
       parameters::text AS parameters, to_json(announced_at) #>> '{}' AS announced`,
    [new Date(now.getTime() + CLAIM_MS), after.announced, after.id, now],
  );
  return claimed;
}

async function handOver(
  means: DeliveryMeans,
  message: Claimed,
): Promise<'TAKEN' | 'LATER' | 'UNDELIVERABLE'> {
  // Read afresh for each message: an address that is corrected while many are sent counts for the rest.
  const addressee = await means.addresseeOf(means.em.fork() as EntityManager, {
    kind: message.recipientKind,
    id: message.recipientId,
  });
  if (!addressee) return giveUp(means, message, 'NO_ADDRESS');
  const { template } = message;
  const parameters = JSON.parse(message.parameters) as Record<string, unknown>;
  const wording = wordingOf({ template, parameters }, addressee.language);
  if (!wording) return giveUp(means, message, 'UNREADABLE');
  const announcedAt = new Date(message.announced);
  const letter = letterTo(addressee, { id: message.id, announcedAt }, wording, means.from);
  const outcome = await means.carrier.carry(letter).catch(async (failure: unknown) => {
    await release(means, message);
    throw failure;
  });
  if (outcome === 'REFUSED') return giveUp(means, message, 'REFUSED');
  if (outcome === 'LATER') await release(means, message);
  else await mark(means, message, 'SENT', null);
  return outcome;
}

async function giveUp(means: DeliveryMeans, message: Place, problem: Problem): Promise<'UNDELIVERABLE'> {
  await mark(means, message, 'UNDELIVERABLE', problem);
  return 'UNDELIVERABLE';
}

async function mark(
  { em, clock }: DeliveryMeans,
  { id }: Place,
  state: 'SENT' | 'UNDELIVERABLE',
  problem: Problem | null,
): Promise<void> {
  await rows(
    em,
    `UPDATE messages SET state = ?, sent_at = ?, problem = ?, claimed_until = NULL WHERE id = ? AND state = 'WAITING'`,
    [state, state === 'SENT' ? clock() : null, problem, id],
  );
}

async function release({ em }: DeliveryMeans, { id }: Place): Promise<void> {
  await rows(em, `UPDATE messages SET claimed_until = NULL WHERE id = ?`, [id]);
}

async function claimedElsewhere({ em, clock }: DeliveryMeans): Promise<number> {
  const [counted] = await rows<{ count: string | number }>(
    em,
    `SELECT count(*) AS count FROM messages WHERE state = 'WAITING' AND claimed_until > ?`,
    [clock()],
  );
  return Number(counted!.count);
}
