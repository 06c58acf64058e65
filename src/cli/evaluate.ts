import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { EntityManager } from '../database/index.ts';
import { openEmbedder } from '../embeddings/index.ts';
import {
  DOCUMENT_SIDES,
  evaluate,
  nothingImported,
  openDocumentRanker,
  openTrecRun,
  readJudgedSet,
  titleRanker,
  type DocumentSide,
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
import { embedWithBar } from './operator.ts';
import { progressBar } from './progress-bar.ts';
import { table } from './table.ts';
import { withService } from './with-service.ts';

const KINDS = ['titles', 'documents'] as const;
const VOCABULARIES = ['none', 'starter', 'imported'] as const;

interface Options {
  kind: (typeof KINDS)[number];
  vocabulary: (typeof VOCABULARIES)[number];
  retrievers: ReadonlySet<TitleRetriever>;
  model?: string;
  run?: string;
  json?: boolean;
  queries: DocumentSide;
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
    .addOption(
      new Option('--queries <side>', 'with --kind documents: what the queries are')
        .choices(DOCUMENT_SIDES)
        .default('roles'),
    )
    .action(async (folder: string, options: Options, command: Command) => {
      if (options.kind === 'documents' && options.vocabulary !== 'starter')
        command.error('error: --kind documents reads texts with the starter vocabulary');
      const settings = readSettings();
      const set = await readJudgedSet(folder);
      const chosen = { ...settings, model: options.model ?? settings.model };
      const evaluation =
        options.kind === 'titles'
          ? await titlesEvaluated(set, options, chosen)
          : await documentsEvaluated(set, options, chosen);
      const facts = {
        kind: options.kind,
        vocabulary: options.vocabulary,
        retrievers: [...options.retrievers],
        ...evaluation,
      };
      process.stdout.write(
        options.json ? `${JSON.stringify({ folder, ...facts }, null, 2)}\n` : inWords(facts),
      );
    });

/** @throws InvalidArgumentError, which Commander shows. */
function retrieversIn(list: string): ReadonlySet<TitleRetriever> {
  const names = list.split(',').map((name) => name.trim());
  const known = TITLE_RETRIEVERS.filter((name) => names.includes(name));
  if (known.length < names.length)
    throw new InvalidArgumentError(`Give some of ${TITLE_RETRIEVERS.join(', ')}, each once.`);
  return new Set(known);
}

/** What an evaluation says, beside what was asked for. */
interface Said extends Evaluation {
  /** The embedding model's identifier. */
  model: string;
  /** Texts that were not taken. */
  refused?: number;
  /** From reading the set to the last ranking. */
  seconds: number;
}

async function titlesEvaluated(set: JudgedSet, options: Options, settings: Settings): Promise<Said> {
  const began = performance.now();
  const vocabulary = await conceptsOf(options.vocabulary, settings);
  const embedder = await openEmbedder({
    model: settings.model,
    modelsFolder: settings.modelsFolder,
    ...(settings.embeddingThreads ? { threads: settings.embeddingThreads } : {}),
  });
  try {
    const bar = progressBar('Embedding titles');
    const ranker = await titleRanker(set, {
      embedder,
      grams: openGramVectors(join(settings.modelsFolder, 'tandem-titles')),
      vocabulary,
      retrievers: options.retrievers,
      progress: (done, total) => bar.update(done, total),
    });
    bar.end();
    const evaluation = await ranked(set, ranker, options);
    return { model: embedder.id, ...evaluation, seconds: secondsSince(began) };
  } finally {
    await embedder.close();
  }
}

/** In a database of its own, in memory, whatever the settings say. */
async function documentsEvaluated(set: JudgedSet, options: Options, settings: Settings): Promise<Said> {
  const began = performance.now();
  return withService(
    async (service) => {
      const arena = { contextFor: service.contextFor, readTexts: () => embedWithBar(service) };
      const parts = options.retrievers.size < TITLE_RETRIEVERS.length ? options.retrievers : undefined;
      const { rank, refused } = await openDocumentRanker(set, options.queries, arena, parts);
      const evaluation = await ranked(set, rank, options);
      return { model: service.embedder.id, ...evaluation, refused, seconds: secondsSince(began) };
    },
    { settings: { ...settings, databaseUrl: undefined, logLevel: 'silent' }, inMemory: true, work: false },
  );
}

const secondsSince = (began: number): number => Math.round((performance.now() - began) / 100) / 10;

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

/** Facts about the evaluation and its measures, a line each. */
function inWords({
  documents,
  queries,
  judged,
  measures,
  ...facts
}: Record<string, unknown> & Evaluation): string {
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
