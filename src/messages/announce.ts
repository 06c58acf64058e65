import type { Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import { deliverTask } from './messages.jobs.ts';
import type { RecipientKind } from './message.entity.ts';
import type { Template } from './template.ts';

/** Who is told what about which change. */
export interface Announcement<Parameters extends object> {
  recipient: { kind: RecipientKind; id: string };
  template: Template<Parameters>;
  /** Identifiers, instants and public names: whatever the template's words need, nothing more. */
  parameters: Parameters;
  /**
   * Names the change, such as `meeting <id> <sequence>`: of announcements of the same change to the same recipient
   * only the first counts.
   */
  change: string;
}

/**
 * Puts messages into the outbox within the caller's transaction: they are sent if and only if it commits. The deed
 * that makes them necessary has been authorised.
 */
export async function announce<Parameters extends object>(
  context: Context,
  announcements: readonly Announcement<Parameters>[],
): Promise<void> {
  if (announcements.length === 0) return;
  await rows(
    context.em,
    `INSERT INTO messages (id, recipient_kind, recipient_id, template, parameters, change, state, announced_at)
     SELECT given.*, 'WAITING', ?::timestamptz
     FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::jsonb[], ?::text[]) AS given
     ON CONFLICT (recipient_id, change) DO NOTHING`,
    [
      context.now,
      announcements.map(() => newId()),
      announcements.map(({ recipient }) => recipient.kind),
      announcements.map(({ recipient }) => recipient.id),
      announcements.map(({ template }) => template.name),
      announcements.map(({ template, parameters }) => JSON.stringify(template.parameters.parse(parameters))),
      announcements.map(({ change }) => change),
    ],
  );
  await context.jobs.enqueue(context.em, deliverTask, {});
}
