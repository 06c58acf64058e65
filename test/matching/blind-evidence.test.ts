import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCast } from '../../seeds/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { BLIND_RULES, blindText, MASK } from '../../src/talents/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  ORGANISER,
  talentInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();
const CV =
  'A registered nurse, Ada Sample worked in the emergency department, six years: triage by urgency, ECG and resuscitation. References: ada@example.org.';
const EVIDENCE = `evidence(first: 10) { passage { text start end } }`;
const RANKED = `query ($roleId: ID!) { rankedCandidates(roleId: $roleId) { edges { node { ${EVIDENCE} } } } }`;
const EXPLAINED = `query ($roleId: ID!, $talentId: ID!) {
  explainMatch(roleId: $roleId, talentId: $talentId) { match { ${EVIDENCE} } }
}`;
const MATCHED = `{ matchedRoles { edges { node { ${EVIDENCE} } } } }`;

interface Match {
  evidence: { passage: { text: string; start: number; end: number } | null }[];
}
interface Page {
  edges: { node: Match }[];
}

let employer: Owned;
let talent: Owned;
let roleId: string;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer, {
    mustHave: ['triage'],
    description: {
      language: 'en',
      text: 'Registered nurse for the emergency department.\n\nYour tasks\nYou triage patients and take ECGs.',
    },
  });
  talent = await addTalent(api, { name: 'Ada Sample', cv: { language: 'en', text: CV } });
  await api.embedAll();
});

const quoted = (match: Match): string[] => match.evidence.flatMap(({ passage }) => passage?.text ?? []);
const ranked = async (who: Parameters<typeof api.ask>[0]) => {
  const { data } = await api.ask<{ rankedCandidates: Page }>(who, RANKED, { roleId });
  return quoted(data.rankedCandidates.edges[0]!.node);
};

describe('the passages quoted as evidence', () => {
  test('hide from an employer what tells who it is, and stand where they did', async () => {
    const { data } = await api.ask<{ rankedCandidates: Page }>(employer, RANKED, { roleId });
    const passages = data.rankedCandidates.edges[0]!.node.evidence.flatMap(({ passage }) => passage ?? []);
    expect(passages).not.toHaveLength(0);
    for (const { text, start, end } of passages) {
      expect(text).not.toMatch(/Ada|Sample|@/);
      expect(text).toContain(MASK);
      expect(text).toHaveLength(end - start);
      expect(text).toContain('triage by urgency');
    }
  });

  test('hide it in an explanation too', async () => {
    const ask = { roleId, talentId: talent.rowId };
    const { data } = await api.ask<{ explainMatch: { match: Match } }>(employer, EXPLAINED, ask);
    expect(quoted(data.explainMatch.match).join()).toContain(MASK);
    expect(quoted(data.explainMatch.match).join()).not.toMatch(/Ada|Sample|@/);
  });

  test('are whole for organisers and for the talent', async () => {
    expect((await ranked(ORGANISER)).join()).toContain('Ada Sample');
    const { data } = await api.ask<{ matchedRoles: Page }>(talent, MATCHED);
    expect(quoted(data.matchedRoles.edges[0]!.node).join()).toContain('Ada Sample');
  });

  test('are whole for an employer to whom the talent has made themselves known', async () => {
    await api.ask(
      talent,
      `mutation ($talentId: ID!, $organisationId: ID!) {
        discloseIdentity(talentId: $talentId, organisationId: $organisationId) { stands }
      }`,
      { talentId: talent.rowId, organisationId: employer.rowId },
    );
    expect((await ranked(employer)).join()).toContain('Ada Sample');
  });

  test('follow a changed name at once', async () => {
    const cv = { language: 'en', text: CV.replace('Ada Sample', 'Urgency Triage') };
    const stranger = await addTalent(api, { name: 'Nobody Elsewhere', cv });
    await api.embedAll();
    const ask = { roleId, talentId: stranger.rowId };
    const explained = async () =>
      quoted(
        (await api.ask<{ explainMatch: { match: Match } }>(employer, EXPLAINED, ask)).data.explainMatch.match,
      ).join();
    expect(await explained()).toContain('Urgency Triage');
    await api.ask(
      stranger,
      `mutation ($id: ID!, $input: TalentInput!) { editTalent(id: $id, version: 1, input: $input) { id } }`,
      { id: stranger.rowId, input: talentInput({ name: 'Urgency Triage', cv }) },
    );
    expect(await explained()).not.toContain('Urgency Triage');
    await api.embedAll();
    expect(await explained()).toContain(`${MASK} worked`);
    expect(await explained()).not.toContain('Urgency Triage');
  });
});

test('Whoever changes what is hidden raises BLIND_RULES: blind CVs are kept by it', () => {
  const hash = createHash('sha256');
  for (const { data } of readCast(packageFolder()).talents) hash.update(blindText(data.cv.text, data));
  expect({ rules: BLIND_RULES, cast: hash.digest('hex').slice(0, 16) }).toMatchInlineSnapshot(`
    {
      "cast": "b880b5178ffb5b17",
      "rules": 2,
    }
  `);
});
