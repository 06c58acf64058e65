// The process that is measured: Tandem as `tandem serve` runs it, which besides answers the bench's questions
// over IPC. A process of its own, since client and server on one thread would wait for each other; and the
// bare statements run in here, since an embedded database belongs to one process.
import { startApi } from '../../../src/api/index.ts';
import { rows, type EntityManager, type Fragment } from '../../../src/database/index.ts';
import { holdVectors, servingModel } from '../../../src/documents/index.ts';
import { eligibleAmong } from '../../../src/matching/eligible.ts';
import { firstEligible } from '../../../src/matching/first-eligible.ts';
import { subjectOf } from '../../../src/matching/scored.ts';
import { startService } from '../../../src/service.ts';
import { readSettings } from '../../../src/settings.ts';
import { nearest, ranked, searchOf, TOP, type Narrowing } from './statements.ts';

/** What the bench asks. */
export type Question =
  | { ask: 'nearest'; roleId: string; narrowing: Narrowing; exact: boolean }
  | { ask: 'held'; roleId: string }
  | { ask: 'ranked'; roleId: string }
  | { ask: 'memory' }
  | { ask: 'sizes' }
  | { ask: 'rows'; statement: string }
  | { ask: 'close' };

/** The nearest by one bare statement, and how long it took by the server's own clock. */
export interface Nearest {
  milliseconds: number;
  found: { id: string; distance: number }[];
}

/** Bytes. */
export interface Memory {
  now: number;
  largest: number;
}

/** Bytes on disk, by index of the vectors, and of the whole database. */
export interface Sizes {
  database: number;
  vectorIndex: number;
}

const service = await startService(readSettings());
const api = await startApi(service);
const fork = () => service.database.em.fork() as EntityManager;
const model = (await servingModel(fork()))!;

async function nearestOf({
  roleId,
  narrowing,
  exact,
}: Extract<Question, { ask: 'nearest' }>): Promise<Nearest> {
  const statement = nearest(model, roleId, narrowing);
  if (!exact) return timed(fork(), statement);
  return fork().transactional(async (em) => {
    await rows(em as EntityManager, 'SET LOCAL enable_indexscan = off');
    return timed(em as EntityManager, statement);
  });
}

async function timed(em: EntityManager, { sql, parameters }: Fragment): Promise<Nearest> {
  const began = performance.now();
  const found = await rows<{ id: string; distance: string | number }>(em, sql, parameters);
  const milliseconds = performance.now() - began;
  return { milliseconds, found: found.map((one) => ({ id: one.id, distance: Number(one.distance) })) };
}

/** Those whom a ranking takes for the nearest of the eligible. */
async function heldOf(roleId: string): Promise<string[]> {
  const em = fork();
  const subject = await subjectOf(em, 'CANDIDATES', roleId);
  const held = (await holdVectors(em, model, 'CV'))!;
  const [near] = await firstEligible([await held.nearestFirst(subject.pooled)], TOP, (ids) =>
    eligibleAmong(em, searchOf(model, roleId), ids),
  );
  return near!;
}

const memory = (): Memory => ({
  now: process.memoryUsage.rss(),
  largest: process.resourceUsage().maxRSS * 1024,
});

async function sizes(): Promise<Sizes> {
  const [sized] = await rows<{ database: string; vectors: string }>(
    fork(),
    `SELECT pg_database_size(current_database())::text AS database,
       coalesce(sum(pg_relation_size(indexrelid)), 0)::text AS vectors
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam
     WHERE amname = 'hnsw'`,
  );
  return { database: Number(sized!.database), vectorIndex: Number(sized!.vectors) };
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'nearest':
      return nearestOf(question);
    case 'held':
      return heldOf(question.roleId);
    case 'ranked':
      return timed(fork(), ranked(model, question.roleId));
    case 'memory':
      return memory();
    case 'sizes':
      return sizes();
    case 'rows':
      return rows(fork(), question.statement);
    case 'close':
      await api.close();
      await service.close();
      return null;
  }
}

process.on('message', ({ number, question }: { number: number; question: Question }) => {
  answer(question).then(
    (answered) => {
      process.send!({ number, answered }, () => {
        if (question.ask === 'close') process.exit();
      });
    },
    (failure: unknown) => process.send!({ number, failure: String(failure) }),
  );
});
process.send!({ listening: api.url });
