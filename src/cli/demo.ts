import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { castId, readCast, seedCast, type Cast } from '../../seeds/index.ts';
import { matchedRoles, rankedCandidates, type Match } from '../matching/index.ts';
import type { Service } from '../service.ts';
import { packageFolder, readSettings } from '../settings.ts';
import { embedWithBar, operatorContext } from './operator.ts';
import { table } from './table.ts';
import { withService } from './with-service.ts';

/** One role in each language, and two talents who move together. */
const ROLES = [
  'sjukskoterska-akuten-skelleftea',
  'ingenieur-automatisation-saguenay',
  'embedded-engineer-gothenburg',
];
const TALENTS = ['samira-belkacem', 'yacine-belkacem'];
const SHOWN = 5;

/** `tandem demo`: the cast in a throw-away database, with rankings from both sides. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description('load the invented cast into a throw-away database and print rankings')
    .option('--json', 'print data instead of tables')
    .action(async ({ json }: { json?: boolean }) => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'tandem-demo-'));
      const began = performance.now();
      try {
        await withService((service) => demonstrate(service, json ?? false, began), {
          settings: { ...readSettings(), databaseUrl: undefined, dataFolder, logLevel: 'warn' },
          inMemory: true,
          work: false,
        });
      } finally {
        rmSync(dataFolder, { recursive: true, force: true });
      }
    });

/** A printed ranking: of whom, for whom, and how long it took. */
interface Shown {
  title: string;
  milliseconds: number;
  considered: number;
  matches: (Pick<Match, 'score' | 'parts' | 'conditions'> & { counterpart: string; detail: string })[];
}

async function demonstrate(service: Service, json: boolean, began: number): Promise<void> {
  const cast = readCast(packageFolder());
  const started = performance.now();
  await seedCast(operatorContext(service), cast);
  const seeded = performance.now();
  const embedded = await embedWithBar(service);
  const ready = performance.now();
  const rankings = [
    ...(await inTurn(ROLES, (slug) => candidatesFor(service, cast, slug))),
    ...(await inTurn(TALENTS, (slug) => rolesFor(service, cast, slug))),
  ];
  const timings = {
    start: Math.round(started - began),
    seed: Math.round(seeded - started),
    embed: Math.round(ready - seeded),
    documents: embedded,
  };
  const model = service.embedder.id;
  process.stdout.write(
    json ? `${JSON.stringify({ model, timings, rankings }, null, 2)}\n` : inWords(model, timings, rankings),
  );
}

function inWords(model: string, timings: Record<string, number>, rankings: readonly Shown[]): string {
  const head = `Tandem: ${timings['documents']} texts read by ${model} in ${timings['embed']} ms (start ${timings['start']} ms, cast written in ${timings['seed']} ms)\n`;
  const tables = rankings.map(
    ({ title, milliseconds, considered, matches }) =>
      `\n${title}  (${considered} considered, ${milliseconds.toFixed(1)} ms)\n` +
      table(
        ['score', 'meaning', 'words', 'who or what', 'where', 'conditions'],
        matches.map((match) => [
          match.score.toFixed(3),
          match.parts.vector.toFixed(2),
          match.parts.text.toFixed(2),
          match.counterpart,
          match.detail,
          conditionsInWords(match.conditions),
        ]),
      ),
  );
  return `${head}${tables.join('\n')}\n`;
}

/** The conditions met by name, the open ones with their reason. */
function conditionsInWords(conditions: Match['conditions']): string {
  const name = ({ condition }: Match['conditions'][number]) => condition.toLowerCase().replaceAll('_', ' ');
  const met = conditions.filter(({ verdict }) => verdict === 'MET').map(name);
  const open = conditions
    .filter(({ verdict }) => verdict !== 'MET')
    .map((judgement) => `? ${name(judgement)}: ${judgement.reason}`);
  return [...(met.length > 0 ? [`+ ${met.join(', ')}`] : []), ...open].join('  ').slice(0, WIDEST);
}

/** Reasons are cut where a line would grow past most screens; --json has them whole. */
const WIDEST = 130;

async function candidatesFor(service: Service, cast: Cast, slug: string): Promise<Shown> {
  const role = cast.roles.find((member) => member.slug === slug)!;
  const employer = service.contextFor({ id: 'demo', kind: 'employer', organisationId: role.data.employerId });
  const { milliseconds, result } = await timed(() => rankedCandidates(employer, role.id, { first: SHOWN }));
  return {
    title: `Candidates for "${role.data.title}" (${role.data.city}, description in ${role.data.description.language})`,
    milliseconds,
    considered: result.considered,
    matches: result.edges.map(({ node: { talent, ...match } }) => ({
      ...pick(match),
      counterpart: `${talent.name} (CV in ${cast.talents.find(({ id }) => id === talent.id)!.data.cv.language})`,
      detail: talent.region ?? talent.country,
    })),
  };
}

async function rolesFor(service: Service, cast: Cast, slug: string): Promise<Shown> {
  const member = cast.talents.find((talent) => talent.slug === slug)!;
  const talent = service.contextFor({ id: castId('talent', slug), kind: 'talent' });
  const { milliseconds, result } = await timed(() => matchedRoles(talent, { first: SHOWN }));
  return {
    title: `Roles for ${member.data.name} (${member.data.country}, CV in ${member.data.cv.language})`,
    milliseconds,
    considered: result.considered,
    matches: result.edges.map(({ node: { role, ...match } }) => ({
      ...pick(match),
      counterpart: role.title,
      detail: role.city ?? role.country,
    })),
  };
}

const pick = ({ score, parts, conditions }: Pick<Match, 'score' | 'parts' | 'conditions'>) => ({
  score,
  parts,
  conditions,
});

async function timed<Result>(work: () => Promise<Result>): Promise<{ milliseconds: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { milliseconds: Math.round((performance.now() - began) * 10) / 10, result };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
