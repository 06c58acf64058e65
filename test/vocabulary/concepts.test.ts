import { describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { importVocabulary } from '../../src/vocabulary/index.ts';
import { OPERATOR, useApi } from '../testkit/index.ts';
import { csv, esco, starterTables, useFolder } from './fixtures.ts';

const folderWith = useFolder();
const api = useApi({ settings: { vocabularyFolder: folderWith(starterTables()) } });
const NURSE = esco('occupation', 1);
const TRIAGE = 'tandem:skill/triage';
const TALENT = { id: newId(), kind: 'talent' } as const;

const CONCEPT = `query ($id: ID!) { concept(id: $id) {
  id kind isco skillKind regulatedIn label(language: "en") labels(language: "fr") { text preferred }
  broader { id broader { id } } skills { id } optional: skills(necessity: OPTIONAL) { id } sources { id attribution }
} }`;
interface Asked {
  concept: Record<string, unknown>;
}
const concept = async (id: string) => (await api.ask<Asked>(TALENT, CONCEPT, { id })).data.concept;

interface Found {
  concepts: { concept: { id: string }; label: string; language: string; score: number }[];
}
const search = (variables: Record<string, unknown>) =>
  api.ask<Found>(
    TALENT,
    `query ($search: String!, $kind: ConceptKind, $language: String, $first: Int) {
      concepts(search: $search, kind: $kind, language: $language, first: $first) {
        concept { id } label language score
      }
    }`,
    variables,
  );
const found = async (variables: Record<string, unknown>) =>
  (await search(variables)).data.concepts.map(({ concept: { id }, label }) => `${id} ${label}`);

/** An ESCO of one nurse and two skills. */
const escoFolder = (preferred: string) =>
  folderWith({
    'occupations_en.csv': csv(
      ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'],
      [NURSE, '2221', preferred, 'staff nurse\nnurse'],
    ),
    'occupations_fr.csv': csv(
      ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'],
      [NURSE, '2221', 'infirmier de soins généraux/infirmière de soins généraux', ''],
    ),
    'skills_en.csv': csv(
      ['conceptUri', 'skillType', 'preferredLabel', 'altLabels'],
      [esco('skill', 2), 'knowledge', 'sterile technique', ''],
      [esco('skill', 3), 'skill/competence', 'calm relatives', ''],
    ),
    'broaderRelationsSkillPillar.csv': csv(
      ['conceptUri', 'broaderUri'],
      [esco('skill', 3), esco('skill', 9)],
      [esco('skill', 2), esco('skill', 3)],
    ),
    'occupationSkillRelations.csv': csv(
      ['occupationUri', 'relationType', 'skillUri'],
      [NURSE, 'essential', esco('skill', 2)],
      [NURSE, 'optional', esco('skill', 3)],
      [NURSE, 'optional', esco('skill', 9)],
    ),
  });

describe('a concept', () => {
  test('of the starter vocabulary says what it is, what it is called and what is wider', async () => {
    expect(await concept(NURSE)).toEqual({
      id: NURSE,
      kind: 'OCCUPATION',
      isco: '2221',
      skillKind: null,
      regulatedIn: ['CA-QC', 'FR', 'SE'],
      label: 'registered nurse',
      labels: [
        { text: 'infirmier', preferred: true },
        { text: 'infirmière', preferred: false },
      ],
      broader: [{ id: 'isco:2221', broader: [{ id: 'isco:222' }] }],
      skills: [],
      optional: [],
      sources: [{ id: 'starter', attribution: expect.stringContaining('Tandem') as string }],
    });
    expect(await concept(TRIAGE)).toMatchObject({ kind: 'SKILL', isco: null, skillKind: 'SKILL' });
  });

  test('that ESCO names too is upgraded in place: its marks and names stay, new names and skills come', async () => {
    await importVocabulary(api.as('operator'), escoFolder('nurse responsible for general care'));
    expect(await concept(NURSE)).toMatchObject({
      regulatedIn: ['CA-QC', 'FR', 'SE'],
      // What users saw before the import they see after it.
      label: 'registered nurse',
      labels: [
        { text: 'infirmier', preferred: true },
        { text: 'infirmier de soins généraux', preferred: false },
        { text: 'infirmière', preferred: false },
        { text: 'infirmière de soins généraux', preferred: false },
      ],
      skills: [{ id: esco('skill', 2) }],
      // A skill that is no concept here is left out.
      optional: [{ id: esco('skill', 3) }],
      sources: [
        { id: 'starter' },
        { id: 'esco', attribution: 'ESCO classification of the European Commission, CC BY 4.0' },
      ],
    });
    const { data } = await api.ask<{ concept: { labels: object[] } }>(
      TALENT,
      `query ($id: ID!) { concept(id: $id) { labels(language: "en") { text preferred } } }`,
      { id: NURSE },
    );
    expect(data.concept.labels).toEqual([
      { text: 'registered nurse', preferred: true },
      { text: 'nurse responsible for general care', preferred: false },
      { text: 'nurse', preferred: false },
      { text: 'staff nurse', preferred: false },
    ]);
  });

  test('of an imported vocabulary only has the names that it has there', async () => {
    expect(await concept(esco('skill', 3))).toMatchObject({
      skillKind: 'SKILL',
      label: 'calm relatives',
      labels: [],
      broader: [],
      sources: [{ id: 'esco' }],
    });
  });

  test('has nothing wider in memory that is no concept here', async () => {
    const { em, vocabulary } = api.as('operator');
    const { concepts } = await vocabulary.catalogue.current(em);
    expect(concepts.get(esco('skill', 2))?.broader).toEqual([esco('skill', 3)]);
    expect(concepts.get(esco('skill', 3))?.broader).toEqual([]);
  });

  test('is seen as it is after every import', async () => {
    await importVocabulary(api.as('operator'), escoFolder('care nurse'));
    expect(await found({ search: 'care nurse' })).toEqual([`${NURSE} care nurse`]);
    expect(await found({ search: 'nurse responsible' })).toEqual([]);
  });

  test('that is unknown is refused', async () => {
    const { status, errors } = await api.ask(TALENT, CONCEPT, { id: 'isco:9999' });
    expect(status).toBe(404);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VOCABULARY_CONCEPT_UNKNOWN', path: ['id'] });
  });
});

describe('a search of concepts', () => {
  test('finds the label itself first, then the labels that the text covers most of', async () => {
    const { data } = await search({ search: 'Nurse' });
    expect(data.concepts[0]).toEqual({ concept: { id: NURSE }, label: 'nurse', language: 'en', score: 1 });
    expect(data.concepts.map(({ concept: { id } }) => id)).toEqual([NURSE, 'tandem:occupation/night-nurse']);
    expect(data.concepts[1]!.score).toBeLessThan(0.9);
  });

  test('takes beginnings of words in any order, and longer parts of compounds', async () => {
    expect(await found({ search: 'nur regis' })).toEqual([`${NURSE} registered nurse`]);
    expect(await found({ search: 'sköterska', kind: 'OCCUPATION' })).toEqual([
      `${NURSE} sjuksköterska`,
      'tandem:occupation/night-nurse nattsjuksköterska',
    ]);
    expect(await found({ search: 'rska' })).not.toEqual([]);
    expect(await found({ search: 'ska' })).toEqual([]);
  });

  test('does not mind accents, capitals and punctuation', async () => {
    expect(await found({ search: '«INFIRMIERE.»' })).toEqual([`${NURSE} infirmière`]);
  });

  test('is narrowed by kind and language', async () => {
    expect(await found({ search: 'triage', language: 'sv' })).toEqual([`${TRIAGE} triage`]);
    expect(await found({ search: 'triage', kind: 'OCCUPATION' })).toEqual([]);
    expect(await found({ search: 'sjuk', kind: 'GROUP' })).toEqual(['isco:2221 Sjuksköterskor']);
  });

  test('gives as many as asked for', async () => {
    expect(await found({ search: 'nurs', first: 1 })).toHaveLength(1);
  });

  test.each([
    ['an empty text', { search: '  ' }, 'VOCABULARY_SEARCH_INVALID'],
    ['a text without end', { search: 'x'.repeat(201) }, 'VOCABULARY_SEARCH_INVALID'],
    ['too many at once', { search: 'nurse', first: 101 }, 'PAGE_INVALID_SIZE'],
  ])('refuses %s', async (_, variables, code) => {
    const { status, errors } = await search(variables);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  test('finds nothing for signs alone', async () => {
    expect(await found({ search: '%_()' })).toEqual([]);
  });

  test('is for whoever has signed in', async () => {
    for (const kind of ['talent', 'employer', 'organiser', 'operator'] as const) {
      const { errors } = await api.ask({ id: newId(), kind }, `{ concepts(search: "nurse") { score } }`);
      expect(errors).toBeUndefined();
    }
    for (const query of [`{ concepts(search: "nurse") { score } }`, `{ concept(id: "isco:2") { id } }`]) {
      const { errors } = await api.ask(null, query);
      expect(errors?.[0]?.extensions.code).toBe('ACCESS_UNAUTHENTICATED');
    }
  });

  test('that would give very much is refused', async () => {
    const { errors } = await api.ask(
      OPERATOR,
      `{ concepts(search: "nurse", first: 100) { concept { skills { labels { text } } } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('API_QUERY_TOO_COSTLY');
  });
});
