export { isNode, type Node } from './node.ts';
export { isOrganization, organizationToOrganisation } from './organization.ts';
export { isPosting, postingToRole } from './posting-to-role.ts';
export { roleToPosting } from './role-to-posting.ts';
