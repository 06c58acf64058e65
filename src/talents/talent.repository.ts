import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { TalentEntity, type Segment, type Talent } from './talent.entity.ts';
import { talentUnknown } from './talents.failures.ts';

/** What narrows a list of talents. */
export interface TalentSelection {
  country?: string | null | undefined;
  segment?: Segment | null | undefined;
  language?: string | null | undefined;
}

/** @throws TALENTS_UNKNOWN */
export async function talentById(
  em: EntityManager,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Talent> {
  const talent = isId(id) ? await em.findOne(TalentEntity, { id }) : null;
  if (!talent) throw talentUnknown({ id }, { path });
  return talent;
}

/** Talents who have not left, oldest profile first. */
export async function talentsBy(
  em: EntityManager,
  selection: TalentSelection,
  { first, after }: PageRequest,
): Promise<Page<Talent>> {
  assertPageSize(first);
  const where: FilterQuery<Talent>[] = [{ withdrawnAt: null }];
  if (selection.country) where.push({ country: selection.country });
  if (selection.segment) where.push({ segment: selection.segment });
  if (selection.language) where.push({ [raw('languages -> ?', [selection.language])]: { $ne: null } });
  if (after) where.push({ id: { $gt: decodeCursor(after, ['string'])[0] } });
  const found = await em.find(TalentEntity, { $and: where }, { orderBy: { id: 'asc' }, limit: first + 1 });
  return pageOf(
    found,
    first,
    (talent) => talent,
    ({ id }) => [id],
  );
}
