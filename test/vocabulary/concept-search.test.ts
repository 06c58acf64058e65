import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityManager } from '../../src/database/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { embedLabels, loadStarter } from '../../src/vocabulary/index.ts';
import { NOW, useApi } from '../testkit/index.ts';
import { groupRows, starterTables, useFolder } from './fixtures.ts';

const folderWith = useFolder();
const TABLES = {
  groups: groupRows('2221', '2222', '2411', '2512', '5120', '7126', '7212'),
  occupations: [
    'nurse	2221			registered nurse	sjuksköterska	infirmier | infirmière',
    'midwife	2222			midwife	barnmorska	sage-femme',
    'developer	2512			systems developer | software developer	systemutvecklare	développeur de systèmes',
    'cook	5120			cook	kock	cuisinier | cuisinière',
    'welder	7212			welder	svetsare	soudeur | soudeuse',
    'accountant	2411			accountant	redovisningsekonom	comptable',
  ],
  skills: [
    'wound-care		SKILL	wound care	sårvård	soins des plaies',
    'bookkeeping		SKILL	bookkeeping	bokföring	tenue des comptes',
  ],
};
const api = useApi({
  settings: { vocabularyFolder: folderWith(starterTables(TABLES)), model: 'tandem-e5-small' },
});
const em = () => api.service.database.em.fork() as EntityManager;

interface Found {
  concepts: { concept: { id: string }; label: string; language: string; score: number }[];
}
const search = async (text: string, more: Record<string, unknown> = {}) => {
  const { data } = await api.ask<Found>(
    { id: newId(), kind: 'talent' },
    `query ($search: String!, $kind: ConceptKind, $language: String) {
      concepts(search: $search, kind: $kind, language: $language) { concept { id } label language score }
    }`,
    { search: text, ...more },
  );
  return data.concepts.map(({ concept, ...rest }) => ({
    ...rest,
    id: concept.id.replace(/^tandem:[a-z]+\//, ''),
  }));
};
const first = async (text: string, more: Record<string, unknown> = {}) => (await search(text, more))[0]?.id;

describe('before labels have their vectors', () => {
  test('concepts are found by the words of their labels', async () => {
    expect(await first('sjukskoterska')).toBe('nurse');
    expect(await first('syst')).toBe('developer');
  });

  test('a long word may have a slip, for a lower score', async () => {
    const [found] = await search('systemutveklare');
    expect(found).toMatchObject({ id: 'developer', label: 'systemutvecklare', score: 0.8 });
    expect(await first('redovisningsekonmo')).toBe('accountant');
    expect(await search('soudeurxy')).toEqual([]);
  });
});

describe('by meaning', () => {
  beforeAll(async () => {
    await embedLabels(em(), api.service.titles);
  });

  test.each([
    ['sjukskoterska', 'nurse'],
    ['infirmiere', 'nurse'],
    ['nurse', 'nurse'],
    ['systemutveklare', 'developer'],
  ])('%s finds the %s', async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test.each([
    ['hospital nursing sister', 'nurse'],
    ['omvårdnadspersonal', 'nurse'],
    ['mjukvaruingenjör', 'developer'],
    ['ingénieur logiciel', 'developer'],
    ['programmer', 'developer'],
    ['traitement des plaies', 'wound-care'],
  ])('%s, which no label has, finds the %s', async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test('a label itself scores 1, one that begins so or means the same scores less', async () => {
    const [nurse, ...others] = await search('registered nurse');
    expect(nurse).toEqual({ id: 'nurse', label: 'registered nurse', language: 'en', score: 1 });
    for (const { score } of others) expect(score).toBeLessThan(0.95);
  });

  test('kind and language narrow what is found by meaning, too', async () => {
    for (const { language } of await search('nursing sister', { language: 'sv' }))
      expect(language).toBe('sv');
    expect(await first('nursing sister', { language: 'sv' })).toBe('nurse');
    expect(await first('accounting', { kind: 'SKILL' })).toBe('bookkeeping');
    expect(await search('nursing sister', { language: 'xx' })).toEqual([]);
  });

  test('what means nothing here finds nothing', async () => {
    for (const text of ['%_()', 'qqqq xxxx', '護士', '👩‍⚕️']) expect(await search(text)).toEqual([]);
  });

  test('concepts that come are found once they have their vectors, and by their words at once', async () => {
    const more = [...TABLES.occupations, 'plumber	7126			plumber	rörmokare	plombier'];
    await loadStarter(em(), folderWith(starterTables({ ...TABLES, occupations: more })), NOW);
    expect(await first('plumb')).toBe('plumber');
    await embedLabels(em(), api.service.titles);
    expect(await first('pipe fitter for water')).toBe('plumber');
  });
});
