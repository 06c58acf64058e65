import type { TextLanguage } from '../../kernel/index.ts';
import { ENGLISH } from './texts-en.ts';
import { FRENCH } from './texts-fr.ts';
import { SWEDISH } from './texts-sv.ts';
import type { UsualText } from './usual-text.ts';

/** The same twelve roles and CVs in each language, from occupations far apart. */
export const USUAL_TEXTS: Readonly<Record<TextLanguage, readonly UsualText[]>> = {
  en: ENGLISH,
  sv: SWEDISH,
  fr: FRENCH,
};

export type { UsualText };
