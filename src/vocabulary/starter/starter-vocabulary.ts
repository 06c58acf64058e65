import { isCountryCode, isRegionCode, TEXT_LANGUAGES } from '../../kernel/index.ts';
import {
  groupAround,
  groupId,
  kindOfEscoId,
  LONGEST_LABEL,
  SKILL_KINDS,
  type Concept,
  type ConceptKind,
  type Label,
  type SkillKind,
} from '../concept.ts';
import { expandGenderPair } from '../esco/gender-pairs.ts';
import { starterTable, type StarterRow } from './starter-table.ts';

/** A concept of the starter vocabulary, with what only its tables say. */
export interface StarterConcept extends Concept {
  skillKind: SkillKind | null;
}

type LabelColumn = (typeof TEXT_LANGUAGES)[number];

/**
 * The vocabulary that Tandem brings along, from the tables groups.tsv, occupations.tsv and skills.tsv.
 * @throws VOCABULARY_STARTER_INVALID with file and line for the first thing that is wrong.
 */
export function starterVocabulary(folder: string): StarterConcept[] {
  const groups = readGroups(folder);
  const codes = new Set(groups.map(({ isco }) => isco!));
  const occupations = readOccupations(folder, codes);
  return [...groups, ...occupations, ...readSkills(folder)];
}

function readGroups(folder: string): StarterConcept[] {
  const codes = new Set<string>();
  return starterTable(folder, 'groups.tsv', ['code', 'en', 'sv', 'fr']).map((row) => {
    const { code } = row.cells;
    if (!/^\d{1,4}$/.test(code)) row.refuse(`${code} is no ISCO-08 code`);
    if (codes.has(code)) row.refuse(`the code ${code} stands twice`);
    const around = groupAround(code);
    if (around !== undefined && !codes.has(code.slice(0, -1)))
      row.refuse(`the group ${code.slice(0, -1)} around it does not stand above it`);
    codes.add(code);
    return concept('GROUP', groupId(code), row, {
      isco: code,
      broader: around === undefined ? [] : [around],
    });
  });
}

function readOccupations(folder: string, codes: ReadonlySet<string>): StarterConcept[] {
  const identified = identifier('OCCUPATION');
  return starterTable(folder, 'occupations.tsv', ['id', 'isco', 'esco', 'regulated', 'en', 'sv', 'fr']).map(
    (row) => {
      const { isco, regulated } = row.cells;
      if (isco.length !== 4 || !codes.has(isco)) row.refuse(`${isco} is no unit group of groups.tsv`);
      const regulatedIn = regulated === '' ? [] : regulated.split(',');
      const odd = regulatedIn.find((code) => !isCountryCode(code) && !isRegionCode(code));
      if (odd !== undefined) row.refuse(`${odd} is no ISO 3166 code such as SE or CA-QC`);
      if (new Set(regulatedIn).size < regulatedIn.length) row.refuse('a country stands twice');
      return concept('OCCUPATION', identified(row), row, {
        isco,
        regulatedIn: regulatedIn.toSorted(),
        broader: [groupId(isco)],
      });
    },
  );
}

function readSkills(folder: string): StarterConcept[] {
  const identified = identifier('SKILL');
  return starterTable(folder, 'skills.tsv', ['id', 'esco', 'kind', 'en', 'sv', 'fr']).map((row) => {
    const skillKind = SKILL_KINDS.find((kind) => kind === row.cells.kind);
    if (skillKind === undefined) return row.refuse(`${row.cells.kind} is none of ${SKILL_KINDS.join(', ')}`);
    return concept('SKILL', identified(row), row, { skillKind });
  });
}

const concept = (
  kind: ConceptKind,
  id: string,
  row: StarterRow<LabelColumn>,
  rest: Partial<StarterConcept>,
): StarterConcept => ({
  id,
  kind,
  isco: null,
  regulatedIn: [],
  broader: [],
  skillKind: null,
  labels: TEXT_LANGUAGES.flatMap((language) => labelsOf(row, language, kind)),
  ...rest,
});

/** Makes identifiers of the rows' slugs and ESCO URIs, each of which may stand once. */
function identifier(kind: 'OCCUPATION' | 'SKILL'): (row: StarterRow<'id' | 'esco'>) => string {
  const seen = new Set<string>();
  return (row) => {
    const { id, esco } = row.cells;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) row.refuse(`${id} is no identifier such as registered-nurse`);
    if (esco !== '' && kindOfEscoId(esco) !== kind) row.refuse(`${esco} is no ESCO URI of its kind`);
    for (const name of esco === '' ? [id] : [id, esco]) {
      if (seen.has(name)) row.refuse(`${name} stands twice`);
      seen.add(name);
    }
    return esco === '' ? `tandem:${kind.toLowerCase()}/${id}` : esco;
  };
}

/** The labels of a cell: the preferred one, and its synonyms behind it. */
function labelsOf(row: StarterRow<LabelColumn>, language: LabelColumn, kind: ConceptKind): Label[] {
  const texts = row.cells[language].split(' | ');
  const seen = new Set<string>();
  return texts.map((text, place) => {
    const refuse = (problem: string) => row.refuse(`${language}: ${problem}`);
    if (text === '' || text.includes('|')) refuse('a label is empty, or not parted by " | "');
    if (text.length > LONGEST_LABEL) refuse(`a label is longer than ${LONGEST_LABEL}`);
    if (seen.has(text.toLowerCase())) refuse(`the label ${text} stands twice`);
    if (kind === 'OCCUPATION' && expandGenderPair(text).length > 1)
      refuse(`${text} names two genders; they are labels of their own`);
    seen.add(text.toLowerCase());
    return { language, text, preferred: place === 0 };
  });
}
