import { LockMode } from '@mikro-orm/core';
import { type Context, enterConsents, inTransaction } from '../access/index.ts';
import { rows, type EntityManager } from '../database/index.ts';
import { derivedId, Failure } from '../kernel/index.ts';
import type { Organisation } from '../organisations/index.ts';
import { assertMayActFor, RoleEntity, writeRoles } from '../roles/index.ts';
import { TalentEntity, writeTalents } from '../talents/index.ts';
import { importRunsElsewhere, recordNotStored, recordTwice, recordWithdrawn } from './exchange.failures.ts';
import { ImportEntity, type Import } from './import.entity.ts';
import type { Mapped, Prepared } from './prepared.ts';
import type { ReadRecord } from './reading/index.ts';
import { refusalOf, refusedLine, type Refusal } from './refusal.ts';
import type { RefusedFile } from './refused-file.ts';
import { organisationFor, writeOrganisation } from './write-organisation.ts';

/** A record with what became of it. */
export interface Work {
  record: ReadRecord;
  outcome: Mapped | Failure;
}

/** How far an import is, after a batch. */
export interface BatchResult {
  import: Pick<Import, 'recordsRead' | 'accepted' | 'refused'>;
  refusals: Refusal[];
}

/**
 * Writes the records of a batch and the place of the import behind them, in one transaction: after a crash both
 * are there or neither. When the database itself refuses a record, the batch is written record by record, so that
 * only that one is left out.
 */
export async function importBatch(
  context: Context,
  importId: string,
  batch: readonly Work[],
  refusedFile: RefusedFile,
  from: number,
): Promise<BatchResult> {
  try {
    return await writeBatch(context, importId, batch, refusedFile, from);
  } catch (cause) {
    const state = dataProblem(cause);
    if (state === undefined) throw cause;
    if (batch.length === 1)
      return writeBatch(
        context,
        importId,
        [{ ...batch[0]!, outcome: recordNotStored({ state }, { cause }) }],
        refusedFile,
        from,
      );
    const results: BatchResult[] = [];
    for (const [index, work] of batch.entries())
      results.push(await importBatch(context, importId, [work], refusedFile, from + index));
    return { import: results.at(-1)!.import, refusals: results.flatMap(({ refusals }) => refusals) };
  }
}

/** The SQLSTATE by which PostgreSQL refuses values (class 22) or breaks of constraints (class 23). */
function dataProblem(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^2[23]...$/.test(code) ? code : undefined;
}

async function writeBatch(
  context: Context,
  importId: string,
  batch: readonly Work[],
  refusedFile: RefusedFile,
  from: number,
): Promise<BatchResult> {
  // An entity manager of its own: what a batch has read and written is forgotten after it.
  const fresh = { ...context, em: context.em.fork() as EntityManager };
  return inTransaction(fresh, async (inside) => {
    const progress = await inside.em.findOneOrFail(
      ImportEntity,
      { id: importId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (progress.recordsRead !== from) throw importRunsElsewhere({ file: progress.file });

    const refused = new Map<Work, Failure>();
    const accepted: { work: Work; prepared: Prepared }[] = [];
    for (const work of batch)
      if (work.outcome instanceof Failure) refused.set(work, work.outcome);
      else accepted.push({ work, prepared: work.outcome.prepared });

    const one: Batch = { context: inside, importId, refused };
    for (const kind of ['organisation', 'role', 'talent'] as const)
      await WRITERS[kind](one, accepted.filter(({ prepared }) => prepared.kind === kind) as never);

    const refusals = [...refused]
      .sort(([a], [b]) => batch.indexOf(a) - batch.indexOf(b))
      .map(([work, failure]) => ({ work, refusal: refusalOf(work.record, failure) }));
    progress.recordsRead += batch.length;
    progress.refused += refusals.length;
    progress.accepted += batch.length - refusals.length;
    progress.refusedBytes = await refusedFile.append(
      refusals.map(({ work, refusal }) => refusedLine(work.record, refusal)),
    );
    const { recordsRead, accepted: taken, refused: left } = progress;
    return {
      import: { recordsRead, accepted: taken, refused: left },
      refusals: refusals.map(({ refusal }) => refusal),
    };
  });
}

/** What the writers of the kinds share within a batch. */
interface Batch {
  context: Context;
  importId: string;
  refused: Map<Work, Failure>;
}

type Accepted<Kind extends Prepared['kind']> = { work: Work; prepared: Extract<Prepared, { kind: Kind }> };

const WRITERS: {
  [Kind in Prepared['kind']]: (batch: Batch, accepted: readonly Accepted<Kind>[]) => Promise<void>;
} = { organisation: writeOrganisations, role: writeTheRoles, talent: writeTheTalents };

async function writeOrganisations(
  batch: Batch,
  accepted: readonly Accepted<'organisation'>[],
): Promise<void> {
  for (const { work, prepared } of accepted)
    await orRefuse(batch, work, async () => {
      const organisation = await writeOrganisation(batch.context, prepared.reference);
      await once(batch, [{ work, id: organisation.id }]);
    });
}

async function writeTheRoles(batch: Batch, accepted: readonly Accepted<'role'>[]): Promise<void> {
  if (accepted.length === 0) return;
  const { context } = batch;
  /** Most postings of a batch name the same few employers in the same words. */
  const employers = new Map<string, Organisation>();
  const named: { work: Work; id: string; prepared: Accepted<'role'>['prepared']; employerId: string }[] = [];
  for (const { work, prepared } of accepted)
    await orRefuse(batch, work, async () => {
      const words = JSON.stringify(prepared.employer);
      const employer = employers.get(words) ?? (await organisationFor(context, prepared.employer));
      employers.set(words, employer);
      await assertMayActFor(context, 'role:create', employer.id);
      const id = prepared.id ?? derivedId('role', `${employer.id}:${prepared.identifier}`);
      named.push({ work, id, prepared, employerId: employer.id });
    });
  const found = await context.em.find(RoleEntity, { id: { $in: named.map(({ id }) => id) } });
  const stored = new Map(found.map((role) => [role.id, role]));
  const fresh = await once(batch, named);
  const written = named.filter(({ work, id, prepared }) => {
    if (!fresh.has(work)) return false;
    const closed = stored.get(id)?.withdrawnAt != null && !prepared.withdrawnAt;
    if (closed) batch.refused.set(work, recordWithdrawn({ kind: 'role', id }));
    return !closed;
  });
  const roles = await writeRoles(
    context,
    written.map(({ id, prepared: { data }, employerId }) => ({
      id,
      data: { ...data, employerId },
      stored: stored.get(id),
    })),
  );
  for (const [index, { prepared }] of written.entries())
    if (prepared.withdrawnAt) roles[index]!.withdrawnAt ??= prepared.withdrawnAt;
}

async function writeTheTalents(batch: Batch, accepted: readonly Accepted<'talent'>[]): Promise<void> {
  if (accepted.length === 0) return;
  const { em } = batch.context;
  const fresh = await once(
    batch,
    accepted.map(({ work, prepared }) => ({ work, id: prepared.id })),
  );
  const found = await em.find(TalentEntity, { id: { $in: accepted.map(({ prepared }) => prepared.id) } });
  const stored = new Map(found.map((talent) => [talent.id, talent]));
  const written = accepted.filter(({ work, prepared }) => {
    if (!fresh.has(work)) return false;
    const gone = stored.get(prepared.id)?.withdrawnAt != null && !prepared.withdrawnAt;
    if (gone) batch.refused.set(work, recordWithdrawn({ kind: 'talent', id: prepared.id }));
    return !gone;
  });
  await enterConsents(
    batch.context,
    written.flatMap(({ prepared: { id, consent } }) =>
      consent ? [{ subjectId: id, purpose: 'MATCHING' as const, ...consent }] : [],
    ),
  );
  const talents = await writeTalents(
    batch.context,
    written.map(({ prepared: { id, data } }) => ({ id, data, stored: stored.get(id) })),
  );
  for (const [index, { prepared }] of written.entries())
    if (prepared.withdrawnAt) talents[index]!.withdrawnAt ??= prepared.withdrawnAt;
}

/**
 * Notes the rows that the records stand for.
 * @returns the records that are the first for their row; the others are refused, with the line of the first.
 */
async function once(batch: Batch, entries: readonly { work: Work; id: string }[]): Promise<Set<Work>> {
  const first = new Map<string, Work>();
  for (const { work, id } of entries) if (!first.has(id)) first.set(id, work);
  const noted = await rows<{ record_id: string }>(
    batch.context.em,
    `INSERT INTO import_records (import_id, record_id, line)
     SELECT ?, id, line FROM unnest(?::uuid[], ?::integer[]) AS given (id, line)
     ON CONFLICT DO NOTHING RETURNING record_id`,
    [batch.importId, [...first.keys()], [...first.values()].map(({ record }) => record.line)],
  );
  const fresh = new Set(noted.map(({ record_id }) => first.get(record_id)!));
  const repeated = entries.filter(({ work }) => !fresh.has(work));
  if (repeated.length === 0) return fresh;
  const earlier = await rows<{ record_id: string; line: number }>(
    batch.context.em,
    `SELECT record_id, line FROM import_records WHERE import_id = ? AND record_id = ANY (?::uuid[])`,
    [batch.importId, repeated.map(({ id }) => id)],
  );
  for (const { work, id } of repeated)
    batch.refused.set(
      work,
      recordTwice({ line: earlier.find(({ record_id }) => record_id === id)?.line ?? work.record.line }),
    );
  return fresh;
}

async function orRefuse(batch: Batch, work: Work, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    batch.refused.set(work, cause);
  }
}
