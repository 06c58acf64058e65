import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityManager } from '../../src/database/index.ts';
import { adoptModel } from '../../src/documents/index.ts';
import { openEmbedder, type Embedder } from '../../src/embeddings/index.ts';
import { conceptReaders, readTexts } from '../../src/matching/index.ts';
import { labelIndexes, meaningLinker } from '../../src/vocabulary/index.ts';
import { addEmployer, addRole, addTalent, talentInput, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
let other: Embedder;

beforeAll(async () => {
  other = await openEmbedder({
    model: 'tandem-e5-small',
    modelsFolder: api.service.settings.modelsFolder,
  });
});
afterAll(() => other.close());

const CVS = [
  'Registered nurse, six years in emergency care: triage, ECG, intravenous access.',
  'Sjuksköterska inom hemsjukvård; sårvård, läkemedel och dokumentation.',
  'Infirmière en bloc opératoire, instrumentation et stérilisation.',
  'Backend developer: PostgreSQL, TypeScript, message queues.',
  'Electrician for industrial plants, PLC programming and maintenance.',
];

interface Ranking {
  modelId: string;
  edges: { node: { talent: { id: string }; score: number; parts: Record<string, number> } }[];
}

const ranking = async (employer: Owned, roleId: string): Promise<Ranking> =>
  (
    await api.ask<{ rankedCandidates: Ranking }>(
      employer,
      `query ($roleId: ID!) { rankedCandidates(roleId: $roleId) { modelId edges { node {
        talent { id } score parts { vector text concepts evidence conditions wishes } } } } }`,
      { roleId },
    )
  ).data.rankedCandidates;

test('while another model takes over, every ranking is wholly of the one before or wholly of the new one', async () => {
  const employer = await addEmployer(api);
  const roleId = await addRole(api, employer);
  for (const text of CVS) await addTalent(api, talentInput({ cv: { language: 'en', text } }));
  await api.embedAll();
  const before = await ranking(employer, roleId);
  expect(before.edges).toHaveLength(CVS.length);

  const em = api.service.database.em.fork() as EntityManager;
  expect(await adoptModel(em, other)).toBe('FILLS');
  const seen: Ranking[] = [];
  let taken = false;
  const takeOver = readTexts(em, {
    embedder: other,
    concepts: conceptReaders(
      api.service.vocabulary.catalogue,
      meaningLinker(api.service.titles, labelIndexes(api.service.titles)),
    ),
  }).finally(() => (taken = true));
  while (!taken) seen.push(await ranking(employer, roleId));
  await takeOver;
  const after = await ranking(employer, roleId);

  expect(after.modelId).toBe(other.id);
  expect(after).not.toEqual(before);
  expect(seen.length).toBeGreaterThan(0);
  for (const each of seen) expect(each).toEqual(each.modelId === before.modelId ? before : after);
});
