import type { EntityManager } from '../../database/index.ts';
import { decodeCursor, invalidCursor } from '../../kernel/index.ts';
import type { Match } from '../match.ts';
import { attentionTo } from './showings.ts';
import { spread, type Placed } from './spread.ts';

/** RELEVANCE: by score alone. SPREAD: so that attention does not all go to those whom everyone wants. */
export const CANDIDATE_ORDERS = ['RELEVANCE', 'SPREAD'] as const;
export type CandidateOrder = (typeof CANDIDATE_ORDERS)[number];

/** How a ranking is put in order, and how its cursors name a place in it. */
export interface Ordering {
  /** The value and identifier after which the page begins; null from the top. */
  after: [value: number, id: string] | null;
  order(em: EntityManager, matches: readonly Match[]): Promise<Placed<Match>[]>;
  placeOf(placed: Placed<Match>): (string | number)[];
}

/** By score alone; the matches come so. @throws PAGE_INVALID_CURSOR */
export const byRelevance = (cursor: string | null | undefined): Ordering => ({
  after: cursor ? decodeCursor(cursor, ['number', 'string']) : null,
  order: async (_em, matches) => matches.map((match) => ({ match, value: match.score })),
  placeOf: ({ match, value }) => [value, match.id],
});

/**
 * With attention spread. A cursor also carries the instant of its first page: the pages after it count attention
 * until then, so that whoever is shown meanwhile, here or elsewhere, is neither lost nor repeated.
 * @throws PAGE_INVALID_CURSOR
 */
export function bySpread(cursor: string | null | undefined, roleId: string, now: Date): Ordering {
  const place = cursor ? decodeCursor(cursor, ['number', 'string', 'string']) : null;
  const until = place ? new Date(place[2]) : now;
  if (Number.isNaN(until.getTime())) throw invalidCursor({ cursor: cursor! }, { path: ['after'] });
  return {
    after: place && [place[0], place[1]],
    order: async (em, matches) =>
      spread(
        matches,
        await attentionTo(
          em,
          matches.map(({ id }) => id),
          { butRole: roleId, until },
        ),
      ),
    placeOf: ({ match, value }) => [value, match.id, until.toISOString()],
  };
}
