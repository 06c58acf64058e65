import { Field, Float, ID, ObjectType } from 'type-graphql';
import { MeetingEndReasonEnum, type CancelReason, type ReleaseReason } from '../occasions/index.ts';
import { MilestoneEnum, type MilestoneKind } from '../placements/index.ts';
import { CountFigureType, ShareFigureType } from './figure.type.ts';
import { describeMeasure } from './measures.ts';

@ObjectType({ description: 'Fees in one currency.' })
export class FeeTotal {
  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;
}

@ObjectType({ description: 'What became of the requests for meetings.' })
export class RequestFigures {
  @Field(() => CountFigureType, { description: 'All of them.' })
  asked!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Not answered yet.' })
  open!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Accepted by the other side, or promised by a host.' })
  accepted!: CountFigureType;

  @Field(() => CountFigureType)
  declined!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Not answered in time.' })
  expired!: CountFigureType;

  @Field(() => CountFigureType, {
    description: 'Taken back by whoever asked, or with a consent or participation.',
  })
  takenBack!: CountFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('requestAcceptance') })
  acceptanceRate!: ShareFigureType;
}

@ObjectType({ description: 'Meetings to which somebody did not come.' })
export class MissedFigures {
  @Field(() => CountFigureType)
  byEmployer!: CountFigureType;

  @Field(() => CountFigureType)
  byTalent!: CountFigureType;

  @Field(() => CountFigureType)
  byBoth!: CountFigureType;
}

@ObjectType({ description: 'Meetings cancelled for a reason.' })
export class CancelledFigure {
  @Field(() => MeetingEndReasonEnum, {
    description: 'In an employer’s part, an ended consent stands under PARTICIPATION_ENDED.',
  })
  reason!: CancelReason | ReleaseReason;

  @Field(() => CountFigureType)
  count!: CountFigureType;
}

@ObjectType({ description: 'What became of the meetings.' })
export class MeetingFigures {
  @Field(() => CountFigureType, {
    description: 'All that were published, without those a later plan took back.',
  })
  planned!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Still to come, or not recorded yet.' })
  upcoming!: CountFigureType;

  @Field(() => CountFigureType)
  held!: CountFigureType;

  @Field(() => MissedFigures)
  missed!: MissedFigures;

  @Field(() => [CancelledFigure], { description: 'The reasons that there were.' })
  cancelled!: CancelledFigure[];

  @Field(() => ShareFigureType, { description: describeMeasure('meetingsHeld') })
  shareHeld!: ShareFigureType;
}

@ObjectType({ description: 'A published plan in figures.' })
export class PlanFigures {
  @Field(() => ID, { nullable: true, description: 'The leg that it plans; null for the whole occasion.' })
  legId!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The least share that anybody gets of the value of their own best agenda, from 0 to 1; null in an employer’s part.',
  })
  worstOffShare!: number | null;

  @Field(() => CountFigureType, {
    description: 'Wishes without a meeting; in an employer’s part, those for it.',
  })
  unplaced!: CountFigureType;
}

@ObjectType({ description: 'What became of the offers.' })
export class OfferFigures {
  @Field(() => CountFigureType, { description: 'All of them.' })
  made!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Not answered yet.' })
  open!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Hires, those included that ended since.' })
  accepted!: CountFigureType;

  @Field(() => CountFigureType)
  declined!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Not answered in time.' })
  expired!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Taken back, or released with the talent’s consent.' })
  withdrawn!: CountFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('offerAcceptance') })
  acceptanceRate!: ShareFigureType;
}

@ObjectType({ description: 'How many hires have come so far.' })
export class MilestoneFigures {
  @Field(() => MilestoneEnum)
  kind!: MilestoneKind;

  @Field(() => CountFigureType, { description: 'Recorded with a date.' })
  reached!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Recorded as not needed.' })
  notNeeded!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Not recorded, yet or at all.' })
  notRecorded!: CountFigureType;
}

@ObjectType({ description: 'Hires and openings of one occupation.' })
export class OccupationFigures {
  @Field(() => String, { nullable: true, description: 'ISCO-08 unit group, such as 2221; null: not stated.' })
  occupation!: string | null;

  @Field(() => CountFigureType)
  hires!: CountFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('coverage') })
  coverage!: ShareFigureType;
}

@ObjectType({ description: 'Hires by what they came of; each in one of the four.' })
export class AttributionFigures {
  @Field(() => CountFigureType, { description: 'An occasion alone.' })
  occasions!: CountFigureType;

  @Field(() => CountFigureType, { description: 'A campaign alone.' })
  campaigns!: CountFigureType;

  @Field(() => CountFigureType, { description: 'An occasion and a campaign.' })
  both!: CountFigureType;

  @Field(() => CountFigureType, { description: 'Neither.' })
  neither!: CountFigureType;
}

@ObjectType('ReportMeasure', { description: 'What a figure of the reports means.' })
export class MeasureType {
  @Field(() => String, { description: 'The name by which this list and docs/metrics.md know it.' })
  name!: string;

  @Field(() => String, { description: 'What regions call it.' })
  title!: string;

  @Field(() => String, { description: 'What is counted: of a share, the numerator.' })
  counts!: string;

  @Field(() => String, { nullable: true, description: 'Of a share, the denominator; null for others.' })
  of!: string | null;

  @Field(() => String, { description: 'As of when, or within which time.' })
  period!: string;

  @Field(() => String, { description: 'When there is no value.' })
  missing!: string;

  @Field(() => String, { description: 'The tables that it rests on.' })
  source!: string;
}
