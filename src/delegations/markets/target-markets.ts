import { z } from 'zod';
import {
  assertPermitted,
  consentStandsAmongAll,
  inTransaction,
  recordAudit,
  type Context,
} from '../../access/index.ts';
import { rows, type EntityManager } from '../../database/index.ts';
import { assertPageSize, calendarDay, isId, parseInput, type Citizenship } from '../../kernel/index.ts';
import { beginsOn, permitRoutes, scoreThese, type Match } from '../../matching/index.ts';
import { permitRulesIn } from '../../permits/index.ts';
import { RoleEntity, roleById, roleUnknown, SECTORS, type Role } from '../../roles/index.ts';
import { noRolesToCompare } from '../delegations.failures.ts';
import { byPromise, marketOf, type Market, type Processing, type Scored } from './market-of.ts';
import { isHealthWork } from './safeguards-list.ts';

/** The most roles that markets are compared for. */
const MOST_ROLES = 10;
/** The most countries that are looked at: those with the largest pools. */
const MOST_COUNTRIES = 50;
/** The most talents scored of each country, and the most pairs of talent and role scored in all. */
const MOST_SAMPLED = 100;
const MOST_PAIRS = 6000;

/** What markets are compared for. */
export const marketSelection = z
  .object({
    roleIds: z.array(z.string().refine(isId, 'is no UUID')).min(1).max(MOST_ROLES).nullish(),
    sector: z.enum(SECTORS).nullish(),
    /** The score from which a talent counts as a match. One half: more likely than not that both would meet. */
    threshold: z.number().min(0.01).max(0.99).default(0.5),
  })
  .refine(({ roleIds, sector }) => (roleIds == null) !== (sector == null), {
    error: 'comes alone, without sector',
    path: ['roleIds'],
  });

/** Countries ranked by what a mission could find there. */
export interface TargetMarkets {
  markets: Market[];
  threshold: number;
  modelId: string;
  computedAt: Date;
  /** The roles compared for: those named, or the newest open ones of the sector, with how many more it has. */
  roleIds: string[];
  rolesLeftOut: number;
  /** Countries with talents that were not looked at, since their pools are the smallest. */
  countriesLeftOut: number;
}

/**
 * Countries ranked from the pool for one to ten roles or a sector: those of the roles themselves are left out. Of a
 * country with more talents than are scored, a sample is: the same one every time, as good as drawn by lot, since it
 * goes by a digest of identifiers that are random themselves.
 * @throws ACCESS_FORBIDDEN, INPUT_INVALID, ROLES_UNKNOWN, DELEGATIONS_NO_ROLES, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function targetMarkets(context: Context, input: unknown, first: number): Promise<TargetMarkets> {
  const { em, now } = context;
  assertPermitted(context.actor, 'market:read');
  assertPageSize(first);
  const { threshold, ...selection } = parseInput(marketSelection, input, ['selection']);
  const { roles, leftOut: rolesLeftOut } = await rolesFor(em, selection);
  const today = calendarDay(now);
  const pools = await poolsBeyond(em, roles);
  const sample = await sampleOf(em, pools, sampleSize(roles.length, pools.length));
  const { modelId, scoredOf } = await scoreAll(em, roles, sample, today);
  const grounds = {
    threshold,
    modelId,
    today,
    health: roles.some((role) => isHealthWork(role)),
    processingOf: await processing(em, roles, today),
  };
  const markets = pools
    .slice(0, MOST_COUNTRIES)
    .map(({ country, population }) =>
      marketOf(
        { country, population, talents: (sample.get(country) ?? []).map((id) => scoredOf.get(id)!) },
        grounds,
      ),
    )
    .sort(byPromise)
    .slice(0, first);
  await inTransaction(context, async (inside) => {
    for (const { id } of roles)
      recordAudit(
        inside,
        'market:read',
        { kind: 'role', id },
        { modelId, threshold, sampled: scoredOf.size },
      );
  });
  return {
    markets,
    threshold,
    modelId,
    computedAt: now,
    roleIds: roles.map(({ id }) => id),
    rolesLeftOut,
    countriesLeftOut: Math.max(0, pools.length - MOST_COUNTRIES),
  };
}

/** How many talents of each country are scored, so that the work has an end. */
const sampleSize = (roles: number, countries: number): number =>
  Math.min(MOST_SAMPLED, Math.ceil(MOST_PAIRS / (roles * Math.max(1, Math.min(countries, MOST_COUNTRIES)))));

async function rolesFor(
  em: EntityManager,
  { roleIds, sector }: Omit<z.output<typeof marketSelection>, 'threshold'>,
): Promise<{ roles: Role[]; leftOut: number }> {
  if (roleIds) {
    const roles: Role[] = [];
    for (const [place, id] of [...new Set(roleIds)].entries()) {
      const path = ['selection', 'roleIds', `${place}`];
      const role = await roleById(em, id, path);
      if (role.withdrawnAt != null) throw roleUnknown({ id }, { path });
      roles.push(role);
    }
    return { roles, leftOut: 0 };
  }
  const [roles, count] = await em.findAndCount(
    RoleEntity,
    { sector: sector!, withdrawnAt: null },
    { orderBy: { id: 'desc' }, limit: MOST_ROLES },
  );
  if (roles.length === 0) throw noRolesToCompare(undefined, { path: ['selection', 'sector'] });
  return { roles, leftOut: count - roles.length };
}

interface Pool {
  country: string;
  population: number;
}

const CONSENTS = consentStandsAmongAll('talents.id', 'MATCHING');

/** Countries with talents, the largest pools first, without those to which the talents would go. */
const poolsBeyond = (em: EntityManager, roles: readonly Role[]): Promise<Pool[]> =>
  rows<Pool>(
    em,
    `SELECT country, count(*)::integer AS population FROM talents
     WHERE withdrawn_at IS NULL AND country <> ALL (?::text[]) AND ${CONSENTS.sql}
     GROUP BY country ORDER BY population DESC, country`,
    [[...new Set(roles.map(({ country }) => country))], ...CONSENTS.parameters],
  );

/** Talents by country, at most so many of each. */
async function sampleOf(
  em: EntityManager,
  pools: readonly Pool[],
  size: number,
): Promise<ReadonlyMap<string, string[]>> {
  const drawn = await rows<{ id: string; country: string }>(
    em,
    `SELECT id, country FROM (
       SELECT id, country, row_number() OVER (PARTITION BY country ORDER BY md5(id::text), id) AS place
       FROM talents WHERE withdrawn_at IS NULL AND country = ANY (?::text[]) AND ${CONSENTS.sql}) AS drawn
     WHERE place <= ? ORDER BY country, place`,
    [pools.slice(0, MOST_COUNTRIES).map(({ country }) => country), ...CONSENTS.parameters, size],
  );
  const byCountry = Map.groupBy(drawn, ({ country }) => country);
  return new Map([...byCountry].map(([country, talents]) => [country, talents.map(({ id }) => id)]));
}

/** Every sampled talent with every role. */
async function scoreAll(
  em: EntityManager,
  roles: readonly Role[],
  sample: ReadonlyMap<string, string[]>,
  today: string,
): Promise<{ modelId: string; scoredOf: ReadonlyMap<string, Scored[]> }> {
  const ids = [...sample.values()].flat();
  const scoredOf = new Map<string, Scored[]>(ids.map((id) => [id, []]));
  let modelId = '';
  for (const role of roles) {
    const found = await scoreThese(em, role.id, ids, today);
    modelId = found.modelId;
    for (const match of found.matches) scoredOf.get(match.id)!.push(toScored(role.id, match));
  }
  return { modelId, scoredOf };
}

function toScored(roleId: string, { score, conditions, talent }: Match): Scored {
  const verdictOf = new Map(conditions.map(({ condition, verdict }) => [condition, verdict]));
  return {
    roleId,
    score,
    excluded: conditions.some(({ verdict }) => verdict === 'FAILED'),
    // A role that asks for no language is understood by everybody.
    speaks: (verdictOf.get('LANGUAGES') ?? 'MET') === 'MET',
    needsPermit: verdictOf.get('RIGHT_TO_WORK') !== 'MET',
    citizenship: talent.citizenship,
  };
}

/** How long the most promising permit usually takes, by role and group of citizenship. */
async function processing(
  em: EntityManager,
  roles: readonly Role[],
  today: string,
): Promise<(roleId: string, citizenship: Citizenship) => Processing | null> {
  const begins = roles.map((role) => beginsOn(role, today)).toSorted();
  const permitRules = await permitRulesIn(em, [...new Set(roles.map(({ country }) => country))], begins[0]!);
  const roleOf = new Map(roles.map((role) => [role.id, role]));
  return (roleId, citizenship) => {
    const role = roleOf.get(roleId)!;
    const [best] = permitRoutes(role, citizenship, beginsOn(role, today), { permitRules });
    if (best?.rule.processingDays == null) return null;
    const { processingDays: days, source, consultedOn } = best.rule;
    return { days, source: `${source} (read on ${consultedOn})` };
  };
}
