import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  contentHash,
  cosine,
  embedDocument,
  embedDocuments,
  type DocumentProgress,
  type Embedder,
} from '../../src/embeddings/index.ts';

/** A model that keeps what reaches it; a vector counts the letters a, b and c. */
function countingEmbedder(id = 'letters@000000000000') {
  const seen: string[] = [];
  const embedder: Embedder = {
    id,
    name: 'letters',
    dimensions: 3,
    maxTokens: 512,
    async embed(texts, purpose) {
      expect(purpose).toBe('passage');
      seen.push(...texts);
      await nextTurn();
      return texts.map((text) =>
        Float32Array.from(['a', 'b', 'c'], (letter) => text.split(letter).length - 1),
      );
    },
    close: async () => {},
  };
  return { embedder, seen };
}

const section = (title: string, letter: string, words: number) =>
  `# ${title}\n${`${letter.repeat(3)} `.repeat(words).trim()}.`;
const CV = [section('One', 'a', 130), section('Two', 'b', 90)].join('\n\n');

describe('the vectors of a document', () => {
  it('are those of its passages, with what they were made from', async () => {
    const { embedder } = countingEmbedder();
    const { passages } = await embedDocument(embedder, CV);
    expect(passages.map(({ heading }) => heading)).toEqual(['One', 'Two']);
    for (const { text, hash, start, end, vector } of passages) {
      expect(CV.slice(start, end)).toBe(text);
      expect(hash).toBe(contentHash(embedder.id, 'passage', text));
      expect(vector).toHaveLength(3);
    }
  });

  it('and a pooled one, to which a passage twice as long gives twice as much', async () => {
    const { embedder } = countingEmbedder();
    const { passages, pooled } = await embedDocument(embedder, CV);
    const [one, two] = passages;
    const expected = Array.from(
      one!.vector,
      (value, i) => value * one!.text.length + two!.vector[i]! * two!.text.length,
    );
    expect(cosine(pooled, expected)).toBeCloseTo(1, 6);
    expect(Math.hypot(...pooled)).toBeCloseTo(1, 6);
  });

  it('are none for a blank document, whose pooled vector is all zeros', async () => {
    const { embedder, seen } = countingEmbedder();
    expect(await embedDocument(embedder, ' \n ')).toEqual({ passages: [], pooled: new Float32Array(3) });
    expect(seen).toEqual([]);
  });

  it('do not fit the window of the model by chance', async () => {
    const { embedder } = countingEmbedder();
    const { passages } = await embedDocument({ ...embedder, maxTokens: 40 }, CV);
    expect(passages.length).toBeGreaterThan(4);
  });
});

describe('text is never embedded twice', () => {
  const knownFrom = ({ passages }: Awaited<ReturnType<typeof embedDocument>>) =>
    new Map(passages.map(({ hash, vector }) => [hash, vector]));

  it('when nothing has changed, nothing reaches the model', async () => {
    const { embedder, seen } = countingEmbedder();
    const first = await embedDocument(embedder, CV);
    seen.length = 0;
    expect(await embedDocument(embedder, CV, { known: knownFrom(first) })).toEqual(first);
    expect(seen).toEqual([]);
  });

  it('when one section has changed, only that section does', async () => {
    const { embedder, seen } = countingEmbedder();
    const first = await embedDocument(embedder, CV);
    seen.length = 0;
    const changed = [section('One', 'a', 130), section('Two', 'c', 90)].join('\n\n');
    await embedDocument(embedder, changed, { known: knownFrom(first) });
    expect(seen).toEqual([section('Two', 'c', 90)]);
  });

  it('when another model is used, everything does', async () => {
    const first = await embedDocument(countingEmbedder().embedder, CV);
    const { embedder, seen } = countingEmbedder('letters@111111111111');
    await embedDocument(embedder, CV, { known: knownFrom(first) });
    expect(seen).toHaveLength(2);
  });

  it('when many documents share a passage, it does once', async () => {
    const { embedder, seen } = countingEmbedder();
    const documents = Array.from({ length: 300 }, (_, i) => ({
      text: [section('Shared', 'a', 90), section(`Own ${i}`, 'b', 90)].join('\n\n'),
    }));
    const vectors = await embedDocuments(embedder, documents);
    expect(seen).toHaveLength(301);
    expect(new Set(seen).size).toBe(301);
    for (const { passages } of vectors) expect(passages.map(({ vector }) => vector.length)).toEqual([3, 3]);
  });
});

describe('many documents at once', () => {
  const documents = Array.from({ length: 150 }, (_, i) => ({
    text: section(`Number ${i}`, 'abc'[i % 3]!, 20),
  }));

  it('have the vectors that each has alone, in their order', async () => {
    const { embedder } = countingEmbedder();
    const together = await embedDocuments(embedder, documents);
    const alone = await Promise.all(documents.map(({ text }) => embedDocument(embedder, text)));
    expect(together).toEqual(alone);
  });

  it('report how far they have come', async () => {
    const { embedder } = countingEmbedder();
    const { passages } = await embedDocument(embedder, documents[0]!.text);
    const known = new Map(passages.map(({ hash, vector }) => [hash, vector]));
    const reports: DocumentProgress[] = [];
    await embedDocuments(embedder, documents, { known, progress: (report) => reports.push(report) });
    expect(reports.map((report) => report.documents)).toEqual([64, 128, 150]);
    expect(reports.at(-1)).toEqual({ documents: 150, passages: 150, embedded: 149 });
  });

  it('fail together when the model fails', async () => {
    const { embedder } = countingEmbedder();
    const broken = { ...embedder, embed: async () => Promise.reject(new Error('no more memory')) };
    await expect(embedDocuments(broken, documents)).rejects.toThrow('no more memory');
  });
});
