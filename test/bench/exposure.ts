/**
 * `npm run bench:exposure`: how attention is spread over talents when every employer looks at the first page for its
 * roles day after day, by the order of relevance and with attention spread, and what it costs the employers: over the
 * cast with its judgements, and over a generated population, where many compete for few roles.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castId, readCast, seedCast } from '../../seeds/index.ts';
import type { EntityManager } from '../../src/database/index.ts';
import { embedPending } from '../../src/documents/index.ts';
import { LARGEST_PAGE } from '../../src/kernel/index.ts';
import { GIVEN_UP_AT_MOST, rankedCandidates, REMEMBERED_DAYS } from '../../src/matching/index.ts';
import { startService, type Service } from '../../src/service.ts';
import { packageFolder, readSettings } from '../../src/settings.ts';
import { simulate, type RankedRole } from './exposure/simulate.ts';
import { population } from './population.ts';
import { load } from './ranking/load.ts';

const AT_MOST = [0, 0.1, GIVEN_UP_AT_MOST, 0.4];
const DAYS = 28;
const SHOWN = 10;
const TALENTS = 2000;
const ROLES = 120;

/** Everybody whom the ranking for a role has, up to the hundred that a page holds. */
async function matchesFor(service: Service, roleId: string): Promise<RankedRole['matches']> {
  const organiser = service.contextFor({ id: 'bench', kind: 'organiser' });
  const { edges } = await rankedCandidates(organiser, roleId, { first: LARGEST_PAGE });
  return edges.map(({ node: { id, score } }) => ({ id, score }));
}

async function ofTheCast(folder: string): Promise<RankedRole[]> {
  const cast = readCast(packageFolder());
  const settings = { ...readSettings({}), dataFolder: folder, logLevel: 'silent' } as const;
  await using service = closing(await startService(settings, { inMemory: true, work: false }));
  await seedCast(service.contextFor({ id: 'bench', kind: 'operator' }), cast);
  await embedPending(service.database.em.fork() as EntityManager, service.embedder);
  const roles: RankedRole[] = [];
  for (const { role, fits } of cast.judgements) {
    const { id } = cast.roles.find(({ slug }) => slug === role)!;
    const wanted = new Set(fits.map(({ talent }) => castId('talent', talent)));
    roles.push({ id, matches: await matchesFor(service, id), wanted });
  }
  return roles;
}

/** Wanted is whoever has the occupation of the role. */
async function ofThePopulation(folder: string): Promise<RankedRole[]> {
  const people = population({ talents: TALENTS, roles: ROLES });
  const settings = readSettings({
    TANDEM_DATA_DIR: folder,
    TANDEM_LOG_LEVEL: 'silent',
    EMBEDDING_MODEL: 'tandem-static',
  });
  await load(settings, people, TALENTS + ROLES);
  await using service = closing(await startService(settings, { work: false }));
  const occupationOf = new Map([...people.talents].map(({ id, occupation }) => [id, occupation]));
  const roles: RankedRole[] = [];
  for (const { id, occupation } of people.roles) {
    const matches = await matchesFor(service, id);
    const wanted = matches.filter((match) => occupationOf.get(match.id) === occupation);
    roles.push({ id, matches, wanted: new Set(wanted.map((match) => match.id)) });
  }
  return roles;
}

const closing = (service: Service) =>
  Object.assign(service, { [Symbol.asyncDispose]: () => service.close() });

function print(whose: string, roles: readonly RankedRole[]): void {
  const talents = new Set(roles.flatMap(({ matches }) => matches.map(({ id }) => id)));
  console.log(
    `\n${whose}: ${roles.length} roles and the ${talents.size} talents who are in a ranking; ${DAYS} days, ${REMEMBERED_DAYS} remembered, the first ${SHOWN} shown\n`,
  );
  console.log('| order | Gini of attention | never shown | average precision | nDCG@10 | score given up |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const atMost of AT_MOST) {
    const outcome = simulate(roles, { atMost, days: DAYS, remembered: REMEMBERED_DAYS, shown: SHOWN });
    const order = atMost === 0 ? 'RELEVANCE' : `SPREAD, at most ${atMost}`;
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `| ${order} | ${outcome.gini.toFixed(3)} | ${percent(outcome.neverShown)} | ${outcome.averagePrecision.toFixed(3)} | ${outcome.ndcg.toFixed(3)} | ${percent(outcome.givenUp)} |`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-exposure-'));
try {
  print('The cast', await ofTheCast(folder));
  print('A generated population', await ofThePopulation(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
