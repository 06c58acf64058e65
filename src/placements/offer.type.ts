import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum, SalaryPeriodEnum } from '../graph/index.ts';
import type { SalaryPeriod } from '../kernel/index.ts';
import { TalentType } from '../talents/index.ts';
import { MILESTONES, type MilestoneKind } from './milestones.ts';
import { END_REASONS, OFFER_STATES, type EndReason, type OfferState } from './offer.entity.ts';
import type { ShownOffer } from './read-offers.ts';

/** What a talent can answer. */
export const ANSWERS = ['ACCEPT', 'DECLINE'] as const;

export const AnswerEnum = graphqlEnum('OfferAnswer', ANSWERS, 'What a talent answers to an offer.');

export const OfferStateEnum = graphqlEnum('OfferState', OFFER_STATES, 'How far an offer has come.', {
  OFFERED: 'The talent has yet to answer.',
  ACCEPTED: 'A hire; how far it has come its milestones say.',
  WITHDRAWN: 'Taken back before an answer, or ended with the consent of the talent.',
  EXPIRED: 'Not answered in time.',
  ENDED: 'The hire ended early.',
});

export const MilestoneEnum = graphqlEnum(
  'PlacementMilestoneKind',
  MILESTONES,
  'How far a placement comes, in order.',
  {
    PERMIT: 'The work permit was given; not needed by those who may work there already.',
    ARRIVAL: 'The talent has arrived; not needed by those who live there.',
    THREE_MONTHS: 'Still there three months after arrival.',
    ONE_YEAR: 'Still there a year after arrival.',
  },
);

export const EndReasonEnum = graphqlEnum('PlacementEndReason', END_REASONS, 'Why a hire ended early.', {
  PARTNER_WITHOUT_WORK: 'The accompanying partner found no work.',
});

@ObjectType({ description: 'Pay before tax, as it was offered.' })
export class OfferedSalary {
  @Field(() => Float)
  amount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@ObjectType({ description: 'That a placement has come so far.' })
export class PlacementMilestone {
  @Field(() => MilestoneEnum)
  kind!: MilestoneKind;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; null where it is not needed.' })
  onDate!: string | null;
}

@ObjectType('Offer', { description: 'An offer of a role to a talent; once accepted, the hire.' })
export class OfferType {
  @Field(() => ID)
  id!: string;

  @Field(() => OfferStateEnum)
  state!: OfferState;

  @Field(() => ID)
  talentId!: string;

  @Field(() => TalentType, {
    nullable: true,
    description: 'Null for an employer once the consent of someone it has hired has ended.',
  })
  talent!: TalentType | null;

  @Field(() => OfferedSalary, { nullable: true })
  salary!: OfferedSalary | null;

  @Field(() => String, { nullable: true, description: 'The first day of work, YYYY-MM-DD.' })
  startsOn!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'It can be answered before this instant.' })
  answerBy!: Date;

  @Field(() => GraphQLDateTimeISO)
  madeAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was answered, withdrawn or expired; null while it is open.',
  })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn, if it was said.' })
  reason!: string | null;

  @Field(() => [PlacementMilestone], { description: 'How far it has come, in order.' })
  milestones!: PlacementMilestone[];

  @Field(() => String, { nullable: true, description: 'When the hire ended early, YYYY-MM-DD.' })
  endedOn!: string | null;

  @Field(() => EndReasonEnum, { nullable: true })
  endReason!: EndReason | null;

  @Field(() => ID, { nullable: true, description: 'The mission or event that it came of.' })
  occasionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it came of.' })
  campaignId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The entry of a shortlist that it came of.' })
  shortlistEntryId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The tandem whose one half it places. Null for employers: whether there is one is not theirs to know.',
  })
  tandemId!: string | null;

  @Field(() => Int, { description: 'Send it back with a milestone: one to an older version is refused.' })
  version!: number;

  roleId!: string;
  employerId!: string;
}

export const OfferConnection = connectionOf('Offer', () => OfferType);

/** The public shape of an offer as it is shown to somebody. */
export const toOfferType = ({ offer, state, milestones, talent, tandemId }: ShownOffer): OfferType => ({
  id: offer.id,
  state,
  talentId: offer.talentId,
  talent,
  salary:
    offer.salaryAmount == null
      ? null
      : { amount: offer.salaryAmount, currency: offer.salaryCurrency!, period: offer.salaryPeriod! },
  startsOn: offer.startsOn ?? null,
  answerBy: offer.answerBy,
  madeAt: offer.madeAt,
  settledAt: state === 'EXPIRED' ? offer.answerBy : (offer.settledAt ?? null),
  reason: offer.reason ?? null,
  milestones: milestones.map(({ kind, onDate }) => ({ kind, onDate: onDate ?? null })),
  endedOn: offer.endedOn ?? null,
  endReason: offer.endReason ?? null,
  occasionId: offer.occasionId ?? null,
  campaignId: offer.campaignId ?? null,
  shortlistEntryId: offer.shortlistEntryId ?? null,
  tandemId,
  version: offer.version,
  roleId: offer.roleId,
  employerId: offer.employerId,
});
