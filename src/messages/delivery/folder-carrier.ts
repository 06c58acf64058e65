import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { carrierUnavailable } from '../messages.failures.ts';
import type { Carrier } from './carrier.ts';
import { mailOf } from './mail.ts';

/**
 * Carries letters into a folder, each as `<message id>.eml`. Written aside and renamed, both with fsync: a file with
 * that name is whole, whatever happens, and a letter carried twice is one file.
 */
export const folderCarrier = (folder: string): Carrier => ({
  async carry(letter) {
    const source = await mailOf(letter);
    try {
      await mkdir(folder, { recursive: true });
      const aside = join(folder, `.${letter.id}.part`);
      await writeThrough(aside, source);
      await rename(aside, join(folder, `${letter.id}.eml`));
      await syncFolder(folder);
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'it cannot be written';
      throw carrierUnavailable({ where: folder, reason }, { cause });
    }
    return 'TAKEN';
  },
  rest: () => {},
});

async function writeThrough(file: string, content: Buffer): Promise<void> {
  await using handle = await open(file, 'w', 0o600);
  await handle.writeFile(content);
  await handle.sync();
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
