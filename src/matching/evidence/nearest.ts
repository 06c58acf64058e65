import type { SeenPassage } from '../../documents/index.ts';
import { ByteRows, lengthOfSmall } from '../../embeddings/index.ts';

/** The passage of a CV that is nearest to a requirement. */
export interface Nearest {
  /** Its place among the passages that were read; null where there is none. */
  passage: number | null;
  cosine: number;
}

/** Where requirements are put to be compared, and which are there; made anew for a model of other dimensions. */
let table:
  { rows: ByteRows; dimensions: number; requirements: readonly Int8Array[]; lengths: number[] } | undefined;

function tableOf(requirements: readonly Int8Array[], dimensions: number): NonNullable<typeof table> {
  if (table?.dimensions !== dimensions || table.rows.length < requirements.length)
    table = {
      rows: new ByteRows(requirements.length, dimensions),
      dimensions,
      requirements: [],
      lengths: [],
    };
  if (table.requirements !== requirements) {
    requirements.forEach((vector, place) => table!.rows.set(place, vector));
    table.requirements = requirements;
    table.lengths = requirements.map(lengthOfSmall);
  }
  return table;
}

/**
 * Late interaction (Khattab and Zaharia, 'ColBERT', 2020), with passages in place of words: for each requirement the
 * nearest of the passages. In the program, from vectors of a byte a dimension: in the embedded database the same took
 * 27 ms with `halfvec` and 11 ms with `vector` for 273 passages and 15 requirements; here 664 with 8, of 120 CVs, take 0.9
 * with all of `interactionOf`.
 * @param requirements the same array for all CVs that are held against a role: it is put in its place once.
 */
export function nearestPassages(
  requirements: readonly Int8Array[],
  passages: readonly Pick<SeenPassage, 'vector'>[],
): Nearest[] {
  const [first] = passages;
  if (!first) return requirements.map(() => ({ passage: null, cosine: 0 }));
  const { rows, lengths } = tableOf(requirements, first.vector.length);
  const nearest = requirements.map(() => ({ passage: 0, cosine: -1 }));
  passages.forEach(({ vector }, passage) => {
    const own = lengthOfSmall(vector);
    const products = rows.products(vector, requirements.length);
    for (let place = 0; place < nearest.length; place += 1) {
      const both = own * lengths[place]!;
      const cosine = both === 0 ? 0 : products[place]! / both;
      if (cosine > nearest[place]!.cosine) nearest[place] = { passage, cosine };
    }
  });
  return nearest;
}
