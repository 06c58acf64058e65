import type { Failure } from '../kernel/index.ts';
import type { ReadRecord } from './reading/index.ts';

/** Why a record of a file was not taken. */
export interface Refusal {
  /** The line on which the record begins, from 1. */
  line: number;
  /** Where in the record: `basics.location.countryCode`; empty for the record as a whole. */
  path: string;
  code: string;
  problem: string;
  remedy: string;
}

/** What a failure says of the record. */
export function refusalOf({ line, place }: Pick<ReadRecord, 'line' | 'place'>, failure: Failure): Refusal {
  const path = [...place, ...failure.path].join('.');
  return { line, path, code: failure.code, problem: failure.message, remedy: failure.remedy };
}

/** The refusal as a line of the file of refused records: with the record itself, to be mended and imported. */
export const refusedLine = ({ value, text }: Pick<ReadRecord, 'value' | 'text'>, refusal: Refusal): string =>
  `${JSON.stringify({ refused: refusal, ...(value === undefined ? { text: text ?? null } : { record: value }) })}\n`;

/** The record within a line of a file of refused records, or the value as it is. */
export function unwrapRefused(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('refused' in value) || !('record' in value))
    return value;
  return value.record;
}
