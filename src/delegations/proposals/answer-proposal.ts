import { inTransaction, permits, type ConsentPurpose, type Context } from '../../access/index.ts';
import { changedMeanwhile } from '../../database/index.ts';
import { isId } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { applyToOccasion, participationOf } from '../../occasions/index.ts';
import { proposalUnknown } from '../delegations.failures.ts';
import { proposalLife } from './proposal-life.ts';
import { ProposalEntity, type Proposal } from './proposal.entity.ts';

/**
 * The talent says whether they would like to take part. To accept is to apply, by their own word: what follows is as
 * for everybody who applies.
 * @throws DELEGATIONS_PROPOSAL_UNKNOWN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE, and those of `applyToOccasion`
 */
export function answerProposal(
  context: Context,
  id: string,
  version: number,
  accept: boolean,
): Promise<Proposal> {
  return inTransaction(context, async (inside) => {
    const { em, actor } = inside;
    const proposal = isId(id) ? await em.findOne(ProposalEntity, { id }) : null;
    const target = { personId: proposal?.talentId ?? '' };
    // Whoever was not asked does not learn that a ranking named them.
    if (proposal?.askedAt == null || !permits(actor, 'proposal:answer', target))
      throw proposalUnknown({ id }, { path: ['id'] });
    if (proposal.version !== version) throw changedMeanwhile({ kind: 'mission-proposal', id });
    moveOn(inside, proposalLife, proposal, accept ? 'accept' : 'refuse', { target });
    proposal.answeredAt = inside.now;
    await em.flush();
    const { occasionId, talentId } = proposal;
    // They may have applied by themselves since they were asked.
    if (accept && !(await takesPart(inside, occasionId, talentId)))
      await applyToOccasion(inside, occasionId, {});
    return proposal;
  });
}

async function takesPart({ em }: Context, occasionId: string, talentId: string): Promise<boolean> {
  const participation = await participationOf(em, occasionId, { talentId });
  return participation !== null && participation.state !== 'WITHDRAWN';
}

/** Proposals stand on the consent to be matched: with it those end that nobody has answered. */
export async function lapseOnConsentEnd(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (purpose !== 'MATCHING') return;
  const open = await context.em.find(ProposalEntity, { talentId, state: { $in: ['PROPOSED', 'ASKED'] } });
  for (const proposal of open) moveOn(context, proposalLife, proposal, 'lapse');
}
