import { Command } from 'commander';
import { demoCommand } from './demo/demo.ts';
import type { AskApi } from './demo/stage.ts';
import { digestCommand } from './digest.ts';
import { doctorCommand } from './doctor.ts';
import { embedCommand } from './embed.ts';
import { evaluateCommand } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { permitsCommand } from './permits.ts';
import { planCommand } from './plan.ts';
import { seedCommand } from './seed.ts';
import { tokenCommand } from './token.ts';
import { vocabularyCommand } from './vocabulary.ts';

/** What the main program gives, which alone knows the API. */
export interface ApiDoor {
  /** Serves it over HTTP. */
  serve: () => Promise<void>;
  /** Opens it for questions in this process. */
  openApi: () => Promise<AskApi>;
}

/** The command line. */
export const tandemProgram = ({ serve, openApi }: ApiDoor): Command =>
  new Command('tandem')
    .description('Matchmaking for talents, employers and the organisers of recruitment delegations')
    .addCommand(new Command('serve').description('serve the GraphQL API').action(serve))
    .addCommand(migrateCommand())
    .addCommand(seedCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(permitsCommand())
    .addCommand(embedCommand())
    .addCommand(vocabularyCommand())
    .addCommand(planCommand())
    .addCommand(digestCommand())
    .addCommand(evaluateCommand())
    .addCommand(tokenCommand())
    .addCommand(doctorCommand())
    .addCommand(demoCommand(openApi));
