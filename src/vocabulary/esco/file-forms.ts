import type { TableFormat } from '../reading/read-table.ts';
import type { ConceptKind } from '../concept.ts';

/** A kind of file that is read, known by its name. */
export type FileForm =
  /** One kind of concept with its labels in one language: ESCO's own CSV classification. */
  | { holds: 'OFFICIAL'; kind: ConceptKind; language: string }
  /** One kind of concept with its labels in several languages, a column for each: a reshaped table. */
  | { holds: 'RESHAPED'; kind: ConceptKind }
  /** Which concept is wider than which. */
  | { holds: 'BROADER'; kinds: readonly ConceptKind[]; from: string; to: string }
  /** Which skills an occupation needs. */
  | { holds: 'SKILLS' };

const OFFICIAL: Readonly<Record<string, ConceptKind>> = {
  occupations: 'OCCUPATION',
  skills: 'SKILL',
  iscogroups: 'GROUP',
};

/** ISO 639-1 at the end of a name, with or without a region: `_fr`, `_en-us`. */
const LANGUAGE = /_([a-z]{2})(?:-[a-z]{2,4})?$/;

/**
 * What a file of that name holds: of ESCO's CSV classification (any version, any language) the files of
 * occupations, skills, ISCO groups and the relations between them, or tables reshaped from them; undefined for
 * any other.
 */
export function formOf(fileName: string): FileForm | undefined {
  const [, name = '', ending] = /^(.+)\.(csv|tsv)$/.exec(fileName.toLowerCase()) ?? [];
  return ending === 'csv' ? officialForm(name) : ending === 'tsv' ? reshapedForm(name) : undefined;
}

/** How the cells of the file are kept apart. */
export const formatOf = ({ holds }: FileForm, fileName: string): TableFormat =>
  holds === 'RESHAPED' || fileName.toLowerCase().endsWith('.tsv') ? 'tsv' : 'csv';

function officialForm(name: string): FileForm | undefined {
  const language = LANGUAGE.exec(name)?.[1];
  const stem = name.replace(LANGUAGE, '');
  const kind = OFFICIAL[stem];
  if (kind !== undefined) return language === undefined ? undefined : { holds: 'OFFICIAL', kind, language };
  const relation = { from: 'conceptUri', to: 'broaderUri' };
  switch (stem) {
    case 'broaderrelationsoccpillar':
      return { holds: 'BROADER', kinds: ['GROUP', 'OCCUPATION'], ...relation };
    case 'broaderrelationsskillpillar':
      return { holds: 'BROADER', kinds: ['SKILL'], ...relation };
    case 'occupationskillrelations':
      return { holds: 'SKILLS' };
    default:
      return undefined;
  }
}

function reshapedForm(name: string): FileForm | undefined {
  if (name === 'esco_broader_skills')
    return { holds: 'BROADER', kinds: ['SKILL'], from: 'child_uri', to: 'parent_uri' };
  if (/^esco_occupations(_[a-z]{2})+$/.test(name)) return { holds: 'RESHAPED', kind: 'OCCUPATION' };
  if (/^esco_skills(_[a-z]{2})+$/.test(name)) return { holds: 'RESHAPED', kind: 'SKILL' };
  if (/^isco08_groups(_[a-z]{2})+$/.test(name)) return { holds: 'RESHAPED', kind: 'GROUP' };
  return undefined;
}

/** Columns without which a file of the form cannot be read. */
export function columnsOf(form: FileForm): readonly string[] {
  switch (form.holds) {
    case 'OFFICIAL':
      return ['conceptUri', 'preferredLabel', 'altLabels'];
    case 'RESHAPED':
      return [form.kind === 'GROUP' ? 'code' : 'uri'];
    case 'BROADER':
      return [form.from, form.to];
    case 'SKILLS':
      return ['occupationUri', 'relationType', 'skillUri'];
  }
}
