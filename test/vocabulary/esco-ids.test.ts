import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/settings.ts';
import { fillColumn } from '../../tools/esco-ids/fill-column.ts';
import { matchConcepts, type ComparedConcept } from '../../tools/esco-ids/match-concepts.ts';
import { csv, esco, starterTables, useFolder } from './fixtures.ts';

/** A concept from labels such as `en* nurse`, the star marking the preferred ones. */
const concept = (id: string, isco: string | null, ...labels: string[]): ComparedConcept => ({
  id,
  isco,
  labels: labels.map((label) => ({
    language: label.slice(0, 2),
    preferred: label[2] === '*',
    text: label.slice(label.indexOf(' ') + 1),
  })),
});
const NURSE = concept('nurse', '2221', 'en* nurse', 'en registered nurse', 'sv* sjuksköterska');

describe('one of our concepts is one of ESCO’s', () => {
  test('when preferred labels of a language are equal, but for capitals, and the ISCO codes are', () => {
    const { found } = matchConcepts([NURSE], [concept('a', '2221', 'sv* Sjuksköterska')]);
    expect([...found]).toEqual([['nurse', 'a']]);
  });

  test.each([
    ['the language differs', [concept('a', '2221', 'fr* nurse')], undefined],
    ['the code differs', [concept('a', '3221', 'en* nurse')], undefined],
    ['only synonyms are equal', [concept('a', '2221', 'en* carer', 'en registered nurse')], ['a']],
    [
      'two come equally near',
      [concept('a', '2221', 'en* nurse'), concept('b', '2221', 'sv* sjuksköterska')],
      ['a', 'b'],
    ],
  ])('but not when %s', (_, theirs, inDoubt) => {
    const { found, doubtful } = matchConcepts([NURSE], theirs);
    expect(found.size).toBe(0);
    expect(doubtful.get('nurse')).toEqual(inDoubt);
  });

  test('when more languages agree than for any other', () => {
    const near = concept('a', '2221', 'en* nurse');
    const nearer = concept('b', '2221', 'en* nurse', 'sv* sjuksköterska');
    expect(matchConcepts([NURSE], [near, nearer]).found.get('nurse')).toBe('b');
  });

  test('when it comes nearest of ours; the others are in doubt', () => {
    const other = concept('carer', '2221', 'en* carer', 'sv* sjuksköterska');
    const theirs = [concept('a', '2221', 'en* nurse', 'sv* sjuksköterska')];
    const { found, doubtful } = matchConcepts([other, NURSE], theirs);
    expect([...found]).toEqual([['nurse', 'a']]);
    expect([...doubtful]).toEqual([['carer', ['a']]]);
    expect(matchConcepts([NURSE, { ...NURSE, id: 'twin' }], theirs).found.size).toBe(0);
  });

  test('when two languages agree, where it is a skill', () => {
    const ours = concept('turning', null, 'en* turning', 'sv* svarvning');
    expect(matchConcepts([ours], [concept('a', null, 'en* woodturning', 'sv* svarvning')]).found.size).toBe(
      0,
    );
    expect(matchConcepts([ours], [concept('a', null, 'en* turning', 'sv* svarvning')]).found.size).toBe(1);
  });
});

describe('the column of identifiers', () => {
  test('is filled in where it is empty, and nothing else changes', () => {
    const table = 'id	esco	en\na		x\nb	there	y\nc		z\n';
    const found = new Map([
      ['a', 'new'],
      ['b', 'other'],
    ]);
    expect(fillColumn(table, found)).toEqual({ table: 'id	esco	en\na	new	x\nb	there	y\nc		z\n', filled: 1 });
  });

  test('is filled in by the tool, from the files that an import reads', () => {
    const folderWith = useFolder();
    const vocabulary = folderWith(starterTables());
    const header = ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'];
    const theirs = folderWith({
      'occupations_fr.csv': csv(
        header,
        [esco('occupation', 7), '2221', 'infirmier de nuit/infirmière de nuit', ''],
        [esco('occupation', 8), '2221', 'infirmier', ''],
      ),
    });
    const run = (...options: string[]) =>
      execFileSync(
        process.execPath,
        [
          join(packageFolder(), 'tools', 'esco-ids', 'index.ts'),
          theirs,
          '--vocabulary',
          vocabulary,
          ...options,
        ],
        { encoding: 'utf8' },
      );
    const table = () => readFileSync(join(vocabulary, 'occupations.tsv'), 'utf8');
    const before = table();
    expect(run('--dry-run')).toContain(
      'occupations.tsv: 1 identifiers filled in, 1 there before, 0 in doubt',
    );
    expect(table()).toBe(before);
    run();
    expect(table()).toBe(before.replace('night-nurse	2221	', `night-nurse	2221	${esco('occupation', 7)}`));
    expect(run()).toContain('occupations.tsv: 0 identifiers filled in, 2 there before');
  });
});
