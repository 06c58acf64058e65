/**
 * A vector in a byte a dimension, stretched so that its largest part takes the whole range. Its length is not
 * kept: only directions are compared. All zeros stay all zeros.
 */
export function quantise(vector: ArrayLike<number>): Int8Array {
  let largest = 0;
  for (let i = 0; i < vector.length; i += 1) largest = Math.max(largest, Math.abs(vector[i]!));
  const scale = largest === 0 ? 0 : 127 / largest;
  return Int8Array.from(vector, (part) => Math.round(part * scale));
}
