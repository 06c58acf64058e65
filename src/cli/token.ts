import { Command, Option } from 'commander';
import { ACTOR_KINDS, mintDevelopmentToken, type ActorKind } from '../access/index.ts';
import { newId, systemClock } from '../kernel/index.ts';
import { tokenOptions } from '../service.ts';
import { readSettings } from '../settings.ts';

/** `tandem token`: prints a development token; refuses in production. */
export const tokenCommand = (): Command =>
  new Command('token')
    .description('print a bearer token for trying things out (never in production)')
    .addOption(new Option('--as <kind>', 'whose token').choices(ACTOR_KINDS).makeOptionMandatory())
    .option('--id <uuid>', 'who: for a talent, the identifier of the profile (default: somebody new)')
    .option('--organisation <uuid>', 'the organisation that an employer or organiser acts for')
    .option('--hours <number>', 'how long it is valid', Number, 12)
    .action(
      async (options: {
        as: Exclude<ActorKind, 'anonymous'>;
        id?: string;
        organisation?: string;
        hours: number;
      }) => {
        const actor = { id: options.id ?? newId(), kind: options.as, organisationId: options.organisation };
        const token = await mintDevelopmentToken(
          tokenOptions(readSettings()),
          actor,
          systemClock(),
          options.hours,
        );
        process.stdout.write(`${token}\n`);
      },
    );
