import { Command } from 'commander';
import { openTandemDatabase } from '../service.ts';
import { readSettings } from '../settings.ts';

/** `tandem migrate`: brings the schema and the starter vocabulary up to date, without loading a model. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('bring the database schema and the starter vocabulary up to date')
    .action(async () => {
      const database = await openTandemDatabase({ ...readSettings(), migrate: true });
      const done = await database.orm.migrator.getExecuted();
      await database.close();
      process.stdout.write(`The schema is up to date (${done.length} migrations).\n`);
    });
