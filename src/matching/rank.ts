import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '../database/index.ts';
import { assertPageSize, decodeCursor, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { retrieve, type Direction, type Search } from './retrieval.ts';
import { byScore } from './score.ts';
import { scored, subjectOf } from './scored.ts';
import { shown, type ShownMatch } from './shown.ts';

/** A page of a ranking, with what it was made by. */
export interface Ranking extends Page<ShownMatch> {
  modelId: string;
  /** How many were scored: the union of what the retrievers put forward. */
  considered: number;
}

/**
 * Ranks the counterparts of a role or talent, best first, and returns one page. All of it is read at one moment, so
 * that a text that is read anew meanwhile, or a model that takes over, is seen wholly or not at all.
 */
export async function rank(
  em: EntityManager,
  direction: Direction,
  id: string,
  options: Pick<Search, 'narrowing' | 'excludeFailed' | 'today'>,
  page: PageRequest,
): Promise<Ranking> {
  assertPageSize(page.first);
  const after = page.after ? decodeCursor(page.after, ['number', 'string']) : null;
  return atOneMoment(em, async (inside) => {
    const subject = await subjectOf(inside, direction, id);
    const retrieved = await retrieve(inside, { direction, id, model: subject.model, ...options });
    const matches = (await scored(inside, subject, retrieved, options.today)).sort(byScore);
    const following = after
      ? matches.filter((match) => byScore({ score: after[0], id: after[1] }, match) < 0)
      : matches;
    const { edges, hasNextPage } = pageOf(
      following,
      page.first,
      (match) => match,
      (match) => [match.score, match.id],
    );
    const nodes = await shown(
      inside,
      subject.model.id,
      edges.map(({ node }) => node),
    );
    return {
      edges: edges.map(({ cursor }, place) => ({ cursor, node: nodes[place]! })),
      hasNextPage,
      modelId: subject.model.id,
      considered: matches.length,
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
