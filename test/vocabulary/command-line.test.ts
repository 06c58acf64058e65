import { describe, expect, test } from 'vitest';
import { importInWords, statusInWords } from '../../src/cli/vocabulary.ts';
import { importVocabulary, vocabularyStatus } from '../../src/vocabulary/index.ts';
import { useService } from '../testkit/index.ts';
import { csv, esco, starterTables, useFolder } from './fixtures.ts';

const folderWith = useFolder();
const tandem = useService({ settings: { vocabularyFolder: folderWith(starterTables()) } });
const folder = folderWith({
  'occupations_sv.csv': csv(
    ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'],
    [esco('occupation', 1), '2221', 'sjuksköterska, grundutbildad', ''],
    [esco('occupation', 2), '2222', 'barnmorska', ''],
    ...Array.from({ length: 12 }, () => ['nothing', '', '', '']),
  ),
  'readme.txt': '',
});

describe('tandem vocabulary import says', () => {
  test('what it read, what was wrong with it, and what changed', async () => {
    const report = await importVocabulary(tandem.as('operator'), folder);
    expect(importInWords(report)).toBe(
      [
        'file                rows  problems',
        '──────────────────  ────  ────────',
        'occupations_sv.csv     2        12',
        ...Array.from(
          { length: 10 },
          (_, place) => `occupations_sv.csv, line ${place + 4}: "nothing" is no URI of an occupation of ESCO`,
        ),
        'and 2 more',
        'What such a file no longer names was kept, since not all of it could be read.',
        'Not read: readme.txt',
        'Concepts: 2 added, 0 changed, 0 removed',
        'Labels: 2 added, 0 changed, 0 removed',
        '',
      ].join('\n'),
    );
  });

  test('that nothing changed, when it was there already', async () => {
    const report = await importVocabulary(tandem.as('operator'), folder);
    expect(importInWords(report)).toContain('All of it was there already: nothing was changed.\n');
  });
});

test('tandem vocabulary says what is loaded, from where, and what waits', async () => {
  const status = await vocabularyStatus(tandem.as('operator'));
  expect(statusInWords(status, 7)).toBe(
    `
source   concepts    count  in both
───────  ──────────  ─────  ───────
starter  GROUP           4        0
starter  OCCUPATION      2        1
starter  SKILL           2        0
esco     OCCUPATION      2        1

source   language  labels
───────  ────────  ──────
starter  en             9
starter  fr             9
starter  sv             9
esco     sv             2

starter: Tandem starter vocabulary; ISCO-08 codes of the International Labour Organization; changed at 2026-11-21T12:00:00.000Z
esco: ESCO classification of the European Commission, CC BY 4.0; changed at 2026-11-21T12:00:00.000Z
Labels that wait for their vectors: 7
`.trimStart(),
  );
});

test('what is loaded is for operators to ask', async () => {
  await expect(vocabularyStatus(tandem.as('organiser'))).rejects.toMatchObject({ code: 'ACCESS_FORBIDDEN' });
});
