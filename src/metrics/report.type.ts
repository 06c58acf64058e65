import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AverageFigureType, CountFigureType, ShareFigureType } from './figure.type.ts';
import { FEWEST_PEOPLE } from './figures/guard.ts';
import { describeMeasure } from './measures.ts';
import {
  AttributionFigures,
  FeeTotal,
  MeetingFigures,
  MilestoneFigures,
  OccupationFigures,
  OfferFigures,
  PlanFigures,
  RequestFigures,
} from './sections.type.ts';

@ObjectType({ description: 'The figures that all reports have.' })
abstract class ReportFigures {
  @Field(() => String, { description: 'The date of the report in its zone, `YYYY-MM-DD`.' })
  asOf!: string;

  @Field(() => String, { description: 'The zone by whose calendar days are counted: that of the occasion.' })
  zone!: string;

  @Field(() => Boolean, {
    description: `Whether figures about fewer than ${FEWEST_PEOPLE} talents are withheld (k-anonymity with k = ${FEWEST_PEOPLE}, and complementary suppression within each breakdown): for everybody but operators and the hosts whose data it is.`,
  })
  guarded!: boolean;

  @Field(() => Int, { description: describeMeasure('employers') })
  employers!: number;

  @Field(() => ShareFigureType, { description: describeMeasure('smes') })
  smes!: ShareFigureType;

  @Field(() => [FeeTotal], { description: describeMeasure('fees') })
  fees!: FeeTotal[];

  @Field(() => ShareFigureType, { description: describeMeasure('englishAccepted') })
  englishAccepted!: ShareFigureType;

  @Field(() => CountFigureType, { description: describeMeasure('leads') })
  leads!: CountFigureType;

  @Field(() => CountFigureType, { description: describeMeasure('matches') })
  matches!: CountFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('matchRate') })
  matchRate!: ShareFigureType;

  @Field(() => CountFigureType, { description: describeMeasure('shortlisted') })
  shortlisted!: CountFigureType;

  @Field(() => OfferFigures, { description: describeMeasure('offers') })
  offers!: OfferFigures;

  @Field(() => CountFigureType, { description: describeMeasure('hires') })
  hires!: CountFigureType;

  @Field(() => [MilestoneFigures], { description: describeMeasure('milestones') })
  milestones!: MilestoneFigures[];

  @Field(() => ShareFigureType, { description: describeMeasure('threeMonthRetention') })
  threeMonthRetention!: ShareFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('oneYearRetention') })
  oneYearRetention!: ShareFigureType;

  @Field(() => AverageFigureType, { description: describeMeasure('timeToJob') })
  timeToJob!: AverageFigureType;

  @Field(() => [OccupationFigures], { description: describeMeasure('occupations') })
  occupations!: OccupationFigures[];

  @Field(() => ShareFigureType, { description: describeMeasure('coverage') })
  coverage!: ShareFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('couplesHired') })
  couplesHired!: ShareFigureType;

  @Field(() => CountFigureType, { description: describeMeasure('partnersHired') })
  partnersHired!: CountFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('returning') })
  returning!: ShareFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('studentsWhoStay') })
  studentsWhoStay!: ShareFigureType;
}

@ObjectType({ description: 'The figures of occasions: what all reports have, and meetings.' })
abstract class MeetingReportFigures extends ReportFigures {
  @Field(() => RequestFigures, { description: describeMeasure('requests') })
  requests!: RequestFigures;

  @Field(() => MeetingFigures, { description: describeMeasure('meetings') })
  meetings!: MeetingFigures;

  @Field(() => AverageFigureType, { description: describeMeasure('employerSatisfaction') })
  employerSatisfaction!: AverageFigureType;

  @Field(() => AverageFigureType, { description: describeMeasure('talentSatisfaction') })
  talentSatisfaction!: AverageFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('employersInterested') })
  employersInterested!: ShareFigureType;

  @Field(() => ShareFigureType, { description: describeMeasure('talentsInterested') })
  talentsInterested!: ShareFigureType;
}

@ObjectType('OccasionReport', {
  description: 'What came of a mission or event, or of an employer’s part in it.',
})
export class OccasionReportType extends MeetingReportFigures {
  @Field(() => ID)
  occasionId!: string;

  @Field(() => ID, { nullable: true, description: 'The employer whose part it is; null for the whole.' })
  employerId!: string | null;

  @Field(() => Int, { description: 'How many host it; with several it is a joint activity.' })
  hosts!: number;

  @Field(() => [PlanFigures], { description: describeMeasure('plans') })
  plans!: PlanFigures[];
}

@ObjectType('CampaignReport', { description: 'What came of a campaign.' })
export class CampaignReportType extends ReportFigures {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Int, { description: 'How many host it; with several it is a joint activity.' })
  hosts!: number;
}

@ObjectType('RegionReport', {
  description:
    'What came of the activities of a country or region, and of the offers for its roles, within a period.',
})
export class RegionReportType extends MeetingReportFigures {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2, or ISO 3166-2.' })
  territory!: string;

  @Field(() => String, { description: 'The first day of the period, `YYYY-MM-DD`.' })
  from!: string;

  @Field(() => String, { description: 'The last day of the period.' })
  to!: string;

  @Field(() => Int, { description: describeMeasure('activities') })
  activities!: number;

  @Field(() => ShareFigureType, { description: describeMeasure('joint') })
  joint!: ShareFigureType;

  @Field(() => AttributionFigures, { description: describeMeasure('attribution') })
  attribution!: AttributionFigures;
}
