import { inTransaction, recordAudit, type Context } from '../../access/index.ts';
import { changedMeanwhile, type EntityManager } from '../../database/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import { lockedMission } from '../mission.repository.ts';
import { rubricData } from './rubric.ts';
import { RubricEntity, type Rubric } from './rubric.entity.ts';

/**
 * Adds a version of the rubric by which talents of a mission are screened: earlier decisions keep the one they were
 * made by.
 * @param version the number of the rubric that it follows; 0 for the first.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, DELEGATIONS_NO_MISSION,
 * INPUT_INVALID
 */
export function setRubric(
  context: Context,
  missionId: string,
  version: number,
  input: unknown,
): Promise<Rubric> {
  return inTransaction(context, async (inside) => {
    const { id: occasionId } = await lockedMission(inside, 'occasion:edit', missionId);
    const criteria = parseInput(rubricData, input, ['criteria']);
    const last = await rubricOf(inside.em, occasionId);
    const number = last?.number ?? 0;
    if (number !== version) throw changedMeanwhile({ kind: 'rubric', id: occasionId });
    recordAudit(
      inside,
      'occasion:edit',
      { kind: 'occasion', id: occasionId },
      { rubric: number + 1, criteria: criteria.length },
    );
    return inside.em.create(RubricEntity, {
      id: newId(),
      occasionId,
      number: number + 1,
      criteria,
      setAt: inside.now,
      setBy: inside.actor.id,
    });
  });
}

/** The rubric of a mission that counts now; null before there is one. */
export const rubricOf = (em: EntityManager, occasionId: string): Promise<Rubric | null> =>
  em.findOne(RubricEntity, { occasionId }, { orderBy: { number: 'desc' } });
