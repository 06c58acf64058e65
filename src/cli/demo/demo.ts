import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readCast, seedCast } from '../../../seeds/index.ts';
import type { Service } from '../../service.ts';
import { packageFolder, readSettings } from '../../settings.ts';
import { embedWithBar, operatorContext } from '../operator.ts';
import { withService } from '../with-service.ts';
import { theCouple } from './couple.ts';
import { theDelegation } from './delegation.ts';
import { theEvidence } from './evidence.ts';
import { sendMails } from './mails.ts';
import { theEvent } from './event.ts';
import { openOutputFolder, type OutputFolder } from './output-folder.ts';
import { theRankings } from './rankings.ts';
import type { AskApi, Chapter, Stage } from './stage.ts';

/** When the stories begin: the same plans and rankings on every day that somebody runs them. */
const BEGIN = new Date('2026-11-23T09:00:00Z');

const CHAPTERS: readonly ((stage: Stage) => Promise<Chapter>)[] = [
  theRankings,
  theEvidence,
  theCouple,
  theEvent,
  theDelegation,
];

interface Options {
  json?: boolean;
  out: string;
}

/** `tandem demo`: the stories of the cast in a throw-away database, through the API. */
export const demoCommand = (openApi: () => Promise<AskApi>): Command =>
  new Command('demo')
    .description('tell the stories of the invented cast in a throw-away database')
    .option('--json', 'print data instead of tables')
    .option('--out <folder>', 'where agendas, plans, mails and reports are left', 'demo-output')
    .action(async ({ json, out }: Options) => {
      const folder = openOutputFolder(resolve(out));
      const dataFolder = mkdtempSync(join(tmpdir(), 'tandem-demo-'));
      const began = performance.now();
      const story = { now: BEGIN };
      try {
        await withService(
          (service) => demonstrate(service, { openApi, out: folder, json: json ?? false, began, story }),
          {
            settings: { ...readSettings(), databaseUrl: undefined, dataFolder, logLevel: 'warn' },
            inMemory: true,
            work: false,
            clock: () => story.now,
          },
        );
      } finally {
        rmSync(dataFolder, { recursive: true, force: true });
      }
    });

/** How the stories are to be told. */
interface Telling {
  openApi: () => Promise<AskApi>;
  out: OutputFolder;
  json: boolean;
  /** When the program began, on its own watch. */
  began: number;
  /** What the clock of the stories shows. */
  story: { now: Date };
}

async function demonstrate(service: Service, { openApi, out, json, began, story }: Telling): Promise<void> {
  const say = (text: string): void => void (json || process.stdout.write(text));
  const cast = readCast(packageFolder());
  const askApi = await openApi();
  const started = performance.now();
  await seedCast(operatorContext(service), cast);
  const seeded = performance.now();
  const documents = await embedWithBar(service);
  const timings = {
    start: Math.round(started - began),
    seed: Math.round(seeded - started),
    embed: Math.round(performance.now() - seeded),
    documents,
  };
  const model = service.embedder.id;
  say(
    `Tandem: ${documents} texts read by ${model} in ${timings.embed} ms (start ${timings.start} ms, cast written in ${timings.seed} ms)\n`,
  );
  const stage: Stage = {
    service,
    cast,
    out,
    at: (instant) => void (story.now = new Date(instant)),
    ask: async (actor, query, variables) =>
      (await askApi(service.contextFor(actor), query, variables)) as never,
  };
  const told: Record<string, unknown> = {};
  for (const chapter of CHAPTERS) {
    const { title, text, data } = await chapter(stage);
    told[title] = data;
    say(`\n${'═'.repeat(title.length)}\n${title}\n${'═'.repeat(title.length)}\n\n${text}\n`);
  }
  const mails = await sendMails(stage);
  const { rankings, ...chapters } = told;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ model, timings, rankings, chapters, out: out.folder }, null, 2)}\n`,
    );
  say(
    `\nLeft in ${out.folder}: ${out.count()} files and ${mails} mails (agendas, plans, mails, reports). ` +
      `All of it in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`,
  );
}
