import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Sector } from '../roles/index.ts';
import type { TandemState } from './tandem-life.ts';

/** Two talents who are searched for together, from the invitation on. Rows are never deleted or reused. */
export const TandemEntity = defineEntity({
  name: 'Tandem',
  tableName: 'tandems',
  properties: {
    id: p.uuid().primary(),
    state: p.string().$type<TandemState>(),
    /** SHA-256 of the invitation code while it waits; the code itself is kept nowhere. */
    codeDigest: p.string().nullable(),
    /** From when on the code opens nothing. */
    expiresAt: p.datetime(),
    /** Whether meetings of the two are to avoid the same slot. */
    avoidSameSlot: p.boolean(),
    version: p.integer().version(),
  },
});

export type Tandem = InferEntity<typeof TandemEntity>;

/** One of the two, with what employers may learn of them as somebody's partner. */
export const TandemPartnerEntity = defineEntity({
  name: 'TandemPartner',
  tableName: 'tandem_partners',
  properties: {
    id: p.uuid().primary(),
    tandemId: p.uuid(),
    /** That of the tandem: the database carries it over. Written once, when the row is made. */
    state: p.string().$type<TandemState>(),
    /** 1: who invited. 2: who joined. */
    seat: p.smallint(),
    talentId: p.uuid(),
    /** Since when this one agrees that employers learn of the tandem. */
    disclosedAt: p.datetime().nullable(),
    /** What they say to look for: all that an employer of the other reads. An ISCO-08 unit group, or null. */
    sector: p.string().$type<Sector>().nullable(),
    occupation: p.string().nullable(),
  },
});

export type TandemPartner = InferEntity<typeof TandemPartnerEntity>;
