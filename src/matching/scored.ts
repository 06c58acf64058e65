import { plainRows, rows, type EntityManager } from '../database/index.ts';
import {
  servingModel,
  similarityScales,
  type EmbeddingModel,
  type SimilarityScales,
} from '../documents/index.ts';
import { isUnitGroup } from '../kernel/index.ts';
import { permitRulesIn } from '../permits/index.ts';
import { RoleEntity, type Role } from '../roles/index.ts';
import { TalentEntity } from '../talents/index.ts';
import { beginsOn, type Circumstances } from './conditions/index.ts';
import { interactionOf } from './evidence/interaction.ts';
import { readPassages, readRequirements } from './evidence/read-passages.ts';
import { matchOf, type Match } from './match.ts';
import { notYetEmbedded } from './matching.failures.ts';
import type { Direction, Retrieved } from './retrieval.ts';
import { startOf } from './score.ts';

/** The one who asks, as the serving model has read them. */
export interface Subject {
  direction: Direction;
  id: string;
  model: EmbeddingModel;
  scales: SimilarityScales;
  /** Which shares of the text were not read, and whether the vectors are of the present text. */
  repeated: number;
  otherScript: number;
  fresh: boolean;
}

/** @throws MATCHING_NOT_YET_EMBEDDED */
export async function subjectOf(em: EntityManager, direction: Direction, id: string): Promise<Subject> {
  const model = await servingModel(em);
  const scales = model && (await similarityScales(em, model.id));
  const [made] = await rows<Pick<Subject, 'repeated' | 'otherScript' | 'fresh'>>(
    em,
    `SELECT made.repeated, made.other_script AS "otherScript", made.hash = documents.hash AS fresh
     FROM document_vectors AS made JOIN documents ON documents.id = made.document_id
     WHERE made.document_id = ? AND made.model_id = ?`,
    [id, model?.id ?? ''],
  );
  if (!model || !scales || !made)
    throw notYetEmbedded({ kind: direction === 'CANDIDATES' ? 'role' : 'talent', id });
  return { direction, id, model, scales, ...made };
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
  const roles = await plainRows(em, RoleEntity, roleIds);
  const talents = await plainRows(em, TalentEntity, talentIds);
  const circumstances = await circumstancesOf(em, roles, today);
  const read = await readPassages(em, model, [...roleIds, ...talentIds]);
  const requirements = await readRequirements(em, model, roleIds);
  const readRoles = new Map(
    roleIds.map((roleId, place) => [roleId, { requirements: requirements[place]!, passages: read[place]! }]),
  );
  const readCvs = new Map(talentIds.map((talentId, place) => [talentId, read[roleIds.length + place]!]));
  const roleOf = new Map(roles.map((role) => [role.id, role]));
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  return retrieved.map((one) => {
    const [roleId, talentId] = direction === 'CANDIDATES' ? [id, one.id] : [one.id, id];
    return matchOf(roleOf.get(roleId)!, talentOf.get(talentId)!, {
      retrieved: one,
      cv: direction === 'CANDIDATES' ? one : subject,
      fresh: one.fresh && subject.fresh,
      interaction: interactionOf(readRoles.get(roleId)!, readCvs.get(talentId)!, scales.EVIDENCE),
      scales,
      start: startOf(model.id),
      circumstances,
    });
  });
}

/** What the conditions of these roles depend on. */
export async function circumstancesOf(
  em: EntityManager,
  roles: readonly Role[],
  today: string,
): Promise<Circumstances> {
  const countries = [...new Set(roles.map(({ country }) => country))];
  const [first = today] = roles.map((role) => beginsOn(role, today)).sort();
  return {
    today,
    permitRules: await permitRulesIn(em, countries, first),
    professions: await professionNames(em, roles),
  };
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
