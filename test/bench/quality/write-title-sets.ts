/**
 * `node test/bench/quality/write-title-sets.ts <taxonomy> <folder>`: writes the title sets of both halves in BEIR form,
 * for `tandem evaluate`, as `<folder>/<half>/<from>-<to>`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_LANGUAGES } from '../../../src/kernel/index.ts';
import { readOccupations } from './taxonomy.ts';
import { queryLabels, titleSet } from './title-sets.ts';

const [taxonomy, out] = process.argv.slice(2);
if (taxonomy === undefined || out === undefined)
  throw new Error('usage: write-title-sets.ts <folder of the taxonomy> <folder to write to>');
const occupations = readOccupations(taxonomy);
const queries = queryLabels(occupations);
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

for (const half of ['development', 'held-out'] as const)
  for (const from of TEXT_LANGUAGES)
    for (const to of TEXT_LANGUAGES) {
      const set = titleSet(occupations, queries, from, to, half);
      const folder = join(out, half, `${from}-${to}`);
      mkdirSync(join(folder, 'qrels'), { recursive: true });
      const beir = ({ id, text }: { id: string; text: string }) => ({ _id: id, title: '', text });
      writeFileSync(join(folder, 'corpus.jsonl'), lines(set.corpus.map(beir)));
      writeFileSync(
        join(folder, 'queries.jsonl'),
        lines(set.queries.map(({ id, text }) => ({ _id: id, text }))),
      );
      const rows = [...set.judgements].flatMap(([query, relevant]) =>
        [...relevant].map(([document, grade]) => `${query}\t${document}\t${grade}\n`),
      );
      writeFileSync(join(folder, 'qrels', 'test.tsv'), `query-id\tcorpus-id\tscore\n${rows.join('')}`);
    }
