import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import { codeIn } from '../testkit/missions.ts';

const api = useApi();

const MARKETS = `query ($selection: MarketSelection!, $first: Int! = 20) {
  targetMarkets(selection: $selection, first: $first) {
    threshold modelId computedAt roleIds rolesLeftOut countriesLeftOut
    markets {
      country
      matches { ...figure } meanScore { ...figure } languageFit { ...figure }
      needPermit { ...figure } processingDays { ...figure }
      brainDrain { listed reason source asOf }
    }
  }
}
fragment figure on Figure { value low high sampled population source asOf missing }`;

interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  sampled: number;
  population: number;
  source: string;
  asOf: string;
  missing: string | null;
}
interface Answered {
  targetMarkets: {
    roleIds: string[];
    rolesLeftOut: number;
    threshold: number;
    markets: ({
      country: string;
      brainDrain: { listed: boolean | null; reason: string; asOf: string };
    } & Record<'matches' | 'meanScore' | 'languageFit' | 'needPermit' | 'processingDays', Figure>)[];
  };
}

const PORTUGUESE = [{ language: 'pt', level: 'NATIVE' }];
const abroad = { citizenship: 'THIRD_COUNTRY', relocate: true };

describe('target markets', () => {
  let employer: Owned;
  let roleId: string;
  const ask = (selection: object, actor: Parameters<typeof api.ask>[0] = ORGANISER, first = 20) =>
    api.ask<Answered>(actor, MARKETS, { selection, first });

  beforeAll(async () => {
    employer = await addEmployer(api);
    roleId = await addRole(api, employer, { occupation: '2221' });
    await api.ask(OPERATOR, `mutation ($input: PermitRuleInput!) { setPermitRule(input: $input) { id } }`, {
      input: {
        territory: 'SE',
        permit: 'Work permit',
        citizenship: 'THIRD_COUNTRY',
        engagements: [],
        onlyOccupations: [],
        exemptOccupations: [],
        weeklyHours: 40,
        processingDays: 75,
        validFrom: '2026-01-01',
        source: 'https://www.migrationsverket.se',
        consultedOn: '2026-11-01',
      },
    });
    for (const country of ['BR', 'BR', 'SN']) await addTalent(api, { country, region: null, ...abroad });
    await addTalent(api, { country: 'BR', region: null, ...abroad, languages: PORTUGUESE });
    await addTalent(api, { country: 'SE' });
    await addTalent(api, { country: 'CO', region: null, ...abroad }, false);
    await api.embedAll();
  });

  test('are ranked from the pool, each figure with its source and day', async () => {
    const { data, errors } = await ask({ roleIds: [roleId], threshold: 0.2 });
    expect(errors).toBeUndefined();
    const { markets, ...rest } = data.targetMarkets;
    expect(rest).toMatchObject({ threshold: 0.2, roleIds: [roleId], rolesLeftOut: 0, countriesLeftOut: 0 });
    // Not the country of the role, nor one whose only talent has not consented.
    expect(markets.map(({ country }) => country)).toEqual(['BR', 'SN']);
    const [brazil, senegal] = markets;
    const counted = { sampled: 3, population: 3, asOf: '2026-11-21', missing: null };
    expect(brazil!.matches).toMatchObject({ ...counted, value: 2, low: 2, high: 2 });
    expect(brazil!.matches.source).toContain('scored by the ranking');
    expect(brazil!.languageFit).toMatchObject({ ...counted, value: 0.6667 });
    expect(brazil!.needPermit).toMatchObject({ ...counted, value: 1 });
    expect(brazil!.processingDays).toMatchObject({
      value: 75,
      source: 'https://www.migrationsverket.se (read on 2026-11-01)',
    });
    expect(brazil!.brainDrain).toMatchObject({ listed: false, asOf: '2023-03-08' });
    expect(senegal!.matches).toMatchObject({ value: 1, population: 1 });
    expect(senegal!.brainDrain).toMatchObject({ listed: true });
  });

  test('are the same every time, and for a sector', async () => {
    const [one, other] = [await ask({ sector: 'HEALTH_CARE' }), await ask({ sector: 'HEALTH_CARE' })];
    expect(one.data.targetMarkets.markets).toEqual(other.data.targetMarkets.markets);
    expect(one.data.targetMarkets.roleIds).toEqual([roleId]);
    const first = await ask({ sector: 'HEALTH_CARE' }, ORGANISER, 1);
    expect(first.data.targetMarkets.markets).toHaveLength(1);
    expect(codeIn(await ask({ sector: 'IT' }))).toBe('DELEGATIONS_NO_ROLES');
  });

  test('say nothing of brain drain for other than health work', async () => {
    const other = await addRole(api, employer, { occupation: '2512', sector: 'IT' });
    await api.embedAll();
    const { data } = await ask({ roleIds: [other] });
    expect(data.targetMarkets.markets.map(({ brainDrain }) => brainDrain.listed)).toEqual([null, null]);
    expect(data.targetMarkets.markets[0]!.brainDrain.reason).toContain('no role is of a health occupation');
  });

  test('are for organisers, and each reading is on record', async () => {
    for (const actor of [employer, await addTalent(api)])
      expect(codeIn(await ask({ roleIds: [roleId] }, actor))).toBe('ACCESS_FORBIDDEN');
    expect(codeIn(await ask({ roleIds: [roleId] }, null))).toBe('ACCESS_UNAUTHENTICATED');
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { action: 'market:read', subjectId: roleId });
    expect(records.length).toBeGreaterThan(0);
    expect(JSON.stringify(records.map(({ detail }) => detail))).not.toContain('Ada');
  });

  test.each([
    ['neither roles nor a sector', {}],
    ['both', { roleIds: ['00000000-0000-4000-8000-000000000009'], sector: 'IT' }],
    ['a threshold that everybody reaches', { sector: 'HEALTH_CARE', threshold: 0 }],
  ])('are not computed for %s', async (_what, selection) => {
    expect(codeIn(await ask(selection))).toBe('INPUT_INVALID');
  });
});
