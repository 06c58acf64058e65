import { permits, type Context } from '../access/index.ts';
import { disclosedTo } from './disclose-identity.ts';

/**
 * Those of the talents of whom the actor may know who they are: one's own self, everybody for organisers and
 * operators, and for an employer whoever was disclosed to it. At most one query, however many are asked about.
 */
export async function identified(
  context: Context,
  talentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { actor } = context;
  const permitted = talentIds.filter((personId) => permits(actor, 'talent:identify', { personId }));
  if (permitted.length === talentIds.length || actor.kind !== 'employer' || !actor.organisationId)
    return new Set(permitted);
  return disclosedTo(context, actor.organisationId, talentIds);
}
