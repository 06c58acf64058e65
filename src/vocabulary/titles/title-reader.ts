import type { Embedder } from '../../embeddings/index.ts';
import type { GramVectors } from './gram-vectors.ts';
import { titleForms } from './title-forms.ts';
import { embeddedTitles, refinementBy } from './title-vectors.ts';

/** Makes the vectors by which titles are compared one by one, apart from any index. */
export interface TitleReader {
  /** The embedding model. */
  readonly modelId: string;
  /** Changes with all that makes the vectors besides the model. */
  readonly reading: string;
  readonly dimensions: number;
  /** Whether vectors of grams are in them: without, they lie in a narrow cone, and are compared from its centre. */
  readonly refined: boolean;
  /**
   * A vector of length 1 for each title, of its main form; all zeros for one of nothing but blanks.
   * @param urgent whether somebody waits for it.
   */
  vectorsOf(titles: readonly string[], urgent?: boolean): Promise<Float32Array[]>;
}

/** Goes up when `titleForms` come to read titles in another way. */
const RULES = 2;

/** @param grams left aside when learned beside another embedder. */
export function titleReader(embedder: Embedder, grams?: GramVectors): TitleReader {
  const own = grams?.embedder === embedder.name ? grams : undefined;
  const refined = own && refinementBy(own, []);
  return {
    modelId: embedder.id,
    reading: `${RULES} ${own?.id ?? ''}`.trim(),
    dimensions: embedder.dimensions,
    refined: own !== undefined,
    async vectorsOf(titles, urgent = false) {
      const forms = titles.map(titleForms);
      const embedded = await embeddedTitles(forms, embedder, { urgent });
      return forms.map(
        (title, place) =>
          (refined ? refined(title, embedded[place]) : embedded[place]) ??
          new Float32Array(embedder.dimensions),
      );
    },
  };
}
