import { readSettings, type Settings } from '../../src/settings.ts';

/** The model of the tests: the fast one, unless a test is about the other. */
export const TEST_MODEL = 'tandem-static';

/** Settings of a test: nothing from the machine's environment, quiet, on a free port. */
export const testSettings = (folder: string, databaseUrl?: string): Settings =>
  readSettings({
    TANDEM_DATA_DIR: folder,
    TANDEM_PORT: '0',
    TANDEM_LOG_LEVEL: 'silent',
    TANDEM_RATE_LIMIT: '100000',
    EMBEDDING_MODEL: TEST_MODEL,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
