import { rows, type EntityManager } from '../../database/index.ts';
import type { Requirement } from '../../documents/index.ts';
import type { Match } from '../match.ts';
import { strengthOf, type Evidence, type Quote } from './evidence.ts';
import { PASSAGES_READ } from './read-passages.ts';

/**
 * The evidence of matches that are about to be shown: what was compared as numbers, with its words. None for a match
 * whose texts are being read anew: the offsets would point into another text.
 * @param blind CVs to be quoted blind, by talent; they are as long as the CVs themselves, so that offsets hold.
 */
export async function evidenceOf(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  blind: ReadonlyMap<string, string>,
): Promise<Evidence[][]> {
  const read = matches.filter(({ warnings }) => !warnings.includes('BEING_READ'));
  const requirements = await requirementsOf(em, modelId, [...new Set(read.map(({ role }) => role.id))]);
  const quotes = await quotesOf(em, modelId, [...new Set(read.map(({ talent }) => talent.id))], blind);
  return matches.map((match) => {
    const asked = requirements.get(match.role.id);
    const said = quotes.get(match.talent.id) ?? [];
    if (!asked || match.warnings.includes('BEING_READ')) return [];
    return match.pairs.map(({ ordinal, passage, similarity }) => {
      const strength = strengthOf(similarity);
      return {
        requirement: asked.get(ordinal)!,
        passage: passage === null || strength === 'NONE' ? null : (said[passage] ?? null),
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

/** The passages read of each CV, in their order. Of the text, no more is fetched than they reach. */
async function quotesOf(
  em: EntityManager,
  modelId: string,
  cvIds: readonly string[],
  blind: ReadonlyMap<string, string>,
): Promise<Map<string, Quote[]>> {
  const found = await rows<{ id: string; spans: [number, number][]; text: string }>(
    em,
    `SELECT given.id, own.spans, left(documents.text, own.reach) AS text
     FROM unnest(?::uuid[]) AS given (id), LATERAL (
       SELECT json_agg(json_build_array("start", "end") ORDER BY ordinal) AS spans, max("end") AS reach
       FROM (SELECT * FROM passages WHERE document_id = given.id AND model_id = ?
             ORDER BY ordinal LIMIT ${PASSAGES_READ}) AS first
     ) AS own, LATERAL (SELECT text FROM documents WHERE documents.id = given.id OFFSET 0) AS documents
     WHERE own.spans IS NOT NULL`,
    [cvIds, modelId],
  );
  return new Map(
    found.map(({ id, spans, text }) => [
      id,
      spans.map(([start, end]) => ({ start, end, text: (blind.get(id) ?? text).slice(start, end) })),
    ]),
  );
}
