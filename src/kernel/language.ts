/** Languages in which Tandem reads texts with a full-text configuration of their own. */
export const TEXT_LANGUAGES = ['en', 'sv', 'fr'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/**
 * Levels of the Common European Framework of Reference for Languages (Council of Europe, 2001), lowest
 * first, and NATIVE above them for those who grew up with the language.
 */
export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

/** A level as a number from 1 (A1) to 7 (NATIVE), for comparisons in code and in SQL. */
export const levelRank = (level: LanguageLevel): number => LANGUAGE_LEVELS.indexOf(level) + 1;

/** Whether someone at `spoken` can do what asks for `needed`. */
export const reachesLevel = (spoken: LanguageLevel, needed: LanguageLevel): boolean =>
  levelRank(spoken) >= levelRank(needed);

/** Whether the text has the form of an ISO 639-1 language code. */
export const isLanguageCode = (text: string): boolean => /^[a-z]{2}$/.test(text);
