/** ESCO's occupations, as the reshaped tables of the development data have them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';

export interface Occupation {
  uri: string;
  isco: string | null;
  /** The preferred label first. */
  labels: Record<TextLanguage, string[]>;
}

/** Reads `esco_occupations_en_fr_sv.tsv`. */
export function readOccupations(folder: string): Occupation[] {
  const [header, ...lines] = readFileSync(join(folder, 'esco_occupations_en_fr_sv.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const labelsIn = (language: TextLanguage) => [
      ...new Set([cell(`pref_${language}`), ...cell(`alt_${language}`).split(' | ')].filter(Boolean)),
    ];
    return {
      uri: cell('uri'),
      isco: cell('isco08') || null,
      labels: Object.fromEntries(
        TEXT_LANGUAGES.map((language) => [language, labelsIn(language)]),
      ) as Occupation['labels'],
    };
  });
}

const HALVES = ['development', 'held-out'] as const;
export type Half = (typeof HALVES)[number];

/** Weights are learned and choices made on one half of the concepts; figures are reported on the other. */
export const halfOf = (uri: string): Half => HALVES[createHash('sha1').update(uri).digest()[0]! % 2]!;

/** An order that has nothing to do with what is ordered, the same on every machine. */
export const shuffled = (text: string): string => createHash('sha256').update(text).digest('hex');
