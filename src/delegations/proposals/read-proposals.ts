import { assertPermitted, consentStands, permits, type Context } from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import { assertPageSize, decodeCursor, pageOf, type Page, type PageRequest } from '../../kernel/index.ts';
import { hostTarget, OccasionEntity, type Occasion } from '../../occasions/index.ts';
import { RoleEntity, type Role } from '../../roles/index.ts';
import { identified, TalentEntity, type Talent } from '../../talents/index.ts';
import { ProposalEntity, type Proposal, type ProposalState } from './proposal.entity.ts';

/** A proposal with whom and what it is about. */
export interface SeenProposal {
  proposal: Proposal;
  mission: Occasion;
  role: Role;
  talent: Talent;
  /** Whether the actor may know who the talent is. */
  identified: boolean;
}

/**
 * The hosts' list of a mission, best score first; talents whose consent has ended are not on it. Empty for those who
 * do not host it, who may not even know that there is one.
 * @throws PAGE_…
 */
export async function proposalsOf(
  context: Context,
  missionId: string,
  state: ProposalState | null | undefined,
  page: PageRequest,
): Promise<Page<SeenProposal>> {
  assertPageSize(page.first);
  if (!permits(context.actor, 'proposal:make', await hostTarget(context.em, missionId)))
    return { edges: [], hasNextPage: false };
  const consent = consentStands('mission_proposals.talent_id', 'MATCHING');
  const where: Fragment[] = [{ sql: 'occasion_id = ?', parameters: [missionId] }, consent];
  if (state) where.push({ sql: 'state = ?', parameters: [state] });
  if (page.after) {
    const [score, id] = decodeCursor(page.after, ['number', 'string']);
    where.push({ sql: '(-score, id::text) > (?::float8, ?)', parameters: [-score, id] });
  }
  const { sql, parameters } = joined(where, ' AND ');
  const found = await rows<{ id: string }>(
    context.em,
    `SELECT id FROM mission_proposals WHERE ${sql} ORDER BY score DESC, id::text LIMIT ?`,
    [...parameters, page.first + 1],
  );
  const order = new Map(found.map(({ id }, place) => [id, place]));
  const proposals = await context.em.find(ProposalEntity, { id: { $in: [...order.keys()] } });
  proposals.sort((one, other) => order.get(one.id)! - order.get(other.id)!);
  return pageOf(
    await seenProposals(context, proposals),
    page.first,
    (seen) => seen,
    ({ proposal: { score, id } }) => [score, id],
  );
}

/** What the talent behind the token has been asked, newest first: at most the last hundred. */
export async function myProposals(context: Context): Promise<SeenProposal[]> {
  const talentId = context.actor.id;
  assertPermitted(context.actor, 'proposal:read', { personId: talentId });
  const proposals = await context.em.find(
    ProposalEntity,
    { talentId, askedAt: { $ne: null } },
    { orderBy: { askedAt: 'desc', id: 'desc' }, limit: 100 },
  );
  return seenProposals(context, proposals);
}

/** Proposals that the actor may see, with all that is shown of them. */
export async function seenProposals(
  context: Context,
  proposals: readonly Proposal[],
): Promise<SeenProposal[]> {
  const { em } = context;
  const missions = byId(await em.find(OccasionEntity, { id: { $in: proposals.map((p) => p.occasionId) } }));
  const roles = byId(await em.find(RoleEntity, { id: { $in: proposals.map((p) => p.roleId) } }));
  const talents = byId(await em.find(TalentEntity, { id: { $in: proposals.map((p) => p.talentId) } }));
  const known = await identified(context, [...talents.keys()]);
  return proposals.map((proposal) => ({
    proposal,
    mission: missions.get(proposal.occasionId)!,
    role: roles.get(proposal.roleId)!,
    talent: talents.get(proposal.talentId)!,
    identified: known.has(proposal.talentId),
  }));
}

const byId = <Row extends { id: string }>(found: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(found.map((row) => [row.id, row]));
