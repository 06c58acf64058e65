/** Words of a run that is told apart from others; so long a run that two authors share is a quotation. */
const RUN = 5;
/** Of all runs one in so many is kept, the same ones in every text: those whose hash is divisible by it. */
const KEPT = 4;
/** Most prints of a passage: 45 words have 41 runs, of which ten are kept. */
export const PRINTS = 16;
/** Fewer prints say too little to call a passage a copy. */
const FEWEST = 3;
const COPIED_SHARE = 0.5;

/**
 * Marks by which a copy of a passage is known wherever it stands: hashes of runs of words, chosen by their value
 * (Manber, 'Finding similar files in a large file system', 1994). `PRINTS` unsigned integers of 32 bits, of which
 * 0 stands for none.
 */
export function printsOf(passage: string): Uint32Array<ArrayBuffer> {
  const words = passage.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const hash = hashOf(words.slice(at, at + RUN).join(' '));
    if (hash % KEPT === 0 && hash !== 0) kept.add(hash);
  }
  const prints = new Uint32Array(PRINTS);
  prints.set([...kept].sort((one, other) => one - other).slice(0, PRINTS));
  return prints;
}

/** Whether the passage of these prints is, for the most part, copied from texts of those. */
export function isCopy(prints: Iterable<number>, ofOthers: ReadonlySet<number>): boolean {
  let own = 0;
  let shared = 0;
  for (const print of prints) {
    if (print === 0) continue;
    own += 1;
    if (ofOthers.has(print)) shared += 1;
  }
  return own >= FEWEST && shared >= COPIED_SHARE * own;
}

/** FNV-1a, 32 bits, with the finish of MurmurHash3: FNV's low bits alone are those of the last letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
