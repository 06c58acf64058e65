import { contentHash, embedDocuments, poolVectors, quantise, type Embedder } from '../../embeddings/index.ts';
import type { TextLanguage } from '../../kernel/index.ts';
import type { DocumentKind } from '../document.entity.ts';
import type { Brief, Requirement } from '../requirements/requirement.ts';
import { requirementsOf } from '../requirements/requirements-of.ts';
import type { Centres } from '../usual/measure-usual.ts';
import { centred } from './centre.ts';
import { printsOf } from './prints.ts';
import { PASSAGE_WORDS } from './reading.ts';
import { flawsOf, type Flaw } from './worth-reading.ts';

/** A text to be read. */
export interface UnreadDocument {
  id: string;
  kind: DocumentKind;
  language: TextLanguage;
  text: string;
  brief: Brief | null;
}

/** A passage that is worth reading. */
export interface ReadPassage {
  start: number;
  end: number;
  hash: string;
  /** Seen from the centre of such passages: see `quantise`. */
  vector: Int8Array;
  /** See `printsOf`. */
  prints: Uint32Array;
}

export interface ReadRequirement extends Requirement {
  ordinal: number;
  hash: string;
  /** Seen from the centre of requirements. */
  vector: Int8Array;
}

/** A document as the model sees it. */
export interface ReadDocument {
  passages: ReadPassage[];
  /** None for CVs. */
  requirements: ReadRequirement[];
  /** The passages as one, of length 1; all zeros where there is nothing to read. */
  pooled: Float32Array;
  /** Which share of the text is left out for each reason. */
  left: Record<Flaw, number>;
}

/** Requirements that go to the model together: they go before passages, and searches behind them wait. */
const REQUIREMENTS_AT_ONCE = 64;

/**
 * Cuts documents into passages and requirements and embeds what is not known by its hash. The results are in the
 * order of the documents.
 */
export async function readDocuments(
  embedder: Embedder,
  centres: Centres,
  documents: readonly UnreadDocument[],
  known: ReadonlyMap<string, Int8Array>,
): Promise<ReadDocument[]> {
  const requirements = await readRequirements(embedder, centres, documents, known);
  const knownAlready = new Map([...known].map(([hash, vector]) => [hash, Float32Array.from(vector)]));
  const read = new Map<UnreadDocument, ReadDocument>();
  // By kind and language, since each has a centre of its own: a passage is known only as seen from there.
  for (const group of Map.groupBy(documents, ({ kind, language }) => `${kind} ${language}`).values()) {
    const { kind, language } = group[0]!;
    const embedded = await embedDocuments({ ...embedder, id: `${embedder.id} ${kind} ${language}` }, group, {
      known: knownAlready,
      passages: { words: PASSAGE_WORDS },
    });
    group.forEach((document, index) => {
      const { passages: cut } = embedded[index]!;
      // Where passages overlap, what they share is the earlier one's: repeating it is no repetition of the writer's.
      const own = cut.map(({ start, end }, at) =>
        document.text.slice(Math.max(start, cut[at - 1]?.end ?? 0), end),
      );
      const flaws = flawsOf(own);
      const left: Record<Flaw, number> = { REPEATED: 0, OTHER_SCRIPT: 0 };
      const passages: ReadPassage[] = [];
      for (const [at, { start, end, hash, text, vector }] of cut.entries()) {
        const flaw = flaws[at]!;
        if (flaw !== null) left[flaw] += own[at]!.length / document.text.length;
        else
          passages.push({
            start,
            end,
            hash,
            vector: known.get(hash) ?? quantise(centred(vector, centres(kind, language))),
            prints: printsOf(text),
          });
      }
      read.set(document, {
        passages,
        requirements: requirements.get(document) ?? [],
        pooled: pooledVector(passages, embedder.dimensions),
        left,
      });
    });
  }
  return documents.map((document) => read.get(document)!);
}

/** The mean of the passages' directions, each weighted by its length in characters. */
function pooledVector(passages: readonly ReadPassage[], dimensions: number): Float32Array {
  // Made from what is stored, so that a document read in two steps is the same as one read at once.
  const seen = passages.filter(({ vector }) => vector.some((part) => part !== 0));
  if (seen.length === 0) return new Float32Array(dimensions);
  return poolVectors(
    seen.map(({ vector }) => lengthOne(vector)),
    seen.map(({ start, end }) => end - start),
  );
}

const lengthOne = (vector: Int8Array): Float32Array => poolVectors([vector]);

async function readRequirements(
  embedder: Embedder,
  centres: Centres,
  documents: readonly UnreadDocument[],
  known: ReadonlyMap<string, Int8Array>,
): Promise<Map<UnreadDocument, ReadRequirement[]>> {
  const cut = documents.flatMap((document) =>
    document.brief === null
      ? []
      : requirementsOf(document.text, document.brief).map((requirement, ordinal) => {
          const hash = contentHash(`${embedder.id} ${document.language}`, 'query', requirement.text);
          return { document, ordinal, hash, requirement };
        }),
  );
  const vectors = new Map(known);
  const fresh = new Map(cut.filter(({ hash }) => !vectors.has(hash)).map((one) => [one.hash, one]));
  const unknown = [...fresh.values()];
  for (let from = 0; from < unknown.length; from += REQUIREMENTS_AT_ONCE) {
    const portion = unknown.slice(from, from + REQUIREMENTS_AT_ONCE);
    const made = await embedder.embed(
      portion.map(({ requirement }) => requirement.text),
      'query',
    );
    portion.forEach(({ hash, document }, index) =>
      vectors.set(hash, quantise(centred(made[index]!, centres('REQUIREMENT', document.language)))),
    );
  }
  const read = new Map<UnreadDocument, ReadRequirement[]>();
  for (const { document, ordinal, hash, requirement } of cut) {
    const own = read.get(document) ?? [];
    own.push({ ...requirement, ordinal, hash, vector: vectors.get(hash)! });
    read.set(document, own);
  }
  return read;
}
