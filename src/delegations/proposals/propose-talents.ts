import { inTransaction, permits, recordAudit, type Context } from '../../access/index.ts';
import { changedMeanwhile, type EntityManager, type Fragment } from '../../database/index.ts';
import { z } from 'zod';
import { assertPageSize, calendarDay, isId, newId, parseInput } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { candidatesAmong } from '../../matching/index.ts';
import { announce } from '../../messages/index.ts';
import { hostTarget, isJoinable, notJoinable, occasionFacts } from '../../occasions/index.ts';
import { RoleEntity, roleById } from '../../roles/index.ts';
import { proposalUnknown, roleNotBrought } from '../delegations.failures.ts';
import { proposedTemplate } from '../delegations.templates.ts';
import { employersWithRoles, hostedMission, legsOf, lockedMission } from '../mission.repository.ts';
import { proposalLife } from './proposal-life.ts';
import { ProposalEntity, type Proposal } from './proposal.entity.ts';

/**
 * Puts the best ranked talents for a role of the mission on the hosts' list: those who live in the country of a leg, or
 * anywhere while there are no legs, and who have neither been proposed nor asked to take part before. They are told
 * nothing yet.
 * @param first how many at most, 1 to 100.
 * @returns those who are new on the list, best first.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, DELEGATIONS_NO_MISSION, DELEGATIONS_ROLE_NOT_BROUGHT,
 * ROLES_UNKNOWN, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function proposeTalents(
  context: Context,
  missionId: string,
  roleId: string,
  first: number,
): Promise<Proposal[]> {
  assertPageSize(first);
  const mission = await hostedMission(context, 'proposal:make', missionId);
  const role = await roleById(context.em, roleId, ['roleId']);
  const employers = await employersWithRoles(context.em, mission.id);
  if (!employers.some(({ roleIds }) => roleIds.includes(role.id)))
    throw roleNotBrought({ id: role.id }, { path: ['roleId'] });
  const { modelId, matches } = await candidatesAmong(
    context.em,
    role.id,
    await unproposed(context.em, mission.id),
    calendarDay(context.now),
  );
  return inTransaction(context, async (inside) => {
    const { id: occasionId } = await lockedMission(inside, 'proposal:make', mission.id);
    const known = await inside.em.find(ProposalEntity, { occasionId });
    const there = new Set(known.map(({ talentId }) => talentId));
    const proposals = matches
      .filter(({ id }) => !there.has(id))
      .slice(0, first)
      .map(({ id, score }) =>
        inside.em.create(ProposalEntity, {
          id: newId(),
          occasionId,
          talentId: id,
          roleId: role.id,
          state: proposalLife.begins,
          modelId,
          score,
          proposedAt: inside.now,
          proposedBy: inside.actor.id,
          askedAt: null,
          answeredAt: null,
        }),
      );
    recordAudit(
      inside,
      'proposal:make',
      { kind: 'occasion', id: occasionId },
      { roleId: role.id, modelId, proposed: proposals.map(({ talentId }) => talentId) },
    );
    return proposals;
  });
}

async function unproposed(em: EntityManager, occasionId: string): Promise<Fragment> {
  const countries = (await legsOf(em, occasionId)).map(({ country }) => country);
  return {
    sql: `NOT EXISTS (SELECT FROM mission_proposals WHERE occasion_id = ? AND talent_id = talents.id)
      AND NOT EXISTS (SELECT FROM participations WHERE occasion_id = ? AND talent_id = talents.id)
      AND (? OR talents.country = ANY (?::text[]))`,
    parameters: [occasionId, occasionId, countries.length === 0, countries],
  };
}

/** How many are asked at once, at most. */
const idsData = z.array(z.string()).max(100);

/**
 * Asks talents of the hosts' list whether they would like to take part: each is told which role it is about.
 * @throws DELEGATIONS_PROPOSAL_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_NOT_JOINABLE, OCCASIONS_OVER, LIVES_ILLEGAL_MOVE,
 * INPUT_INVALID
 */
export function askTalents(
  context: Context,
  missionId: string,
  proposalIds: readonly string[],
): Promise<Proposal[]> {
  return inTransaction(context, async (inside) => {
    const mission = await lockedMission(inside, 'proposal:ask', missionId);
    if (!isJoinable(mission, 'TALENT')) throw notJoinable({ id: mission.id, state: mission.state });
    const target = await hostTarget(inside.em, mission.id);
    const asked: Proposal[] = [];
    for (const id of new Set(parseInput(idsData, proposalIds, ['proposalIds']))) {
      const proposal = await listed(inside, id, mission.id);
      moveOn(inside, proposalLife, proposal, 'ask', { target });
      proposal.askedAt = inside.now;
      asked.push(proposal);
    }
    await inside.em.flush();
    await tell(inside, asked, occasionFacts(mission));
    return asked;
  });
}

/**
 * Takes a talent off the hosts' list who has not been asked.
 * @throws DELEGATIONS_PROPOSAL_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE
 */
export function dismissProposal(context: Context, id: string, version: number): Promise<Proposal> {
  return inTransaction(context, async (inside) => {
    const proposal = await listed(inside, id);
    const target = await hostTarget(inside.em, proposal.occasionId);
    if (proposal.version !== version) throw changedMeanwhile({ kind: 'mission-proposal', id });
    moveOn(inside, proposalLife, proposal, 'dismiss', { target });
    return proposal;
  });
}

/** A proposal for those who host its mission; unknown to all others. @throws DELEGATIONS_PROPOSAL_UNKNOWN */
async function listed(context: Context, id: string, missionId?: string): Promise<Proposal> {
  const proposal = isId(id) ? await context.em.findOne(ProposalEntity, { id }) : null;
  const hosted = proposal && (await mayRead(context, proposal));
  if (!hosted || (missionId && proposal.occasionId !== missionId)) throw proposalUnknown({ id });
  return proposal;
}

async function mayRead({ actor, em }: Context, { occasionId }: Proposal): Promise<boolean> {
  return permits(actor, 'proposal:make', await hostTarget(em, occasionId));
}

async function tell(
  context: Context,
  proposals: readonly Proposal[],
  facts: ReturnType<typeof occasionFacts>,
): Promise<void> {
  const roles = await context.em.find(RoleEntity, { id: { $in: proposals.map(({ roleId }) => roleId) } });
  const titleOf = new Map(roles.map(({ id, title }) => [id, title]));
  await announce(
    context,
    proposals.map(({ id, talentId, roleId }) => ({
      recipient: { kind: 'talent' as const, id: talentId },
      template: proposedTemplate,
      parameters: { ...facts, role: titleOf.get(roleId)! },
      change: `mission-proposal ${id} asked`,
    })),
  );
}
