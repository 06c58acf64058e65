import { beforeAll, describe, expect, test } from 'vitest';
import { castId, readCast, seedCast } from '../../seeds/index.ts';
import { giveConsent } from '../../src/access/index.ts';
import { matchedRoles } from '../../src/matching/index.ts';
import { packageFolder } from '../../src/settings.ts';
import {
  byPlace,
  commutingArea,
  invitePartner,
  joinTandem,
  jointValue,
  reachOf,
  tandemMatches,
  type PairPlace,
} from '../../src/tandem/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();
const cast = readCast(packageFolder());
const slugOf = new Map(cast.roles.map(({ id, slug }) => [id, slug]));
const as = (slug: string) => tandem.as('talent', { id: castId('talent', slug) });
const COUPLES = [
  ['samira-belkacem', 'yacine-belkacem'],
  ['juliana-moreira', 'thiago-moreira'],
] as const;

beforeAll(async () => {
  await seedCast(tandem.as('operator'), cast);
  await tandem.embedAll();
  for (const [one, other] of COUPLES) {
    for (const slug of [one, other]) await giveConsent(as(slug), castId('talent', slug), 'TANDEM');
    const { code } = await invitePartner(as(one), {});
    await joinTandem(as(other), code);
  }
}, 120_000);

const found = async (slug: string, filter: Record<string, unknown> = {}, first = 100) => {
  const ranking = await tandemMatches(as(slug), { first }, filter);
  return {
    ...ranking,
    names: ranking.edges.map(({ node }) => node.sides.map(({ match }) => slugOf.get(match.role.id))),
  };
};

describe('the couples of the cast', () => {
  test('find the two regions where there is work for the nurse and the engineer', async () => {
    const { names } = await found('samira-belkacem');
    expect(names.slice(0, 2)).toEqual([
      ['infirmiere-urgence-saguenay', 'ingenieur-automatisation-saguenay'],
      ['sjukskoterska-akuten-skelleftea', 'automationsingenjor-skelleftea'],
    ]);
  });

  test('find work for the carer and the machinist 42 km apart', async () => {
    // The small model of these tests gives the carer less than the usual minimum of 0.1.
    const { names, edges } = await found('juliana-moreira', { minimum: 0.03 });
    expect(names[0]).toEqual(['prepose-beneficiaires-levis', 'machiniste-cnc-sainte-marie']);
    expect(edges[0]!.node.area).toMatchObject({ rule: 'HOME_BETWEEN', distanceKm: 42.1 });
  });

  test('get what trying all pairs of their matched roles gives', async () => {
    for (const [one, other] of COUPLES)
      for (const maxKm of [0, 50, 500]) {
        const [ones, others] = [
          await matchedRoles(as(one), { first: 100 }),
          await matchedRoles(as(other), { first: 100 }),
        ];
        const reach = reachOf(maxKm, [50, 50]);
        const places: PairPlace[] = ones.edges.flatMap(({ node: { score, role } }) =>
          others.edges.flatMap(({ node }) =>
            commutingArea(role, node.role, reach) && (role.id !== node.role.id || role.openings > 1)
              ? [[jointValue(score, node.score), role.id, node.role.id] as const]
              : [],
          ),
        );
        const { edges, pairs } = await found(one, { minimum: 0, maxKm });
        expect(
          edges.map(({ node: { worth, sides } }) => [
            worth.value,
            ...sides.map(({ match }) => match.role.id),
          ]),
        ).toEqual(places.sort(byPlace).slice(0, 100));
        expect(pairs).toBe(ones.edges.length * others.edges.length);
      }
  });

  test('take a small part of all pairs for the first three', async () => {
    for (const [one] of COUPLES) {
      const { considered, pairs } = await found(one, { minimum: 0 }, 3);
      expect(considered).toBeLessThan(pairs / 10);
    }
  });
});
