/**
 * `npm run bench:quality`, second part: how well the title search ranks within and across languages, beside the usual
 * ways, on sets made from ESCO (`quality/title-sets.ts`). `node dist/test/bench/quality-titles.js [folder] [queries]`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/settings.ts';
import { titleQuality, titleTable } from './quality/titles.ts';

const root = packageFolder();
const [folder = join(root, '..', 'shared', 'data', 'taxonomy'), most = '100'] = process.argv.slice(2);
if (existsSync(folder)) {
  const quality = await titleQuality(folder, root, 'held-out', Number(most), (text) =>
    process.stderr.write(`${text}\n`),
  );
  console.log(
    `\nMean reciprocal rank of titles: at most ${most} occupations a pair of languages, of the half that nothing was learned from; an alternative label asks for the labels of the same occupation among those of all\n`,
  );
  console.log(titleTable(quality));
} else console.log(`\nTitles: left out, for there is no ${folder} with ESCO's labels.`);
