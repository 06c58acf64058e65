import { plainRows, rows, type EntityManager } from '../database/index.ts';
import { servingModel, similarityScales, type EmbeddingModel } from '../documents/index.ts';
import { assertPageSize, pageOf, type Page, type PageRequest, type TextLanguage } from '../kernel/index.ts';
import { permitRulesIn } from '../permits/index.ts';
import { RoleEntity, type Role } from '../roles/index.ts';
import { TalentEntity } from '../talents/index.ts';
import { beginsOn, type Circumstances } from './conditions/index.ts';
import { byRelevance, type Ordering } from './exposure/order.ts';
import { matchOf, type Match } from './match.ts';
import { notYetEmbedded } from './matching.failures.ts';
import { withSkills } from './named-skills.ts';
import { retrieve, type Direction, type Search } from './retrieval.ts';
import { byScore } from './score.ts';

/** A page of a ranking, with what it was made by. */
export interface Ranking extends Page<Match> {
  modelId: string;
  /** How many were scored: the union of what the retrievers put forward. */
  considered: number;
  /** How many of them stand before this page. */
  before: number;
}

/** What a ranking is made of besides the one who asks. */
export type RankOptions = Pick<Search, 'narrowing' | 'excludeFailed' | 'today'>;

/** Everybody whom the retrievers put forward, scored, best first. */
export interface Considered {
  modelId: string;
  matches: Match[];
}

/** Finds and scores the counterparts of a role or talent. */
export async function consider(
  em: EntityManager,
  direction: Direction,
  id: string,
  options: RankOptions,
): Promise<Considered> {
  const subject = await subjectOf(em, direction, id);
  const retrieved = await retrieve(em, { direction, id, model: subject.model, ...options });
  return {
    modelId: subject.model.id,
    matches: await scored(em, direction, id, subject, options.today, retrieved),
  };
}

/** Ranks the counterparts of a role or talent, best first, and returns one page. */
export async function rank(
  em: EntityManager,
  direction: Direction,
  id: string,
  options: RankOptions,
  page: PageRequest,
  ordering: Ordering = byRelevance(page.after),
): Promise<Ranking> {
  assertPageSize(page.first);
  const { modelId, matches } = await consider(em, direction, id, options);
  const placed = await ordering.order(em, matches);
  const { after } = ordering;
  const following = after
    ? placed.filter(
        ({ match, value }) => byScore({ score: after[0], id: after[1] }, { score: value, id: match.id }) < 0,
      )
    : placed;
  const shown = pageOf(following, page.first, (one) => one, ordering.placeOf);
  const nodes = await withSkills(
    em,
    shown.edges.map(({ node }) => node.match),
  );
  return {
    edges: shown.edges.map(({ cursor }, place) => ({ cursor, node: nodes[place]! })),
    hasNextPage: shown.hasNextPage,
    modelId,
    considered: matches.length,
    before: placed.length - following.length,
  };
}

interface Subject {
  model: EmbeddingModel;
  language: TextLanguage;
}

async function subjectOf(em: EntityManager, direction: Direction, id: string): Promise<Subject> {
  const model = await servingModel(em);
  const [made] = await rows<{ language: TextLanguage }>(
    em,
    `SELECT documents.language
     FROM document_vectors AS made JOIN documents ON documents.id = made.document_id
     WHERE made.document_id = ? AND made.model_id = ?`,
    [id, model?.id ?? ''],
  );
  if (!model || !made) throw notYetEmbedded({ kind: direction === 'CANDIDATES' ? 'role' : 'talent', id });
  return { model, language: made.language };
}

async function scored(
  em: EntityManager,
  direction: Direction,
  id: string,
  subject: Subject,
  today: string,
  retrieved: Awaited<ReturnType<typeof retrieve>>,
): Promise<Match[]> {
  const ids = retrieved.map((one) => one.id);
  const [roles, talents, scaleOf] = await Promise.all([
    plainRows(em, RoleEntity, direction === 'CANDIDATES' ? [id] : ids),
    plainRows(em, TalentEntity, direction === 'CANDIDATES' ? ids : [id]),
    similarityScales(em, subject.model.id),
  ]);
  const circumstances = await circumstancesOf(em, roles, today);
  const roleOf = new Map(roles.map((role) => [role.id, role]));
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  return retrieved
    .map((one) => {
      const [roleId, talentId] = direction === 'CANDIDATES' ? [id, one.id] : [one.id, id];
      const [cvLanguage, jobLanguage] =
        direction === 'CANDIDATES' ? [one.language, subject.language] : [subject.language, one.language];
      return matchOf(roleOf.get(roleId)!, talentOf.get(talentId)!, {
        retrieved: one,
        scale: scaleOf(cvLanguage, jobLanguage),
        cvLanguage,
        jobLanguage,
        circumstances,
      });
    })
    .sort(byScore);
}

/** What the conditions of these roles depend on. */
async function circumstancesOf(
  em: EntityManager,
  roles: readonly Role[],
  today: string,
): Promise<Circumstances> {
  const countries = [...new Set(roles.map(({ country }) => country))];
  const [first = today] = roles.map((role) => beginsOn(role, today)).sort();
  return { today, permitRules: await permitRulesIn(em, countries, first) };
}
