import type { Embedder } from '../../embeddings/index.ts';
import type { GramVectors } from './gram-vectors.ts';
import type { TitleForms } from './title-forms.ts';

/** Titles embedded at a time: progress is told in between. */
const PORTION = 1024;

type Vector = Float32Array | undefined;

/** The vectors that the embedding model gives to titles; undefined for a title of nothing but blanks. */
export async function embeddedTitles(
  titles: readonly TitleForms[],
  embedder: Embedder,
  {
    progress,
    urgent = false,
  }: { progress?: ((done: number, total: number) => void) | undefined; urgent?: boolean } = {},
): Promise<Vector[]> {
  const vectors: Vector[] = [];
  for (let from = 0; from < titles.length; from += PORTION) {
    const portion = titles.slice(from, from + PORTION);
    const written = portion.map(({ main }) => main).filter((main) => main.trim() !== '');
    const made = await embedder.embed(written, 'title', urgent);
    let next = 0;
    for (const { main } of portion) vectors.push(main.trim() === '' ? undefined : made[next++]);
    progress?.(vectors.length, titles.length);
  }
  return vectors;
}

/** Makes of an embedding the vector by which titles are compared. */
export type Refinement = (title: TitleForms, vector: Vector) => Vector;

/** By the vectors of grams, if there are some for this embedder; else by moving the mean of the titles to 0. */
export function refinementBy(grams: GramVectors | undefined, embedded: readonly Vector[]): Refinement {
  if (grams) return ({ main }, vector) => vector && grams.added(main, vector);
  const mean = meanOf(embedded);
  return (_, vector) => {
    if (!vector) return undefined;
    const moved = vector.map((component, i) => component - mean[i]!);
    const length = Math.hypot(...moved) || 1;
    return moved.map((component) => component / length);
  };
}

function meanOf(vectors: readonly Vector[]): Float64Array {
  const there = vectors.filter((vector) => vector !== undefined);
  const mean = new Float64Array(there[0]?.length ?? 0);
  // A single title would be moved to 0 itself.
  if (there.length < 2) return mean;
  for (const vector of there) vector.forEach((component, i) => (mean[i]! += component / there.length));
  return mean;
}
