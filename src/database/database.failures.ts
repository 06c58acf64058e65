import { defineFailure } from '../kernel/index.ts';

/** Another process holds the data folder. */
export const folderInUse = defineFailure<{ folder: string; holder: string }>({
  code: 'DATABASE_FOLDER_IN_USE',
  status: 503,
  message: ({ folder, holder }) => `The data folder ${folder} is in use by ${holder}`,
  remedy:
    'Stop that process, choose another folder with TANDEM_DATA_DIR, or use a PostgreSQL server with DATABASE_URL.',
});

/** The server does not answer, refuses the login, or is no PostgreSQL with pgvector. */
export const databaseUnreachable = defineFailure<{ where: string; reason: string }>({
  code: 'DATABASE_UNREACHABLE',
  status: 503,
  message: ({ where, reason }) => `The database at ${where} cannot be used: ${reason}`,
  remedy:
    'Check that the server runs, that DATABASE_URL is right and that pgvector 0.8 or newer is installed.',
});

/** The stored schema is older than the program and migrations at start are switched off. */
export const migrationsPending = defineFailure<{ names: readonly string[] }>({
  code: 'DATABASE_MIGRATIONS_PENDING',
  status: 503,
  message: ({ names }) => `The database lacks ${names.length} migration(s): ${names.join(', ')}`,
  remedy: 'Run `tandem migrate`, or start with TANDEM_MIGRATE=true.',
});

/** Somebody else changed the row since it was read. */
export const changedMeanwhile = defineFailure<{ kind: string; id: string }>({
  code: 'DATABASE_CHANGED_MEANWHILE',
  status: 409,
  message: ({ kind, id }) => `The ${kind} ${id} was changed by somebody else since you read it`,
  remedy: 'Read it again, look at the difference, and send the change with the new version number.',
});
