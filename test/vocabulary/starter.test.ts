import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { loadStarter, starterVocabulary } from '../../src/vocabulary/index.ts';
import { NOW, useService } from '../testkit/index.ts';
import { esco, starterTables, storedOf, useFolder } from './fixtures.ts';

const folderWith = useFolder();

describe('the starter vocabulary', () => {
  test('is read from its three tables', () => {
    const concepts = starterVocabulary(folderWith(starterTables()));
    expect(concepts.map(({ id }) => id)).toEqual([
      'isco:2',
      'isco:22',
      'isco:222',
      'isco:2221',
      esco('occupation', 1),
      'tandem:occupation/night-nurse',
      'tandem:skill/triage',
      esco('skill', 1),
    ]);
    expect(concepts[3]).toEqual({
      id: 'isco:2221',
      kind: 'GROUP',
      isco: '2221',
      skillKind: null,
      regulatedIn: [],
      broader: ['isco:222'],
      labels: [
        { language: 'en', text: 'Nursing professionals', preferred: true },
        { language: 'sv', text: 'Sjuksköterskor', preferred: true },
        { language: 'fr', text: 'Cadres infirmiers', preferred: true },
      ],
    });
    expect(concepts[4]).toEqual({
      id: esco('occupation', 1),
      kind: 'OCCUPATION',
      isco: '2221',
      skillKind: null,
      regulatedIn: ['CA-QC', 'FR', 'SE'],
      broader: ['isco:2221'],
      labels: [
        { language: 'en', text: 'registered nurse', preferred: true },
        { language: 'en', text: 'nurse', preferred: false },
        { language: 'sv', text: 'sjuksköterska', preferred: true },
        { language: 'fr', text: 'infirmier', preferred: true },
        { language: 'fr', text: 'infirmière', preferred: false },
      ],
    });
    expect(concepts[7]).toMatchObject({ kind: 'SKILL', isco: null, skillKind: 'TOOL', broader: [] });
  });

  const occupation = (cells: Partial<Record<'id' | 'isco' | 'esco' | 'regulated' | 'en' | 'fr', string>>) => {
    const row = {
      id: 'nurse',
      isco: '2221',
      esco: '',
      regulated: '',
      en: 'nurse',
      fr: 'infirmier',
      ...cells,
    };
    return {
      occupations: [[row.id, row.isco, row.esco, row.regulated, row.en, 'sjuksköterska', row.fr].join('\t')],
    };
  };
  test.each([
    ['a code that is none', { groups: ['2x	a	b	c'] }, 'groups.tsv, line 2', 'no ISCO-08 code'],
    ['a group without the one around it', { groups: ['22	a	b	c'] }, 'groups.tsv, line 2', 'group 2 around'],
    ['a group twice', { groups: ['2	a	b	c', '2	a	b	c'] }, 'groups.tsv, line 3', 'stands twice'],
    ['too few cells', { groups: ['2	a	b'] }, 'groups.tsv, line 2', '3 cells, not 4'],
    ['an empty label', { groups: ['2	a		c'] }, 'groups.tsv, line 2', 'sv: a label is empty'],
    [
      'an unknown unit group',
      occupation({ isco: '2222' }),
      'occupations.tsv, line 2',
      '2222 is no unit group',
    ],
    [
      'a group that is none of units',
      occupation({ isco: '222' }),
      'occupations.tsv, line 2',
      'no unit group',
    ],
    ['a country that is none', occupation({ regulated: 'SE,Quebec' }), 'occupations.tsv', 'Quebec is no ISO'],
    [
      'a country twice',
      occupation({ regulated: 'SE,SE' }),
      'occupations.tsv, line 2',
      'country stands twice',
    ],
    ['an identifier that is none', occupation({ id: 'Nurse' }), 'occupations.tsv, line 2', 'no identifier'],
    [
      'another kind of URI',
      occupation({ esco: esco('skill', 3) }),
      'occupations.tsv',
      'no ESCO URI of its kind',
    ],
    [
      'a pair of genders',
      occupation({ fr: 'infirmier/infirmière' }),
      'occupations.tsv',
      'fr: infirmier/infirmière',
    ],
    [
      'a label twice',
      occupation({ en: 'nurse | Nurse' }),
      'occupations.tsv',
      'en: the label Nurse stands twice',
    ],
    ['labels that run together', occupation({ en: 'nurse|carer' }), 'occupations.tsv', 'not parted by " | "'],
    ['a label without end', occupation({ en: 'x'.repeat(301) }), 'occupations.tsv', 'longer than 300'],
    ['space around a cell', occupation({ en: ' nurse' }), 'occupations.tsv, line 2', 'space around'],
    ['a quotation mark', occupation({ en: '"nurse"' }), 'occupations.tsv, line 2', 'quotation mark'],
    ['a mark of its own', occupation({ fr: 'infirmie\u0300re' }), 'occupations.tsv', 'not in Unicode form C'],
    ['a kind that is none', { skills: ['a		HOBBY	a	b	c'] }, 'skills.tsv, line 2', 'HOBBY is none of'],
    ['an identifier twice', { skills: ['a		TOOL	a	b	c', 'a		TOOL	a	b	c'] }, 'skills.tsv, line 3', 'a stands twice'],
  ])('is refused for %s, with file and line', (_, changes, place, problem) => {
    const folder = folderWith(starterTables(changes));
    expect(() => starterVocabulary(folder)).toThrow(
      expect.objectContaining({
        code: 'VOCABULARY_STARTER_INVALID',
        message: expect.stringMatching(
          new RegExp(`${place}.*${problem.replaceAll(/[|.]/g, '\\$&')}`),
        ) as string,
      }) as Error,
    );
  });

  test('is refused for another header, a missing line end, another encoding, or a table that is not there', () => {
    const { 'skills.tsv': _, ...two } = starterTables();
    for (const [files, problem] of [
      [{ ...starterTables(), 'groups.tsv': 'code	sv	en	fr\n' }, 'the header is not'],
      [{ ...starterTables(), 'groups.tsv': 'code	en	sv	fr\n2	a	b	c' }, 'line feed'],
      [{ ...starterTables(), 'groups.tsv': Buffer.from('code	en	sv	fr\n2	\xe9	b	c\n', 'latin1') }, 'UTF-8'],
      [two, 'skills.tsv, line 1: the file cannot be read'],
    ] as const)
      expect(() => starterVocabulary(folderWith(files))).toThrow(problem);
  });

  test('that Tandem brings along has all unit groups of ISCO-08, 400 occupations and 800 skills at least', () => {
    const shipped = starterVocabulary(join(packageFolder(), 'vocabulary'));
    const count = (kind: string) => shipped.filter((concept) => concept.kind === kind).length;
    expect(shipped.filter(({ kind, isco }) => kind === 'GROUP' && isco!.length === 4)).toHaveLength(436);
    expect(count('OCCUPATION')).toBeGreaterThanOrEqual(400);
    expect(count('SKILL')).toBeGreaterThanOrEqual(800);
    expect(shipped.some(({ regulatedIn }) => regulatedIn.includes('SE'))).toBe(true);
  });
});

describe('at a start', () => {
  const first = folderWith(starterTables());
  const tandem = useService({ settings: { vocabularyFolder: first } });
  const em = () => tandem.as('operator').em;

  test('the starter vocabulary of the package is what is stored, in place of the one before', async () => {
    const { concepts, labels } = await storedOf(tandem.as('operator'), 'starter');
    expect(concepts).toHaveLength(8);
    expect(labels.filter((label) => label.startsWith('tandem:skill/triage'))).toEqual([
      'tandem:skill/triage en * triage',
      'tandem:skill/triage fr * triage',
      'tandem:skill/triage sv * triage',
      'tandem:skill/triage sv triagering',
    ]);
  });

  test('nothing is written when it is there already', async () => {
    const stamp = () =>
      rows<{ changed_at: unknown }>(em(), `SELECT changed_at, xmin::text FROM vocabulary_sources`);
    const before = await stamp();
    expect(await loadStarter(em(), first, new Date('2027-01-01T00:00:00Z'))).toBeUndefined();
    expect(await stamp()).toEqual(before);
  });

  test('only the differences to a new one are written', async () => {
    const second = folderWith(
      starterTables({
        occupations: ['night-nurse	2221			night-shift nurse | night nurse	nattsjuksköterska	infirmier de nuit'],
      }),
    );
    expect(await loadStarter(em(), second, NOW)).toEqual({
      concepts: { added: 0, changed: 0, removed: 1 },
      labels: { added: 1, changed: 1, removed: 5 },
    });
    const { labels } = await storedOf(tandem.as('operator'), 'starter');
    expect(labels.filter((label) => label.includes('night-nurse en'))).toEqual([
      'tandem:occupation/night-nurse en night nurse',
      'tandem:occupation/night-nurse en * night-shift nurse',
    ]);
  });

  test('a broken one leaves the stored one as it is', async () => {
    const before = await storedOf(tandem.as('operator'), 'starter');
    const broken = folderWith(starterTables({ skills: ['triage		SKILL	triage	triage'] }));
    await expect(loadStarter(em(), broken, NOW)).rejects.toMatchObject({
      code: 'VOCABULARY_STARTER_INVALID',
    });
    expect(await storedOf(tandem.as('operator'), 'starter')).toEqual(before);
  });

  test('several starts at once load it once', async () => {
    const third = folderWith(starterTables({ skills: ['triage		SKILL	triage	triage	triage'] }));
    const loads = await Promise.all(
      Array.from({ length: 4 }, () =>
        loadStarter(tandem.service.database.em.fork() as EntityManager, third, NOW),
      ),
    );
    expect(loads.filter((load) => load !== undefined)).toHaveLength(1);
  });
});
