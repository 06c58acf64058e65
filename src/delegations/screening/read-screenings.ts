import { permits, type Context } from '../../access/index.ts';
import { hostTarget, ParticipationEntity } from '../../occasions/index.ts';
import { RubricEntity, type Rubric } from './rubric.entity.ts';
import { screeningsOf } from './screen.ts';
import type { Screening } from './screening.entity.ts';

/** A decision as the actor may see it: marks, and who decided, are for hosts. */
export interface SeenScreening {
  screening: Screening;
  rubric: Rubric | null;
}

/**
 * The decisions on the talent of a participation, newest first: all of each for hosts; decision and reason for the
 * talent; none for others.
 */
export async function screeningsOn(context: Context, participationId: string): Promise<SeenScreening[]> {
  const { actor, em } = context;
  const participation = await em.findOneOrFail(ParticipationEntity, { id: participationId });
  const { occasionId, talentId } = participation;
  if (talentId == null) return [];
  const hosts = await hostTarget(em, occasionId);
  if (!permits(actor, 'screening:read', { ...hosts, personId: talentId })) return [];
  const screenings = await screeningsOf(em, occasionId, talentId);
  if (actor.kind === 'talent') return screenings.map((screening) => ({ screening, rubric: null }));
  const rubrics = await em.find(RubricEntity, { id: { $in: screenings.map(({ rubricId }) => rubricId) } });
  const rubricOf = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
  return screenings.map((screening) => ({ screening, rubric: rubricOf.get(screening.rubricId)! }));
}
