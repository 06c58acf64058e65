import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { assertPermitted, type Context } from '../access/index.ts';
import { campaignReport } from './campaign-report.ts';
import { MEASURES } from './measures.ts';
import { occasionReport } from './occasion-report.ts';
import { regionReport } from './region-report.ts';
import { CampaignReportType, OccasionReportType, RegionReportType } from './report.type.ts';
import { MeasureType } from './sections.type.ts';

@Resolver()
export class ReportResolver {
  @Query(() => OccasionReportType, {
    description:
      'What came of a mission or event: the whole for its hosts and operators; for an employer and its proxy its own part.',
  })
  occasionReport(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('employerId', () => ID, {
      nullable: true,
      description:
        'The employer whose part it is to be. Left out: the whole for a host, your own part otherwise.',
    })
    employerId?: string | null,
  ): Promise<OccasionReportType> {
    return occasionReport(context, occasionId, employerId);
  }

  @Query(() => CampaignReportType, {
    description: 'What came of a campaign, for its hosts and operators; `Campaign.sources` counts by source.',
  })
  campaignReport(
    @Ctx() context: Context,
    @Arg('campaignId', () => ID) campaignId: string,
  ): Promise<CampaignReportType> {
    return campaignReport(context, campaignId);
  }

  @Query(() => RegionReportType, {
    description:
      'What came of the activities and roles of a country or region, for organisers and operators.',
  })
  regionReport(
    @Ctx() context: Context,
    @Arg('territory', () => String, {
      description: 'ISO 3166-1 alpha-2 such as SE, or ISO 3166-2 such as SE-AC.',
    })
    territory: string,
    @Arg('from', () => String, { description: 'The first day, `YYYY-MM-DD`.' }) from: string,
    @Arg('to', () => String, { description: 'The last day, at most ten years later.' }) to: string,
    @Arg('zone', () => String, {
      defaultValue: 'UTC',
      description: 'The zone by whose calendar days are counted: `Europe/Stockholm`.',
    })
    zone: string,
  ): Promise<RegionReportType> {
    return regionReport(context, { territory, from, to, zone });
  }

  @Query(() => [MeasureType], {
    description:
      'What the figures of the reports mean: numerator, denominator, period, and when there is none.',
  })
  reportMeasures(@Ctx() context: Context): MeasureType[] {
    assertPermitted(context.actor, 'measure:read');
    return Object.entries(MEASURES).map(([name, measure]) => ({ name, ...measure }));
  }
}
