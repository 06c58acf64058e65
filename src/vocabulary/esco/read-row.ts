import {
  groupAround,
  groupId,
  kindOfEscoId,
  LONGEST_LABEL,
  type ConceptKind,
  type SkillKind,
} from '../concept.ts';
import type { StagedConcept, StagedLabel, StagedRelation } from '../store/staging.ts';
import type { FileForm } from './file-forms.ts';
import { expandGenderPair } from './gender-pairs.ts';

/** What a row says. */
export interface RowContent {
  concept?: StagedConcept;
  labels: StagedLabel[];
  relations: StagedRelation[];
  /** What of it had to be left out. */
  problems: string[];
}

/** By column. */
type Cells = Readonly<Record<string, string>>;

/**
 * What a row of a file of that form says of concepts; a text where the row as a whole is wrong, and undefined
 * where it is about something that is left out on purpose: a concept not released, a group of skills.
 */
export function readRow(form: FileForm, cells: Cells): RowContent | string | undefined {
  switch (form.holds) {
    case 'OFFICIAL':
      return officialRow(form.kind, form.language, cells);
    case 'RESHAPED':
      return reshapedRow(form.kind, cells);
    case 'BROADER':
      return relation(cells[form.from]!, 'BROADER', cells[form.to]!);
    case 'SKILLS':
      return skillRow(cells);
  }
}

function officialRow(kind: ConceptKind, language: string, cells: Cells): RowContent | string | undefined {
  const { conceptUri = '', status = '', preferredLabel = '', altLabels = '', hiddenLabels = '' } = cells;
  if (status !== '' && status !== 'released') return undefined;
  const id = conceptId(conceptUri);
  if (id === undefined || kindOf(id) !== kind) return `${shown(conceptUri)} is no URI of ${NAMES[kind]}`;
  const labels = [
    { language, text: preferredLabel, preferred: true },
    ...lines(altLabels, hiddenLabels).map((text) => ({ language, text, preferred: false })),
  ];
  return conceptRow(kind, id, cells['iscoGroup'], cells['skillType'], labels);
}

/** A column of a reshaped table: labels of a language. */
const LABEL_COLUMN = /^(pref|alt|label)_([a-z]{2})$/;

/** The languages that a file of that form has labels in, from its columns. */
export const languagesOf = (form: FileForm, columns: readonly string[]): string[] =>
  form.holds === 'OFFICIAL'
    ? [form.language]
    : form.holds === 'RESHAPED'
      ? columns.flatMap((column) => LABEL_COLUMN.exec(column)?.[2] ?? [])
      : [];

function reshapedRow(kind: ConceptKind, cells: Cells): RowContent | string {
  const named = cells[kind === 'GROUP' ? 'code' : 'uri'] ?? '';
  const id = kind === 'GROUP' ? groupId(named) : named;
  if (kindOf(id) !== kind) return `${shown(named)} is no identifier of ${NAMES[kind]}`;
  const labels = Object.entries(cells).flatMap(([column, cell]) => {
    const [, part, language = ''] = LABEL_COLUMN.exec(column) ?? [];
    if (part === 'alt') return cell.split(' | ').map((text) => ({ language, text, preferred: false }));
    return part === undefined ? [] : [{ language, text: cell, preferred: true }];
  });
  return conceptRow(kind, id, cells['isco08'], cells['skill_type'], labels);
}

function conceptRow(
  kind: ConceptKind,
  id: string,
  iscoGroup: string | undefined,
  skillType: string | undefined,
  labels: readonly Omit<StagedLabel, 'conceptId'>[],
): RowContent {
  const problems: string[] = [];
  const isco = kind === 'GROUP' ? id.slice(groupId('').length) : iscoOf(iscoGroup ?? '', problems);
  const around = kind === 'GROUP' ? groupAround(isco!) : isco === null ? undefined : groupId(isco);
  return {
    concept: {
      id,
      kind,
      isco,
      skillKind: kind === 'SKILL' ? skillKindOf(skillType ?? '') : null,
      regulatedIn: [],
    },
    labels: labels.flatMap(({ text, ...label }) =>
      labelTexts(kind, text, problems).map((name, place) => ({
        ...label,
        conceptId: id,
        text: name,
        preferred: label.preferred && place === 0,
      })),
    ),
    relations: around === undefined ? [] : [{ from: id, kind: 'AROUND', to: around }],
    problems,
  };
}

function relation(from: string, kind: StagedRelation['kind'], to: string): RowContent | string | undefined {
  const [one, other] = [conceptId(from), conceptId(to)];
  // Groups of skills, and fields of education, are no concepts here.
  if (one === undefined || other === undefined)
    return isUri(from) && isUri(to) ? undefined : `${shown(isUri(from) ? to : from)} is no URI of ESCO`;
  return { labels: [], relations: [{ from: one, kind, to: other }], problems: [] };
}

function skillRow({ occupationUri = '', relationType = '', skillUri = '' }: Cells) {
  const kind = ({ essential: 'ESSENTIAL', optional: 'OPTIONAL' } as const)[relationType];
  if (kind === undefined) return `${shown(relationType)} is neither essential nor optional`;
  return relation(occupationUri, kind, skillUri);
}

const GROUP_URI = /^http:\/\/data\.europa\.eu\/esco\/isco\/C(\d{1,4})$/;

/** The identifier of the concept that a URI of ESCO names; undefined for what is no concept here. */
function conceptId(uri: string): string | undefined {
  const code = GROUP_URI.exec(uri)?.[1];
  return code !== undefined ? groupId(code) : kindOfEscoId(uri) && uri;
}

const kindOf = (id: string): ConceptKind | undefined =>
  /^isco:\d{1,4}$/.test(id) ? 'GROUP' : kindOfEscoId(id);

const isUri = (text: string): boolean => /^https?:\/\/data\.europa\.eu\/esco\//.test(text);

const NAMES: Record<ConceptKind, string> = {
  GROUP: 'an ISCO group',
  OCCUPATION: 'an occupation of ESCO',
  SKILL: 'a skill of ESCO',
};

/** A value of a row in a message: the beginning of it, since it may be anything. */
const shown = (value: string): string => JSON.stringify(value.slice(0, 80));

function iscoOf(text: string, problems: string[]): string | null {
  const code = text.replace(/^C/, '');
  if (/^\d{4}$/.test(code)) return code;
  if (text !== '') problems.push(`${shown(text)} is no ISCO-08 unit group, and is left out`);
  return null;
}

const skillKindOf = (type: string): SkillKind => (type === 'knowledge' ? 'KNOWLEDGE' : 'SKILL');

const lines = (...cells: readonly string[]): string[] => cells.flatMap((cell) => cell.split(/\r\n|[\r\n]/));

/** The labels within what stands for one, without space around them; none of an empty one. */
function labelTexts(kind: ConceptKind, raw: string, problems: string[]): string[] {
  const text = raw.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return [];
  if (text.length > LONGEST_LABEL) {
    problems.push(`a label of ${text.length} characters is left out; ${LONGEST_LABEL} are the most`);
    return [];
  }
  return kind === 'OCCUPATION' ? expandGenderPair(text) : [text];
}
