export {
  createRole,
  editRole,
  roleInput,
  withdrawRole,
  writeRole,
  writeRoles,
  type RoleWrite,
} from './change-role.ts';
export { assertMayActFor, assertMayActForRole } from './may-act-for.ts';
export { listRoles, readDescription, readRole } from './read-role.ts';
export {
  LICENCE_NEEDS,
  RoleEntity,
  SECTORS,
  type LicenceNeed,
  type Role,
  type Sector,
} from './role.entity.ts';
export { roleData, type RoleData } from './role.input.ts';
export { roleById } from './role.repository.ts';
export { RoleResolver } from './role.resolver.ts';
export { RoleType, SectorEnum, toRoleType } from './role.type.ts';
export { employerWithdrawn, roleUnknown } from './roles.failures.ts';
