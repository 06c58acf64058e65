import { Failure } from '../kernel/index.ts';
import { assertStorable } from './check-record.ts';
import { recordKindUnknown } from './exchange.failures.ts';
import { isResume, resumeToTalent } from './json-resume/index.ts';
import type { Mapped } from './prepared.ts';
import type { ReadRecord } from './reading/index.ts';
import { unwrapRefused } from './refusal.ts';
import {
  isNode,
  isOrganization,
  isPosting,
  organizationToOrganisation,
  postingToRole,
} from './schema-org/index.ts';

/** Recognises a record, says it in Tandem's terms and checks it; or the failure that says why not. */
export function prepareRecord(record: ReadRecord, now: Date): Mapped | Failure {
  if (record.failure) return record.failure;
  try {
    return mapped(unwrapRefused(record.value), now);
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
}

function mapped(value: unknown, now: Date): Mapped {
  assertStorable(value);
  if (!isNode(value)) throw recordKindUnknown({ found: value === null ? 'null' : `a ${typeof value}` });
  if (isPosting(value)) return postingToRole(value, now);
  if (isOrganization(value)) return organizationToOrganisation(value);
  if (isResume(value)) return resumeToTalent(value, now);
  const keys = Object.keys(value).slice(0, 5).join(', ').slice(0, 100);
  throw recordKindUnknown({ found: `it has ${keys || 'no properties'}` });
}
