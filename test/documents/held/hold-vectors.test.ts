import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src/access/index.ts';
import { rows } from '../../../src/database/index.ts';
import {
  holdVectors,
  saveDocument,
  servingModel,
  unpackPooled,
  type EmbeddingModel,
} from '../../../src/documents/index.ts';
import { newId } from '../../../src/kernel/index.ts';
import { useService } from '../../testkit/index.ts';

const tandem = useService();

const TEXTS = {
  nurse: 'Emergency nurse at a regional hospital: triage, ECG, cannulation, medication rounds.',
  welder: 'Welder of stainless pressure vessels, TIG and MIG, certified to ISO 9606.',
  cook: 'Cook in a hotel kitchen: sauces, fish, banquets for two hundred guests.',
};
const BRIEF = { title: 'Work', mustHave: [], niceToHave: [] };
const ids = { nurse: newId(), welder: newId(), cook: newId() };
let model: EmbeddingModel;

const save = async (id: string, text: string, kind: 'CV' | 'JOB' = 'CV') => {
  await inTransaction(tandem.as('operator'), (inside) =>
    saveDocument(inside, { id, kind, language: 'en', text, ...(kind === 'JOB' ? { brief: BRIEF } : {}) }),
  );
  await tandem.embedAll();
};

/** By nearness to a text that is read as a job, all CVs. */
async function nearestTo(text: string): Promise<string[]> {
  const { em } = tandem.as('operator');
  const id = newId();
  await save(id, text, 'JOB');
  const held = (await holdVectors(em, model, 'CV'))!;
  const jobs = (await holdVectors(em, model, 'JOB'))!;
  expect(jobs.size).toBeGreaterThan(0);
  const [job] = await rows<{ pooled: string }>(
    em,
    `SELECT pooled FROM document_vectors WHERE document_id = ?`,
    [id],
  );
  const next = await held.nearestFirst(unpackPooled(job!.pooled));
  return next(10);
}

beforeAll(async () => {
  for (const trade of ['nurse', 'welder', 'cook'] as const) await save(ids[trade], TEXTS[trade]);
  const { em } = tandem.as('operator');
  // As in a dump of another server, restored here: numbers that this one has not come to.
  await rows(em, `UPDATE document_vectors SET written_in = '999999999'`);
  model = (await servingModel(em))!;
});

describe('the vectors held', () => {
  test('are those of all documents of the kind', async () => {
    expect(await nearestTo('We look for a nurse for our emergency ward.')).toHaveLength(3);
    expect((await nearestTo('We look for a nurse for our emergency ward.'))[0]).toBe(ids.nurse);
  });

  test('follow what is written afterwards: a new text, and a changed one, even of a restored dump', async () => {
    const baker = newId();
    await save(baker, 'Baker of sourdough bread and cakes, night shifts, ovens and doughs.');
    expect((await nearestTo('Baker wanted for sourdough bread and cakes.'))[0]).toBe(baker);
    const kitchen = 'Cook for a hotel kitchen: sauces, fish, banquets.';
    expect((await nearestTo(kitchen))[0]).toBe(ids.cook);
    await save(ids.cook, 'Pilot of helicopters over mountains, instrument rating, night flights.');
    expect((await nearestTo(kitchen))[0]).not.toBe(ids.cook);
    expect((await nearestTo('Helicopter pilot, instrument rating, night flights.'))[0]).toBe(ids.cook);
  });

  test('are read anew when their thread was lost', async () => {
    const { em } = tandem.as('operator');
    const held = (await holdVectors(em, model, 'CV'))!;
    // A vector that is too long for the table ends the thread.
    const lost = held.nearestFirst(new Int8Array(1_000_000));
    await expect(lost).rejects.toMatchObject({ code: 'EMBEDDINGS_ROWS_LOST', status: 503 });
    expect(held.areLost).toBe(true);
    await expect(held.nearestFirst(new Int8Array(model.dimensions))).rejects.toMatchObject({
      code: 'EMBEDDINGS_ROWS_LOST',
    });
    expect((await nearestTo('We look for a welder of pressure vessels.'))[0]).toBe(ids.welder);
  });

  test('are none from when they take more memory than they may', async () => {
    const { em } = tandem.as('operator');
    expect(await holdVectors(em, model, 'CV')).not.toBeNull();
    expect(await holdVectors(em, model, 'CV', model.dimensions)).toBeNull();
    expect(await holdVectors(em, model, 'CV')).toBeNull();
    // Nor are they read where there are too many to begin with.
    expect(await holdVectors(em, { ...model, id: 'another' }, 'CV', -1)).toBeNull();
  });
});
