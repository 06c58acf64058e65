/** What an employer pays for a campaign: so much for up to so many jobs, and so much for each further one. */
export interface PricePlan {
  /** Units of the currency, to the cent. */
  baseAmount: number;
  /** Jobs in the base amount, at least one. */
  baseJobs: number;
  /** Units of the currency for each job beyond those. */
  furtherJobAmount: number;
}

/** The fee of an employer with so many jobs in the campaign, in units of the plan's currency; nothing without a job. */
export function campaignFee({ baseAmount, baseJobs, furtherJobAmount }: PricePlan, jobs: number): number {
  if (jobs <= 0) return 0;
  // In cents, since 0.1 and 0.2 are no 0.3 in binary fractions.
  const cents =
    Math.round(baseAmount * 100) + Math.max(0, jobs - baseJobs) * Math.round(furtherJobAmount * 100);
  return cents / 100;
}
