import { newId } from '../kernel/index.ts';
import { AuditRecordEntity } from './audit.entity.ts';
import type { Context } from './context.ts';
import type { Action } from './permissions.ts';

/** What the trail is kept of. */
export const AUDIT_SUBJECTS = [
  'organisation',
  'role',
  'talent',
  'import',
  'permit-rule',
  'vocabulary',
  'occasion',
  'participation',
  'plan-run',
  'meeting',
  'mission-proposal',
  'interest',
  'tandem',
  'offer',
  'shortlist',
  'shortlist-entry',
  'campaign',
  'sign-up',
  'agenda-feed',
] as const;

/** What a record is about. */
export interface AuditSubject {
  kind: (typeof AUDIT_SUBJECTS)[number];
  id: string;
}

/**
 * Adds a record to the current unit of work: it is written with the deed's transaction, or not at all.
 * `detail` holds identifiers, codes and counts, never personal data.
 */
export function recordAudit(
  context: Context,
  action: Action,
  subject: AuditSubject,
  detail: Record<string, unknown> = {},
): void {
  context.em.persist(
    context.em.create(AuditRecordEntity, {
      id: newId(),
      at: context.now,
      actorId: context.actor.id,
      actorKind: context.actor.kind,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail,
    }),
  );
}
