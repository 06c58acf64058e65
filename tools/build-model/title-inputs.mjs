// What the vectors of grams are learned from: embeddings of titles by the program's own embedder, and the rows of the
// table that each title asks for; `npm run build` comes first.
// node title-inputs.mjs <model> <rows> <titles.json> <vectors.f32> <rows.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openEmbedder } from '../../dist/src/embeddings/index.js';
import { gramRows, titleForms } from '../../dist/src/vocabulary/titles/index.js';

const [model, rows, given, vectorsMade, rowsMade] = process.argv.slice(2);
const titles = JSON.parse(readFileSync(given, 'utf8')).map((title) => titleForms(title).main);
const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const embedder = await openEmbedder({ model, modelsFolder });
const vectors = new Float32Array(titles.length * embedder.dimensions);
for (let from = 0; from < titles.length; from += 1024) {
  const batch = await embedder.embed(titles.slice(from, from + 1024), 'title');
  batch.forEach((vector, i) => vectors.set(vector, (from + i) * embedder.dimensions));
  console.error(`${Math.min(from + 1024, titles.length)} of ${titles.length} titles`);
}
await embedder.close();
writeFileSync(vectorsMade, vectors);
writeFileSync(rowsMade, JSON.stringify(titles.map((title) => [...gramRows(title, Number(rows))])));
