import { expect, test } from 'vitest';
import {
  addEmployer,
  addRole,
  addTalent,
  roleInput,
  talentInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi({ work: true });
const CANDIDATES = `query ($roleId: ID!) { rankedCandidates(roleId: $roleId) { edges { node {
  talent { id } warnings skills { skill met } parts { evidence concepts }
  evidence(first: 24) { requirement { text } passage { text start end } }
} } } }`;

interface Node {
  talent: { id: string };
  warnings: string[];
  skills: { skill: string; met: boolean }[];
  parts: { evidence: number; concepts: number };
  evidence: { requirement: { text: string }; passage: { text: string } | null }[];
}

const ranked = async (employer: Owned, roleId: string): Promise<Node[]> =>
  (
    await api.ask<{ rankedCandidates: { edges: { node: Node }[] } } | null>(employer, CANDIDATES, { roleId })
  ).data?.rankedCandidates.edges.map(({ node }) => node) ?? [];

/** What is asked until it holds, as somebody who waits would. */
async function withinSeconds<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const began = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() - began > 30_000) throw new Error('not within 30 s');
    await new Promise((pause) => setTimeout(pause, 100));
  }
}

test('a changed CV and a changed role are read, cut and linked anew by the queue, and never shown half old', async () => {
  const employer = await addEmployer(api);
  const roleId = await addRole(api, employer);
  const talent = await addTalent(api);
  const node = () =>
    ranked(employer, roleId).then((nodes) => nodes.find((one) => one.talent.id === talent.rowId));
  const first = await withinSeconds(node);
  expect(first.skills).toEqual([{ skill: 'triage', met: true }]);

  const welder =
    'Welder of pressure vessels for eight years: TIG welding of stainless pipes, licence to ISO 9606.';
  await api.ask(
    talent,
    `mutation ($id: ID!, $input: TalentInput!) { editTalent(id: $id, version: 1, input: $input) { id } }`,
    {
      id: talent.rowId,
      input: talentInput({ cv: { language: 'en', text: welder } }),
    },
  );
  const changed = await withinSeconds(async () => {
    const now = await node();
    if (!now) return undefined;
    // Until it is read, the text before stands; what is quoted is never from the new text at old offsets.
    const quoted = now.evidence.flatMap(({ passage }) => passage?.text ?? []);
    for (const quote of quoted) expect(talentInput().cv.text + welder).toContain(quote);
    expect(now.warnings.includes('BEING_READ') ? quoted : []).toEqual([]);
    return now.warnings.length === 0 && now.parts.evidence !== first.parts.evidence ? now : undefined;
  });
  expect(changed.skills).toEqual([{ skill: 'triage', met: false }]);

  await api.ask(
    employer,
    `mutation ($id: ID!, $input: RoleInput!) { editRole(id: $id, version: 1, input: $input) { id } }`,
    {
      id: roleId,
      input: roleInput(employer.rowId, {
        title: 'Welder',
        mustHave: ['TIG welding'],
        description: { language: 'en', text: 'You will weld stainless pipes.' },
      }),
    },
  );
  const anew = await withinSeconds(async () => {
    const now = await node();
    return now && now.evidence.some(({ requirement }) => requirement.text === 'Welder') ? now : undefined;
  });
  expect(anew.evidence.map(({ requirement }) => requirement.text).sort()).toEqual([
    'TIG welding',
    'Welder',
    'You will weld stainless pipes.',
  ]);
  expect(anew.skills).toEqual([{ skill: 'TIG welding', met: true }]);
  expect(anew.parts.evidence).toBeGreaterThan(changed.parts.evidence);
}, 120_000);
