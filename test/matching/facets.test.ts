import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_LEVELS, reachesLevel } from '../../src/kernel/index.ts';
import { facetOf, spokenAtLeast, totalOf, type Group } from '../../src/matching/facets/count-facets.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';

type Kind = 'country' | 'segment';
const value = fc.option(fc.constantFrom('A', 'B', 'C'));
const groups = fc.array(fc.record({ country: value, segment: value, count: fc.nat(9) }));

describe('a facet', () => {
  test('has for each value the total that choosing it would leave', () => {
    fc.assert(
      fc.property(groups, fc.record({ country: value, segment: value }), (all: Group<Kind>[], chosen) => {
        for (const column of ['country', 'segment'] as const)
          for (const counted of facetOf(all, column, chosen))
            expect(counted.count).toBe(totalOf(all, { ...chosen, [column]: counted.value }));
      }),
    );
  });

  test('lists the commonest first', () => {
    fc.assert(
      fc.property(groups, (all: Group<Kind>[]) => {
        const counts = facetOf(all, 'country', {}).map(({ count }) => count);
        expect(counts).toEqual([...counts].sort((one, other) => other - one));
      }),
    );
  });

  test('of languages counts whoever reaches a level', () => {
    const speakers = fc.array(
      fc.record({ language: fc.constantFrom('sv', 'fr'), level: fc.constantFrom(...LANGUAGE_LEVELS) }),
    );
    fc.assert(
      fc.property(speakers, (all) => {
        for (const { value: at, count } of spokenAtLeast(all.map((one) => ({ ...one, count: 1 }))))
          expect(count).toBe(
            all.filter(({ language, level }) => language === at.language && reachesLevel(level, at.level))
              .length,
          );
      }),
    );
  });
});

const api = useApi();
const CANDIDATES = `query ($roleId: ID!, $filter: CandidateFilter) { candidateFacets(roleId: $roleId, filter: $filter) {
  total countries { territory count } regions { territory count } segments { segment count }
  languages { language level count } licences { profession country count }
} }`;
const ROLES = `query ($filter: RoleMatchFilter) { roleFacets(filter: $filter) {
  total countries { territory count } regions { territory count } sectors { sector count }
  engagements { engagement count } englishAccepted
} }`;
interface Facets {
  candidateFacets: Record<string, unknown> & {
    total: number;
    countries: { territory: string; count: number }[];
    segments: { segment: string; count: number }[];
  };
}

let employer: Owned;
let roleId: string;
let talent: Owned;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer, { permitSupport: false });
  await addRole(api, employer, {
    sector: 'IT',
    engagement: 'LOAN',
    country: 'CA',
    region: null,
    permitSupport: true,
  });
  await addRole(api, employer, {
    workingLanguages: [{ language: 'sv', level: 'C1' }],
    englishAccepted: true,
  });
  await addRole(api, employer, { workingLanguages: [{ language: 'sv', level: 'C1' }] });
  talent = await addTalent(api);
  await addTalent(api, { country: 'DE', region: null, segment: 'STUDENT' });
  await addTalent(api, {
    country: 'DE',
    region: 'DE-BY',
    segment: 'ACCOMPANYING_PARTNER',
    licences: [{ profession: '2221', country: 'SE', status: 'HELD' }],
  });
  // Left out by a condition, without consent, and gone.
  await addTalent(api, { citizenship: 'THIRD_COUNTRY', country: 'KE', region: null });
  await addTalent(api, { country: 'KE', region: null }, false);
  const gone = await addTalent(api, { country: 'KE', region: null });
  await api.ask(gone, `mutation ($id: ID!) { withdrawTalent(id: $id) { id } }`, { id: gone.id });
});

const facets = async (filter: Record<string, unknown> = {}, actor = employer) =>
  (await api.ask<Facets>(actor, CANDIDATES, { roleId, filter })).data.candidateFacets;

describe('the facets of the candidates for a role', () => {
  test('count everyone whom consent and conditions let into the ranking', async () => {
    expect(await facets()).toEqual({
      total: 3,
      countries: [
        { territory: 'DE', count: 2 },
        { territory: 'FR', count: 1 },
      ],
      regions: [
        { territory: 'DE-BY', count: 1 },
        { territory: 'FR-ARA', count: 1 },
      ],
      segments: [
        { segment: 'SPECIALIST', count: 1 },
        { segment: 'STUDENT', count: 1 },
      ],
      languages: expect.arrayContaining([
        { language: 'en', level: 'B2', count: 3 },
        { language: 'en', level: 'A1', count: 3 },
        { language: 'fr', level: 'NATIVE', count: 3 },
      ]),
      licences: [{ profession: '2221', country: 'SE', count: 1 }],
    });
  });

  test('count each part under the rest of the filter', async () => {
    const narrowed = await facets({ country: 'DE', segment: 'STUDENT' });
    expect(narrowed.total).toBe(1);
    expect(narrowed.countries).toEqual([{ territory: 'DE', count: 1 }]);
    expect(narrowed.segments).toEqual([{ segment: 'STUDENT', count: 1 }]);
    expect((await facets({ country: 'FR' })).countries).toHaveLength(2);
    expect((await facets({ language: { language: 'en', level: 'C1' } })).total).toBe(0);
    expect((await facets({ licence: { profession: '2221', country: 'SE' } })).countries).toEqual([
      { territory: 'DE', count: 1 },
    ]);
  });

  test('count those whom a condition excludes only when they are asked for, and never those without consent', async () => {
    expect((await facets({ includeExcluded: true })).countries).toContainEqual({ territory: 'KE', count: 1 });
  });

  test('say nothing of families to an employer, and refuse to narrow by one', async () => {
    for (const query of [
      CANDIDATES,
      `query ($roleId: ID!, $filter: CandidateFilter) { rankedCandidates(roleId: $roleId, filter: $filter) { considered } }`,
    ]) {
      const { status, errors } = await api.ask(employer, query, {
        roleId,
        filter: { segment: 'ACCOMPANYING_PARTNER' },
      });
      expect(status).toBe(403);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'MATCHING_FAMILY_HIDDEN',
        path: ['filter', 'segment'],
      });
    }
    const seen = await facets({ segment: 'ACCOMPANYING_PARTNER' }, ORGANISER as Owned);
    expect(seen.total).toBe(1);
    expect(seen.segments).toContainEqual({ segment: 'ACCOMPANYING_PARTNER', count: 1 });
  });

  test('are for the employer, its proxy and organisers only', async () => {
    for (const actor of [await addEmployer(api), talent, null])
      expect((await api.ask(actor, CANDIDATES, { roleId })).errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
    for (const actor of [ORGANISER, OPERATOR])
      expect((await api.ask(actor, CANDIDATES, { roleId })).errors).toBeUndefined();
  });
});

describe('the facets of the roles for a talent', () => {
  test('count the open ones that no condition keeps from them, each part under the rest of the filter', async () => {
    const of = async (filter = {}) =>
      (await api.ask<{ roleFacets: object }>(talent, ROLES, { filter })).data.roleFacets;
    expect(await of()).toEqual({
      total: 3,
      countries: [
        { territory: 'SE', count: 2 },
        { territory: 'CA', count: 1 },
      ],
      regions: [{ territory: 'SE-AC', count: 2 }],
      sectors: [
        { sector: 'HEALTH_CARE', count: 2 },
        { sector: 'IT', count: 1 },
      ],
      engagements: [
        { engagement: 'PERMANENT', count: 2 },
        { engagement: 'LOAN', count: 1 },
      ],
      englishAccepted: 1,
    });
    expect(await of({ sector: 'IT' })).toMatchObject({
      total: 1,
      sectors: expect.objectContaining({ length: 2 }),
    });
    expect(await of({ englishAccepted: true })).toMatchObject({ total: 1, englishAccepted: 1 });
    expect(await of({ includeExcluded: true })).toMatchObject({ total: 4 });
  });

  test('need the talent’s consent, and are for talents only', async () => {
    const silent = await addTalent(api, {}, false);
    expect((await api.ask(silent, ROLES)).errors?.[0]?.extensions.code).toBe('ACCESS_CONSENT_NEEDED');
    for (const actor of [employer, ORGANISER, null])
      expect((await api.ask(actor, ROLES)).errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
  });
});
