export { headingOf } from './headings.ts';
export {
  contentHash,
  embedDocument,
  embedDocuments,
  type DocumentOptions,
  type DocumentProgress,
  type DocumentVectors,
  type EmbeddedPassage,
} from './document-vectors.ts';
export { openEmbedder, type Embedder, type EmbedderOptions, type Purpose } from './embedder.ts';
export { passagesOf, type Passage, type PassageOptions } from './passages.ts';
export { piecesOf, type Piece, type PieceLimit } from './pieces.ts';
export { ByteRows } from './byte-rows.ts';
export { ThreadedRows } from './threaded-rows.ts';
export { lengthOfSmall, quantise } from './small-vectors.ts';
export { cosine, poolVectors } from './vectors.ts';
