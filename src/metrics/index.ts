export { campaignReport, type CampaignReport } from './campaign-report.ts';
export { FEWEST_PEOPLE, type CountFigure, type MeanFigure, type ShareFigure } from './figures/guard.ts';
export { MEASURES, type Measure, type MeasureName } from './measures.ts';
export { noPart } from './metrics.failures.ts';
export { occasionReport, type OccasionReport } from './occasion-report.ts';
export { regionReport, type RegionReport } from './region-report.ts';
export { ReportResolver } from './report.resolver.ts';
export { SME_BELOW } from './report.ts';
