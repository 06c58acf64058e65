export {
  employerAmbiguous,
  employerUnknown,
  fileBinary,
  fileChanged,
  fileKindUnknown,
  fileUnreadable,
  importRunsElsewhere,
  nothingToImport,
  outputUnwritable,
  recordInvalid,
  recordKindUnknown,
  recordNotJson,
  recordNotStored,
  recordNotUtf8,
  recordTooLong,
  recordTwice,
  recordWithdrawn,
  refusedFileUnwritable,
} from './exchange.failures.ts';
export { exportRoles } from './export-roles.ts';
export { exportTalents } from './export-talents.ts';
export { ImportEntity, type Import } from './import.entity.ts';
export { importFile, type ImportOptions, type ImportReport } from './import-file.ts';
export { filesToImport, readRecords, type ReadRecord } from './reading/index.ts';
export type { Refusal } from './refusal.ts';
export { textLanguage } from './words/index.ts';
