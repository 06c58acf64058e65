/**
 * `npm run bench:quality`, second part: how well the title search ranks within and across languages, beside the usual
 * ways, on sets made from ESCO (`quality/title-sets.ts`). `node dist/test/bench/quality-titles.js [folder] [queries]`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedder } from '../../src/embeddings/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { titleQuality, titleTable } from './quality/titles.ts';

const root = packageFolder();
const [folder = join(root, '..', 'shared', 'data', 'taxonomy'), most = '100'] = process.argv.slice(2);
if (existsSync(folder)) {
  const embedder = await openEmbedder({ model: 'tandem-e5-small', modelsFolder: join(root, 'models') });
  const quality = await titleQuality(embedder, folder, root, 'held-out', Number(most), (text) =>
    process.stderr.write(`${text}\n`),
  );
  await embedder.close();
  console.log(
    `\nMean reciprocal rank of titles: at most ${most} occupations a pair of languages, of the half that nothing was learned from; an alternative label asks for the labels of the same occupation among those of all\n`,
  );
  console.log(titleTable(quality));
} else console.log(`\nTitles: left out, for there is no ${folder} with ESCO's labels.`);
