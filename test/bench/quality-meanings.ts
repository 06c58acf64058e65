/**
 * `npm run bench:meanings`: how often linking by meaning is right, with the starter vocabulary and with ESCO imported,
 * by the half that its confidence is fitted on and by the other half; and what it takes.
 * `node dist/test/bench/quality-meanings.js [folder] [phrases]` works in TANDEM_DATA_DIR, where the vectors of the
 * labels stay.
 */
import { join } from 'node:path';
import type { EntityManager } from '../../src/database/index.ts';
import { startService } from '../../src/service.ts';
import { packageFolder, readSettings } from '../../src/settings.ts';
import {
  embedLabels,
  importVocabulary,
  labelIndexes,
  meaningConfidence,
  starterVocabulary,
  type CatalogueConcept,
} from '../../src/vocabulary/index.ts';
import { fitLogistic } from './quality/logistic.ts';
import { answers, askedAndRest, sampled, type Answer } from './quality/meanings.ts';
import { brierScore, reliability } from './quality/reliability.ts';

const root = packageFolder();
const [folder = join(root, '..', 'shared', 'data', 'taxonomy'), most = '150'] = process.argv.slice(2);
const service = await startService(readSettings(), { work: false });
const em = () => service.database.em.fork() as EntityManager;
const say = (text: string) => process.stderr.write(`${text}\n`);
const megabytes = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return Math.round(process.memoryUsage().rss / 2 ** 20);
};

await importVocabulary(service.contextFor({ id: 'bench', kind: 'operator' }), folder);
await embedLabels(em(), service.titles, { progress: ({ pending }) => say(`${pending} labels wait`) });

const imported = await service.vocabulary.catalogue.current(em());
const starter = starterVocabulary(join(root, 'vocabulary')).map((concept): CatalogueConcept => ({
  ...concept,
  skillKind: null,
  sources: ['starter'],
}));
const before = megabytes();
const whole = labelIndexes(service.titles);
const openedAt = performance.now();
await whole.current(em(), imported);
const opening = performance.now() - openedAt;
console.log(
  `index of ${imported.concepts.size} concepts: ${Math.round(opening)} ms, ${before} MB to ${megabytes()} MB`,
);

const all: Record<string, Answer[]> = {};
for (const [name, concepts] of Object.entries({ starter, imported: [...imported.concepts.values()] })) {
  const { asked, rest } = askedAndRest(concepts, name);
  const sample = sampled(asked, Number(most));
  const index = await labelIndexes(service.titles).current(em(), rest);
  const began = performance.now();
  all[name] = await answers(sample, index, service.titles, rest.concepts);
  const took = (performance.now() - began) / sample.length;
  console.log(`${name}: ${sample.length} of ${asked.length} phrases, ${took.toFixed(1)} ms a phrase`);
}
await service.close();

const development = Object.values(all)
  .flat()
  .filter(({ half }) => half === 'development');
const fit = fitLogistic(
  development.map(({ cosine, margin, right }) => ({ features: [cosine, margin], offset: 0, outcome: right })),
  0.01,
);
console.log('fitted on the development half:', fit);

const percent = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);
const confidence = ({ cosine, margin }: Answer) =>
  1 / (1 + Math.exp(-(fit.bias + fit.weights[0]! * cosine + fit.weights[1]! * margin)));
for (const [name, given] of Object.entries(all))
  for (const half of ['development', 'held-out'] as const) {
    const own = given.filter((answer) => answer.half === half);
    const stored = own.map((answer) => meaningConfidence(answer.cosine, answer.margin));
    console.log(`\n${name}, ${half}`);
    for (const [by, confidences] of [
      ['fitted', own.map(confidence)],
      ['as in the code', stored],
    ] as const) {
      const forecasts = own.map(({ right }, place) => ({ probability: confidences[place]!, outcome: right }));
      console.log(`${by}: Brier score ${brierScore(forecasts).toFixed(3)}`, reliability(forecasts));
    }
    for (const least of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const rows = [
        ...Map.groupBy(own, ({ kind, language }) => `${kind} ${language}`),
        ['all', own] as const,
      ];
      for (const [group, members] of rows) {
        const linked = members.filter((answer) => confidence(answer) >= least);
        const there = members.filter(({ isThere }) => isThere);
        const rightly = linked.filter(({ right }) => right).length;
        const nearly = linked.filter(({ right, near }) => right || near).length;
        console.log(
          `≥ ${least} ${group}: ${linked.length} linked, right ${percent(rightly, linked.length)}, or of its unit group ${percent(nearly, linked.length)}, found ${percent(rightly, there.length)} of what is there`,
        );
      }
    }
  }
