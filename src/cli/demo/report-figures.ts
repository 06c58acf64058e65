import type { Actor } from '../../access/index.ts';
import type { Stage } from './stage.ts';

const COUNT = '{ value }';
const SHARE = '{ value numerator denominator }';
const AVERAGE = '{ value n }';

const REPORT = `query ($occasionId: ID!) { occasionReport(occasionId: $occasionId) {
  asOf zone hosts employers
  fees { currency amount }
  smes ${SHARE} englishAccepted ${SHARE}
  leads ${COUNT} matches ${COUNT} matchRate ${SHARE}
  requests { asked ${COUNT} accepted ${COUNT} declined ${COUNT} acceptanceRate ${SHARE} }
  meetings { planned ${COUNT} held ${COUNT} upcoming ${COUNT} shareHeld ${SHARE} }
  plans { worstOffShare unplaced ${COUNT} }
  shortlisted ${COUNT}
  offers { made ${COUNT} accepted ${COUNT} acceptanceRate ${SHARE} }
  hires ${COUNT} milestones { kind reached ${COUNT} } timeToJob ${AVERAGE}
  occupations { occupation hires ${COUNT} coverage ${SHARE} }
  couplesHired ${SHARE} returning ${SHARE}
} }`;

/** What regions measure of an occasion, as its hosts read it; docs/metrics.md says what each figure counts. */
export async function figuresOf({ ask }: Stage, host: Actor, occasionId: string): Promise<unknown> {
  const { occasionReport } = await ask<{ occasionReport: unknown }>(host, REPORT, { occasionId });
  return occasionReport;
}
