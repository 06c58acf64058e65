import type { EntityManager } from '../../database/index.ts';
import type { SplitCompound } from '../../documents/index.ts';
import type { TextLanguage } from '../../kernel/index.ts';
import { openLinker, type ConceptCatalogue, type ConceptLink } from '../../vocabulary/index.ts';
import type { IscoOf } from './concept-keys.ts';

/** Finds the concepts that texts name, by the vocabulary as it was at one moment. */
export interface ConceptReader {
  /** Changes with the linker's rules and its vocabulary: what was linked by another is linked anew. */
  readonly id: string;
  link(text: string, language: TextLanguage): readonly ConceptLink[];
  parts: SplitCompound;
  iscoOf: IscoOf;
}

/** Gives the reader of the vocabulary as it is stored now. */
export type ConceptReaders = (em: EntityManager) => Promise<ConceptReader>;

/** Readers by the vocabulary in memory; one is kept until the vocabulary changes. */
export function conceptReaders(catalogue: ConceptCatalogue): ConceptReaders {
  let held: { digest: string; reader: ConceptReader } | undefined;
  return async (em) => {
    const { digest, concepts } = await catalogue.current(em);
    if (held?.digest !== digest) {
      const linker = openLinker(concepts.values());
      const reader: ConceptReader = {
        id: linker.id,
        link: (text, language) => linker.link(text, language),
        parts: (word, language) => linker.parts(word, language),
        iscoOf: (conceptId) => concepts.get(conceptId)?.isco ?? null,
      };
      held = { digest, reader };
    }
    return held.reader;
  };
}
