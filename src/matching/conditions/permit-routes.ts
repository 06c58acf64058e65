import type { Fragment } from '../../database/index.ts';
import { CITIZENSHIPS, type Citizenship } from '../../kernel/index.ts';
import { isInForce, type PermitRule } from '../../permits/index.ts';
import type { Role } from '../../roles/index.ts';
import type { Circumstances } from './condition.ts';
import { payWords, payWordsIn, periodsInYear, yearly, type Pay } from './pay.ts';

/** How a role stands to the salary floor of a permit, best first. */
const STANDINGS = [
  /** Even the lowest salary stated meets it. */
  'MEETS',
  'EXEMPT',
  /** The highest salary stated meets it. */
  'REACHES',
  'NO_FLOOR',
  'SALARY_OPEN',
  'OTHER_CURRENCY',
  /** Below it, in an occupation that is not stated, while some occupations are exempt. */
  'OCCUPATION_OPEN',
  'BELOW',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** A permit that the work may be done with, and how the role stands to its floor. */
export interface Route {
  rule: PermitRule;
  standing: Standing;
  /** Whether the permit is given for the role's occupation, or only for some while the role states none. */
  sure: boolean;
}

type Offer = Pick<
  Role,
  | 'country'
  | 'region'
  | 'engagement'
  | 'occupation'
  | 'salaryMin'
  | 'salaryMax'
  | 'salaryCurrency'
  | 'salaryPeriod'
>;

/**
 * The permits that people of the group could work with, as of the day on which the work begins, the most promising
 * first. They are alternatives: the salary excludes only when it is below the floor of every one.
 */
export function permitRoutes(
  role: Offer,
  citizenship: Citizenship,
  beginsOn: string,
  { permitRules }: Pick<Circumstances, 'permitRules'>,
): Route[] {
  return permitRules
    .filter((rule) => isGiven(rule, role, citizenship) && isInForce(rule, beginsOn))
    .map((rule) => ({
      rule,
      standing: standingTo(rule, role),
      sure: rule.onlyOccupations.length === 0 || role.occupation != null,
    }))
    .sort((one, other) => promise(one) - promise(other) || floorOf(one) - floorOf(other));
}

/** Where a route stands in the order: what is not sure comes after what is, what fails after everything else. */
const promise = ({ standing, sure }: Route): number =>
  STANDINGS.indexOf(standing) +
  (sure ? 0 : STANDINGS.length) +
  (standing === 'BELOW' ? 2 * STANDINGS.length : 0);

const floorOf = ({ rule: { salaryFloor, period, weeklyHours } }: Route): number =>
  salaryFloor != null && period ? yearly({ amount: salaryFloor, period }, weeklyHours) : 0;

function isGiven(rule: PermitRule, role: Offer, citizenship: Citizenship): boolean {
  const here = rule.territory === role.country || rule.territory === role.region;
  const forThem = rule.citizenship == null || rule.citizenship === citizenship;
  const forSuchWork = rule.engagements.length === 0 || rule.engagements.includes(role.engagement);
  const forSuchJobs =
    rule.onlyOccupations.length === 0 ||
    role.occupation == null ||
    isWithin(rule.onlyOccupations, role.occupation);
  return here && forThem && forSuchWork && forSuchJobs;
}

/** Whether a unit group of ISCO-08 lies in one of the groups: their codes begin its code. */
const isWithin = (groups: readonly string[], occupation: string): boolean =>
  groups.some((group) => occupation.startsWith(group));

function standingTo(rule: PermitRule, role: Offer): Standing {
  const floor = floorPay(rule);
  if (!floor) return 'NO_FLOOR';
  if (role.occupation != null && isWithin(rule.exemptOccupations, role.occupation)) return 'EXEMPT';
  const { salaryMin, salaryMax, salaryCurrency, salaryPeriod: period } = role;
  if (salaryCurrency == null || !period) return 'SALARY_OPEN';
  if (salaryCurrency !== floor.currency) return 'OTHER_CURRENCY';
  const reaches = (amount: number | null | undefined) =>
    amount != null && yearly({ amount, period }, rule.weeklyHours) >= yearly(floor, rule.weeklyHours);
  if (reaches(salaryMin)) return 'MEETS';
  if (reaches(salaryMax)) return 'REACHES';
  if (salaryMax == null) return 'SALARY_OPEN';
  return rule.exemptOccupations.length > 0 && role.occupation == null ? 'OCCUPATION_OPEN' : 'BELOW';
}

/** What is to be said of a route: the amounts, the permit and since when its rule is in force. */
export function routeWords({ rule, standing, sure }: Route, role: Offer): string {
  const floor = floorPay(rule);
  const permit = `${rule.permit}, ${rule.territory}, in force since ${rule.validFrom}`;
  const from = floor ? `the floor of ${payWords(floor)} (${permit})` : permit;
  const salary = (amount: number | null | undefined) =>
    payWordsIn(
      { amount: amount!, currency: role.salaryCurrency!, period: role.salaryPeriod! },
      rule.period!,
      rule.weeklyHours,
    );
  const words: Record<Standing, () => string> = {
    MEETS: () => `${salary(role.salaryMin)} meets ${from}`,
    EXEMPT: () => `occupation ${role.occupation} is exempt from ${from}`,
    REACHES: () => `up to ${salary(role.salaryMax)} meets ${from}`,
    NO_FLOOR: () => `no salary floor is on record for one permit (${permit})`,
    SALARY_OPEN: () => `the salary stated does not tell whether it meets ${from}`,
    OTHER_CURRENCY: () => `a salary in ${role.salaryCurrency} is not compared with ${from}`,
    OCCUPATION_OPEN: () =>
      `up to ${salary(role.salaryMax)} lies below ${from}, from which some occupations are exempt: the role states none`,
    BELOW: () => `up to ${salary(role.salaryMax)} lies below ${from}`,
  };
  return `${words[standing]()}${sure ? '' : ', for certain occupations: the role states none'}`;
}

const floorPay = ({ salaryFloor, currency, period }: PermitRule): Pay | undefined =>
  salaryFloor != null && currency && period ? { amount: salaryFloor, currency, period } : undefined;

/** ISCO-08 groups of all levels in which the role's occupation lies. */
const GROUPS = `ARRAY[left(roles.occupation, 1), left(roles.occupation, 2), left(roles.occupation, 3), roles.occupation]`;

/**
 * An SQL expression over a row of `roles`: the groups of citizenship for whom, with work beginning on the role's
 * latest start or else `today`, there are permits and the salary lies BELOW the floor of all of them.
 */
export const belowFloorFor = (today: string): Fragment => ({
  sql: `CASE WHEN roles.salary_max IS NULL THEN '{}' ELSE ARRAY(
    SELECT needing.citizenship FROM unnest(ARRAY[${CITIZENSHIPS.map((group) => `'${group}'`).join(', ')}]) AS needing (citizenship)
    WHERE (
      SELECT bool_and(coalesce(
        rule.currency = roles.salary_currency
        AND roles.salary_max * ${periodsInYear('roles.salary_period', 'rule.weekly_hours')}
          < rule.salary_floor * ${periodsInYear('rule.period', 'rule.weekly_hours')}
        AND (rule.exempt_occupations = '{}'
          OR roles.occupation IS NOT NULL AND NOT rule.exempt_occupations && ${GROUPS}), false))
      FROM permit_rules AS rule
      WHERE rule.territory IN (roles.country, roles.region)
        AND coalesce(roles.start_by, ?::date) BETWEEN rule.valid_from AND coalesce(rule.valid_to, 'infinity')
        AND (rule.citizenship IS NULL OR rule.citizenship = needing.citizenship)
        AND (rule.engagements = '{}' OR roles.engagement = ANY (rule.engagements))
        AND (rule.only_occupations = '{}' OR roles.occupation IS NULL OR rule.only_occupations && ${GROUPS})
    )) END`,
  parameters: [today],
});
