import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startService } from '../../src/service.ts';
import { onServer } from './database.ts';
import { testSettings } from './settings.ts';

/**
 * Makes the template that every test file copies: the schema, the queue and the model's indexes, made once.
 * A fresh PGlite alone takes 2 s to initialise.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  const server = process.env['DATABASE_URL'];
  if (server) {
    const template = `tandem_template_${process.pid}`;
    await onServer(server, `CREATE DATABASE ${template}`);
    const url = new URL(server);
    url.pathname = `/${template}`;
    const service = await startService(testSettings(folder, url.href), { work: false });
    await service.close();
    project.provide('server', { url: server, template });
    project.provide('pgliteTemplate', '');
    return async () => {
      await onServer(server, `DROP DATABASE ${template} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    };
  }
  const service = await startService(testSettings(folder), { work: false, inMemory: true });
  const dump = await service.database.pglite!.dumpDataDir('none');
  const file = join(folder, 'template.tar');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  await service.close();
  project.provide('server', null);
  project.provide('pgliteTemplate', file);
  return async () => rmSync(folder, { recursive: true, force: true });
}
