import { rows, type EntityManager } from '../../database/index.ts';
import type { Requirement } from '../../documents/index.ts';
import type { PlaceOf } from '../../talents/index.ts';
import type { Match } from '../match.ts';
import { strengthOf, type Evidence, type Quote } from './evidence.ts';
import type { Span } from './interaction.ts';

/** A CV as its reader may see it. */
export interface SeenCv {
  /** Null where the reader did not ask for the words. */
  text: string | null;
  /** Where what was read of it stands in it. */
  placeOf: PlaceOf;
}

/**
 * The evidence of matches that are about to be shown: what was compared as numbers, with its words. None for a match
 * whose texts are being read anew: the offsets would point into another text.
 * @param cvs those of all the talents, by talent.
 */
export async function evidenceOf(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  cvs: ReadonlyMap<string, SeenCv>,
): Promise<Evidence[][]> {
  const read = matches.filter(({ warnings }) => !warnings.includes('BEING_READ'));
  const requirements = await requirementsOf(em, modelId, [...new Set(read.map(({ role }) => role.id))]);
  return matches.map((match) => {
    const asked = requirements.get(match.role.id);
    if (!asked || match.warnings.includes('BEING_READ')) return [];
    const { text, placeOf } = cvs.get(match.talent.id)!;
    const quoted = (span: Span): Quote => {
      const passage = placeOf(span);
      return { ...passage, text: text?.slice(passage.start, passage.end) ?? null };
    };
    return match.pairs.map(({ ordinal, passage, similarity }) => {
      const strength = strengthOf(similarity);
      return {
        requirement: asked.get(ordinal)!,
        passage: passage === null || strength === 'NONE' ? null : quoted(passage),
        similarity,
        strength,
      };
    });
  });
}

async function requirementsOf(
  em: EntityManager,
  modelId: string,
  roleIds: readonly string[],
): Promise<Map<string, Map<number, Requirement>>> {
  const found = await rows<Requirement & { roleId: string; ordinal: number }>(
    em,
    `SELECT document_id AS "roleId", ordinal, kind, source, item, "start", "end", text
     FROM requirements WHERE model_id = ? AND document_id = ANY (?)`,
    [modelId, roleIds],
  );
  const byRole = new Map<string, Map<number, Requirement>>();
  for (const { roleId, ordinal, ...requirement } of found) {
    const own = byRole.get(roleId) ?? new Map<number, Requirement>();
    byRole.set(roleId, own.set(ordinal, requirement));
  }
  return byRole;
}
