import { assertPermitted, type Context } from '../access/index.ts';
import { DocumentEntity, type Document } from '../documents/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import type { Role } from './role.entity.ts';
import { roleById, rolesBy, type RoleSelection } from './role.repository.ts';

/** One role. @throws ROLES_UNKNOWN */
export function readRole(context: Context, id: string): Promise<Role> {
  assertPermitted(context.actor, 'role:read');
  return roleById(context.em, id);
}

/** The description of a role: public, as an advert is. */
export function readDescription(context: Context, roleId: string): Promise<Document> {
  assertPermitted(context.actor, 'role:read');
  return context.em.findOneOrFail(DocumentEntity, { id: roleId });
}

/** Open roles, by title. */
export function listRoles(
  context: Context,
  selection: RoleSelection,
  page: PageRequest,
): Promise<Page<Role>> {
  assertPermitted(context.actor, 'role:read');
  return rolesBy(context.em, selection, page);
}
