// Embeds texts with a bundled model through the library, exactly as Tandem does.
// Input (JSON, standard input): { library, models, name, dtype, texts }; output: { vectors, pieces }.
import { pathToFileURL } from 'node:url';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { library, models, name, dtype, texts } = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const { env, pipeline } = await import(pathToFileURL(library).href);
env.allowRemoteModels = false;
env.localModelPath = models;

const extract = await pipeline('feature-extraction', name, { dtype });
const vectors = [];
const pieces = [];
for (const text of texts) {
  const output = await extract(text, { pooling: 'mean', normalize: true });
  vectors.push(Array.from(output.data));
  pieces.push(extract.tokenizer.tokenize(text, { add_special_tokens: true }));
}
process.stdout.write(JSON.stringify({ vectors, pieces }));
