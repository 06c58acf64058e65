import { LANGUAGE_LEVELS, levelRank, type LanguageLevel } from '../../kernel/index.ts';
import { plain } from './plain.ts';

/**
 * What people write for how well they know a language, in English, Swedish and French. The five professional
 * steps are those of the Interagency Language Roundtable, which LinkedIn's profiles use. Of two levels that a word
 * may mean the lower is taken.
 */
export const FLUENCY: Readonly<Record<LanguageLevel, readonly string[]>> = {
  A1: alike('beginner, novice', 'nybörjare', 'débutant, débutante, notions de base'),
  A2: alike(
    'elementary, elementary proficiency, basic, basic knowledge, basics, limited, some',
    'grundläggande, grundläggande kunskaper, baskunskaper, lite',
    'élémentaire, notions, bases, scolaire, faux débutant',
  ),
  B1: alike(
    'limited working, limited working proficiency, conversational, intermediate, moderate, fair',
    'medel, medelgod, medelgoda kunskaper, mellannivå, vardaglig',
    'intermédiaire, moyen, conversation, compétence professionnelle limitée',
  ),
  B2: alike(
    'professional working, professional working proficiency, professional, working proficiency',
    'upper intermediate, business, business level, good, independent',
    'god, goda kunskaper, professionell, yrkesmässig',
    'bon, bonne maîtrise, professionnel, compétence professionnelle, intermédiaire supérieur',
  ),
  C1: alike(
    'fluent, full professional, full professional proficiency, advanced, very good, proficient',
    'flytande, flytande i tal och skrift, avancerad, mycket god, mycket goda kunskaper',
    'courant, couramment, avancé, très bon, compétence professionnelle complète, autonome',
  ),
  C2: alike('mastery, near native, excellent', 'utmärkt, behärskar', 'maîtrise, maîtrise parfaite'),
  NATIVE: alike(
    'native, native speaker, native language, native or bilingual, native or bilingual proficiency, bilingual',
    'mother tongue, first language',
    'modersmål, modersmålsnivå, förstaspråk, tvåspråkig',
    'langue maternelle, maternelle, natif, bilingue, bilingue ou langue natale',
  ),
};

function alike(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(', '));
}

const LEVELS = new Map(
  LANGUAGE_LEVELS.flatMap((level) =>
    [level, ...FLUENCY[level]].map((word): [string, LanguageLevel] => [plain(word), level]),
  ),
);

/**
 * The level that the words mean: a code of the Common European Framework among them (of several the lowest), or
 * one of the table; undefined for others.
 */
export function levelOf(words: string): LanguageLevel | undefined {
  const codes = plain(words)
    .toUpperCase()
    .match(/\b[ABC][12]\b/g) as LanguageLevel[] | null;
  if (codes) return codes.sort((one, other) => levelRank(one) - levelRank(other))[0];
  return LEVELS.get(plain(words)) ?? LEVELS.get(plain(words.replace(/[(,;/–-].*$/s, '')));
}
