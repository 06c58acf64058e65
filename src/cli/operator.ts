import type { Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import type { Service } from '../service.ts';
import { progressBar } from './progress-bar.ts';

/** The actor of the command line: whoever may read the data folder may do everything. */
export const operatorContext = (service: Service): Context =>
  service.contextFor({ id: 'command-line', kind: 'operator' });

/** Embeds whatever waits for it, with a bar. */
export async function embedWithBar(service: Service): Promise<number> {
  const bar = progressBar('embedding');
  const em = service.database.em.fork() as EntityManager;
  const done = await service.readTexts(em, {
    progress: (soFar) => {
      const total = soFar.done + soFar.pending;
      if (total > 0) bar.update(soFar.done, total);
    },
  });
  bar.end();
  return done;
}
