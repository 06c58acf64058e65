import { describe, expect, test } from 'vitest';
import { inTransaction, type Context } from '../../src/access/index.ts';
import { rows, type EntityManager } from '../../src/database/index.ts';
import {
  adoptModel,
  countPending,
  DocumentVectorEntity,
  embedPending,
  saveDocument,
  servingModel,
} from '../../src/documents/index.ts';
import { takeIndexAway } from '../../src/documents/embedding-model.ts';
import type { Embedder } from '../../src/embeddings/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();

/** The real model under another identity, counting what reaches it. */
function counting(id: string): Embedder & { texts: string[] } {
  const { embedder } = tandem.service;
  const texts: string[] = [];
  return {
    id,
    name: embedder.name,
    dimensions: embedder.dimensions,
    maxTokens: embedder.maxTokens,
    texts,
    embed: (given, purpose) => {
      texts.push(...given);
      return embedder.embed(given, purpose);
    },
    close: async () => {},
  };
}

const save = (context: Context, id: string, text: string) =>
  inTransaction(context, (inside) => saveDocument(inside, { id, kind: 'CV', language: 'en', text }));

const PARAGRAPHS = [
  'Experience\nEmergency nurse at a regional hospital since 2019: triage, ECG, cannulation.',
  'Education\nBachelor of nursing, 2018. Advanced life support, 2021.',
];

describe('documents that wait for their vectors', () => {
  test('get them once, and a second run sends nothing to the model', async () => {
    const context = tandem.as('operator');
    const model = counting(tandem.service.embedder.id);
    const id = newId();
    await save(context, id, PARAGRAPHS.join('\n\n'));
    expect(await countPending(context.em, model.id)).toBe(1);
    await embedPending(context.em.fork() as never, model);
    const sent = model.texts.length;
    expect(sent).toBeGreaterThan(0);
    expect(await countPending(context.em, model.id)).toBe(0);
    await embedPending(context.em.fork() as never, model);
    expect(model.texts).toHaveLength(sent);
  });

  test('keep what was read of them in their row, as long as a page can hold it', async () => {
    const context = tandem.as('operator');
    const model = counting(tandem.service.embedder.id);
    const cvOf = (jobs: number) =>
      Array.from({ length: jobs }, (_, job) =>
        PARAGRAPHS[0]!
          .replace('2019', `${1900 + job}`)
          .concat(
            Array.from(
              { length: 9 },
              (_each, week) => ` Ward ${job * 31 + week} had ${job * 17 + week * 7} beds.`,
            ).join(''),
          ),
      ).join('\n\n');
    const [usual, long] = [newId(), newId()];
    await save(context, usual, cvOf(8));
    await save(context, long, cvOf(80));
    await embedPending(context.em.fork() as never, model);
    const read = await rows<{ id: string; letters: number; apart: boolean }>(
      context.em,
      `SELECT document_id AS id, octet_length(seen) AS letters, pg_column_toast_chunk_id(seen) IS NOT NULL AS apart
       FROM document_vectors WHERE document_id IN (?, ?)`,
      [usual, long],
    );
    const [short, full] = [usual, long].map((id) => read.find((one) => one.id === id)!);
    expect(short!.letters).toBeGreaterThan(2_000);
    expect(short!.apart).toBe(false);
    expect(full!.letters).toBeGreaterThan(8_192);
    expect(full!.apart).toBe(true);
  });

  test('send only the passages that changed', async () => {
    const context = tandem.as('operator');
    const model = counting(tandem.service.embedder.id);
    const id = newId();
    const long = (paragraph: string) =>
      `${paragraph} ${Array.from({ length: 12 }, (_, week) => `In week ${week} there was work of kind ${week * 7} at place ${week * 11}.`).join(' ')}`;
    await save(context, id, PARAGRAPHS.map(long).join('\n\n'));
    await embedPending(context.em.fork() as never, model);
    const first = model.texts.splice(0).length;
    await save(
      tandem.as('operator'),
      id,
      [long(PARAGRAPHS[0]!), long('Education\nMaster of nursing, 2025.')].join('\n\n'),
    );
    await embedPending(context.em.fork() as never, model);
    expect(model.texts.length).toBeGreaterThan(0);
    expect(model.texts.length).toBeLessThan(first);
    expect(model.texts.join(' ')).toContain('Master of nursing');
  });

  test('keep the vector of the new text when it changes while the model is at work', async () => {
    const context = tandem.as('operator');
    const id = newId();
    await save(context, id, 'A welder of pressure vessels.');
    const model = counting(tandem.service.embedder.id);
    const slow: Embedder = {
      ...model,
      embed: async (texts, purpose) => {
        if (texts.some((text) => text.includes('welder')))
          await save(tandem.as('operator'), id, 'A pastry chef.');
        return model.embed(texts, purpose);
      },
    };
    await embedPending(context.em.fork() as never, slow);
    const [row] = await rows<{ fresh: boolean }>(
      context.em,
      `SELECT made.hash = documents.hash AS fresh FROM document_vectors AS made
       JOIN documents ON documents.id = made.document_id WHERE made.document_id = ?`,
      [id],
    );
    expect(row).toEqual({ fresh: true });
  });
});

test('the index of the vectors is there once they are, and is made anew when most of them come at once', async () => {
  const context = tandem.as('operator');
  const em = context.em.fork() as EntityManager;
  const model = tandem.service.embedder;
  const indexes = () =>
    rows(em, `SELECT FROM pg_indexes WHERE tablename = 'document_vectors' AND indexdef LIKE '%hnsw%'`);
  await save(context, newId(), 'A turner.');
  await embedPending(em, model);
  const [counted] = await rows<{ vectors: number }>(
    em,
    `SELECT count(*)::integer AS vectors FROM document_vectors WHERE model_id = ?`,
    [model.id],
  );
  await takeIndexAway(em, model, counted!.vectors);
  expect(await indexes()).toHaveLength(2);
  await takeIndexAway(em, model, counted!.vectors + 1);
  expect(await indexes()).toHaveLength(0);
  await embedPending(em, model);
  expect(await indexes()).toHaveLength(2);
});

describe('another model', () => {
  test('fills while the one before serves, then takes over whole', async () => {
    const context = tandem.as('operator');
    await save(context, newId(), 'A forester with a harvester licence.');
    const before = tandem.service.embedder.id;
    await embedPending(context.em.fork() as never, tandem.service.embedder);
    const next = counting('another@000000000000');

    expect(await adoptModel(context.em.fork() as never, next)).toBe('FILLS');
    expect((await servingModel(context.em.fork() as never))?.id).toBe(before);

    await embedPending(context.em.fork() as never, next);
    const { em } = tandem.as('operator');
    expect((await servingModel(em))?.id).toBe(next.id);
    expect(await em.count(DocumentVectorEntity, { modelId: before })).toBe(0);
    for (const table of ['requirements', 'usual_vectors', 'similarity_scales'])
      expect(await rows(em, `SELECT FROM ${table} WHERE model_id = ?`, [before])).toEqual([]);
    expect(await em.count(DocumentVectorEntity, { modelId: next.id })).toBeGreaterThan(0);
    const indexes = await rows<{ indexname: string }>(
      em,
      `SELECT indexname FROM pg_indexes WHERE tablename = 'document_vectors' AND indexdef LIKE '%hnsw%'`,
    );
    expect(indexes.every(({ indexname }) => indexname.includes('another'))).toBe(true);
    expect(indexes).toHaveLength(2);
  });

  test('that serves already has nothing to fill', async () => {
    const { em } = tandem.as('operator');
    const serving = (await servingModel(em))!;
    expect(await adoptModel(em.fork() as never, serving)).toBe('SERVES');
  });
});
