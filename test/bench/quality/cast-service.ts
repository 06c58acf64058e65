import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedCast, type Cast } from '../../../seeds/index.ts';
import type { EntityManager } from '../../../src/database/index.ts';
import { startService, type Service } from '../../../src/service.ts';
import { readSettings } from '../../../src/settings.ts';
import { embedLabels } from '../../../src/vocabulary/index.ts';

/** Runs the work on a database in memory with the cast in it, read by the model. */
export async function withCast<Result>(
  model: string,
  cast: Cast,
  work: (service: Service) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-quality-'));
  const service = await startService(
    { ...readSettings({}), dataFolder: folder, model, logLevel: 'silent' },
    { inMemory: true, work: false },
  );
  try {
    await seedCast(service.contextFor({ id: 'bench', kind: 'operator' }), cast);
    // As a service that has had its time: texts are linked by meaning, too.
    await embedLabels(service.database.em.fork() as EntityManager, service.titles);
    await service.readTexts(service.database.em.fork() as EntityManager);
    return await work(service);
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
