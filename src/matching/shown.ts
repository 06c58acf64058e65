import type { EntityManager } from '../database/index.ts';
import { evidenceOf } from './evidence/show-evidence.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Match } from './match.ts';
import { withSkills } from './named-skills.ts';

/** A match with its words. */
export interface ShownMatch extends Match {
  /** Every requirement of the role, in its order. */
  evidence: Evidence[];
}

/** Adds to matches that are about to be shown what the ranking itself does not need: skills named, and evidence. */
export async function shown(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
): Promise<ShownMatch[]> {
  const evidence = await evidenceOf(em, modelId, matches);
  const judged = await withSkills(em, matches);
  return judged.map((match, place) => ({ ...match, evidence: evidence[place]! }));
}
