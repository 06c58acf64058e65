import { FirstSchema } from './20261121-first-schema.ts';
import { Evidence } from './20261122-evidence.ts';
import { PermitsAndLicences } from './20261122-permits-and-licences.ts';
import { Vocabulary } from './20261122-vocabulary.ts';

/** Every migration, oldest first. A merged one is never edited: a change is a new migration. */
export const migrations = [FirstSchema, Vocabulary, PermitsAndLicences, Evidence];
