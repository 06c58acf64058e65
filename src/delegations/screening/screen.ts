import { z } from 'zod';
import { inTransaction, recordAudit, type Context } from '../../access/index.ts';
import { changedMeanwhile, type EntityManager } from '../../database/index.ts';
import { isId, newId, parseInput } from '../../kernel/index.ts';
import { announce } from '../../messages/index.ts';
import {
  admitParticipation,
  declineParticipation,
  occasionFacts,
  participationOf,
  type Occasion,
  type Participation,
} from '../../occasions/index.ts';
import { marksMisfit, noRubric, notApplied } from '../delegations.failures.ts';
import { screenedTemplate } from '../delegations.templates.ts';
import { lockedMission } from '../mission.repository.ts';
import { misfitOf, totalOf } from './rubric.ts';
import { DECISIONS, ScreeningEntity, type Screening } from './screening.entity.ts';
import { rubricOf } from './set-rubric.ts';

/** What must hold of a decision, from whichever side it comes. */
const screeningData = z.object({
  version: z.int().min(0),
  marks: z.array(z.object({ criterion: z.string().max(40), mark: z.number().min(0).max(100) })).max(20),
  decision: z.enum(DECISIONS),
  reason: z.string().trim().min(1, 'is empty: the talent reads it').max(2000),
});

/**
 * A named person decides on a talent who has applied, with marks by the mission's rubric and a reason: the marks decide
 * nothing, and nobody is declined but by a person (Regulation (EU) 2024/1689, article 14). To admit and to decline
 * moves the participation; a new decision follows the earlier ones, which stay.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, DATABASE_CHANGED_MEANWHILE, DELEGATIONS_NO_MISSION,
 * DELEGATIONS_NO_RUBRIC, DELEGATIONS_MARKS_MISFIT, DELEGATIONS_NOT_APPLIED, INPUT_INVALID, and those of
 * `admitParticipation` and `declineParticipation`
 */
export function screen(
  context: Context,
  missionId: string,
  talentId: string,
  input: unknown,
): Promise<Screening> {
  return inTransaction(context, async (inside) => {
    const mission = await lockedMission(inside, 'screening:decide', missionId);
    const { version, marks, decision, reason } = parseInput(screeningData, input);
    const participation = isId(talentId) ? await participationOf(inside.em, mission.id, { talentId }) : null;
    if (!participation || participation.state === 'WITHDRAWN')
      throw notApplied({ talentId }, { path: ['talentId'] });
    const rubric = await rubricOf(inside.em, mission.id);
    if (!rubric) throw noRubric({ id: mission.id });
    const problem = misfitOf(rubric.criteria, marks);
    if (problem !== null) throw marksMisfit({ problem, rubric: rubric.number }, { path: ['input', 'marks'] });
    const [last] = await screeningsOf(inside.em, mission.id, talentId, 1);
    const number = last?.number ?? 0;
    if (number !== version) throw changedMeanwhile({ kind: 'screening', id: participation.id });
    const screening = inside.em.create(ScreeningEntity, {
      id: newId(),
      occasionId: mission.id,
      talentId,
      number: number + 1,
      rubricId: rubric.id,
      marks,
      total: totalOf(rubric.criteria, marks),
      decision,
      reason,
      decidedAt: inside.now,
      decidedBy: inside.actor.id,
    });
    recordAudit(
      inside,
      'screening:decide',
      { kind: 'participation', id: participation.id },
      { number: number + 1, rubric: rubric.number, decision },
    );
    await inside.em.flush();
    await follow(inside, mission, participation, screening);
    return screening;
  });
}

/** Moves the participation where the decision does; that tells the talent by itself. */
async function follow(
  context: Context,
  mission: Occasion,
  { id, version, state }: Participation,
  { decision, reason, number, talentId }: Screening,
): Promise<void> {
  if (decision === 'ADMIT' && state === 'APPLIED') await admitParticipation(context, id, version);
  else if (decision === 'DECLINE' && state !== 'DECLINED')
    await declineParticipation(context, id, version, reason);
  else
    await announce(context, [
      {
        recipient: { kind: 'talent', id: talentId },
        template: screenedTemplate,
        parameters: occasionFacts(mission),
        change: `screening ${id} ${number}`,
      },
    ]);
}

/** The decisions on a talent for a mission, newest first. */
export const screeningsOf = (
  em: EntityManager,
  occasionId: string,
  talentId: string,
  limit = 100,
): Promise<Screening[]> =>
  em.find(ScreeningEntity, { occasionId, talentId }, { orderBy: { number: 'desc' }, limit });
