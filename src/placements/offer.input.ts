import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { SalaryPeriodEnum } from '../graph/index.ts';
import { checks, isId, SALARY_PERIODS, type SalaryPeriod } from '../kernel/index.ts';
import { MILESTONES, RECORDED_MILESTONES, type MilestoneKind } from './milestones.ts';
import { END_REASONS, type EndReason } from './offer.entity.ts';
import { AnswerEnum, ANSWERS, EndReasonEnum, MilestoneEnum } from './offer.type.ts';

const id = z.string().refine(isId, 'is no UUID');

/** What must hold of an offer's data. */
export const offerData = z.object({
  roleId: z.string(),
  talentId: z.string(),
  salary: z
    .object({
      amount: z.number().positive().max(1_000_000_000),
      currency: checks.currency,
      period: z.enum(SALARY_PERIODS),
    })
    .nullish(),
  startsOn: checks.date.nullish(),
  answerBy: z.date(),
  occasionId: id.nullish(),
  campaignId: id.nullish(),
  shortlistEntryId: id.nullish(),
  tandemId: id.nullish(),
});

/** Why, in the words of whoever does it. */
export const reasonText = z.string().trim().max(2000).nullish();

export type Answer = (typeof ANSWERS)[number];

/** What must hold of an answer. */
export const answerData = z.object({
  answer: z.enum(ANSWERS),
  reason: reasonText,
  declineOthers: z.boolean().default(false),
});

/** What must hold of a milestone that somebody records. */
export const milestoneData = z.object({
  kind: z
    .enum(MILESTONES)
    .extract([...RECORDED_MILESTONES], { error: 'is recorded with the offer and its answer' }),
  onDate: checks.date.nullish(),
});

/** What must hold of the early end of a hire. */
export const endData = z.object({ onDate: checks.date, reason: z.enum(END_REASONS) });

@InputType({ description: 'Pay before tax.' })
export class OfferedSalaryInput {
  @Field(() => Float)
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, such as SEK.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@InputType({ description: 'An offer of a role to a talent.' })
export class OfferInput {
  @Field(() => ID)
  roleId!: string;

  @Field(() => ID)
  talentId!: string;

  @Field(() => OfferedSalaryInput, { nullable: true })
  salary?: OfferedSalaryInput | null;

  @Field(() => String, { nullable: true, description: 'The first day of work, YYYY-MM-DD.' })
  startsOn?: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'It can be answered before this instant.' })
  answerBy!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The mission or event that it came of; its hosts then see and follow it.',
  })
  occasionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it came of.' })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The entry of a shortlist that it came of.' })
  shortlistEntryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The tandem whose one half it places.' })
  tandemId?: string | null;
}

@InputType({ description: "A talent's answer to an offer." })
export class OfferAnswerInput {
  @Field(() => AnswerEnum)
  answer!: Answer;

  @Field(() => String, { nullable: true, description: 'Why it is declined; the employer may read it.' })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'With ACCEPT: declines all your other open offers in the same step.',
  })
  declineOthers!: boolean;
}

@InputType({ description: 'How far a hire has come.' })
export class MilestoneInput {
  @Field(() => MilestoneEnum)
  kind!: MilestoneKind;

  @Field(() => String, {
    nullable: true,
    description: 'YYYY-MM-DD; left out: it is not needed, which only PERMIT and ARRIVAL can be.',
  })
  onDate?: string | null;
}

@InputType({ description: 'The early end of a hire.' })
export class PlacementEndInput {
  @Field(() => String, { description: 'The last day, YYYY-MM-DD.' })
  onDate!: string;

  @Field(() => EndReasonEnum)
  reason!: EndReason;
}

@InputType({ description: 'Which offers to list; what is left out does not narrow.' })
export class OfferFilter {
  @Field(() => ID, { nullable: true })
  roleId?: string | null;

  @Field(() => ID, { nullable: true })
  employerId?: string | null;

  @Field(() => ID, { nullable: true })
  talentId?: string | null;

  @Field(() => ID, { nullable: true })
  occasionId?: string | null;
}
