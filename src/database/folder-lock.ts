import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folderInUse } from './database.failures.ts';

/** The right to write in a data folder, until it is released or the process ends. */
export interface FolderLock {
  release(): void;
}

/** Keeps the locks from the garbage collector, which would close them, whatever callers do with theirs. */
const held = new Set<DatabaseSync>();

/**
 * Takes the folder for this process alone, making it if need be.
 *
 * The lock is an exclusive SQLite transaction on `tandem.lock`: the only lock of the operating system that
 * Node offers without a native add-on. The system drops it when the process dies, kill -9 included, so
 * no stale lock ever has to be guessed away as with a file holding a process number.
 * @throws DATABASE_FOLDER_IN_USE when another process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'tandem.pid');
  const lock = new DatabaseSync(join(folder, 'tandem.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw folderInUse({ folder: resolve(folder), holder: holderOf(holderFile) }, { cause });
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
}

function holderOf(holderFile: string): string {
  try {
    return `process ${readFileSync(holderFile, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}
