/**
 * `npm run bench:quality`: how well the rankings meet the judgements of the cast, for each bundled model, with
 * meaning alone, words alone and both. Nothing in Tandem was tuned on these judgements.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCast, seedCast, type Cast } from '../../seeds/index.ts';
import type { EntityManager } from '../../src/database/index.ts';
import { embedPending } from '../../src/documents/index.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../src/kernel/index.ts';
import { rankedCandidates, type Match } from '../../src/matching/index.ts';
import { startService } from '../../src/service.ts';
import { packageFolder, readSettings } from '../../src/settings.ts';
import { averagePrecision, mean } from './measures.ts';

const MODELS = ['tandem-e5-small', 'tandem-static'];

/** Orders of the same candidates, all of whom pass the hard conditions. */
const ORDERS: Record<string, (match: Match) => number> = {
  'words alone': ({ parts }) => parts.text,
  'meaning alone': ({ parts }) => parts.vector,
  'both, with conditions and wishes': ({ score }) => score,
};

/** Average precision by order and language of the description, one figure a role. */
type Precisions = Map<string, { language: TextLanguage; precision: number }[]>;

async function precisionsOf(model: string, cast: Cast): Promise<Precisions> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-quality-'));
  const service = await startService(
    { ...readSettings({}), dataFolder: folder, model, logLevel: 'silent' },
    { inMemory: true, work: false },
  );
  try {
    await seedCast(service.contextFor({ id: 'bench', kind: 'operator' }), cast);
    await embedPending(service.database.em.fork() as EntityManager, service.embedder);
    const slugOf = new Map(cast.talents.map(({ id, slug }) => [id, slug]));
    const precisions: Precisions = new Map(Object.keys(ORDERS).map((order) => [order, []]));
    for (const { role, fits } of cast.judgements) {
      const { id, data } = cast.roles.find(({ slug }) => slug === role)!;
      const employer = service.contextFor({ id: 'bench', kind: 'employer', organisationId: data.employerId });
      const { edges } = await rankedCandidates(employer, id, { first: 100 });
      const wanted = new Set(fits.map(({ talent }) => talent));
      for (const [order, valueOf] of Object.entries(ORDERS)) {
        // Ties go by identifier, as in the product: no order profits from the order that came before.
        const ranking = edges
          .map(({ node }) => node)
          .sort((one, other) => valueOf(other) - valueOf(one) || (one.id < other.id ? -1 : 1))
          .map(({ id: talentId }) => slugOf.get(talentId)!);
        precisions.get(order)!.push({
          language: data.description.language,
          precision: averagePrecision(ranking, wanted),
        });
      }
    }
    return precisions;
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const cast = readCast(packageFolder());
console.log(
  `Mean average precision over the ${cast.judgements.length} roles of the cast (${cast.talents.length} talents), by language of the description\n`,
);
console.log(`| model | ranked by | ${TEXT_LANGUAGES.join(' | ')} | all |`);
console.log(`|---|---|${TEXT_LANGUAGES.map(() => '---:|').join('')}---:|`);
for (const model of MODELS)
  for (const [order, precisions] of await precisionsOf(model, cast)) {
    const of = (language?: TextLanguage) =>
      mean(
        precisions.filter((one) => !language || one.language === language).map(({ precision }) => precision),
      ).toFixed(3);
    console.log(`| ${model} | ${order} | ${TEXT_LANGUAGES.map(of).join(' | ')} | ${of()} |`);
  }
