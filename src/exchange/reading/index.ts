export { filesToImport, refusedNameOf } from './files-to-import.ts';
export { inspectFile, isUnchanged, type FileFacts } from './inspect-file.ts';
export { LONGEST_RECORD, readRecords, type ReadRecord } from './read-records.ts';
export { splitLines, splitValues, type Piece, type Splitter } from './split.ts';
