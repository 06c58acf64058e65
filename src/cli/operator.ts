import type { Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import type { Service } from '../service.ts';
import { embedLabels } from '../vocabulary/index.ts';
import { progressBar } from './progress-bar.ts';

/** The actor of the command line: whoever may read the data folder may do everything. */
export const operatorContext = (service: Service): Context =>
  service.contextFor({ id: 'command-line', kind: 'operator' });

/** Reads whatever texts wait for it, with a bar. */
export const embedWithBar = (service: Service): Promise<number> =>
  withBar('embedding', (progress) =>
    service.readTexts(service.database.em.fork() as EntityManager, { progress }),
  );

/** Embeds whatever labels of the vocabulary wait for it, with a bar. */
export const embedLabelsWithBar = (service: Service): Promise<number> =>
  withBar('embedding labels', (progress) =>
    embedLabels(service.database.em.fork() as EntityManager, service.titles, { progress }),
  );

async function withBar(
  label: string,
  embed: (progress: (soFar: { done: number; pending: number }) => void) => Promise<number>,
): Promise<number> {
  const bar = progressBar(label);
  const done = await embed((soFar) => {
    const total = soFar.done + soFar.pending;
    if (total > 0) bar.update(soFar.done, total);
  });
  bar.end();
  return done;
}
