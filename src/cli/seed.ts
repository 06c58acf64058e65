import { Command } from 'commander';
import { readCast, seedCast } from '../../seeds/index.ts';
import { packageFolder } from '../settings.ts';
import { embedWithBar, operatorContext } from './operator.ts';
import { withService } from './with-service.ts';

/** `tandem seed`: writes the invented cast into the database. */
export const seedCommand = (): Command =>
  new Command('seed').description('write the invented cast of talents, employers and roles').action(() =>
    withService(
      async (service) => {
        const cast = readCast(packageFolder());
        await seedCast(operatorContext(service), cast);
        await embedWithBar(service);
        process.stdout.write(
          `${cast.talents.length} talents, ${cast.roles.length} roles, ${cast.organisations.length} organisations are there.\n`,
        );
      },
      { work: false },
    ),
  );
