import { describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { derivedId } from '../../src/kernel/index.ts';
import { importVocabulary } from '../../src/vocabulary/index.ts';
import { useService } from '../testkit/index.ts';
import { csv, esco, escoGroup, starterTables, storedOf, useFolder } from './fixtures.ts';

const folderWith = useFolder();
const tandem = useService({ settings: { vocabularyFolder: folderWith(starterTables()) } });
const operator = () => tandem.as('operator');
const bring = (files: Record<string, string | Buffer>) => importVocabulary(operator(), folderWith(files));
const stored = () => storedOf(operator(), 'esco');

const NURSE = esco('occupation', 1);
const MIDWIFE = esco('occupation', 2);
const CARE = esco('skill', 1);
const TRIAGE = esco('skill', 2);

const OCCUPATION_HEADER =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description'.split(',');
const occupation = (
  uri: string,
  preferred: string,
  others: string[] = [],
  rest: { isco?: string; hidden?: string; status?: string } = {},
) => [
  'Occupation',
  uri,
  rest.isco ?? '2221',
  preferred,
  others.join('\n'),
  rest.hidden ?? '',
  rest.status ?? 'released',
  'Cares, "nurses"\nand helps.',
];
const occupations = (...records: string[][]): string => csv(OCCUPATION_HEADER, ...records);
const skills = (...records: (readonly [uri: string, type: string, preferred: string])[]): string =>
  csv(
    ['conceptType', 'conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'],
    ...records.map(([uri, type, preferred]) => [
      'KnowledgeSkillCompetence',
      uri,
      type,
      'cross-sector',
      preferred,
      '',
    ]),
  );

/** ESCO's own files in two languages, with relations. */
const official = () => ({
  'occupations_en.csv': occupations(
    occupation(NURSE, 'general nurse', ['staff nurse', 'ward nurse'], { hidden: 'nurce' }),
    occupation(MIDWIFE, 'midwife', [], { isco: '2222' }),
    occupation(esco('occupation', 3), 'leech gatherer', [], { status: 'obsolete' }),
  ),
  'occupations_fr.csv': occupations(
    occupation(NURSE, 'infirmier/infirmière de soins généraux', ['infirmier/infirmière']),
    occupation(MIDWIFE, 'homme sage-femme/sage-femme', [], { isco: '2222' }),
  ),
  'skills_en.csv': skills([CARE, 'skill/competence', 'care for people'], [TRIAGE, 'knowledge', 'triage']),
  'ISCOGroups_en.csv': csv(
    ['conceptType', 'conceptUri', 'code', 'preferredLabel', 'altLabels'],
    ['ISCOGroup', escoGroup('2221'), '2221', 'Nursing professionals', ''],
    ['ISCOGroup', escoGroup('222'), '222', 'Nursing and midwifery professionals', ''],
  ),
  'broaderRelationsOccPillar_en.csv': csv(
    ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
    ['Occupation', MIDWIFE, 'Occupation', NURSE],
    ['Occupation', NURSE, 'ISCOGroup', escoGroup('2221')],
  ),
  'broaderRelationsSkillPillar_en.csv': csv(
    ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
    ['KnowledgeSkillCompetence', TRIAGE, 'KnowledgeSkillCompetence', CARE],
    ['KnowledgeSkillCompetence', CARE, 'SkillGroup', 'http://data.europa.eu/esco/skill/S1.2'],
  ),
  'occupationSkillRelations_en.csv': csv(
    ['occupationUri', 'relationType', 'skillType', 'skillUri'],
    [NURSE, 'essential', 'knowledge', TRIAGE],
    [NURSE, 'optional', 'skill/competence', CARE],
  ),
  'skillGroups_en.csv': 'conceptType\n',
});

/** The same concepts as tables reshaped from ESCO. */
const reshaped = () => ({
  'esco_occupations_en_fr_sv.tsv': [
    'uri	isco08	pref_en	pref_fr	pref_sv	alt_en	alt_fr	alt_sv	description_en',
    `${NURSE}	2221	general nurse	infirmier/infirmière		staff nurse | ward nurse			Cares for "people".`,
    `${MIDWIFE}		midwife		barnmorska			jordemor	`,
    '',
  ].join('\n'),
  'esco_skills_en_fr_sv.tsv': [
    'uri	skill_type	reuse_level	pref_en	pref_fr	pref_sv	alt_fr	description_en',
    `${TRIAGE}	knowledge	cross-sector		tri	triage	tri médical	`,
    '',
  ].join('\n'),
  'isco08_groups_en_fr_sv.tsv': 'code	label_en	label_fr	label_sv\n2	Professionals	Professions	Yrken\n',
  'esco_broader_skills.tsv': `child_uri	parent_uri\n${TRIAGE}	${CARE}\n`,
});

describe('importing ESCO’s classification', () => {
  test('reads occupations, skills, groups and what relates them, in every language of the folder', async () => {
    const report = await bring(official());
    expect(report).toMatchObject({
      changed: true,
      concepts: { added: 6, changed: 0, removed: 0 },
      labels: { added: 15, changed: 0, removed: 0 },
      ignored: ['skillGroups_en.csv'],
      problems: [],
    });
    expect(report.files).toContainEqual({ file: 'occupations_en.csv', rows: 2, problems: 0 });
    const { concepts, labels } = await stored();
    expect(labels).toEqual([
      `${NURSE} en * general nurse`,
      `${NURSE} en nurce`,
      `${NURSE} en staff nurse`,
      `${NURSE} en ward nurse`,
      `${NURSE} fr infirmier`,
      `${NURSE} fr * infirmier de soins généraux`,
      `${NURSE} fr infirmière`,
      `${NURSE} fr infirmière de soins généraux`,
      `${MIDWIFE} en * midwife`,
      `${MIDWIFE} fr * homme sage-femme`,
      `${MIDWIFE} fr sage-femme`,
      `${CARE} en * care for people`,
      `${TRIAGE} en * triage`,
      'isco:222 en * Nursing and midwifery professionals',
      'isco:2221 en * Nursing professionals',
    ]);
    expect(concepts.map(({ id, isco, broader }) => ({ id, isco, broader }))).toEqual([
      { id: NURSE, isco: '2221', broader: ['isco:2221'] },
      { id: MIDWIFE, isco: '2222', broader: [NURSE] },
      { id: CARE, isco: null, broader: [] },
      { id: TRIAGE, isco: null, broader: [CARE] },
      { id: 'isco:222', isco: '222', broader: ['isco:22'] },
      { id: 'isco:2221', isco: '2221', broader: ['isco:222'] },
    ]);
  });

  test('a second time changes nothing, and says so', async () => {
    const before = await stored();
    const report = await bring(official());
    expect(report).toMatchObject({
      changed: false,
      concepts: { added: 0, changed: 0, removed: 0 },
      labels: { added: 0, changed: 0, removed: 0 },
    });
    expect(await stored()).toEqual(before);
  });

  test('leaves what other sources say as it is', async () => {
    const { concepts, labels } = await storedOf(operator(), 'starter');
    expect(concepts.find(({ id }) => id === NURSE)).toMatchObject({ regulated_in: ['CA-QC', 'FR', 'SE'] });
    expect(labels).toContain(`${NURSE} en * registered nurse`);
    expect(concepts).toHaveLength(8);
  });

  test('takes over what a newer version changed, and removes what left it', async () => {
    const { 'occupations_en.csv': _, ...rest } = official();
    const report = await bring({
      ...rest,
      'occupations_en.csv': occupations(
        occupation(NURSE, 'nurse responsible for care', ['general nurse', 'staff nurse'], { isco: '2220' }),
      ),
      'occupations_fr.csv': occupations(occupation(NURSE, 'infirmier de soins généraux')),
    });
    expect(report).toMatchObject({
      concepts: { added: 0, changed: 1, removed: 1 },
      // New: the preferred one. No longer preferred: general nurse. Gone: ward nurse, nurce, 3 in French, 3 of the midwife.
      labels: { added: 1, changed: 1, removed: 8 },
    });
    const { concepts, labels } = await stored();
    expect(concepts.map(({ id }) => id)).not.toContain(MIDWIFE);
    expect(labels.filter((label) => label.startsWith(`${NURSE} en`))).toEqual([
      `${NURSE} en general nurse`,
      `${NURSE} en * nurse responsible for care`,
      `${NURSE} en staff nurse`,
    ]);
  });

  test('of one more language adds it, and keeps languages and relations that came before', async () => {
    await bring(official());
    const before = await stored();
    const report = await bring({
      'occupations_sv.csv': occupations(
        occupation(NURSE, 'sjuksköterska, grundutbildad'),
        occupation(MIDWIFE, 'barnmorska', [], { isco: '2222' }),
      ),
    });
    expect(report).toMatchObject({
      concepts: { added: 0, changed: 0, removed: 0 },
      labels: { added: 2, changed: 0, removed: 0 },
    });
    const after = await stored();
    expect(after.concepts).toEqual(before.concepts);
    expect(after.labels.filter((label) => !label.includes(' sv '))).toEqual(before.labels);
  });

  test('of a region’s variant counts as the language, which has the first word', async () => {
    await bring({
      'skills_en-us.csv': skills([CARE, 'skill/competence', 'caring'], [TRIAGE, 'knowledge', 'triaging']),
      'skills_en.csv': skills([CARE, 'skill/competence', 'care for people'], [TRIAGE, 'knowledge', 'triage']),
    });
    const { labels } = await stored();
    expect(labels.filter((label) => label.startsWith(CARE))).toEqual([
      `${CARE} en * care for people`,
      `${CARE} en caring`,
    ]);
  });

  test('reads the tables reshaped from it, all languages of a row at once', async () => {
    await bring(official());
    expect(await bring(reshaped())).toMatchObject({ changed: true, problems: [] });
    const { concepts, labels } = await stored();
    expect(labels).toEqual([
      `${NURSE} en * general nurse`,
      `${NURSE} en staff nurse`,
      `${NURSE} en ward nurse`,
      `${NURSE} fr * infirmier`,
      `${NURSE} fr infirmière`,
      `${MIDWIFE} en * midwife`,
      `${MIDWIFE} sv * barnmorska`,
      `${MIDWIFE} sv jordemor`,
      `${TRIAGE} fr * tri`,
      `${TRIAGE} fr tri médical`,
      `${TRIAGE} sv * triage`,
      'isco:2 en * Professionals',
      'isco:2 fr * Professions',
      'isco:2 sv * Yrken',
    ]);
    // These tables leave a code open that an earlier import gave.
    expect(concepts.find(({ id }) => id === MIDWIFE)).toMatchObject({ isco: '2222', broader: [NURSE] });
    expect(await bring(reshaped())).toMatchObject({ changed: false });
  });
});

describe('bad rows', () => {
  test('are named with file and line; the rest is taken, and nothing goes that could not be read', async () => {
    await bring(official());
    const report = await bring({
      'occupations_en.csv': occupations(
        occupation(NURSE, 'nurse', ['x'.repeat(301)], { isco: '22x' }),
        occupation('http://example.org/midwife', 'midwife'),
      ),
      'skills_en.csv': `${skills([CARE, 'skill/competence', 'care'])}only,three,cells\r\n`,
    });
    expect(report.problems).toEqual([
      { file: 'skills_en.csv', line: 3, problem: 'has 3 cells where the header has 6' },
      { file: 'occupations_en.csv', line: 2, problem: '"22x" is no ISCO-08 unit group, and is left out' },
      {
        file: 'occupations_en.csv',
        line: 2,
        problem: 'a label of 301 characters is left out; 300 are the most',
      },
      {
        file: 'occupations_en.csv',
        line: 4,
        problem: '"http://example.org/midwife" is no URI of an occupation of ESCO',
      },
    ]);
    expect(report.concepts.removed).toBe(0);
    const { labels } = await stored();
    expect(labels).toContain(`${MIDWIFE} en * midwife`);
    expect(labels).toContain(`${TRIAGE} en * triage`);
    // Rows that could be read are brought up to date all the same.
    expect(labels.filter((label) => label.startsWith(`${NURSE} en`))).toEqual([`${NURSE} en * nurse`]);
    expect(labels.filter((label) => label.startsWith(CARE))).toEqual([`${CARE} en * care`]);
  });

  test('of relations do not take the readable ones along', async () => {
    const report = await bring({
      'skills_en.csv': official()['skills_en.csv'],
      'broaderRelationsSkillPillar_en.csv': csv(
        ['conceptUri', 'broaderUri'],
        ['triage', CARE],
        [TRIAGE, CARE],
        [CARE, 'http://data.europa.eu/esco/isced-f/09'],
      ),
      'occupationSkillRelations_en.csv': csv(
        ['occupationUri', 'relationType', 'skillUri'],
        [NURSE, 'useful', CARE],
      ),
    });
    expect(report.problems.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '2 "useful" is neither essential nor optional',
      '2 "triage" is no URI of ESCO',
    ]);
    expect(report.files.map(({ rows }) => rows)).toEqual([2, 0, 1]);
  });
});

describe('an import that cannot be done leaves the vocabulary whole', () => {
  test.each([
    [
      'a file that breaks off within a cell',
      `${occupations(occupation(NURSE, 'other'))}Occupation,"${MIDWIFE}`,
      'VOCABULARY_TABLE_UNREADABLE',
    ],
    [
      'a file without the column of URIs',
      csv(['preferredLabel', 'altLabels'], ['nurse', '']),
      'VOCABULARY_COLUMN_MISSING',
    ],
    ['a file without a usable row', occupations(occupation('nurse', 'nurse')), 'VOCABULARY_NOTHING_USABLE'],
    ['a file that is an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'VOCABULARY_TABLE_UNREADABLE'],
  ])('%s', async (_, content, code) => {
    await bring(official());
    const before = await stored();
    const folder = { 'skills_en.csv': skills([CARE, 'knowledge', 'other']), 'occupations_en.csv': content };
    await expect(bring(folder)).rejects.toMatchObject({ code });
    expect(await stored()).toEqual(before);
  });

  test('a folder that is not there, is none, or holds nothing of it', async () => {
    const folder = folderWith({
      'occupations.csv': '',
      'skills_en.ods': '',
      'broaderRelationsOccPillar_en.csv': '',
    });
    const run = (path: string) => importVocabulary(operator(), path);
    await expect(run(folder)).rejects.toMatchObject({ code: 'VOCABULARY_NOTHING_TO_IMPORT' });
    await expect(run(`${folder}/none`)).rejects.toMatchObject({ code: 'VOCABULARY_FOLDER_UNREADABLE' });
    await expect(run(`${folder}/occupations.csv`)).rejects.toMatchObject({
      code: 'VOCABULARY_FOLDER_UNREADABLE',
    });
  });
});

describe('an import', () => {
  test('is for operators only', async () => {
    const folder = folderWith(official());
    for (const kind of ['talent', 'employer', 'organiser'] as const)
      await expect(importVocabulary(tandem.as(kind), folder)).rejects.toMatchObject({
        code: 'ACCESS_FORBIDDEN',
      });
  });

  test('that changes something is audited, with counts', async () => {
    await bring(official());
    await bring(reshaped());
    const records = await operator().em.find(
      AuditRecordEntity,
      { subjectId: derivedId('vocabulary', 'esco') },
      { orderBy: { id: 'desc' }, limit: 1 },
    );
    expect(records).toMatchObject([
      { action: 'vocabulary:import', subjectKind: 'vocabulary', detail: { concepts: { removed: 3 } } },
    ]);
    await bring(reshaped());
    const after = await operator().em.count(AuditRecordEntity, { id: { $gt: records[0]!.id } });
    expect(after).toBe(0);
  });

  test('tells how far it is, in bytes', async () => {
    const told: [number, number][] = [];
    const folder = folderWith(official());
    await importVocabulary(operator(), folder, { progress: (done, total) => told.push([done, total]) });
    const total = Object.entries(official())
      .filter(([name]) => !name.startsWith('skillGroups'))
      .reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
    expect(told.at(-1)).toEqual([total, total]);
  });
});
