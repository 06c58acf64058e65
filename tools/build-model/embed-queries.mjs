// Vectors of texts as queries, by the program's own embedder; `npm run build` comes first.
// node embed-queries.mjs <model> <texts.json> <vectors.f32>
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openEmbedder } from '../../dist/src/embeddings/index.js';

const [model, given, made] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(given, 'utf8'));
const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const embedder = await openEmbedder({ model, modelsFolder });
const vectors = new Float32Array(texts.length * embedder.dimensions);
for (let from = 0; from < texts.length; from += 1024) {
  const batch = await embedder.embed(texts.slice(from, from + 1024), 'query');
  batch.forEach((vector, i) => vectors.set(vector, (from + i) * embedder.dimensions));
  console.error(`${Math.min(from + 1024, texts.length)} of ${texts.length} texts`);
}
await embedder.close();
writeFileSync(made, vectors);
