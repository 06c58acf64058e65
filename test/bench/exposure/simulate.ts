import { attentionAt, spread } from '../../../src/matching/index.ts';
import { drawsOf } from '../population/draws.ts';
import { averagePrecision, mean } from '../measures.ts';
import { gini, ndcg } from './measures.ts';

/** The ranking of one role by score, and whom a recruiter would interview. */
export interface RankedRole {
  id: string;
  matches: readonly { id: string; score: number }[];
  wanted: ReadonlySet<string>;
}

/** What an order does to talents and to employers. */
export interface Outcome {
  /** Over everybody who is in some ranking. */
  gini: number;
  neverShown: number;
  averagePrecision: number;
  ndcg: number;
  /** Share of the score of the first page that is given up, against the order by score. */
  givenUp: number;
}

export interface SimulationOptions {
  /** At most this share of a score is given up; 0 is the order by score. */
  atMost: number;
  /** Every role is asked for once a day. */
  days: number;
  /** A day's attention is forgotten after so many. */
  remembered: number;
  /** How many an employer looks at. */
  shown: number;
}

/** Days on which every employer looks at the first page for its role, in an order drawn anew each day. */
export function simulate(roles: readonly RankedRole[], options: SimulationOptions): Outcome {
  const { atMost, days, remembered, shown } = options;
  const showings: { talent: string; role: string; day: number; attention: number }[] = [];
  const precisions: number[] = [];
  const gains: number[] = [];
  const givenUp: number[] = [];
  for (let day = 0; day < days; day += 1) {
    for (const role of drawsOf(`exposure ${day}`).some(roles, roles.length)) {
      const had = new Map<string, number>();
      for (const { talent, role: other, day: then, attention } of showings)
        if (other !== role.id && then >= day - remembered)
          had.set(talent, (had.get(talent) ?? 0) + attention);
      const order = spread(role.matches, (id) => had.get(id) ?? 0, atMost).map(({ match }) => match);
      const page = order.slice(0, shown);
      for (const [place, { id }] of page.entries())
        showings.push({ talent: id, role: role.id, day, attention: attentionAt(place + 1) });
      const ids = order.map(({ id }) => id);
      precisions.push(averagePrecision(ids, role.wanted));
      gains.push(ndcg(ids, role.wanted, shown));
      const scoreOf = (some: readonly { score: number }[]) => some.reduce((sum, { score }) => sum + score, 0);
      const best = scoreOf(role.matches.slice(0, shown));
      if (best > 0) givenUp.push(1 - scoreOf(page) / best);
    }
  }
  const attention = new Map<string, number>(roles.flatMap(({ matches }) => matches.map(({ id }) => [id, 0])));
  for (const showing of showings)
    attention.set(showing.talent, attention.get(showing.talent)! + showing.attention);
  const had = [...attention.values()];
  return {
    gini: gini(had),
    neverShown: had.filter((value) => value === 0).length / had.length,
    averagePrecision: mean(precisions),
    ndcg: mean(gains),
    givenUp: mean(givenUp),
  };
}
