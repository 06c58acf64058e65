/**
 * A vector in a byte a dimension, stretched so that its largest part takes the whole range. Its length is not
 * kept: only directions are compared. All zeros stay all zeros.
 */
export function quantise(vector: ArrayLike<number>): Int8Array<ArrayBuffer> {
  let largest = 0;
  for (let i = 0; i < vector.length; i += 1) largest = Math.max(largest, Math.abs(vector[i]!));
  const scale = largest === 0 ? 0 : 127 / largest;
  const small = new Int8Array(vector.length);
  for (let i = 0; i < vector.length; i += 1) small[i] = Math.round(vector[i]! * scale);
  return small;
}

/** The length of a vector in bytes. */
export function lengthOfSmall(vector: Int8Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares = (squares + Math.imul(vector[at]!, vector[at]!)) | 0;
  return Math.sqrt(squares);
}
