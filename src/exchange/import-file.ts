import { resolve } from 'node:path';
import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { derivedId } from '../kernel/index.ts';
import { fileChanged } from './exchange.failures.ts';
import { importBatch, type Work } from './import-batch.ts';
import { ImportEntity, type Import } from './import.entity.ts';
import { prepareRecord } from './prepare-record.ts';
import { inspectFile, isUnchanged, readRecords, refusedNameOf } from './reading/index.ts';
import type { Refusal } from './refusal.ts';
import { openRefusedFile } from './refused-file.ts';

/** Records that are written together. Larger batches are hardly faster, and lose more in a crash. */
const BATCH = 100;
/** A batch ends early with this many bytes of the file, so that long records do not fill the memory. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Refusals that a report shows; all of them are in the file of refused records. */
const SHOWN = 10;

/** What an import did with a file. */
export interface ImportReport {
  file: string;
  /** DONE_BEFORE: the same content was imported earlier, and nothing was written now. */
  state: 'NEW' | 'RESUMED' | 'DONE_BEFORE';
  /** Records that an earlier run had finished. */
  resumedAt: number;
  records: number;
  accepted: number;
  refused: number;
  finishedAt: Date;
  /** The first refusals of this run. */
  refusals: Refusal[];
  refusedFile: string;
  /** What the authors of the data may want to know, with the number of records and the first line. */
  notes: { note: string; count: number; line: number }[];
}

export interface ImportOptions {
  /** Imports a file again that was imported before. */
  again?: boolean;
  /** Told how many bytes of the file are done. */
  progress?: (done: number, total: number) => void;
}

/**
 * Imports a file of JSON Resumes, JobPostings and Organizations. Bad records are refused with a reason and the
 * rest goes on; a run that was cut off goes on after its last finished batch, whatever cut it off.
 * @throws EXCHANGE_FILE_…, EXCHANGE_IMPORT_RUNS_ELSEWHERE
 */
export async function importFile(
  context: Context,
  file: string,
  { again = false, progress = () => {} }: ImportOptions = {},
): Promise<ImportReport> {
  assertPermitted(context.actor, 'import:run');
  const facts = await inspectFile(file);
  const id = derivedId('import', facts.digest);
  const refusedPath = refusedNameOf(file);
  const begun = await begin(context, id, file, again);
  const resumedAt = begun.finishedAt ? 0 : begun.recordsRead;
  if (begun.finishedAt) return { ...reportOf(file, begun), state: 'DONE_BEFORE', resumedAt };

  const refusedFile = await openRefusedFile(refusedPath, begun.refusedBytes);
  const refusals: Refusal[] = [];
  const notes = new Map<string, { count: number; line: number }>();
  let done = resumedAt;
  const write = async (batch: readonly Work[]): Promise<void> => {
    if (batch.length === 0) return;
    const result = await importBatch(context, id, batch, refusedFile, done);
    done = result.import.recordsRead;
    refusals.push(...result.refusals.slice(0, SHOWN - refusals.length));
    progress(batch.at(-1)!.record.end, facts.size);
  };

  try {
    let skip = resumedAt;
    let batch: Work[] = [];
    let batchFrom = 0;
    for await (const record of readRecords(file)) {
      if (skip-- > 0) {
        batchFrom = record.end;
        continue;
      }
      const outcome = prepareRecord(record, context.now);
      if ('notes' in outcome) count(notes, outcome.notes, record.line);
      batch.push({ record, outcome });
      if (batch.length < BATCH && record.end - batchFrom < BATCH_BYTES) continue;
      await write(batch);
      batch = [];
      batchFrom = record.end;
    }
    await write(batch);
    if (!(await isUnchanged(file, facts))) throw fileChanged({ file });
  } finally {
    await refusedFile.close();
  }
  progress(facts.size, facts.size);
  return {
    ...reportOf(file, await finish(context, id)),
    state: resumedAt > 0 ? 'RESUMED' : 'NEW',
    resumedAt,
    refusals,
    notes: [...notes].map(([note, seen]) => ({ note, ...seen })),
  };
}

/** The row of the import: the one that a crash left behind, or a new one, with its audit record. */
function begin(context: Context, id: string, file: string, again: boolean): Promise<Import> {
  return inTransaction(context, async (inside) => {
    const stored = await inside.em.findOne(ImportEntity, { id });
    if (stored?.finishedAt && !again) return stored;
    const path = resolve(file);
    const fresh = {
      file: path,
      recordsRead: 0,
      accepted: 0,
      refused: 0,
      refusedBytes: 0,
      startedAt: inside.now,
    };
    const begun = stored
      ? inside.em.assign(stored, stored.finishedAt ? { ...fresh, finishedAt: null } : { file: path })
      : inside.em.create(ImportEntity, { id, ...fresh, finishedAt: null });
    const { recordsRead, accepted, refused } = begun;
    recordAudit(
      inside,
      'import:run',
      { kind: 'import', id },
      { step: 'begin', recordsRead, accepted, refused },
    );
    return begun;
  });
}

function finish(context: Context, id: string): Promise<Import> {
  const fresh = { ...context, em: context.em.fork() as Context['em'] };
  return inTransaction(fresh, async (inside) => {
    const done = await inside.em.findOneOrFail(ImportEntity, { id });
    done.finishedAt = inside.now;
    const { recordsRead, accepted, refused } = done;
    recordAudit(
      inside,
      'import:run',
      { kind: 'import', id },
      { step: 'end', recordsRead, accepted, refused },
    );
    await rows(inside.em, `DELETE FROM import_records WHERE import_id = ?`, [id]);
    return done;
  });
}

const reportOf = (file: string, { recordsRead, accepted, refused, finishedAt }: Import) => ({
  file,
  records: recordsRead,
  accepted,
  refused,
  finishedAt: finishedAt!,
  refusals: [],
  refusedFile: refusedNameOf(file),
  notes: [],
});

function count(
  notes: Map<string, { count: number; line: number }>,
  said: readonly string[],
  line: number,
): void {
  for (const note of new Set(said)) {
    const seen = notes.get(note);
    if (seen) seen.count += 1;
    else notes.set(note, { count: 1, line });
  }
}
