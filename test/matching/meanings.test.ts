import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/access/index.ts';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { saveDocument } from '../../src/documents/index.ts';
import { newId, type TextLanguage } from '../../src/kernel/index.ts';
import { embedLabels } from '../../src/vocabulary/index.ts';
import { useService } from '../testkit/index.ts';
import { groupRows, starterTables, useFolder } from '../vocabulary/fixtures.ts';

const folderWith = useFolder();
const groups = groupRows('2221', '2512', '5120', '7212', '8332');
const OCCUPATIONS = [
  'nurse	2221			registered nurse	sjuksköterska	infirmier | infirmière',
  'developer	2512			software developer	programmerare	développeur de logiciels',
  'cook	5120			cook	kock	cuisinier | cuisinière',
  'welder	7212			welder	svetsare	soudeur | soudeuse',
  'driver	8332			heavy truck driver	lastbilsförare	conducteur de poids lourd',
];
const SKILLS = [
  'customer-service		SKILL	customer service	kundservice	service à la clientèle',
  'bookkeeping		SKILL	bookkeeping	bokföring	tenue de livres',
];
const tandem = useService({
  settings: {
    vocabularyFolder: folderWith(starterTables({ groups, occupations: OCCUPATIONS, skills: SKILLS })),
    model: 'tandem-e5-small',
  },
});
const em = () => tandem.service.database.em.fork() as EntityManager;

interface Stored {
  source: string;
  item: number | null;
  concept: string;
  start: number;
  end: number;
  how: string;
  confidence: number;
}

const saved = async (language: TextLanguage, text: string, title?: string, mustHave: string[] = []) => {
  const id = newId();
  await inTransaction(tandem.as('operator'), (inside) =>
    saveDocument(inside, {
      id,
      kind: title === undefined ? 'CV' : 'JOB',
      language,
      text,
      ...(title === undefined ? {} : { brief: { title, mustHave, niceToHave: [] } }),
    }),
  );
  return id;
};
const linksOf = (id: string) =>
  rows<Stored>(
    em(),
    `SELECT source, item, regexp_replace(concept_id, '.*/', '') AS concept, "start", "end", how, confidence
     FROM document_concepts WHERE document_id = ? ORDER BY ordinal`,
    [id],
  );

test('nothing is linked by meaning before every label has its vector; then texts are read once more', async () => {
  const id = await saved('en', 'Somebody to code with us.', 'Computer programmer');
  await tandem.embedAll();
  expect(await linksOf(id)).toEqual([]);
  await embedLabels(em(), tandem.service.titles);
  await tandem.embedAll();
  expect(await linksOf(id)).toMatchObject([{ concept: 'developer', how: 'MEANING' }]);
});

describe('a phrase that no other way links', () => {
  beforeAll(async () => {
    await embedLabels(em(), tandem.service.titles);
  });

  test.each([
    ['sv', 'Mjukvaruutvecklare', 'developer'],
    ['sv', 'Lastbilschaufför', 'driver'],
    ['fr', 'Programmeur informatique', 'developer'],
    ['fr', 'Conducteur de camion', 'driver'],
    ['en', 'Software programmer', 'developer'],
    ['en', 'Lorry driver', 'driver'],
  ] as const)('%s: the title %s means the %s', async (language, title, concept) => {
    const id = await saved(language, 'x', title);
    await tandem.embedAll();
    const [link, ...others] = await linksOf(id);
    expect(others).toEqual([]);
    expect(link).toMatchObject({ source: 'TITLE', concept, how: 'MEANING', start: 0, end: title.length });
    expect(link!.confidence).toBeGreaterThan(0.5);
    expect(link!.confidence).toBeLessThan(1);
  });

  test('in the lists of a role and in the jobs and skills of a CV is linked at its place', async () => {
    const role = await saved('sv', 'x', 'Kock', ['kundtjänst']);
    const text = 'Erfarenhet\nBrända Tomten AB, lastbilschaufför, 2015–2020\n\nKunskaper\nKundtjänst, svets';
    const cv = await saved('sv', text);
    await tandem.embedAll();
    expect(await linksOf(role)).toMatchObject([
      { source: 'TITLE', concept: 'cook', how: 'EXACT' },
      { source: 'MUST_HAVE', item: 0, concept: 'customer-service', how: 'MEANING' },
    ]);
    const byMeaning = (await linksOf(cv)).filter(({ how }) => how === 'MEANING');
    expect(byMeaning.map(({ concept, start, end }) => [concept, text.slice(start, end)])).toEqual([
      ['driver', 'lastbilschaufför'],
      ['customer-service', 'Kundtjänst'],
    ]);
  });

  test('stays unlinked where it means nothing that the vocabulary has', async () => {
    const names = ['Brända Tomten', 'Nordlys Consulting', 'Falun', 'Zookeeper', 'Astronaut', 'Notaire'];
    const ids = await Promise.all(names.map((name) => saved('en', 'x', name)));
    await tandem.embedAll();
    for (const id of ids) expect(await linksOf(id)).toEqual([]);
  });

  test('in which a label was met is left to that label', async () => {
    const id = await saved('en', 'x', 'Lorry driver and welder');
    await tandem.embedAll();
    expect(await linksOf(id)).toMatchObject([{ concept: 'welder', how: 'EXACT' }]);
  });
});
