/**
 * Test sets from a multilingual classification: a query is an alternative label of an occupation in one language,
 * relevant are all labels of that occupation in another language, or the remaining ones in the same. The corpus
 * holds the labels of all occupations.
 */
import type { JudgedSet } from '../../../src/evaluation/index.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';
import type { Concept } from '../../../src/vocabulary/index.ts';
import { halfOf, shuffled, type Half, type Occupation } from './taxonomy.ts';

/** One query label for each occupation and language that has a label besides those written like it. */
export type QueryLabels = ReadonlyMap<string, Partial<Record<TextLanguage, string>>>;

/** Which label of each occupation is asked for: one by chance, the same on every machine. */
export function queryLabels(occupations: readonly Occupation[]): QueryLabels {
  return new Map(
    occupations.map(({ uri, labels }) => [
      uri,
      Object.fromEntries(
        TEXT_LANGUAGES.flatMap((language) => {
          const own = labels[language];
          const [query] = own
            .slice(1)
            .filter((label) => own.some((other) => !isAlike(label, other)))
            .sort((a, b) => (shuffled(uri + a) < shuffled(uri + b) ? -1 : 1));
          return query === undefined ? [] : [[language, query]];
        }),
      ),
    ]),
  );
}

/** Queries of one half in one language, the corpus in another; `most` is the size of the sample. */
export function titleSet(
  occupations: readonly Occupation[],
  queries: QueryLabels,
  from: TextLanguage,
  to: TextLanguage,
  half: Half,
  most = Infinity,
): JudgedSet {
  const documents = new Map<string, string>();
  const judgements: JudgedSet['judgements'] = new Map();
  const relevantTo = new Map<string, Map<string, number>>();
  for (const { uri, labels } of occupations) {
    const relevant = new Map<string, number>();
    for (const label of labels[to]) {
      if (from === to && isLeftOut(queries, uri, from, label)) continue;
      const id = documents.get(label) ?? `d${documents.size}`;
      documents.set(label, id);
      relevant.set(id, 1);
    }
    relevantTo.set(uri, relevant);
  }
  const asked = occupations
    .filter(({ uri }) => halfOf(uri) === half && queries.get(uri)?.[from] !== undefined)
    .filter(({ uri }) => relevantTo.get(uri)!.size > 0)
    .sort((a, b) => (shuffled(a.uri) < shuffled(b.uri) ? -1 : 1))
    .slice(0, most);
  for (const { uri } of asked) judgements.set(uri, relevantTo.get(uri)!);
  return {
    corpus: [...documents].map(([text, id]) => ({ id, title: '', text })),
    queries: asked.map(({ uri }) => ({ id: uri, title: '', text: queries.get(uri)![from]! })),
    judgements,
  };
}

/** The classification as a vocabulary, without the labels that are asked for in a language, and those written alike. */
export const vocabularyWithout = (
  occupations: readonly Occupation[],
  queries: QueryLabels,
  from: TextLanguage,
): Concept[] =>
  occupations.map(({ uri, isco, labels }) => ({
    id: uri,
    kind: 'OCCUPATION',
    isco,
    regulatedIn: [],
    broader: [],
    labels: TEXT_LANGUAGES.flatMap((language) =>
      labels[language]
        .filter((label) => language !== from || !isLeftOut(queries, uri, from, label))
        .map((text, index) => ({ language, text, preferred: index === 0 })),
    ),
  }));

function isLeftOut(queries: QueryLabels, uri: string, language: TextLanguage, label: string): boolean {
  const query = queries.get(uri)?.[language];
  return query !== undefined && isAlike(query, label);
}

/** Whether two labels consist of words that begin alike: plural and singular, woman and man, other word order. */
export const isAlike = (one: string, other: string): boolean => beginnings(one) === beginnings(other);

const beginnings = (label: string): string =>
  (
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => word.slice(0, 5))
    .sort()
    .join(' ');
