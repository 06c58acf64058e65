import { plainRows, rows, type EntityManager } from '../database/index.ts';
import {
  servingModel,
  similarityScales,
  unpackPooled,
  type EmbeddingModel,
  type SimilarityScales,
} from '../documents/index.ts';
import { cosine } from '../embeddings/index.ts';
import { isUnitGroup } from '../kernel/index.ts';
import { permitRulesIn } from '../permits/index.ts';
import { RoleEntity, type Role } from '../roles/index.ts';
import { TalentEntity } from '../talents/index.ts';
import { beginsOn, type Circumstances } from './conditions/index.ts';
import { askingOf, interactionOf } from './evidence/interaction.ts';
import { readDocuments, readRequirements, type ReadDocument } from './evidence/read-documents.ts';
import { matchOf, type Match } from './match.ts';
import { notYetEmbedded } from './matching.failures.ts';
import type { Direction } from './eligible.ts';
import type { Retrieved } from './retrieval.ts';
import { startOf } from './score.ts';

/** The one who asks, as the serving model has read them. */
export interface Subject {
  direction: Direction;
  id: string;
  model: EmbeddingModel;
  /** The pooled vector of their text. */
  pooled: Int8Array;
  scales: SimilarityScales;
}

/** @throws MATCHING_NOT_YET_EMBEDDED */
export async function subjectOf(em: EntityManager, direction: Direction, id: string): Promise<Subject> {
  const model = await servingModel(em);
  const [scales, made] = await Promise.all([
    model && similarityScales(em, model.id),
    model &&
      rows<{ pooled: string }>(
        em,
        `SELECT pooled FROM document_vectors WHERE document_id = ? AND model_id = ?`,
        [id, model.id],
      ),
  ]);
  if (!model || !scales || !made?.[0])
    throw notYetEmbedded({ kind: direction === 'CANDIDATES' ? 'role' : 'talent', id });
  return { direction, id, model, scales, pooled: unpackPooled(made[0].pooled) };
}

/** Scores those put forward, in the order given. */
export async function scored(
  em: EntityManager,
  subject: Subject,
  retrieved: readonly Retrieved[],
  today: string,
): Promise<Match[]> {
  const { direction, id, model, scales } = subject;
  const ids = retrieved.map((one) => one.id);
  const [roleIds, talentIds] = direction === 'CANDIDATES' ? [[id], ids] : [ids, [id]];
  // Asked for at once: the server answers one while the program reads the answer before it.
  const [roles, talents, readOf, requirements] = await Promise.all([
    plainRows(em, RoleEntity, roleIds),
    plainRows(em, TalentEntity, talentIds),
    readDocuments(em, model, [...roleIds, ...talentIds]),
    readRequirements(em, model, roleIds),
  ]);
  const circumstances = await circumstancesOf(em, roles, today);
  const askings = new Map(
    roleIds.map((roleId, place) => [roleId, askingOf(requirements[place]!, readOf(roleId).passages)]),
  );
  const roleOf = new Map(roles.map((role) => [role.id, role]));
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  return retrieved.map((one) => {
    const [roleId, talentId] = direction === 'CANDIDATES' ? [id, one.id] : [one.id, id];
    const description = readOf(roleId);
    const cv = readOf(talentId);
    return matchOf(roleOf.get(roleId)!, talentOf.get(talentId)!, {
      retrieved: one,
      cv,
      fresh: cv.fresh && description.fresh,
      cosine: cosineOf(description, cv),
      interaction: interactionOf(askings.get(roleId)!, cv.passages, scales.EVIDENCE),
      scales,
      start: startOf(model.id),
      circumstances,
    });
  });
}

/** Of the pooled vectors; null where one has no direction, since it was not read or the model knows no word of it. */
const cosineOf = (one: ReadDocument, other: ReadDocument): number | null =>
  hasDirection(one) && hasDirection(other) ? cosine(one.pooled, other.pooled) : null;

const hasDirection = ({ pooled }: ReadDocument): boolean => pooled.some((part) => part !== 0);

/** What the conditions of these roles depend on. */
export async function circumstancesOf(
  em: EntityManager,
  roles: readonly Role[],
  today: string,
): Promise<Circumstances> {
  const countries = [...new Set(roles.map(({ country }) => country))];
  const [first = today] = roles.map((role) => beginsOn(role, today)).sort();
  const [permitRules, professions] = await Promise.all([
    permitRulesIn(em, countries, first),
    professionNames(em, roles),
  ]);
  return { today, permitRules, professions };
}

/** Roles name a profession by a unit group of ISCO-08 or by a concept; the vocabulary knows both as concepts. */
async function professionNames(em: EntityManager, roles: readonly Role[]): Promise<Map<string, string>> {
  const professions = [...new Set(roles.flatMap(({ licenceProfession }) => licenceProfession ?? []))];
  if (professions.length === 0) return new Map();
  const found = await rows<{ profession: string; name: string }>(
    em,
    `SELECT DISTINCT ON (asked.profession) asked.profession, labels.text AS name
     FROM unnest(?::text[], ?::text[]) AS asked (profession, concept_id)
       JOIN concept_labels AS labels USING (concept_id)
     WHERE labels.language = 'en' AND labels.preferred
     ORDER BY asked.profession, labels.source`,
    [professions, professions.map((one) => (isUnitGroup(one) ? `isco:${one}` : one))],
  );
  return new Map(found.map(({ profession, name }) => [profession, name]));
}
