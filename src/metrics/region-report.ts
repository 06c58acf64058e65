import { z } from 'zod';
import { assertPermitted, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { checks, parseInput } from '../kernel/index.ts';
import { isZone, localDate } from '../planner/index.ts';
import { offersInTerritory, rolesInTerritory } from './facts/placements.ts';
import { inTerritory } from './facts/scope.ts';
import { countedShare, shownParts, type Parts, type ShareFigure } from './figures/guard.ts';
import { daysBetween } from './figures/statistics.ts';
import { tallies } from './figures/tally.ts';
import { gather } from './gather.ts';
import { isHire } from './hire.ts';
import { reportOf, type Report } from './report.ts';
import { leastOf, leastOfHires } from './rules.ts';

/** The longest period of a report, in days: ten years. */
const LONGEST = 3653;

const DAY_MS = 86_400_000;

const regionData = z
  .object({
    territory: checks.territory,
    from: checks.date,
    to: checks.date,
    zone: z.string().max(60).refine(isZone, 'is no time zone such as Europe/Stockholm'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day' })
  .refine(({ from, to }) => daysBetween(from, to) < LONGEST, {
    path: ['to'],
    message: 'is more than ten years after the first day',
  });

/** What hires came of. */
export type Attribution = 'occasions' | 'campaigns' | 'both' | 'neither';

/** What came of the activities of a country or region, and of the offers for its roles. */
export type RegionReport = Report & {
  territory: string;
  from: string;
  to: string;
  activities: number;
  joint: ShareFigure;
  attribution: Parts<Attribution>['parts'];
};

/**
 * The figures of a country or region within a period, for organisers and operators. Leads, meetings and employers are
 * those of the activities with a host there; offers and hires those for roles there. Of organisers figures about fewer
 * than five people are withheld, since the data are not theirs alone.
 * @throws ACCESS_FORBIDDEN, INPUT_INVALID
 */
export async function regionReport(context: Context, input: unknown): Promise<RegionReport> {
  const { em, now, actor } = context;
  assertPermitted(actor, 'report:region');
  const { territory, from, to, zone } = parseInput(regionData, input, []);
  const activities = await activitiesOf(context, territory, from, to);
  const scope = {
    occasionIds: activities.filter(({ kind }) => kind === 'OCCASION').map(({ id }) => id),
    campaignIds: activities.filter(({ kind }) => kind === 'CAMPAIGN').map(({ id }) => id),
    employerId: null,
  };
  const facts = await gather(em, scope, now, {
    offers: async () => {
      // The days of a zone begin up to 14 hours before and 12 after those of UTC.
      const [earliest, latest] = [Date.parse(from) - DAY_MS, Date.parse(to) + 2 * DAY_MS];
      const near = await offersInTerritory(em, territory, new Date(earliest), new Date(latest));
      return near.filter(({ madeAt }) => {
        const day = localDate(madeAt, zone);
        return day >= from && day <= to;
      });
    },
    roles: (_, ofHires) => rolesInTerritory(em, territory, ofHires),
  });
  const reading = { now, zone, guarded: actor.kind !== 'operator', part: false };
  const report = reportOf(facts, reading);
  const cameOf = tallies(facts.offers.filter(isHire), ATTRIBUTIONS, attributed);
  return {
    ...report,
    territory,
    from,
    to,
    activities: activities.length,
    joint: countedShare(activities.filter(({ hosts }) => hosts > 1).length, activities.length),
    attribution: shownParts(cameOf, leastOfHires(report.hires, leastOf(reading))).parts,
  };
}

const ATTRIBUTIONS = ['occasions', 'campaigns', 'both', 'neither'] as const satisfies readonly Attribution[];

function attributed({ occasionId, campaignId }: { occasionId: string | null; campaignId: string | null }) {
  if (occasionId === null) return campaignId === null ? 'neither' : 'campaigns';
  return campaignId === null ? 'occasions' : 'both';
}

interface Activity {
  id: string;
  kind: 'OCCASION' | 'CAMPAIGN';
  /** How many host it. */
  hosts: number;
}

/** The occasions and campaigns with a host in a country or region that begin within a period. */
async function activitiesOf(
  { em }: Context,
  territory: string,
  from: string,
  to: string,
): Promise<Activity[]> {
  const { sql, parameters } = inTerritory('organisations', territory);
  const begun = (kind: Activity['kind'], table: string, hosts: string, of: string): string =>
    `SELECT ${table}.id, '${kind}' AS kind, count(*)::int AS hosts
     FROM ${table} JOIN ${hosts} AS hosts ON hosts.${of} = ${table}.id
       JOIN organisations ON organisations.id = hosts.organisation_id
     WHERE ${table}.starts_on BETWEEN ?::date AND ?::date AND ${table}.state NOT IN ('DRAFT', 'CANCELLED')
     GROUP BY ${table}.id HAVING bool_or(${sql})`;
  const each = [from, to, ...parameters];
  return rows<Activity>(
    em,
    `${begun('OCCASION', 'occasions', 'occasion_hosts', 'occasion_id')}
     UNION ALL ${begun('CAMPAIGN', 'campaigns', 'campaign_hosts', 'campaign_id')}`,
    [...each, ...each],
  );
}
