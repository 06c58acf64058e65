export {
  changedMeanwhile,
  databaseUnreachable,
  folderInUse,
  migrationsPending,
} from './database.failures.ts';
export { lockFolder, type FolderLock } from './folder-lock.ts';
export { openDatabase, type Database, type DatabaseOptions } from './open-database.ts';
export { portions, type Portion } from './portions.ts';
export {
  columnsAtOnce,
  joined,
  literal,
  plainRows,
  plainRowsWhere,
  rows,
  rowsAtOnce,
  vectorText,
  type Fragment,
} from './sql.ts';
export type { EntityManager } from '@mikro-orm/postgresql';
