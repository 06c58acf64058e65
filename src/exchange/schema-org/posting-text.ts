import type { TextLanguage } from '../../kernel/index.ts';
import { htmlText } from '../words/index.ts';
import { textsOf, type Node } from './node.ts';

/** Properties that job boards keep apart from the description, with the headings that they get. */
const SECTIONS: readonly (readonly [string, Readonly<Record<TextLanguage, string>>])[] = [
  ['responsibilities', { en: 'Responsibilities', sv: 'Arbetsuppgifter', fr: 'Responsabilités' }],
  ['qualifications', { en: 'Requirements', sv: 'Krav', fr: 'Exigences' }],
  ['skills', { en: 'Skills', sv: 'Kompetenser', fr: 'Compétences' }],
  ['educationRequirements', { en: 'Education', sv: 'Utbildning', fr: 'Formation' }],
  ['experienceRequirements', { en: 'Experience', sv: 'Erfarenhet', fr: 'Expérience' }],
  ['eligibilityToWorkRequirement', { en: 'Right to work', sv: 'Arbetstillstånd', fr: 'Droit au travail' }],
  ['workHours', { en: 'Working hours', sv: 'Arbetstid', fr: 'Horaires' }],
  ['jobBenefits', { en: 'Benefits', sv: 'Förmåner', fr: 'Avantages' }],
];

/** The text of `description` alone: what the language is told by. */
export const descriptionText = (posting: Node): string =>
  textsOf(posting, 'description').map(htmlText).join('\n\n');

/** The description with what stands beside it, a heading each, unless the description says it already. */
export function postingText(posting: Node, language: TextLanguage): string {
  const description = descriptionText(posting);
  const beside = SECTIONS.flatMap(([property, headings]) => {
    const texts = textsOf(posting, property)
      .map(htmlText)
      .filter((text) => text !== '' && !description.includes(text));
    return texts.length === 0 ? [] : [`${headings[language]}\n${texts.join('\n')}`];
  });
  return [description, ...beside].filter((text) => text !== '').join('\n\n');
}
