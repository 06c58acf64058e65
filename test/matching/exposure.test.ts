import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import { attentionAt, spread } from '../../src/matching/index.ts';
import { byScore } from '../../src/matching/score.ts';
import { gini, ndcg } from '../bench/exposure/measures.ts';
import { addEmployer, addRole, addTalent, ORGANISER, useApi, type Owned } from '../testkit/index.ts';

const matches = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    score: fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1e6),
    attention: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50, noNaN: true })),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);
type Matches = { id: string; score: number; attention: number }[];
const atMost = fc.double({ min: 0, max: 1, noNaN: true });
const spreadOut = (all: Matches, share: number) => {
  const had = new Map(all.map(({ id, attention }) => [id, attention]));
  return spread(all, (id) => had.get(id)!, share);
};

describe('an order that spreads attention', () => {
  test('has everyone once, and gives up no more than it may at any place', () => {
    fc.assert(
      fc.property(matches, atMost, (all: Matches, share) => {
        const order = spreadOut(all, share);
        expect(order.map(({ match }) => match.id).sort()).toEqual(all.map(({ id }) => id).sort());
        const byRelevance = all.toSorted(byScore);
        for (const [place, { match }] of order.entries())
          // Values are rounded to millionths.
          expect(match.score).toBeGreaterThanOrEqual((1 - share) * byRelevance[place]!.score - 1e-6);
      }),
    );
  });

  test('is the order by score where nobody had attention, or all the same, or nothing may be given up', () => {
    fc.assert(
      fc.property(matches, atMost, fc.constantFrom(0, 3), (all: Matches, share, same) => {
        const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
        const byRelevance = ids(all.toSorted(byScore));
        const equal = all.map((one) => ({ ...one, attention: same }));
        const order = spreadOut(equal, share).map(({ match }) => match.score);
        expect(order).toEqual(order.toSorted((one, other) => other - one));
        expect(ids(spreadOut(all, 0).map(({ match }) => match))).toEqual(byRelevance);
      }),
    );
  });

  test('puts nobody lower for having had less attention', () => {
    fc.assert(
      fc.property(matches, atMost, fc.nat(), (all: Matches, share, pick) => {
        fc.pre(all.length > 0);
        const one = all[pick % all.length]!;
        const place = (some: Matches) => spreadOut(some, share).findIndex(({ match }) => match.id === one.id);
        expect(
          place(all.map((match) => (match === one ? { ...match, attention: 0 } : match))),
        ).toBeLessThanOrEqual(place(all));
      }),
    );
  });

  test('prefers of two alike the one who had less', () => {
    const alike = [
      { id: 'a', score: 0.8, attention: 4 },
      { id: 'b', score: 0.79, attention: 0 },
      { id: 'c', score: 0.5, attention: 0 },
    ];
    expect(spreadOut(alike, 0.2).map(({ match }) => match.id)).toEqual(['b', 'a', 'c']);
  });
});

describe('the measures of the bench', () => {
  test('are those of small cases counted by hand', () => {
    expect(gini([1, 1, 1])).toBe(0);
    expect(gini([0, 0, 0, 1])).toBeCloseTo(0.75, 6);
    expect(ndcg(['x', 'a'], new Set(['a']), 10)).toBeCloseTo(1 / Math.log2(3), 6);
    expect(attentionAt(1)).toBe(1);
    expect(attentionAt(3)).toBe(0.5);
  });
});

let now = new Date('2026-11-21T12:00:00Z');
const api = useApi({ clock: () => now });
const RANKED = `query ($roleId: ID!, $first: Int, $after: String, $order: CandidateOrder) {
  rankedCandidates(roleId: $roleId, first: $first, after: $after, order: $order) {
    pageInfo { hasNextPage endCursor } edges { node { score talent { id } } }
  }
}`;
interface Ranked {
  rankedCandidates: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { score: number; talent: { id: string } } }[];
  };
}
const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation.';

let employer: Owned;
let other: Owned;
let roleId: string;
let alike: string;

beforeAll(async () => {
  employer = await addEmployer(api);
  other = await addEmployer(api);
  roleId = await addRole(api, employer);
  alike = await addRole(api, other);
  for (let more = 0; more < 6; more += 1) await addTalent(api, { cv: { language: 'en', text: NURSE } });
  await api.embedAll();
});

const ranked = async (variables: Record<string, unknown> = {}, actor: Owned = employer, role = roleId) =>
  (await api.ask<Ranked>(actor, RANKED, { roleId: role, first: 50, ...variables })).data.rankedCandidates;
const idsOf = ({ edges }: Ranked['rankedCandidates']) => edges.map(({ node }) => node.talent.id);
const showings = () =>
  rows<{ role_id: string; talent_id: string; attention: number; day: string }>(
    api.as('operator').em,
    `SELECT role_id, talent_id, attention, day::text AS day FROM showings ORDER BY day, role_id, attention DESC, talent_id`,
  );

describe('rankings that spread attention', () => {
  test('count whom an employer was shown, by place, once a day for a role; organisers’ looks do not count', async () => {
    await ranked({}, ORGANISER as Owned);
    expect(await showings()).toEqual([]);
    const shown = idsOf(await ranked({ first: 2 }));
    await ranked({ first: 2 });
    expect(await showings()).toMatchObject([
      { role_id: roleId, talent_id: shown[0], attention: 1 },
      { role_id: roleId, talent_id: shown[1], attention: expect.closeTo(0.631, 3) as number },
    ]);
    const { pageInfo } = await ranked({ first: 2 });
    const [third] = idsOf(await ranked({ first: 1, after: pageInfo.endCursor }));
    expect((await showings())[2]).toMatchObject({ talent_id: third, attention: 0.5 });
  });

  test('put those whom other employers were shown behind others who are as good; scores stay what they are', async () => {
    now = new Date('2026-11-22T12:00:00Z');
    const before = await ranked({ order: 'RELEVANCE' }, other, alike);
    const spreadOrder = await ranked({ order: 'SPREAD' }, other, alike);
    const shown = (await showings()).filter(({ role_id }) => role_id === roleId);
    const unseen = idsOf(before).filter((id) => !shown.some(({ talent_id }) => talent_id === id));
    expect(unseen).toHaveLength(3);
    expect(idsOf(spreadOrder)).toEqual([...unseen, ...shown.map(({ talent_id }) => talent_id).reverse()]);
    const scoreOf = (ranking: Ranked['rankedCandidates']) =>
      new Map(ranking.edges.map(({ node }) => [node.talent.id, node.score]));
    expect(scoreOf(spreadOrder)).toEqual(scoreOf(before));
    expect(idsOf(await ranked({ order: 'SPREAD' }, other, alike))).toEqual(idsOf(spreadOrder));
  });

  test('come in pages that neither lose nor repeat one, though everybody is shown elsewhere in between', async () => {
    now = new Date('2026-11-23T12:00:00Z');
    const whole = idsOf(await ranked({ order: 'SPREAD' }, other, alike));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Ranked['rankedCandidates'] = await ranked(
        { order: 'SPREAD', first: 2, after },
        other,
        alike,
      );
      seen.push(...idsOf(page));
      now = new Date(now.getTime() + 60_000);
      await ranked();
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(whole);
  });

  test('take no cursor of the other order', async () => {
    const { pageInfo } = await ranked({ first: 2 });
    const { errors } = await api.ask(employer, RANKED, {
      roleId,
      order: 'SPREAD',
      after: pageInfo.endCursor,
    });
    expect(errors?.[0]?.extensions.code).toBe('PAGE_INVALID_CURSOR');
  });

  test('forget after fourteen days, and delete what is forgotten', async () => {
    now = new Date('2026-12-20T12:00:00Z');
    expect(idsOf(await ranked({ order: 'SPREAD' }, other, alike))).toEqual(
      idsOf(await ranked({ order: 'RELEVANCE' }, other, alike)),
    );
    expect((await showings()).every(({ day }) => day === '2026-12-20')).toBe(true);
  });
});
