import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { defineFailure } from './kernel/index.ts';

export const invalidSetting = defineFailure<{ name: string; problem: string }>({
  code: 'SETTINGS_INVALID',
  status: 500,
  message: ({ name, problem }) => `The environment variable ${name} ${problem}`,
  remedy: 'Correct it; docs/operators.md lists every variable with its values.',
});

const flag = z.enum(['true', 'false'], 'must be true or false').transform((word) => word === 'true');

const environment = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is no postgresql:// address' }).optional(),
  TANDEM_DATA_DIR: z.string().min(1, 'is empty').default('./data'),
  TANDEM_MIGRATE: flag.default(true),
  TANDEM_HOST: z.string().min(1, 'is empty').default('127.0.0.1'),
  TANDEM_PORT: z.coerce.number('is no port').int().min(0).max(65535).default(4000),
  TANDEM_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TANDEM_RATE_LIMIT: z.coerce.number('is no number').int().min(1).default(600),
  TANDEM_OIDC_ISSUER: z.url('is no address').optional(),
  TANDEM_OIDC_AUDIENCE: z.string().optional(),
  TANDEM_OIDC_JWKS_URL: z.url('is no address').optional(),
  TANDEM_MAIL_FOLDER: z.string().min(1, 'is empty').optional(),
  TANDEM_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is no smtp:// or smtps:// address' }).optional(),
  TANDEM_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'is no e-mail address')
    .optional(),
  EMBEDDING_MODEL: z.string().min(1, 'is empty').default('tandem-e5-small'),
  EMBEDDING_THREADS: z.coerce.number('is no number').int().min(1).max(64).optional(),
});

/** Everything that can be set from outside, checked. */
export interface Settings {
  production: boolean;
  /** A PostgreSQL server; the embedded database when absent. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database and of the development key. */
  dataFolder: string;
  /** Whether pending migrations run at start. */
  migrate: boolean;
  host: string;
  port: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Requests per minute and token (or address, without one). */
  rateLimit: number;
  /** Where messages go: to a mail server, else into a folder as files. */
  mail: {
    from: string;
    folder: string;
    smtpUrl?: string | undefined;
  };
  oidc: { issuer?: string | undefined; audience?: string | undefined; jwksUrl?: string | undefined };
  /** A folder under `models/`, any folder, or a hub id. */
  model: string;
  modelsFolder: string;
  /** Folder of the starter vocabulary. */
  vocabularyFolder: string;
  embeddingThreads?: number | undefined;
}

/**
 * Reads the settings from environment variables; nothing else in Tandem does.
 * @throws SETTINGS_INVALID naming the variable.
 */
export function readSettings(variables: NodeJS.ProcessEnv = process.env): Settings {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw invalidSetting({ name: String(path[0]), problem: message }, { cause: read.error });
  }
  const set = read.data;
  if (set.TANDEM_SMTP_URL && set.TANDEM_MAIL_FOLDER)
    throw invalidSetting({ name: 'TANDEM_MAIL_FOLDER', problem: 'is set beside TANDEM_SMTP_URL' });
  if (set.TANDEM_SMTP_URL && !set.TANDEM_MAIL_FROM)
    throw invalidSetting({ name: 'TANDEM_MAIL_FROM', problem: 'is needed with TANDEM_SMTP_URL' });
  return {
    production: set.NODE_ENV === 'production',
    databaseUrl: set.DATABASE_URL,
    dataFolder: resolve(set.TANDEM_DATA_DIR),
    migrate: set.TANDEM_MIGRATE,
    host: set.TANDEM_HOST,
    port: set.TANDEM_PORT,
    logLevel: set.TANDEM_LOG_LEVEL,
    rateLimit: set.TANDEM_RATE_LIMIT,
    mail: {
      from: set.TANDEM_MAIL_FROM ?? 'Tandem <tandem@localhost>',
      folder: resolve(set.TANDEM_MAIL_FOLDER ?? join(set.TANDEM_DATA_DIR, 'outbox')),
      smtpUrl: set.TANDEM_SMTP_URL,
    },
    oidc: {
      issuer: set.TANDEM_OIDC_ISSUER,
      audience: set.TANDEM_OIDC_AUDIENCE,
      jwksUrl: set.TANDEM_OIDC_JWKS_URL,
    },
    model: set.EMBEDDING_MODEL,
    modelsFolder: join(packageFolder(), 'models'),
    vocabularyFolder: join(packageFolder(), 'vocabulary'),
    embeddingThreads: set.EMBEDDING_THREADS,
  };
}

/** The folder of the package, from the sources as from `dist/`: the nearest one above with a package.json. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
