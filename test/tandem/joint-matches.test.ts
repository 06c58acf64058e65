import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  addTandem,
  ORGANISER,
  useApi,
  type Answer,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();

const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation, six years.';
const WELDER = 'TIG and MAG welder of pressure vessels and pipes, licence to EN ISO 9606, eight years.';
const SKELLEFTEA = { latitude: 64.7507, longitude: 20.9528 };
const PITEA = { latitude: 65.3172, longitude: 21.4794 };
const UMEA = { latitude: 63.8258, longitude: 20.263 };

const MATCHES = `query ($first: Int, $after: String, $filter: TandemMatchFilter, $tandemId: ID) {
  tandemMatches(first: $first, after: $after, filter: $filter, tandemId: $tandemId) {
    accesses considered pairs modelId pageInfo { hasNextPage endCursor }
    edges { cursor node {
      worth { value mean imbalance minimum }
      area { rule distanceKm limitKm acrossBorders }
      sides {
        talentId yours score role { id title employer { name } }
        conditions { condition verdict reason }
        match { score skills { skill met } evidence(first: 1) { strength passage { text } } }
      }
    } }
  }
}`;

interface Side {
  talentId: string;
  yours: boolean;
  score: number;
  role: { id: string; title: string };
  conditions: { condition: string; verdict: string; reason: string }[];
  match: { score: number; evidence: { passage: { text: string } | null }[] } | null;
}
interface Matches {
  tandemMatches: {
    accesses: number;
    considered: number;
    pairs: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: {
      node: {
        worth: { value: number; mean: number; imbalance: number; minimum: number };
        area: { rule: string; distanceKm: number | null; limitKm: number | null; acrossBorders: boolean };
        sides: [Side, Side];
      };
    }[];
  };
}

/** The roles of the stage, by where they are. */
const nursing: Record<string, string> = {};
const welding: Record<string, string> = {};
const nameOf = (id: string) =>
  [...Object.entries(nursing), ...Object.entries(welding)].find(([, role]) => role === id)?.[0];

let nurse: Owned;
let welder: Owned;
let tandemId: string;
let works: Owned;

const weldingRole = {
  title: 'Welder',
  sector: 'MANUFACTURING',
  mustHave: ['TIG'],
  englishAccepted: true,
  description: { language: 'en', text: 'We weld pressure vessels and pipes and look for a TIG welder.' },
};

beforeAll(async () => {
  const care = await addEmployer(api, { name: 'Norra Vården' });
  works = await addEmployer(api, { name: 'Norra Svets' });
  nursing['Skellefteå'] = await addRole(api, care, { coordinates: SKELLEFTEA, openings: 2 });
  nursing['Umeå'] = await addRole(api, care, { coordinates: UMEA, englishAccepted: true });
  nursing['from home'] = await addRole(api, care, { remote: true, region: null, city: null });
  nursing['Stockholm'] = await addRole(api, care, { region: 'SE-AB', city: 'Stockholm' });
  welding['Piteå'] = await addRole(api, works, { ...weldingRole, region: 'SE-BD', coordinates: PITEA });
  welding['in the region'] = await addRole(api, works, weldingRole);
  welding['Lyon'] = await addRole(api, works, { ...weldingRole, country: 'FR', region: 'FR-ARA' });
  welding['at the hospital'] = await addRole(api, care, {
    ...weldingRole,
    englishAccepted: false,
    coordinates: UMEA,
  });
  const tandem = await addTandem(
    api,
    { name: 'Samira Sample', cv: { language: 'en', text: NURSE } },
    { name: 'Yacine Sample', commuteKm: 20, cv: { language: 'en', text: WELDER } },
  );
  ({ inviter: nurse, joiner: welder, id: tandemId } = tandem);
  await api.embedAll();
});

const ask = (actor: Owned, variables: Record<string, unknown> = {}): Promise<Answer<Matches>> =>
  api.ask<Matches>(actor, MATCHES, { first: 100, ...variables });
const matches = async (variables: Record<string, unknown> = {}, actor = nurse) =>
  (await ask(actor, variables)).data.tandemMatches;
/** `nurse's role + welder's role`, in order, as the nurse or an organiser sees them. */
const named = ({ edges }: Matches['tandemMatches']) =>
  edges.map(({ node }) => node.sides.map(({ role }) => nameOf(role.id)).join(' + '));

describe('the joint matches of two partners', () => {
  test('are pairs of roles in one commuting area, best first, with the rule and the distance', async () => {
    const found = await matches({ filter: { minimum: 0.02 } });
    const values = found.edges.map(({ node }) => node.worth.value);
    expect(values).toEqual([...values].sort((one, other) => other - one));
    const areas = new Map(named(found).map((name, place) => [name, found.edges[place]!.node.area]));
    // The welder travels 20 km, the nurse has not said and is taken to travel 50.
    expect(areas.get('Skellefteå + Piteå')).toEqual({
      rule: 'HOME_BETWEEN',
      distanceKm: 67.7,
      limitKm: 70,
      acrossBorders: false,
    });
    expect(areas.get('Umeå + at the hospital')).toMatchObject({ rule: 'HOME_BETWEEN', distanceKm: 0 });
    expect(areas.get('Skellefteå + in the region')).toMatchObject({ rule: 'REGION', distanceKm: null });
    expect(areas.get('from home + Lyon')).toMatchObject({ rule: 'REMOTE', acrossBorders: true });
    for (const apart of ['Skellefteå + at the hospital', 'Stockholm + in the region', 'Umeå + Piteå'])
      expect([...areas.keys()]).not.toContain(apart);
  });

  test('are worth the geometric mean of what each is to its partner, who both have the minimum', async () => {
    for (const minimum of [0.05, 0.2]) {
      const { edges } = await matches({ filter: { minimum } });
      expect(edges.length).toBeGreaterThan(0);
      for (const { node } of edges) {
        const [one, other] = node.sides.map(({ score }) => score) as [number, number];
        expect(node.worth.value).toBeCloseTo(Math.sqrt(one * other), 5);
        expect(node.worth.mean).toBeCloseTo((one + other) / 2, 5);
        expect(node.worth.imbalance).toBeCloseTo(node.worth.mean - node.worth.value, 5);
        expect(node.worth.minimum).toBe(minimum);
        expect(Math.min(one, other)).toBeGreaterThanOrEqual(minimum);
      }
    }
  });

  test('are the same for both, each with their own side first, at the scores of matchedRoles', async () => {
    const [hers, his] = [await matches(), await matches({}, welder)];
    expect(his.edges.map(({ node }) => [...node.sides].reverse().map(({ role }) => role.id))).toEqual(
      hers.edges.map(({ node }) => node.sides.map(({ role }) => role.id)),
    );
    const { data } = await api.ask<{
      matchedRoles: { edges: { node: { score: number; role: { id: string } } }[] };
    }>(nurse, `{ matchedRoles(first: 100) { edges { node { score role { id } } } } }`);
    const own = new Map(data.matchedRoles.edges.map(({ node }) => [node.role.id, node.score]));
    for (const { node } of hers.edges) {
      const [side] = node.sides;
      expect(side).toMatchObject({ talentId: nurse.id, yours: true });
      expect(side.score).toBe(own.get(side.role.id));
    }
  });

  test('come in pages that together are the whole, whatever joins in between', async () => {
    const filter = { minimum: 0.02 };
    const whole = named(await matches({ filter }));
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Matches['tandemMatches'] = await matches({ filter, first: 2, after });
      paged.push(...named(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(whole.length).toBeGreaterThan(4);
    expect(paged).toEqual(whole);
  });

  test('are found without looking at all pairs, and say so', async () => {
    const { accesses, considered, pairs } = await matches({ filter: { minimum: 0 }, first: 1 });
    expect(considered).toBeLessThan(pairs / 2);
    expect(accesses).toBeGreaterThan(0);
  });

  test('can be narrowed', async () => {
    const narrowed = async (filter: Record<string, unknown>) =>
      named(await matches({ filter: { minimum: 0.02, ...filter } }));
    expect(await narrowed({ maxKm: 60 })).not.toContain('Skellefteå + Piteå');
    expect(await narrowed({ maxKm: 120 })).toContain('Skellefteå + at the hospital');
    for (const pair of await narrowed({ country: 'SE' })) expect(pair).not.toContain('Lyon');
    const northern = await narrowed({ region: 'SE-AC' });
    expect(northern).toContain('from home + in the region');
    expect(northern).not.toContain('Skellefteå + Piteå');
    expect(new Set((await narrowed({ englishAccepted: true })).map((pair) => pair.split(' + ')[0]))).toEqual(
      new Set(['Umeå']),
    );
    expect(await narrowed({ sameEmployer: false })).not.toContain('Umeå + at the hospital');
    const together = await narrowed({ sameEmployer: true });
    expect(together).toContain('Umeå + at the hospital');
    expect(together).not.toContain('Skellefteå + in the region');
  });

  test('do not give one opening to both', async () => {
    const { inviter, joiner } = await addTandem(
      api,
      { cv: { language: 'en', text: NURSE } },
      { cv: { language: 'en', text: NURSE } },
    );
    await api.embedAll();
    const { edges } = await matches({ filter: { minimum: 0 } }, inviter);
    const same = edges.filter(({ node: { sides } }) => sides[0].role.id === sides[1].role.id);
    expect(same.map(({ node }) => nameOf(node.sides[0].role.id))).toEqual(['Skellefteå']);
    await api.ask(joiner, `mutation { withdrawConsent(purpose: TANDEM) { id } }`);
  });
});

describe('what each may read of the other', () => {
  test('is the role, its employer, the score and the conditions, never what quotes the CV', async () => {
    const { edges } = await matches({ first: 3 });
    for (const { node } of edges) {
      const [own, partners] = node.sides;
      expect(own.match?.evidence[0]?.passage?.text).toBeTruthy();
      expect(own.conditions.map(({ condition }) => condition)).toContain('SKILLS');
      expect(partners).toMatchObject({ talentId: welder.id, yours: false, match: null });
      expect(partners.conditions.map(({ condition }) => condition)).toContain('LANGUAGES');
      expect(partners.conditions.map(({ condition }) => condition)).not.toContain('SKILLS');
    }
    expect(JSON.stringify(edges)).not.toContain('pressure vessels and pipes, licence');
  });

  test('is not the profile', async () => {
    const answer = await api.ask(nurse, `query ($id: ID!) { talent(id: $id) { cv { text } } }`, {
      id: welder.id,
    });
    expect(answer.errors![0]!.extensions.code).toBe('ACCESS_FORBIDDEN');
  });

  test('is the whole match of both for organisers who name the tandem; each reading is on record', async () => {
    const { edges } = await matches({ tandemId, first: 3 }, ORGANISER as Owned);
    for (const { node } of edges)
      for (const side of node.sides) {
        expect(side.yours).toBe(false);
        expect(side.match).not.toBeNull();
      }
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { action: 'tandem:match', actorId: ORGANISER.id });
    expect(records.map(({ subjectId }) => subjectId)).toContain(tandemId);
    expect(JSON.stringify(records)).not.toContain('Sample');
  });
});

describe('joint matches are refused', () => {
  const codeOf = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions.code;

  test('to whoever is in no standing tandem, a third talent who names it included', async () => {
    const third = await addTalent(api, { cv: { language: 'en', text: NURSE } });
    await api.embedAll();
    expect(codeOf(await ask(third))).toBe('TANDEM_NONE');
    expect(codeOf(await ask(third, { tandemId }))).toBe('TANDEM_NONE');
    expect(codeOf(await ask(ORGANISER as Owned))).toBe('TANDEM_NONE');
    expect(codeOf(await ask(ORGANISER as Owned, { tandemId: nurse.id }))).toBe('TANDEM_UNKNOWN');
  });

  test('to employers', async () => {
    expect(codeOf(await ask(works, { tandemId }))).toBe('ACCESS_FORBIDDEN');
    expect((await api.ask(null, MATCHES)).errors![0]!.extensions.code).toBe('ACCESS_UNAUTHENTICATED');
  });

  test('for a filter that cannot be, naming the field', async () => {
    for (const [field, value] of Object.entries({
      minimum: 1.1,
      maxKm: -1,
      country: 'Sweden',
      region: 'SE',
    })) {
      const answer = await ask(nurse, { filter: { [field]: value } });
      expect(answer.errors![0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', path: ['filter', field] });
    }
    expect(codeOf(await ask(nurse, { first: 0 }))).toBe('PAGE_INVALID_SIZE');
    expect(codeOf(await ask(nurse, { after: 'nowhere' }))).toBe('PAGE_INVALID_CURSOR');
  });
});
