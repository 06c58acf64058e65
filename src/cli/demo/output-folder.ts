import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputUnwritable } from '../../exchange/index.ts';

/** Tells the demonstration's own folder from one that holds something of its owner's. */
const MARK = '.tandem-demo';

/** Where the demonstration leaves what people get: agendas, plans, mails, reports. */
export interface OutputFolder {
  folder: string;
  /** How many files were written. */
  count(): number;
  write(path: string, content: string | Uint8Array): void;
}

/**
 * Empties the folder if an earlier demonstration wrote it; makes it if it is not there.
 * @throws EXCHANGE_OUTPUT_UNWRITABLE when it holds anything else
 */
export function openOutputFolder(folder: string): OutputFolder {
  let count = 0;
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      if (!existsSync(join(folder, MARK)))
        throw outputUnwritable({
          file: folder,
          reason: 'it holds files that no demonstration wrote',
        });
      rmSync(folder, { recursive: true });
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, MARK), '');
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
    throw outputUnwritable({ file: folder, reason: String(cause.code) }, { cause });
  }
  return {
    folder,
    count: () => count,
    write: (path, content) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      count += 1;
    },
  };
}
