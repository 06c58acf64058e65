import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '../database/index.ts';
import { assertPageSize, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { byRelevance, type Ordering } from './exposure/order.ts';
import type { Match } from './match.ts';
import type { Direction, Search } from './eligible.ts';
import { retrieve } from './retrieval.ts';
import { byScore } from './score.ts';
import { scored, subjectOf } from './scored.ts';
import { shown, type KnownOf, type ShownMatch, type Shows } from './shown.ts';

/** A page of a ranking, with what it was made by. */
export interface Ranking extends Page<ShownMatch> {
  modelId: string;
  /** How many were scored: the union of what the retrievers put forward. */
  considered: number;
  /** How many of them stand before this page. */
  before: number;
  /** The talents of this page of whom the reader may know who they are. */
  known: ReadonlySet<string>;
}

/** What a ranking is made of besides the one who asks. */
export type RankOptions = Pick<Search, 'narrowing' | 'excludeFailed' | 'today'>;

/** What a ranking is shown by: also of whom the reader may know who they are, and what of the matches is asked for. */
export type ShowOptions = RankOptions & { knownOf: KnownOf; shows: Shows };

/** Everybody whom the retrievers put forward, scored, best first. */
export interface Considered {
  modelId: string;
  matches: Match[];
}

/** Finds and scores the counterparts of a role or talent. @throws MATCHING_NOT_YET_EMBEDDED */
export async function consider(
  em: EntityManager,
  direction: Direction,
  id: string,
  options: RankOptions,
): Promise<Considered> {
  const subject = await subjectOf(em, direction, id);
  const retrieved = await retrieve(em, { ...subject, ...options });
  const matches = await scored(em, subject, retrieved, options.today);
  return { modelId: subject.model.id, matches: matches.sort(byScore) };
}

/**
 * Ranks the counterparts of a role or talent, best first, and returns one page. All of it is read at one moment, so
 * that a text that is read anew meanwhile, or a model that takes over, is seen wholly or not at all.
 */
export async function rank(
  em: EntityManager,
  direction: Direction,
  id: string,
  options: ShowOptions,
  page: PageRequest,
  ordering: Ordering = byRelevance(page.after),
): Promise<Ranking> {
  assertPageSize(page.first);
  return atOneMoment(em, async (inside) => {
    const { modelId, matches } = await consider(inside, direction, id, options);
    const placed = await ordering.order(inside, matches);
    const { after } = ordering;
    const following = after
      ? placed.filter(
          ({ match, value }) =>
            byScore({ score: after[0], id: after[1] }, { score: value, id: match.id }) < 0,
        )
      : placed;
    const { edges, hasNextPage } = pageOf(following, page.first, (one) => one, ordering.placeOf);
    const onPage = edges.map(({ node }) => node.match);
    const known = await options.knownOf(inside, [...new Set(onPage.map(({ talent }) => talent.id))]);
    const nodes = await shown(inside, modelId, onPage, known, options.shows);
    return {
      edges: edges.map(({ cursor }, place) => ({ cursor, node: nodes[place]! })),
      hasNextPage,
      modelId,
      considered: matches.length,
      before: placed.length - following.length,
      known,
    };
  });
}

/** Runs the work on the database as it is at one moment. */
export const atOneMoment = <Result>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> =>
  em.transactional((inside) => work(inside as EntityManager), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
  });
