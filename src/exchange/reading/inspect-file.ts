import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileBinary, fileKindUnknown, fileUnreadable } from '../exchange.failures.ts';
import { splitLines, splitValues, type Splitter } from './split.ts';

/** How files are cut into records, by the ending of their name. */
const SPLITTERS: Readonly<Record<string, (limit: number) => Splitter>> = {
  '.json': splitValues,
  '.jsonld': splitValues,
  '.jsonl': splitLines,
  '.ndjson': splitLines,
};

/** Whether the name has an ending that imports read. */
export const isImportable = (name: string): boolean => extname(name).toLowerCase() in SPLITTERS;

/** What has to be known of a file before it is read record by record. */
export interface FileFacts {
  /** SHA-256 of the content, in hexadecimal digits. */
  digest: string;
  size: number;
  changedAt: number;
}

/**
 * Reads the file through once, in constant memory.
 * @throws EXCHANGE_FILE_UNREADABLE, EXCHANGE_FILE_KIND_UNKNOWN, EXCHANGE_FILE_BINARY
 */
export async function inspectFile(file: string): Promise<FileFacts> {
  const { size, mtimeMs } = await readable(file, stat(file));
  if (!isImportable(file)) throw fileKindUnknown({ file });
  const hash = createHash('sha256');
  await readable(
    file,
    (async () => {
      for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
        // JSON writes the zero character as \u0000: a bare one means a picture, an archive, or UTF-16.
        if ((chunk as Buffer).includes(0)) throw fileBinary({ file });
        hash.update(chunk as Buffer);
      }
    })(),
  );
  return { digest: hash.digest('hex'), size, changedAt: mtimeMs };
}

/** Whether the file is still as it was inspected, as far as size and time of change tell. */
export async function isUnchanged(file: string, facts: FileFacts): Promise<boolean> {
  const { size, mtimeMs } = await readable(file, stat(file));
  return size === facts.size && mtimeMs === facts.changedAt;
}

/** The cutter that fits the file's ending. */
export function splitterOf(file: string, limit: number): Splitter {
  const splitter = SPLITTERS[extname(file).toLowerCase()];
  if (!splitter) throw fileKindUnknown({ file });
  return splitter(limit);
}

/** Bytes read at a time. */
export const CHUNK = 256 * 1024;

async function readable<Result>(file: string, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause && 'code' in cause)
      throw fileUnreadable({ file, reason: REASONS[String(cause.code)] ?? String(cause.code) }, { cause });
    throw cause;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
};
