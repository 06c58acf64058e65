import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { addEmployer, addRole, addTalent, ORGANISER, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
const CANDIDATES = `query ($roleId: ID!, $first: Int, $after: String, $filter: CandidateFilter) {
  rankedCandidates(roleId: $roleId, first: $first, after: $after, filter: $filter) {
    considered modelId
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      score employerSide talentSide parts { vector text concepts evidence conditions wishes } warnings
      evidence { requirement { kind source item text start end } passage { text start end } similarity strength }
      conditions { condition verdict reason }
      talent { id name country }
    } }
  }
}`;
const ROLES = `query ($first: Int, $filter: RoleMatchFilter) {
  matchedRoles(first: $first, filter: $filter) {
    edges { node { score parts { vector text concepts evidence conditions wishes } conditions { condition verdict } role { id title } } }
  }
}`;

interface Node {
  score: number;
  parts: Record<string, number>;
  conditions: { condition: string; verdict: string; reason: string }[];
  talent: { id: string; name: string | null; country: string };
}
interface Candidates {
  rankedCandidates: {
    considered: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { cursor: string; node: Node }[];
  };
}
interface Roles {
  matchedRoles: { edges: { node: Omit<Node, 'talent'> & { role: { id: string; title: string } } }[] };
}

const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation, six years.';
const WELDER = 'TIG and MAG welder of pressure vessels and pipes, licence to EN ISO 9606, eight years.';

let employer: Owned;
let roleId: string;
let nurse: Owned;
let welder: Owned;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer);
  await addRole(api, employer, {
    title: 'Welder',
    mustHave: ['TIG'],
    description: {
      language: 'en',
      text: 'We weld pressure vessels and look for a welder with a TIG licence.',
    },
  });
  nurse = await addTalent(api, { cv: { language: 'en', text: NURSE } });
  welder = await addTalent(api, { cv: { language: 'en', text: WELDER } });
  for (let more = 0; more < 5; more += 1)
    await addTalent(api, {
      country: 'DE',
      cv: { language: 'en', text: `${NURSE} Ward ${more}, night shifts.` },
    });
  await api.embedAll();
});

const candidates = async (variables: Record<string, unknown> = {}, actor = employer) =>
  (await api.ask<Candidates>(actor, CANDIDATES, { roleId, first: 50, ...variables })).data.rankedCandidates;
const idsOf = (ranking: Candidates['rankedCandidates']) => ranking.edges.map(({ node }) => node.talent.id);

describe('the candidates for a role', () => {
  test('are ranked by what they can do, with a score, its parts and the conditions', async () => {
    const { edges } = await candidates();
    const scores = edges.map(({ node }) => node.score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    const place = (talent: Owned) => edges.findIndex(({ node }) => node.talent.id === talent.id);
    expect(place(nurse)).toBeLessThan(place(welder));
    for (const { node } of edges)
      for (const part of [node.score, ...Object.values(node.parts)]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
    const conditions = edges.find(({ node }) => node.talent.id === nurse.id)!.node.conditions;
    expect(conditions).toEqual([
      {
        condition: 'RIGHT_TO_WORK',
        verdict: 'MET',
        reason: 'may work in Sweden as an EU, EEA or Swiss citizen',
      },
      { condition: 'LANGUAGES', verdict: 'MET', reason: 'English B2 (needed B1)' },
      { condition: 'LOCATION', verdict: 'MET', reason: 'is willing to move to SE-AC in Sweden' },
      { condition: 'START', verdict: 'MET', reason: 'can start on 2027-02-01, needed by 2027-06-01' },
      { condition: 'SKILLS', verdict: 'MET', reason: 'the CV names triage' },
    ]);
  });

  test('have no names for an employer, and have them for an organiser', async () => {
    expect((await candidates()).edges.every(({ node }) => node.talent.name === null)).toBe(true);
    expect(
      (await candidates({}, ORGANISER as Owned)).edges.every(({ node }) => node.talent.name !== null),
    ).toBe(true);
  });

  test('come in pages that neither lose nor repeat one, also when somebody joins in between', async () => {
    const whole = idsOf(await candidates());
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Candidates['rankedCandidates'] = await candidates({ first: 2, after });
      seen.push(...idsOf(page));
      if (seen.length === 2) {
        await addTalent(api, { cv: { language: 'en', text: `${NURSE} Also paediatric triage.` } });
        await api.embedAll();
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(whole));
  });

  test('can be narrowed, and are not by a filter that is null', async () => {
    expect(idsOf(await candidates({ filter: null }))).toEqual(idsOf(await candidates()));
    const { edges } = await candidates({ filter: { country: 'DE' } });
    expect(edges.length).toBe(5);
    expect(edges.every(({ node }) => node.talent.country === 'DE')).toBe(true);
    expect((await candidates({ filter: { language: { language: 'en', level: 'C1' } } })).edges).toEqual([]);
  });

  test('leave out whom a condition excludes, and show them with the reason when asked', async () => {
    const late = await addTalent(api, { earliestStart: '2027-06-02', cv: { language: 'en', text: NURSE } });
    await api.embedAll();
    expect(idsOf(await candidates())).not.toContain(late.id);
    const { edges } = await candidates({ filter: { includeExcluded: true } });
    expect(edges.find(({ node }) => node.talent.id === late.id)?.node.conditions).toContainEqual({
      condition: 'START',
      verdict: 'FAILED',
      reason: 'can start on 2027-06-02, needed by 2027-06-01',
    });
  });

  test('lose at once whoever ends their consent or leaves', async () => {
    const leaving = await addTalent(api, { cv: { language: 'en', text: NURSE } });
    const silent = await addTalent(api, { cv: { language: 'en', text: NURSE } }, false);
    await api.embedAll();
    expect(idsOf(await candidates())).toContain(leaving.id);
    expect(idsOf(await candidates({ filter: { includeExcluded: true } }))).not.toContain(silent.id);
    await api.ask(leaving, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect(idsOf(await candidates({ filter: { includeExcluded: true } }))).not.toContain(leaving.id);
  });

  test('are shown to the employer, its proxy and organisers only', async () => {
    for (const actor of [await addEmployer(api), nurse, null]) {
      const { errors } = await api.ask(actor, CANDIDATES, { roleId });
      expect(errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
    }
  });

  test('are the same whatever of them is asked for', async () => {
    const { data } = await api.ask<Candidates>(
      employer,
      `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50) { considered edges { node {
         score talent { id } evidence { passage { start end } similarity }
       } } } }`,
      { roleId },
    );
    const brief = data.rankedCandidates;
    const whole = await candidates();
    expect(brief.considered).toBe(whole.considered);
    for (const [place, { node }] of brief.edges.entries())
      expect(whole.edges[place]!.node).toMatchObject(node);
  });

  test('are on record: who was shown to whom, by which model', async () => {
    const { edges } = await candidates({ first: 3 });
    const records = await api
      .as('operator')
      .em.find(
        AuditRecordEntity,
        { action: 'candidate:rank', subjectId: roleId },
        { orderBy: { id: 'asc' } },
      );
    expect(records.at(-1)).toMatchObject({
      actorId: employer.id,
      detail: { modelId: api.service.embedder.id, shown: edges.map(({ node }) => node.talent.id) },
    });
  });

  test('of a role whose text is not yet read are asked for again later', async () => {
    const fresh = await addRole(api, employer);
    const { status, errors } = await api.ask(employer, CANDIDATES, { roleId: fresh });
    expect(status).toBe(503);
    expect(errors?.[0]?.extensions.code).toBe('MATCHING_NOT_YET_EMBEDDED');
    await api.embedAll();
    expect((await api.ask(employer, CANDIDATES, { roleId: fresh })).errors).toBeUndefined();
  });
});

describe('the roles for a talent', () => {
  const rolesFor = async (talent: Owned) =>
    (await api.ask<Roles>(talent, ROLES, { first: 50 })).data.matchedRoles.edges.map(({ node }) => node);

  test('are ranked by what they can do', async () => {
    expect((await rolesFor(welder))[0]?.role.title).toBe('Welder');
    expect((await rolesFor(nurse))[0]?.role.title).toBe('Emergency nurse');
  });

  test('have the same score and parts as the talent has for the role', async () => {
    const fromEmployer = (await candidates()).edges.find(({ node }) => node.talent.id === nurse.id)!.node;
    const fromTalent = (await rolesFor(nurse)).find(({ role }) => role.id === roleId)!;
    expect({ score: fromTalent.score, parts: fromTalent.parts }).toEqual({
      score: fromEmployer.score,
      parts: fromEmployer.parts,
    });
  });

  test('need the talent’s consent', async () => {
    const silent = await addTalent(api, {}, false);
    const { status, errors } = await api.ask(silent, ROLES);
    expect(status).toBe(403);
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_CONSENT_NEEDED');
  });

  test('leave out closed ones', async () => {
    const closing = await addRole(api, employer);
    await api.embedAll();
    expect((await rolesFor(nurse)).map(({ role }) => role.id)).toContain(closing);
    await api.ask(employer, `mutation ($id: ID!) { withdrawRole(id: $id) { id } }`, { id: closing });
    expect((await rolesFor(nurse)).map(({ role }) => role.id)).not.toContain(closing);
  });
});
