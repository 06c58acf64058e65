import type { Embedder } from '../../embeddings/index.ts';
import type { Concept } from '../concept.ts';
import { ConceptBridge } from './concept-bridge.ts';
import { DenseIndex } from './dense-index.ts';
import type { GramVectors } from './gram-vectors.ts';
import { highest } from './highest.ts';
import { LetterIndex } from './letter-index.ts';
import { Rows } from './rows.ts';
import { titleForms, type TitleForms } from './title-forms.ts';
import { embeddedTitles, refinementBy, type Refinement } from './title-vectors.ts';
import { BRIDGE, PLAIN, REFINED } from './weights.ts';

/** The ways in which titles are found: by meaning, by letters, through the vocabulary. */
export const TITLE_RETRIEVERS = ['vector', 'text', 'concept'] as const;
export type TitleRetriever = (typeof TITLE_RETRIEVERS)[number];

/** A title to be found. */
export interface Title {
  id: string;
  text: string;
}

/** A title found, with its score: only its order among the others of one query means something. */
export interface FoundTitle {
  id: string;
  score: number;
}

export interface TitleIndexOptions {
  embedder: Embedder;
  /** Adds to the embeddings of titles what their letters say. Left aside when learned beside another embedder. */
  grams?: GramVectors | undefined;
  /** Occupations whose labels, in any language, lead from a query to titles. */
  vocabulary?: Iterable<Concept>;
  /** Which ways are gone (default: all). */
  retrievers?: ReadonlySet<TitleRetriever>;
  /** Told how many of the texts have been embedded. */
  progress?: (done: number, total: number) => void;
}

/** Search over short titles, in memory. */
export interface TitleIndex {
  readonly size: number;
  /** The best titles for each query, at most `limit`, best first, and by identifier where scores are equal. */
  search(queries: readonly string[], limit: number): Promise<FoundTitle[][]>;
}

/** Reads and embeds the titles and the vocabulary's labels, each different text once. */
export async function openTitleIndex(
  titles: readonly Title[],
  options: TitleIndexOptions,
): Promise<TitleIndex> {
  const { embedder, retrievers = new Set(TITLE_RETRIEVERS) } = options;
  const grams = options.grams?.embedder === embedder.name ? options.grams : undefined;
  const rows = new Rows();
  const rowOfTitle = Uint32Array.from(titles, ({ text }) => rows.add(text));
  const bridge = retrievers.has('concept') ? new ConceptBridge(options.vocabulary ?? [], rows) : undefined;

  const asked = grams ? REFINED : PLAIN;
  // Labels have to be compared by something even where nothing but concepts is asked for.
  const bridgeAlone = retrievers.size === 1 && bridge !== undefined;
  const letters = retrievers.has('text') || bridgeAlone ? new LetterIndex(rows.forms) : undefined;
  const meanings =
    retrievers.has('vector') || bridgeAlone
      ? await openMeanings(rows.forms, embedder, grams, options.progress)
      : undefined;

  const rowScores = (title: TitleForms, vector: Float32Array | undefined): Float32Array => {
    const scores = new Float32Array(rows.forms.length);
    const add = (weight: number, likeness: Float32Array) =>
      likeness.forEach((one, row) => (scores[row]! += weight * one));
    if (meanings && vector) add(asked.vector, meanings.index.score(vector));
    if (letters) add(asked.text, letters.score(title, scores.length));
    return scores;
  };
  return {
    size: titles.length,
    async search(queries, limit) {
      const forms = queries.map(titleForms);
      const vectors = meanings ? await meanings.vectorsOf(forms) : [];
      return forms.map((title, query) => {
        const direct = rowScores(title, vectors[query]);
        const scores = bridge ? throughConcepts(direct, bridge, bridgeAlone) : direct;
        const own = Float32Array.from(rowOfTitle, (row) => scores[row]!);
        return highest(own, limit, (a, b) => (titles[a]!.id < titles[b]!.id ? -1 : 1)).map((position) => ({
          id: titles[position]!.id,
          score: own[position]!,
        }));
      });
    },
  };
}

/** What the titles mean, and how a query's meaning is found. */
async function openMeanings(
  titles: readonly TitleForms[],
  embedder: Embedder,
  grams: GramVectors | undefined,
  progress: TitleIndexOptions['progress'],
) {
  const embedded = await embeddedTitles(titles, embedder, { progress });
  const refined = refinementBy(grams, embedded);
  return {
    index: indexOf(titles, embedded, refined, embedder.dimensions),
    vectorsOf: async (queries: readonly TitleForms[]) =>
      (await embeddedTitles(queries, embedder)).map((vector, query) => refined(queries[query]!, vector)),
  };
}

/** Apart from `openMeanings`, whose functions would hold the embeddings as long as the index: 80 MB of 50,000 titles. */
const indexOf = (
  titles: readonly TitleForms[],
  embedded: readonly (Float32Array | undefined)[],
  refined: Refinement,
  dimensions: number,
): DenseIndex => new DenseIndex(titles.length, dimensions, (row) => refined(titles[row]!, embedded[row]));

/** Titles of the vocabulary take the score of their occupation where it is the better, beside their own. */
function throughConcepts(direct: Float32Array, bridge: ConceptBridge, alone: boolean): Float32Array {
  const scores = alone ? new Float32Array(direct.length) : direct.map((score) => (1 + BRIDGE.own) * score);
  for (const [row, score] of bridge.scores(direct))
    scores[row] = alone ? score : Math.max(score, direct[row]!) + BRIDGE.own * direct[row]!;
  return scores;
}
