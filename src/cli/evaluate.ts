import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { EntityManager } from '../database/index.ts';
import { openEmbedder, type Embedder } from '../embeddings/index.ts';
import {
  evaluate,
  nothingImported,
  openTrecRun,
  readJudgedSet,
  titleRanker,
  type Evaluation,
  type JudgedSet,
  type Ranker,
} from '../evaluation/index.ts';
import { openTandemDatabase } from '../service.ts';
import { packageFolder, readSettings, type Settings } from '../settings.ts';
import {
  conceptCatalogue,
  openGramVectors,
  starterVocabulary,
  TITLE_RETRIEVERS,
  type Concept,
  type TitleRetriever,
} from '../vocabulary/index.ts';
import { progressBar } from './progress-bar.ts';
import { table } from './table.ts';

const KINDS = ['titles', 'documents'] as const;
const VOCABULARIES = ['none', 'starter', 'imported'] as const;

interface Options {
  kind: (typeof KINDS)[number];
  vocabulary: (typeof VOCABULARIES)[number];
  retrievers: ReadonlySet<TitleRetriever>;
  model?: string;
  run?: string;
  json?: boolean;
}

/** `tandem evaluate`: how well the product ranks a test set that others made. */
export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .description('rank a test set in BEIR form and say how well that went')
    .argument('<folder>', 'holds corpus.jsonl, queries.jsonl and qrels/test.tsv (see docs/evaluation.md)')
    .addOption(
      new Option('--kind <kind>', 'short titles, or job descriptions and CVs')
        .choices(KINDS)
        .default('titles'),
    )
    .option('--run <file>', 'write the rankings as a TREC run')
    .option('--json', 'print the measures as JSON instead of a table')
    .addOption(
      new Option('--vocabulary <which>', 'occupations that lead from title to title')
        .choices(VOCABULARIES)
        .default('starter'),
    )
    .option('--model <model>', 'embedding model (default: EMBEDDING_MODEL)')
    .option(
      '--retrievers <list>',
      'which of vector, text, concept to rank by',
      retrieversIn,
      new Set(TITLE_RETRIEVERS),
    )
    .action(async (folder: string, options: Options) => {
      const began = performance.now();
      const settings = readSettings();
      const set = await readJudgedSet(folder);
      const embedder = await openEmbedder({
        model: options.model ?? settings.model,
        modelsFolder: settings.modelsFolder,
        ...(settings.embeddingThreads ? { threads: settings.embeddingThreads } : {}),
      });
      try {
        const ranker = await titlesRanked(set, options, settings, embedder);
        const evaluation = await ranked(set, ranker, options);
        const facts = {
          kind: options.kind,
          model: embedder.id,
          vocabulary: options.vocabulary,
          retrievers: [...options.retrievers],
          seconds: Math.round((performance.now() - began) / 100) / 10,
        };
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ folder, ...facts, ...evaluation }, null, 2)}\n`
            : inWords(facts, evaluation),
        );
      } finally {
        await embedder.close();
      }
    });

/** @throws InvalidArgumentError, which Commander shows. */
function retrieversIn(list: string): ReadonlySet<TitleRetriever> {
  const names = list.split(',').map((name) => name.trim());
  const known = TITLE_RETRIEVERS.filter((name) => names.includes(name));
  if (known.length < names.length)
    throw new InvalidArgumentError(`Give some of ${TITLE_RETRIEVERS.join(', ')}, each once.`);
  return new Set(known);
}

async function titlesRanked(
  set: JudgedSet,
  { vocabulary, retrievers }: Options,
  settings: Settings,
  embedder: Embedder,
): Promise<Ranker> {
  const bar = progressBar('Embedding titles');
  const ranker = await titleRanker(set, {
    embedder,
    grams: openGramVectors(join(settings.modelsFolder, 'tandem-titles')),
    vocabulary: await conceptsOf(vocabulary, settings),
    retrievers,
    progress: (done, total) => bar.update(done, total),
  });
  bar.end();
  return ranker;
}

async function conceptsOf(vocabulary: Options['vocabulary'], settings: Settings): Promise<Iterable<Concept>> {
  if (vocabulary === 'none') return [];
  if (vocabulary === 'starter') return starterVocabulary(join(packageFolder(), 'vocabulary'));
  const database = await openTandemDatabase(settings);
  try {
    const { concepts } = await conceptCatalogue().current(database.em.fork() as EntityManager);
    const all = [...concepts.values()];
    if (!all.some(({ sources }) => sources.some((source) => source !== 'starter')))
      throw nothingImported({
        database: settings.databaseUrl ? 'the database of DATABASE_URL' : settings.dataFolder,
      });
    return all;
  } finally {
    await database.close();
  }
}

/** Ranks every query, with a bar, and records the rankings where they are asked for. */
async function ranked(set: JudgedSet, ranker: Ranker, options: Options): Promise<Evaluation> {
  const bar = progressBar('Ranking queries');
  const run = options.run === undefined ? undefined : await openTrecRun(options.run, 'tandem');
  try {
    const evaluation = await evaluate(set, ranker, {
      progress: (done, total) => bar.update(done, total),
      ...(run ? { record: (query, ranking) => run.add(query, ranking) } : {}),
    });
    await run?.complete();
    return evaluation;
  } catch (failure) {
    await run?.discard();
    throw failure;
  } finally {
    bar.end();
  }
}

function inWords(
  facts: Record<string, unknown>,
  { documents, queries, judged, measures }: Evaluation,
): string {
  const left = queries - judged;
  return `${table(
    ['what', 'value'],
    [
      ...Object.entries(facts).map(([name, value]) => [name, [value].flat().join(', ')]),
      ['documents', String(documents)],
      ['queries', `${judged}${left > 0 ? `, and ${left} without a relevant document, left out` : ''}`],
      ['MRR', measures.mrr.toFixed(4)],
      ['MAP', measures.map.toFixed(4)],
      ['nDCG@10', measures.ndcgAt10.toFixed(4)],
      ['Recall@10', measures.recallAt10.toFixed(4)],
      ['Recall@100', measures.recallAt100.toFixed(4)],
      ['Acc@1', measures.accAt1.toFixed(4)],
    ],
  )}\n`;
}
