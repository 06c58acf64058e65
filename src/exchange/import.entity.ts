import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** An import of one file and how far it has come: it goes on from there after a crash. */
export const ImportEntity = defineEntity({
  name: 'Import',
  tableName: 'imports',
  properties: {
    /** Derived from the file's content. */
    id: p.uuid().primary(),
    file: p.string(),
    recordsRead: p.integer(),
    accepted: p.integer(),
    refused: p.integer(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});

export type Import = InferEntity<typeof ImportEntity>;
