import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '../database/index.ts';
import {
  assertPageSize,
  decodeCursor,
  isId,
  pageOf,
  type Engagement,
  type Page,
  type PageRequest,
} from '../kernel/index.ts';
import { RoleEntity, type Role, type Sector } from './role.entity.ts';
import { roleUnknown } from './roles.failures.ts';

/** What narrows a list of roles. */
export interface RoleSelection {
  employerId?: string | null | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
  sector?: Sector | null | undefined;
  occupation?: string | null | undefined;
  engagement?: Engagement | null | undefined;
  englishAccepted?: boolean | null | undefined;
}

/** @throws ROLES_UNKNOWN */
export async function roleById(
  em: EntityManager,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Role> {
  const role = isId(id) ? await em.findOne(RoleEntity, { id }) : null;
  if (!role) throw roleUnknown({ id }, { path });
  return role;
}

/** Open roles, by title. */
export async function rolesBy(
  em: EntityManager,
  selection: RoleSelection,
  { first, after }: PageRequest,
): Promise<Page<Role>> {
  assertPageSize(first);
  const where: FilterQuery<Role>[] = [{ withdrawnAt: null }];
  for (const [property, value] of Object.entries(selection))
    if (value != null) where.push({ [property]: value } as FilterQuery<Role>);
  if (after) {
    const [title, id] = decodeCursor(after, ['string', 'string']);
    where.push({ $or: [{ title: { $gt: title } }, { title, id: { $gt: id } }] });
  }
  const found = await em.find(
    RoleEntity,
    { $and: where },
    { orderBy: { title: 'asc', id: 'asc' }, limit: first + 1 },
  );
  return pageOf(
    found,
    first,
    (role) => role,
    ({ title, id }) => [title, id],
  );
}
