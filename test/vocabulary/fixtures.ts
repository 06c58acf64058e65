import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { rows } from '../../src/database/index.ts';
import type { ServiceContext } from '../../src/service.ts';
import type { Source } from '../../src/vocabulary/index.ts';

/** The URI of an invented concept of ESCO. */
export const esco = (pillar: 'occupation' | 'skill', number: number): string =>
  `http://data.europa.eu/esco/${pillar}/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The URI of an ISCO group as ESCO writes it. */
export const escoGroup = (code: string): string => `http://data.europa.eu/esco/isco/C${code}`;

/** A folder that goes with the test file, and writes folders of files into itself. */
export function useFolder() {
  const root = mkdtempSync(join(tmpdir(), 'tandem-vocabulary-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let folders = 0;
  return (files: Readonly<Record<string, string | Buffer>>): string => {
    const folder = join(root, String(++folders));
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  };
}

/** A starter vocabulary of a few concepts, with other rows where they are given. */
export const starterTables = (
  changes: { groups?: string[]; occupations?: string[]; skills?: string[] } = {},
): Record<string, string> => ({
  'groups.tsv': lines('code	en	sv	fr', changes.groups ?? GROUPS),
  'occupations.tsv': lines('id	isco	esco	regulated	en	sv	fr', changes.occupations ?? OCCUPATIONS),
  'skills.tsv': lines('id	esco	kind	en	sv	fr', changes.skills ?? SKILLS),
});

/** Rows of the unit groups of these codes, and of the groups around them. */
export const groupRows = (...codes: string[]): string[] =>
  [...new Set(codes.flatMap((code) => Array.from(code, (_, at) => code.slice(0, at + 1))))]
    .sort()
    .map((code) => `${code}	Group ${code}	Grupp ${code}	Groupe ${code}`);

const lines = (header: string, rest: readonly string[]): string => [header, ...rest, ''].join('\n');

const GROUPS = [
  '2	Professionals	Akademiska yrken	Professions intellectuelles',
  '22	Health	Vård	Santé',
  '222	Nursing and midwifery	Omvårdnad	Soins infirmiers',
  '2221	Nursing professionals	Sjuksköterskor	Cadres infirmiers',
];

const OCCUPATIONS = [
  `registered-nurse	2221	${esco('occupation', 1)}	SE,CA-QC,FR	registered nurse | nurse	sjuksköterska	infirmier | infirmière`,
  'night-nurse	2221			night nurse	nattsjuksköterska	infirmier de nuit',
];

const SKILLS = [
  'triage		SKILL	triage	triage | triagering	triage',
  `python	${esco('skill', 1)}	TOOL	Python	Python	Python`,
];

/** A row of CSV as ESCO writes it: quotation marks where they are needed. */
export const csv = (...records: (readonly string[])[]): string =>
  records.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What is stored of a source, in an order that does not depend on how it came there. */
export async function storedOf({ em }: ServiceContext, source: Source) {
  const concepts = await rows<{ id: string; isco: string | null; broader: string[]; regulated_in: string[] }>(
    em,
    `SELECT concept_id AS id, isco, broader, regulated_in FROM concept_descriptions WHERE source = ? ORDER BY concept_id`,
    [source],
  );
  const labels = await rows<{ label: string }>(
    em,
    `SELECT concept_id || ' ' || language || CASE WHEN preferred THEN ' * ' ELSE ' ' END || text AS label
     FROM concept_labels WHERE source = ? ORDER BY concept_id COLLATE "C", language, text COLLATE "C"`,
    [source],
  );
  return { concepts, labels: labels.map(({ label }) => label) };
}
