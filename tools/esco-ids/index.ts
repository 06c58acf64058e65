/**
 * Fills the column `esco` of vocabulary/occupations.tsv and vocabulary/skills.tsv where a concept of ours is one of
 * ESCO's beyond doubt. Run by hand, with ESCO's CSV classification or tables reshaped from it:
 *
 *     node tools/esco-ids/index.ts <folder of ESCO> [--dry-run]
 *
 * Only identifiers are taken over, no labels.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { starterVocabulary } from '../../src/vocabulary/starter/starter-vocabulary.ts';
import { fillColumn } from './fill-column.ts';
import { matchConcepts } from './match-concepts.ts';
import { readEsco } from './read-esco.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    vocabulary: { type: 'string', default: join(import.meta.dirname, '..', '..', 'vocabulary') },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder of ESCO: node tools/esco-ids/index.ts <folder>');

const theirs = await readEsco(folder);
const ours = Map.groupBy(starterVocabulary(values.vocabulary), ({ kind }) => kind);
for (const [kind, name] of [
  ['OCCUPATION', 'occupations.tsv'],
  ['SKILL', 'skills.tsv'],
] as const) {
  const known = new Set((ours.get(kind) ?? []).map(({ id }) => id));
  const open = (ours.get(kind) ?? []).filter(({ id }) => id.startsWith('tandem:'));
  const free = (theirs.get(kind) ?? []).filter(({ id }) => !known.has(id));
  const { found, doubtful } = matchConcepts(open, free);
  const file = join(values.vocabulary, name);
  const bySlug = new Map([...found].map(([id, uri]) => [id.slice(id.indexOf('/') + 1), uri]));
  const { table, filled } = fillColumn(readFileSync(file, 'utf8'), bySlug);
  if (!values['dry-run']) writeFileSync(file, table);
  process.stdout.write(
    `${name}: ${filled} identifiers filled in, ${known.size - open.length} there before, ` +
      `${doubtful.size} in doubt, ${open.length - found.size - doubtful.size} without an equal label\n`,
  );
  for (const [id, uris] of doubtful) process.stdout.write(`  in doubt: ${id}: ${uris.join(' ')}\n`);
}
