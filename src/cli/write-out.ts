import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { outputUnwritable } from '../exchange/index.ts';

/** Writes lines to the file, or to standard output without one. @throws EXCHANGE_OUTPUT_UNWRITABLE */
export const writeOut = (lines: AsyncIterable<string> | Iterable<string>, file?: string): Promise<void> =>
  file === undefined ? toStandardOutput(lines) : writeWhole(file, lines);

/** A reader that has had enough, such as `head`, ends the output without complaint. */
async function toStandardOutput(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPIPE')) throw cause;
  }
}

/** Writes beside the file and puts it in its place when it is complete: readable by its owner only, since it may hold CVs. */
async function writeWhole(file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
    throw outputUnwritable({ file, reason: String(cause.code) }, { cause });
  }
}
