import { join } from 'node:path';
import { vector } from '@electric-sql/pglite-pgvector';
import { MikroORM, type AnyEntity, type Constructor, type EntitySchema, type Options } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { PgliteDriver, type PgliteConnection } from '@mikro-orm/pglite';
import { PostgreSqlDriver, type EntityManager } from '@mikro-orm/postgresql';
import type { PGlite } from '@electric-sql/pglite';
import { databaseUnreachable, migrationsPending } from './database.failures.ts';
import { lockFolder } from './folder-lock.ts';
import { prepareStatements } from './prepared-statements.ts';
import { PreparingClient } from './preparing-client.ts';

/** Where the rows live, and what the schema is made of. */
export interface DatabaseOptions {
  /** A PostgreSQL 15+ with pgvector. When absent, the embedded PGlite is used. */
  url?: string | undefined;
  /** Folder of the embedded database; `undefined` keeps it in memory, for tests and demonstrations. */
  folder?: string | undefined;
  /** A dumped PGlite data folder to start from instead of an empty one. */
  template?: Blob | undefined;
  entities: readonly EntitySchema[];
  migrations: readonly Constructor<Migration>[];
  /** Whether pending migrations are run; otherwise they are refused by name. */
  migrate: boolean;
}

/** An open database. Fork `em` for every request or job. */
export interface Database {
  orm: MikroORM<PostgreSqlDriver>;
  em: EntityManager;
  engine: 'pglite' | 'postgresql';
  /** The embedded engine itself, for the job queue and for dumps; absent on a server. */
  pglite?: PGlite;
  close(): Promise<void>;
}

/**
 * HNSW scans go on until enough rows pass the filters, in strict order of distance (pgvector 0.8,
 * 'Iterative Index Scans'): a selective filter never leaves a ranking half empty. A search looks at 200 neighbours
 * at least: with pgvector's 40, groups of similar CVs were missed whole in some builds (`npm run bench:ranking`).
 */
const SESSION_SETTINGS = {
  'hnsw.iterative_scan': 'strict_order',
  'hnsw.max_scan_tuples': '1000000',
  'hnsw.ef_search': '200',
};

/**
 * Opens the embedded database or the server, and brings the schema up to date.
 * @throws DATABASE_FOLDER_IN_USE, DATABASE_UNREACHABLE, DATABASE_MIGRATIONS_PENDING
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openEmbedded(options) : openServer(options, options.url);
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const lock = options.folder === undefined ? undefined : lockFolder(options.folder);
  try {
    const orm = await MikroORM.init<PgliteDriver>({
      ...sharedOptions(options),
      driver: PgliteDriver,
      dbName: options.folder === undefined ? 'memory://' : join(options.folder, 'pglite'),
      // A function, since MikroORM copies plain options, which a Blob does not survive.
      driverOptions: () => ({ extensions: { vector }, loadDataDir: options.template }),
    });
    const connection = orm.driver.getConnection() as PgliteConnection;
    const pglite = await connection.getNativeClient();
    await pglite.exec('CREATE EXTENSION IF NOT EXISTS vector');
    prepareStatements(pglite);
    await pglite.exec(
      Object.entries(SESSION_SETTINGS)
        .map(([name, value]) => `SET ${name} = '${value}'`)
        .join(';'),
    );
    const database: Database = {
      // PgliteDriver speaks the same SQL through the same query builder; only its class differs.
      orm: orm as unknown as MikroORM<PostgreSqlDriver>,
      em: orm.em as unknown as EntityManager,
      engine: 'pglite',
      pglite,
      close: async () => {
        await orm.close(true);
        lock?.release();
      },
    };
    await bringUpToDate(database, options.migrate);
    return database;
  } catch (failure) {
    lock?.release();
    throw failure;
  }
}

async function openServer(options: DatabaseOptions, url: string): Promise<Database> {
  const orm = await MikroORM.init<PostgreSqlDriver>({
    ...sharedOptions(options),
    driver: PostgreSqlDriver,
    clientUrl: url,
    driverOptions: {
      Client: PreparingClient,
      options: Object.entries(SESSION_SETTINGS)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    },
  });
  const database: Database = {
    orm,
    em: orm.em,
    engine: 'postgresql',
    close: () => orm.close(true),
  };
  try {
    await orm.em.getConnection().execute('CREATE EXTENSION IF NOT EXISTS vector');
  } catch (cause) {
    await orm.close(true);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw databaseUnreachable({ where: new URL(url).host, reason }, { cause });
  }
  await bringUpToDate(database, options.migrate);
  return database;
}

function sharedOptions(options: DatabaseOptions) {
  return {
    entities: [...options.entities] as EntitySchema<AnyEntity>[],
    extensions: [Migrator],
    // Statements hold personal data: they are never logged. Failures reach the caller as errors.
    logger: () => {},
    migrations: {
      tableName: 'migrations',
      migrationsList: [...options.migrations],
      snapshot: false,
      // One migration stands or falls alone, so that a failure names the one that failed.
      allOrNothing: false,
    },
  } satisfies Partial<Options>;
}

async function bringUpToDate(database: Database, migrate: boolean): Promise<void> {
  const migrator = database.orm.migrator;
  const pending = await migrator.getPending();
  if (pending.length === 0) return;
  if (!migrate) {
    await database.close();
    throw migrationsPending({ names: pending.map(({ name }) => name) });
  }
  await migrator.up();
}
