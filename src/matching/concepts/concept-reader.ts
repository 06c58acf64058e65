import type { EntityManager } from '../../database/index.ts';
import type { SplitCompound } from '../../documents/index.ts';
import { digest, type TextLanguage } from '../../kernel/index.ts';
import {
  openLinker,
  type ConceptCatalogue,
  type ConceptLink,
  type MeaningLinker,
  type Meant,
  type Phrase,
} from '../../vocabulary/index.ts';
import type { IscoOf } from './concept-keys.ts';

/** Finds the concepts that texts name, by the vocabulary as it was at one moment. */
export interface ConceptReader {
  /** Changes with the rules of linking and the vocabulary: what was read by another is read anew. */
  readonly id: string;
  link(text: string, language: TextLanguage): readonly ConceptLink[];
  /** What phrases mean in which nothing was linked; undefined for each that is unsure. */
  meant(em: EntityManager, phrases: readonly Phrase[]): Promise<(Meant | undefined)[]>;
  parts: SplitCompound;
  iscoOf: IscoOf;
}

/** Gives the reader of the vocabulary as it is stored now. */
export type ConceptReaders = (em: EntityManager) => Promise<ConceptReader>;

/** Readers by the vocabulary in memory; one is kept until the vocabulary changes. */
export function conceptReaders(catalogue: ConceptCatalogue, meanings: MeaningLinker): ConceptReaders {
  let held: { digest: string; reader: Omit<ConceptReader, 'id' | 'meant'>; linkerId: string } | undefined;
  return async (em) => {
    const current = await catalogue.current(em);
    const { concepts } = current;
    if (held?.digest !== current.digest) {
      const linker = openLinker(concepts.values());
      held = {
        digest: current.digest,
        linkerId: linker.id,
        reader: {
          link: (text, language) => linker.link(text, language),
          parts: (word, language) => linker.parts(word, language),
          iscoOf: (conceptId) => concepts.get(conceptId)?.isco ?? null,
        },
      };
    }
    // Until every label has its vector, texts are linked without; then they are read once more.
    const isReady = await meanings.isReady(em, current);
    return {
      ...held.reader,
      id: isReady ? digest(`${held.linkerId} ${PHRASES} ${meanings.id}`) : held.linkerId,
      meant: async (inside, phrases) =>
        isReady ? meanings.meant(inside, current, phrases) : phrases.map(() => undefined),
    };
  };
}

/** Goes up when other phrases are taken from the same text. */
const PHRASES = 1;
