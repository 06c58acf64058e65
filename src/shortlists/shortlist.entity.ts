import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** To whom an entry goes when a first-contact window ends: to the next employer in turn, or to all at once. */
export const RELEASES = ['NEXT', 'ALL'] as const;
export type Release = (typeof RELEASES)[number];

export type ShortlistState = 'OPEN' | 'CLOSED';

/** Candidates put forward for a role, or for the roles of several employers who share the list. */
export const ShortlistEntity = defineEntity({
  name: 'Shortlist',
  tableName: 'shortlists',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    /** The mission, event or campaign that it is part of: one of them, or none. */
    occasionId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    /** The zone at whose midnights first-contact windows end. */
    zone: p.string(),
    /** How long one employer has the right of first contact; null where all may contact at once. */
    windowDays: p.integer().nullable(),
    releaseTo: p.string().$type<Release>(),
    /** Whether employers of the list see which of them has the turn or is in contact. */
    showsEmployers: p.boolean(),
    state: p.string().$type<ShortlistState>(),
    createdAt: p.datetime(),
    /** Counts changes of the list and of its order, not of its entries. */
    version: p.integer().version(),
  },
});

export type Shortlist = InferEntity<typeof ShortlistEntity>;

/** A role that a list is for. */
export const ShortlistRoleEntity = defineEntity({
  name: 'ShortlistRole',
  tableName: 'shortlist_roles',
  properties: {
    id: p.uuid().primary(),
    shortlistId: p.uuid(),
    roleId: p.uuid(),
    /** The employer of the role when the list was made. */
    employerId: p.uuid(),
    place: p.integer(),
  },
});

export type ShortlistRole = InferEntity<typeof ShortlistRoleEntity>;
