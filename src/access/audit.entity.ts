import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ActorKind } from './actor.ts';
import type { Action } from './permissions.ts';

/** Who did what to whom, and when. Written in the transaction of the deed; never changed. */
export const AuditRecordEntity = defineEntity({
  name: 'AuditRecord',
  tableName: 'audit_records',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    actorId: p.string(),
    actorKind: p.string().$type<ActorKind>(),
    action: p.string().$type<Action>(),
    subjectKind: p.string(),
    subjectId: p.uuid(),
    /** Identifiers, codes and counts; never personal data. */
    detail: p.json().$type<Record<string, unknown>>(),
  },
});

export type AuditRecord = InferEntity<typeof AuditRecordEntity>;
