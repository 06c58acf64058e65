import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** An import of one file and how far it has come: it goes on from there after a crash. */
export const ImportEntity = defineEntity({
  name: 'Import',
  tableName: 'imports',
  properties: {
    /** Derived from the file's content. */
    id: p.uuid().primary(),
    /** Where the file was when it was last read. */
    file: p.string(),
    recordsRead: p.integer(),
    accepted: p.integer(),
    refused: p.integer(),
    /** How long the file of refused records was then: what stands behind it was written and not committed. */
    refusedBytes: p.bigint('number'),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});

export type Import = InferEntity<typeof ImportEntity>;
