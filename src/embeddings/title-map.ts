import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelIncomplete } from './embeddings.failures.ts';

/** Turns a text's vector into a title's: of length 1 again, or all zeros where it was. */
export type TitleMap = (vector: Float32Array) => Float32Array;

/**
 * Reads a linear map for short titles: 32-bit floats, little-endian, first the mean that is taken from a vector, then
 * the square matrix by rows that it is multiplied with.
 *
 * A general model puts a Swedish title nearer to other Swedish titles than to its translation; the map was learned
 * from labels of the same occupation in several languages (tools/build-model/title_map.py has the figures).
 * @throws EMBEDDINGS_MODEL_INCOMPLETE when the file does not hold that.
 */
export async function readTitleMap(folder: string, file: string, dimensions: number): Promise<TitleMap> {
  const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
    throw modelIncomplete({ folder, file, problem: 'cannot be read' }, { cause });
  });
  const expected = 4 * dimensions * (dimensions + 1);
  if (bytes.length !== expected) {
    const problem = `has ${bytes.length} bytes; a map of ${dimensions} dimensions has ${expected}`;
    throw modelIncomplete({ folder, file, problem });
  }
  // A copy of its own: the bytes of a small file stand anywhere in a shared buffer.
  const values = new Float32Array(Uint8Array.from(bytes).buffer);
  return titleMap(values.subarray(0, dimensions), values.subarray(dimensions));
}

/** The map of a mean and a square matrix by rows. */
export const titleMap =
  (mean: Float32Array, matrix: Float32Array): TitleMap =>
  (vector) => {
    const size = mean.length;
    const mapped = new Float32Array(size);
    // A text of which the model knows no token stays without direction.
    if (vector.every((value) => value === 0)) return mapped;
    for (let row = 0; row < size; row += 1) {
      const value = vector[row]! - mean[row]!;
      const from = row * size;
      for (let column = 0; column < size; column += 1) mapped[column]! += value * matrix[from + column]!;
    }
    let squares = 0;
    for (const value of mapped) squares += value * value;
    if (squares === 0) return mapped;
    const scale = 1 / Math.sqrt(squares);
    for (let column = 0; column < size; column += 1) mapped[column]! *= scale;
    return mapped;
  };
