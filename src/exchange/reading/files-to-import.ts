import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileUnreadable, nothingToImport } from '../exchange.failures.ts';
import { isImportable } from './inspect-file.ts';

/** How the file of refused records beside a file is called. */
export const refusedNameOf = (file: string): string => `${file}.refused.jsonl`;

/**
 * The file itself, or the importable files of the folder in the order of their names. Files of refused records
 * are taken only when they are named themselves.
 * @throws EXCHANGE_FILE_UNREADABLE, EXCHANGE_NOTHING_TO_IMPORT
 */
export async function filesToImport(path: string): Promise<string[]> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw fileUnreadable({ file: path, reason: 'there is no such file or folder' }, { cause });
  });
  if (!facts.isDirectory()) return [path];
  const names = (await readdir(path, { withFileTypes: true }))
    .filter(
      (entry) => !entry.isDirectory() && isImportable(entry.name) && !entry.name.endsWith('.refused.jsonl'),
    )
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw nothingToImport({ folder: path });
  return names.map((name) => join(path, name));
}
