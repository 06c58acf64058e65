import { rows, type EntityManager } from '../../database/index.ts';
import { campaignFee } from '../../shortlists/index.ts';
import type { Scope } from './scope.ts';

/** An employer in an occasion or a campaign, with what it pays there and brings. */
export interface EmployerFact {
  employerId: string;
  /** Head count; null where it is not known. */
  employees: number | null;
  /** Units of the currency; null where it pays nothing. */
  fee: { amount: number; currency: string } | null;
  roleIds: readonly string[];
}

/** The employers admitted to the occasions, and those that brought a role to the campaigns. */
export async function employersIn(em: EntityManager, scope: Scope): Promise<EmployerFact[]> {
  const { occasionIds, campaignIds, employerId } = scope;
  const admitted = await rows<EmployerRow>(
    em,
    `SELECT employers.id AS "employerId", employers.employees, taking.role_ids AS "roleIds",
       taking.fee_amount::float8 AS amount, taking.fee_currency AS currency
     FROM participations AS taking JOIN organisations AS employers ON employers.id = taking.organisation_id
     WHERE taking.occasion_id = ANY (?) AND taking.side = 'EMPLOYER' AND taking.state = 'ADMITTED'
       AND (?::uuid IS NULL OR taking.organisation_id = ?::uuid)`,
    [occasionIds, employerId, employerId],
  );
  const brought = await rows<CampaignRow>(
    em,
    `SELECT employers.id AS "employerId", employers.employees, array_agg(brought.role_id) AS "roleIds",
       campaigns.base_amount::float8 AS "baseAmount", campaigns.base_jobs AS "baseJobs",
       campaigns.further_job_amount::float8 AS "furtherJobAmount", campaigns.currency
     FROM campaign_roles AS brought JOIN campaigns ON campaigns.id = brought.campaign_id
       JOIN organisations AS employers ON employers.id = brought.employer_id
     WHERE brought.campaign_id = ANY (?) AND (?::uuid IS NULL OR brought.employer_id = ?::uuid)
     GROUP BY campaigns.id, employers.id`,
    [campaignIds, employerId, employerId],
  );
  return [
    ...admitted.map(({ amount, currency, ...rest }) => ({
      ...rest,
      fee: amount === null || currency === null ? null : { amount, currency },
    })),
    ...brought.map(({ employerId: id, employees, roleIds, currency, ...plan }) => ({
      employerId: id,
      employees,
      roleIds,
      fee: { amount: campaignFee(plan, roleIds.length), currency },
    })),
  ];
}

interface EmployerRow extends Omit<EmployerFact, 'fee'> {
  amount: number | null;
  currency: string | null;
}

interface CampaignRow extends Omit<EmployerFact, 'fee'> {
  baseAmount: number;
  baseJobs: number;
  furtherJobAmount: number;
  currency: string;
}
