import { inTransaction, enterConsents } from '../../../src/access/index.ts';
import { embedLabelsWithBar, embedWithBar, operatorContext } from '../../../src/cli/operator.ts';
import { progressBar } from '../../../src/cli/progress-bar.ts';
import { createOrganisation } from '../../../src/organisations/index.ts';
import { writeRole } from '../../../src/roles/index.ts';
import { startService } from '../../../src/service.ts';
import type { Settings } from '../../../src/settings.ts';
import { writeTalents } from '../../../src/talents/index.ts';
import type { Population } from '../population.ts';

/** People or roles of one transaction. */
const BATCH = 200;

/** Seconds. */
export interface Loaded {
  modelId: string;
  load: number;
  embed: number;
}

/** Writes the population by the rooms' own functions, and embeds it. */
export async function load(settings: Settings, population: Population, total: number): Promise<Loaded> {
  const service = await startService(settings, { work: false });
  try {
    const began = performance.now();
    const bar = progressBar('loading');
    let done = 0;
    const batched = async <Item>(
      items: Iterable<Item>,
      write: (context: ReturnType<typeof operatorContext>, batch: Item[]) => Promise<unknown>,
    ) => {
      for (const batch of batchesOf(items)) {
        await inTransaction(operatorContext(service), (inside) => write(inside, batch));
        bar.update((done += batch.length), total);
      }
    };
    for (const { id, data } of population.organisations)
      await createOrganisation(operatorContext(service), data, id);
    await batched(population.roles, async (context, roles) => {
      for (const { id, data } of roles) await writeRole(context, id, data);
    });
    await batched(population.talents, async (context, talents) => {
      await writeTalents(context, talents);
      await enterConsents(
        context,
        talents
          .filter(({ consent }) => consent)
          .map(({ id }) => ({ subjectId: id, purpose: 'MATCHING' as const, givenAt: context.now })),
      );
    });
    bar.end();
    const loaded = performance.now();
    // A service does this once, after its first start, and it would run beside what is measured.
    await embedLabelsWithBar(service);
    const reading = performance.now();
    await embedWithBar(service);
    return {
      modelId: service.embedder.id,
      load: (loaded - began) / 1000,
      embed: (performance.now() - reading) / 1000,
    };
  } finally {
    await service.close();
  }
}

function* batchesOf<Item>(items: Iterable<Item>): Iterable<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
