// `npm run bench:ranking`: what a ranking costs over HTTP beside the bare statement on the same database, how
// many of the exact neighbours it finds, and what a large population needs of time and memory.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client as Connection } from 'pg';
import { mintDevelopmentToken } from '../../src/access/index.ts';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { tokenOptions } from '../../src/service.ts';
import { packageFolder, readSettings, type Settings } from '../../src/settings.ts';
import { population, type RoleMember } from './population.ts';
import { adversarial, type Slowest } from './ranking/adversarial.ts';
import { startServer, type AskedServer } from './ranking/asked-server.ts';
import { clientOf, type Client } from './ranking/client.ts';
import { mean, percentile, recall } from './ranking/figures.ts';
import { load, type Loaded } from './ranking/load.ts';
import type { Memory, Nearest, Sizes } from './ranking/server.ts';
import { NARROWINGS, RANKED_CANDIDATES, TOP, type Narrowing } from './ranking/statements.ts';

const { values: options } = parseArgs({
  options: {
    talents: { type: 'string', default: '32000' },
    roles: { type: 'string', default: '300' },
    /** The static model by default: the transformer takes most of an hour for 32,000 CVs on two cores. */
    model: { type: 'string', default: 'tandem-static' },
    /** A folder to load into and keep, or one that an earlier run has kept. */
    keep: { type: 'string' },
    /** Puts a CPU profile of the server into this folder. */
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const talents = Number(options.talents);
const roleCount = Number(options.roles);

/** Requests before anything is measured. */
const WARM_UP = 30;
/** Every role once, but not fewer measurements than this. */
const FEWEST_REQUESTS = 300;
/** Roles whose exact neighbours are looked up: a full scan each. */
const RECALLED = 100;
const AT_ONCE = 4;

interface Requests {
  p50: number;
  p95: number;
  perSecond: number;
}

interface Figures {
  talents: number;
  roles: number;
  database: string;
  loaded: Loaded | null;
  coldStart: number;
  alone: Requests;
  together: Requests;
  bare: Record<Narrowing | 'ranked', { p50: number; p95: number }>;
  recall: Record<Narrowing | 'held', { mean: number; lowest: number }>;
  slowest: Slowest[];
  bytes: number;
  candidates: number;
  considered: number;
  memory: Memory;
  sizes: Sizes;
}

async function measure(folder: string, databaseUrl: string | undefined): Promise<Figures> {
  const variables = {
    TANDEM_DATA_DIR: folder,
    TANDEM_PORT: '0',
    TANDEM_LOG_LEVEL: 'warn',
    TANDEM_RATE_LIMIT: '1000000',
    EMBEDDING_MODEL: options.model,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const settings = readSettings(variables);
  const people = population({ talents, roles: roleCount });
  const isThere = options.keep !== undefined && existsSync(join(folder, 'pglite'));
  const loaded = isThere ? null : await load(settings, people, talents + roleCount);
  const roles = [...people.roles];
  const tokens = await tokensOf(settings, roles);

  const began = performance.now();
  const started = await startServer(
    variables,
    options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [],
  );
  try {
    const asking = clientOf(started.url, AT_ONCE);
    const client = rankingClient(asking, tokens);
    await client.rank(roles[0]!);
    const coldStart = (performance.now() - began) / 1000;
    for (let n = 0; n < WARM_UP; n++) await client.rank(roles[n % roles.length]!);
    const inTurn = await interleaved(started, client, roles);
    const together = await atOnce(client, roles);
    const recalled = await recalls(started, roles);
    const bar = progressBar('adversarial queries');
    const [role] = roles;
    const slowest = await adversarial(started, asking, tokens.get(role!.data.employerId)!, role!, bar.update);
    bar.end();
    return {
      talents,
      roles: roleCount,
      database: databaseUrl ? 'PostgreSQL' : 'PGlite',
      loaded,
      coldStart,
      ...inTurn,
      together,
      recall: recalled,
      slowest,
      memory: await started.ask<Memory>({ ask: 'memory' }),
      sizes: await started.ask<Sizes>({ ask: 'sizes' }),
    };
  } finally {
    await started.close();
  }
}

/** One token for each employer. */
async function tokensOf(settings: Settings, roles: readonly RoleMember[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const { data } of roles)
    if (!tokens.has(data.employerId))
      tokens.set(
        data.employerId,
        await mintDevelopmentToken(
          tokenOptions(settings),
          { id: 'bench', kind: 'employer', organisationId: data.employerId },
          new Date(),
        ),
      );
  return tokens;
}

interface Answered {
  milliseconds: number;
  bytes: number;
  considered: number;
  candidates: number;
}

interface BenchClient {
  rank(role: RoleMember): Promise<Answered>;
}

/** Asks for the ranking of a role as its employer. */
const rankingClient = (client: Client, tokens: ReadonlyMap<string, string>): BenchClient => ({
  async rank({ id, data }) {
    const { data: answered, ...cost } = await client.ask<{
      rankedCandidates: { considered: number; edges: unknown[] };
    }>(tokens.get(data.employerId)!, RANKED_CANDIDATES, { roleId: id });
    const { considered, edges } = answered.rankedCandidates;
    return { ...cost, considered, candidates: edges.length };
  },
});

/** One ranking, one bare statement of each kind, in turn, so that a busy minute of the machine hits all alike. */
async function interleaved(
  started: AskedServer,
  client: BenchClient,
  roles: readonly RoleMember[],
): Promise<Pick<Figures, 'alone' | 'bare' | 'bytes' | 'considered' | 'candidates'>> {
  const answers: Answered[] = [];
  const bare: Record<Narrowing | 'ranked', number[]> = { nothing: [], conditions: [], ranked: [] };
  const bar = progressBar('ranking, one at a time');
  const count = Math.max(roles.length, FEWEST_REQUESTS);
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const role = roles[n % roles.length]!;
    answers.push(await client.rank(role));
    for (const narrowing of NARROWINGS)
      bare[narrowing].push(
        (await started.ask<Nearest>({ ask: 'nearest', roleId: role.id, narrowing, exact: false }))
          .milliseconds,
      );
    bare.ranked.push((await started.ask<Nearest>({ ask: 'ranked', roleId: role.id })).milliseconds);
    bar.update(n + 1, count);
  }
  bar.end();
  const ofBare = (statement: Narrowing | 'ranked') => ({
    p50: percentile(bare[statement], 0.5),
    p95: percentile(bare[statement], 0.95),
  });
  return {
    alone: requests(answers, performance.now() - began),
    bare: { nothing: ofBare('nothing'), conditions: ofBare('conditions'), ranked: ofBare('ranked') },
    bytes: percentile(
      answers.map(({ bytes }) => bytes),
      0.5,
    ),
    considered: mean(answers.map(({ considered }) => considered)),
    candidates: mean(answers.map(({ candidates }) => candidates)),
  };
}

async function atOnce(client: BenchClient, roles: readonly RoleMember[]): Promise<Requests> {
  const answers: Answered[] = [];
  const bar = progressBar(`ranking, ${AT_ONCE} at a time`);
  const count = Math.max(roles.length, FEWEST_REQUESTS);
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) {
        answers.push(await client.rank(roles[next++ % roles.length]!));
        bar.update(answers.length, count);
      }
    }),
  );
  bar.end();
  return requests(answers, performance.now() - began);
}

const requests = (answers: readonly Answered[], milliseconds: number): Requests => {
  const times = answers.map((answer) => answer.milliseconds);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    perSecond: answers.length / (milliseconds / 1000),
  };
};

async function recalls(started: AskedServer, roles: readonly RoleMember[]): Promise<Figures['recall']> {
  const found: Record<Narrowing | 'held', number[]> = { nothing: [], conditions: [], held: [] };
  const bar = progressBar('exact neighbours');
  const count = Math.min(roles.length, RECALLED);
  for (const [n, { id: roleId }] of roles.slice(0, count).entries()) {
    for (const narrowing of NARROWINGS) {
      const near = (exact: boolean) => started.ask<Nearest>({ ask: 'nearest', roleId, narrowing, exact });
      const exact = (await near(true)).found;
      found[narrowing].push(recall((await near(false)).found, exact));
      if (narrowing === 'nothing') continue;
      const held = new Set(await started.ask<string[]>({ ask: 'held', roleId }));
      found.held.push(exact.filter(({ id }) => held.has(id)).length / Math.max(exact.length, 1));
    }
    bar.update(n + 1, count);
  }
  bar.end();
  const of = (narrowing: Narrowing | 'held') => ({
    mean: mean(found[narrowing]),
    lowest: Math.min(...found[narrowing]),
  });
  return { nothing: of('nothing'), conditions: of('conditions'), held: of('held') };
}

function inWords(figures: Figures): string {
  const { alone, together, bare, recall: recalled, memory, sizes, loaded } = figures;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const times = (value: number) => `${value.toFixed(2)} times`;
  const lines: [string, string, string][] = [
    ['from start of the process to the first answered ranking', '5 s', `${figures.coldStart.toFixed(1)} s`],
    [`bare SQL, top ${TOP} by HNSW: p50, p95`, '', `${ms(bare.nothing.p50)}, ${ms(bare.nothing.p95)}`],
    [
      `bare SQL, top ${TOP} by HNSW with consent and conditions: p50, p95`,
      '',
      `${ms(bare.conditions.p50)}, ${ms(bare.conditions.p95)}`,
    ],
    [
      `bare SQL, top ${TOP} by HNSW and words with consent and conditions: p50, p95`,
      '',
      `${ms(bare.ranked.p50)}, ${ms(bare.ranked.p95)}`,
    ],
    [`rankedCandidates(first: ${TOP}) over HTTP, one at a time: p50`, '', ms(alone.p50)],
    ['… in terms of the bare SQL by HNSW and words', '3 times', times(alone.p50 / bare.ranked.p50)],
    ['… in terms of the bare SQL by HNSW with conditions', '', times(alone.p50 / bare.conditions.p50)],
    ['… p95', '60 ms', ms(alone.p95)],
    [
      `${AT_ONCE} at a time: p50, p95, requests per second`,
      '',
      `${ms(together.p50)}, ${ms(together.p95)}, ${together.perSecond.toFixed(0)}`,
    ],
    [
      `recall@${TOP} of rankings by meaning, with consent and conditions: mean, lowest role`,
      '0.98',
      of(recalled.held),
    ],
    [`recall@${TOP} of HNSW: mean, lowest role`, '', of(recalled.nothing)],
    [`recall@${TOP} of HNSW with consent and conditions: mean, lowest role`, '0.98', of(recalled.conditions)],
    ...figures.slowest.map(({ what, milliseconds }): [string, string, string] => [
      `made to be slow: ${what}`,
      '1,000 ms',
      ms(milliseconds),
    ]),
    ['resident memory of the server: now, largest', '1,000 MB', `${mb(memory.now)}, ${mb(memory.largest)}`],
    ['database on disk, of it HNSW indexes', '', `${mb(sizes.database)}, ${mb(sizes.vectorIndex)}`],
    [
      'answer',
      '',
      `${(figures.bytes / 1000).toFixed(0)} kB, ${figures.candidates.toFixed(0)} of ${figures.considered.toFixed(0)} considered`,
    ],
  ];
  if (loaded)
    lines.push(
      ['loading', '', perSecond(loaded.load, talents + roleCount)],
      [`embedding and indexing by ${loaded.modelId}`, '', perSecond(loaded.embed, talents + roleCount)],
    );
  const head = `${figures.talents} generated talents, ${figures.roles} roles, ${figures.database}, ${options.model}; ${commit()}, ${availableParallelism()} cores (load ${loadavg()[0]!.toFixed(1)}), Node ${process.versions.node}`;
  return `${head}\n\n| measure | budget | measured |\n|---|---|---|\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}

const of = ({ mean: average, lowest }: { mean: number; lowest: number }): string =>
  `${average.toFixed(4)}, ${lowest.toFixed(2)}`;

const perSecond = (seconds: number, count: number): string =>
  `${seconds.toFixed(0)} s (${(count / seconds).toFixed(0)} a second)`;

function commit(): string {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, {
        cwd: packageFolder(),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const changed = git('status', '--porcelain', '--', 'src', 'migrations').trim() !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
  } catch {
    return 'no commit';
  }
}

/** A database of the bench's own on the server, so that nothing there is touched; none for PGlite. */
async function throwAwayDatabase(
  url: string | undefined,
): Promise<{ url: string | undefined; drop(): Promise<void> }> {
  if (url === undefined) return { url, drop: async () => {} };
  const name = `tandem_bench_${process.pid}`;
  const run = async (statement: string) => {
    const client = new Connection({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const server = await throwAwayDatabase(process.env['DATABASE_URL']);
try {
  const figures = await measure(folder, server.url);
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : inWords(figures));
} finally {
  await server.drop();
  if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
