import { open, rm, type FileHandle } from 'node:fs/promises';
import { refusedFileUnwritable } from './exchange.failures.ts';

/** The file beside an import that keeps its refused records. */
export interface RefusedFile {
  path: string;
  /** Appends the lines so that they survive a crash, and says how long the file is then. */
  append(lines: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the file for an import that has committed `bytes` of it: what stands behind them belongs to a batch
 * that a crash took back, and is cut off. Without anything refused no file is made, and an old one goes.
 */
export async function openRefusedFile(path: string, bytes: number): Promise<RefusedFile> {
  let handle: FileHandle | undefined;
  let length = 0;
  if (bytes === 0) await rm(path, { force: true }).catch(unwritable(path));
  else {
    handle = await open(path, 'a+').catch(unwritable(path));
    length = Math.min((await handle.stat()).size, bytes);
    await handle.truncate(length);
  }
  return {
    path,
    async append(lines) {
      if (lines.length === 0) return length;
      try {
        handle ??= await open(path, 'a+');
        const written = Buffer.from(lines.join(''));
        await handle.appendFile(written);
        await handle.datasync();
        return (length += written.length);
      } catch (cause) {
        return unwritable(path)(cause);
      }
    },
    close: async () => handle?.close(),
  };
}

const unwritable =
  (file: string) =>
  (cause: unknown): never => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw refusedFileUnwritable({ file, reason }, { cause });
  };
