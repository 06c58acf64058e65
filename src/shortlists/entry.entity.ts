import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** How somebody came onto a list. */
export const ORIGINS = ['RANKED', 'APPLIED', 'LEAD', 'BY_HAND'] as const;
export type Origin = (typeof ORIGINS)[number];

export const ENTRY_STATES = [
  'PROPOSED',
  'CONTACTED',
  'INTERVIEW',
  'OFFER',
  'HIRED',
  'REJECTED',
  'WITHDRAWN',
  'RELEASED',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** A talent on a list. */
export const EntryEntity = defineEntity({
  name: 'ShortlistEntry',
  tableName: 'shortlist_entries',
  properties: {
    id: p.uuid().primary(),
    shortlistId: p.uuid(),
    talentId: p.uuid(),
    /** The consent to be matched on which the entry stands: when it ends, the entry is in no view any more. */
    consentId: p.uuid(),
    origin: p.string().$type<Origin>(),
    state: p.string().$type<EntryState>(),
    /** When it came into its state. */
    since: p.datetime(),
    addedAt: p.datetime(),
    addedBy: p.string(),
    /** The order by hand: lower first. */
    position: p.integer(),
    /** The role for which an employer is in contact; null before that. */
    roleId: p.uuid().nullable(),
    /** The employers of the list in the order of their right of first contact. */
    turns: p.array(),
    /** Those of them who passed the entry on. */
    passed: p.array(),
    /** Whose turn it is, from 0; as many as there are employers: everybody's. `turnAt` counts on from here. */
    turn: p.integer(),
    /** When this turn ends; null where it does not. */
    turnEndsAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Entry = InferEntity<typeof EntryEntity>;

/** One move in the history of an entry. Rows are never changed. */
export const StepEntity = defineEntity({
  name: 'ShortlistStep',
  tableName: 'shortlist_steps',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    at: p.datetime(),
    actorId: p.string(),
    actorKind: p.string(),
    /** The employer for which it was done; null where it was done for none. */
    employerId: p.uuid().nullable(),
    move: p.string(),
    fromState: p.string().$type<EntryState>(),
    toState: p.string().$type<EntryState>(),
    /** In the words of whoever did it. */
    reason: p.string().nullable(),
  },
});

export type Step = InferEntity<typeof StepEntity>;

/** Who reads a note: its author; the author's organisation; everybody whose list it is; they and the talent. */
export const VISIBILITIES = ['AUTHOR', 'ORGANISATION', 'SHARED', 'TALENT'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** A note on an entry. */
export const NoteEntity = defineEntity({
  name: 'ShortlistNote',
  tableName: 'shortlist_notes',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    authorId: p.string(),
    organisationId: p.uuid().nullable(),
    visibility: p.string().$type<Visibility>(),
    text: p.string(),
    writtenAt: p.datetime(),
  },
});

export type Note = InferEntity<typeof NoteEntity>;
