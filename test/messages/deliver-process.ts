/**
 * A process that delivers what waits in a database, to be killed by a test.
 * Run: `node deliver-process.ts <data folder> <database URL or -> <outbox> <present as ISO 8601>`.
 */
import type { EntitySchema } from '@mikro-orm/core';
import { openDatabase, type EntityManager } from '../../src/database/index.ts';
import { deliverWaiting } from '../../src/messages/delivery/deliver-waiting.ts';
import { folderCarrier } from '../../src/messages/delivery/folder-carrier.ts';
import { MessageEntity } from '../../src/messages/message.entity.ts';
// oxlint-disable-next-line import/no-unassigned-import -- for its entry in the register of templates
import './note.ts';

const [folder, url, outbox, now] = process.argv.slice(2) as [string, string, string, string];
const database = await openDatabase({
  ...(url === '-' ? { folder } : { url }),
  entities: [MessageEntity as unknown as EntitySchema],
  migrations: [],
  migrate: false,
});
await deliverWaiting({
  em: database.em.fork() as EntityManager,
  addresseeOf: async () => ({ name: 'Ada Sample', email: 'ada@example.org', language: 'en' }),
  carrier: folderCarrier(outbox),
  from: 'Tandem <post@tandem.example>',
  clock: () => new Date(now),
});
await database.close();
