import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SalaryPeriod } from '../kernel/index.ts';

/** OFFERED is also what an offer is stored as between its last instant and the job that notes it: see `stateAt`. */
export const OFFER_STATES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'ENDED'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Why a hire ended before its first year was over. */
export const END_REASONS = [
  'PERMIT_REFUSED',
  'EMPLOYER_ENDED',
  'TALENT_LEFT',
  'PARTNER_WITHOUT_WORK',
  'FAMILY',
  'HOUSING',
  'OTHER',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** An offer of a role to a talent; once accepted, the hire. */
export const OfferEntity = defineEntity({
  name: 'Offer',
  tableName: 'offers',
  properties: {
    id: p.uuid().primary(),
    roleId: p.uuid(),
    /** Whose role it was when the offer was made. */
    employerId: p.uuid(),
    talentId: p.uuid(),
    /** What the offer came of, for figures. */
    occasionId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    shortlistEntryId: p.uuid().nullable(),
    tandemId: p.uuid().nullable(),
    /** Before tax, in units of the currency per period; all three or none. */
    salaryAmount: p.decimal('number').precision(12).scale(2).nullable(),
    salaryCurrency: p.string().nullable(),
    salaryPeriod: p.string().$type<SalaryPeriod>().nullable(),
    /** The first day of work, `YYYY-MM-DD`. */
    startsOn: p.date().nullable(),
    /** It can be answered before this instant. */
    answerBy: p.datetime(),
    state: p.string().$type<OfferState>(),
    madeAt: p.datetime(),
    /** When it was answered, withdrawn or expired. */
    settledAt: p.datetime().nullable(),
    /** Why it was declined or withdrawn, in the words of whoever did it; both sides may read it. */
    reason: p.string().nullable(),
    endedOn: p.date().nullable(),
    endReason: p.string().$type<EndReason>().nullable(),
    version: p.integer().version(),
  },
});

export type Offer = InferEntity<typeof OfferEntity>;

/** The state of an offer at an instant: one that nobody answered in time has expired, noted or not. */
export const stateAt = ({ state, answerBy }: Pick<Offer, 'state' | 'answerBy'>, now: Date): OfferState =>
  state === 'OFFERED' && answerBy <= now ? 'EXPIRED' : state;
