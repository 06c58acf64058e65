import { assertPermitted, type Action, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { isId } from '../kernel/index.ts';
import { organisationById } from '../organisations/index.ts';
import { employerWithdrawn, roleUnknown } from './roles.failures.ts';

/**
 * Stops a use case about an employer's role that the actor may not do, be it as that employer or as its proxy.
 * @throws ACCESS_FORBIDDEN, ORGANISATIONS_UNKNOWN, ROLES_EMPLOYER_WITHDRAWN
 */
export async function assertMayActFor(context: Context, action: Action, employerId: string): Promise<void> {
  const { id, representedById, withdrawnAt } = await organisationById(context.em, employerId, [
    'input',
    'employerId',
  ]);
  assertEmployer(context, action, { id, representedById, hasLeft: withdrawnAt != null });
}

/**
 * The same of a role that is there, for use cases that ask no more about it: in one statement, which takes 2 ms less of
 * a ranking than the two entities.
 * @returns the role's identifier as it is stored.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, ROLES_EMPLOYER_WITHDRAWN
 */
export async function assertMayActForRole(context: Context, action: Action, roleId: string): Promise<string> {
  const [found] = isId(roleId)
    ? await rows<Employer & { roleId: string }>(
        context.em,
        `SELECT roles.id AS "roleId", employer.id, employer.represented_by_id AS "representedById",
           employer.withdrawn_at IS NOT NULL AS "hasLeft"
         FROM roles JOIN organisations AS employer ON employer.id = roles.employer_id WHERE roles.id = ?`,
        [roleId],
      )
    : [];
  if (!found) throw roleUnknown({ id: roleId }, { path: ['roleId'] });
  assertEmployer(context, action, found);
  return found.roleId;
}

interface Employer {
  id: string;
  representedById?: string | null | undefined;
  hasLeft: boolean;
}

/** An employer who has left may still close roles, and do nothing else. */
function assertEmployer(
  { actor }: Context,
  action: Action,
  { id, representedById, hasLeft }: Employer,
): void {
  assertPermitted(actor, action, { organisationId: id, representedById });
  if (hasLeft && action !== 'role:withdraw') throw employerWithdrawn({ id });
}
