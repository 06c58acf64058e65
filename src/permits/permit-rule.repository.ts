import type { FilterQuery } from '@mikro-orm/core';
import { plainRowsWhere, type EntityManager } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { PermitRuleEntity, type PermitRule } from './permit-rule.entity.ts';
import { permitRuleUnknown } from './permits.failures.ts';

/** What narrows a list of permit rules. */
export interface PermitRuleSelection {
  /** The country, with its regions: ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** In force on this day, `YYYY-MM-DD`. */
  on?: string | null | undefined;
}

/** @throws PERMITS_UNKNOWN */
export async function permitRuleById(em: EntityManager, id: string): Promise<PermitRule> {
  const rule = isId(id) ? await em.findOne(PermitRuleEntity, { id }) : null;
  if (!rule) throw permitRuleUnknown({ id }, { path: ['id'] });
  return rule;
}

/** Permit rules by territory, name and first day. */
export async function permitRulesBy(
  em: EntityManager,
  { country, on }: PermitRuleSelection,
  { first, after }: PageRequest,
): Promise<Page<PermitRule>> {
  assertPageSize(first);
  const where: FilterQuery<PermitRule>[] = [];
  if (country) where.push(within([country]));
  if (on) where.push({ validFrom: { $lte: on }, $or: [{ validTo: null }, { validTo: { $gte: on } }] });
  if (after) {
    const [territory, permit, validFrom, id] = decodeCursor(after, ['string', 'string', 'string', 'string']);
    where.push({
      $or: [
        { territory: { $gt: territory } },
        { territory, permit: { $gt: permit } },
        { territory, permit, validFrom: { $gt: validFrom } },
        { territory, permit, validFrom, id: { $gt: id } },
      ],
    });
  }
  const found = await em.find(PermitRuleEntity, { $and: where }, { orderBy: IN_ORDER, limit: first + 1 });
  return pageOf(
    found,
    first,
    (rule) => rule,
    ({ territory, permit, validFrom, id }) => [territory, permit, validFrom, id],
  );
}

const IN_ORDER = { territory: 'asc', permit: 'asc', validFrom: 'asc', id: 'asc' } as const;

/**
 * The rules of the countries and their regions that are in force on `from` or later, in the order of the list. As plain
 * objects, since every ranking reads them.
 */
export const permitRulesIn = (
  em: EntityManager,
  countries: readonly string[],
  from: string,
): Promise<PermitRule[]> =>
  plainRowsWhere(em, PermitRuleEntity, {
    sql: `left(territory, 2) = ANY (?) AND (valid_to IS NULL OR valid_to >= ?::date)
      ORDER BY territory, permit, valid_from, id`,
    parameters: [countries, from],
  });

/** Every rule, in the order of the list. */
export const allPermitRules = (em: EntityManager): Promise<PermitRule[]> =>
  em.find(PermitRuleEntity, {}, { orderBy: IN_ORDER });

const within = (countries: readonly string[]): FilterQuery<PermitRule> => ({
  $or: countries.flatMap((country) => [{ territory: country }, { territory: { $like: `${country}-%` } }]),
});
