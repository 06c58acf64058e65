/**
 * Groups texts of like length, longest first, so that padding them to one length wastes little.
 * @param lengths tokens of each text.
 * @param bound most padded tokens (rows × longest) in a batch; a text longer than that is a batch alone.
 * @returns the positions of the texts in each batch.
 */
export function batchesOf(lengths: readonly number[], bound: number): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const i of order) {
    if (batch.length > 0 && (batch.length + 1) * lengths[batch[0]!]! > bound) {
      batches.push(batch);
      batch = [];
    }
    batch.push(i);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
