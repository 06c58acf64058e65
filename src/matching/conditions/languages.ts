import { reachesLevel, type LanguageLevel } from '../../kernel/index.ts';
import type { Condition } from './condition.ts';
import { languageName, levelName } from './words.ts';

const code = 'LANGUAGES';
/** The level at which English stands in for the working languages, where the employer accepts it. */
const ACCEPTED_ENGLISH: LanguageLevel = 'B2';

/**
 * Does the talent speak every working language at the level needed, or English where that is accepted? A
 * language missing from a list that names others is not spoken; a talent without any list is not judged.
 */
export const languages: Condition = {
  code,

  judge(role, talent) {
    const needed = Object.entries(role.workingLanguages).sort(([one], [other]) => (one < other ? -1 : 1));
    if (needed.length === 0) return null;
    if (Object.keys(talent.languages).length === 0)
      return { condition: code, verdict: 'UNKNOWN', reason: 'the profile names no languages' };
    const missing = needed.filter(([language, level]) => {
      const spoken = talent.languages[language];
      return spoken === undefined || !reachesLevel(spoken, level);
    });
    if (missing.length === 0) {
      const spoken = needed.map(
        ([language, level]) =>
          `${words([[language, talent.languages[language]!]])} (needed ${levelName(level)})`,
      );
      return { condition: code, verdict: 'MET', reason: spoken.join(', ') };
    }
    const english = talent.languages['en'];
    if (role.englishAccepted && english !== undefined && reachesLevel(english, ACCEPTED_ENGLISH))
      return {
        condition: code,
        verdict: 'MET',
        reason: `${words([['en', english]])}, accepted in place of ${words(needed)}`,
      };
    const lacks = missing.map(([language, level]) => {
      const spoken = talent.languages[language];
      const has = spoken
        ? words([[language, spoken]])
        : `${languageName(language)} not among the languages named`;
      return `${has} (needed ${levelName(level)})`;
    });
    return { condition: code, verdict: 'FAILED', reason: lacks.join(', ') };
  },

  // The sets of levels are columns that the database keeps: see the first migration.
  fails: `(talents.languages <> '{}'
    AND NOT talents.languages_reached @> roles.languages_needed
    AND NOT (roles.english_accepted AND talents.languages_reached @> ARRAY['en:${ACCEPTED_ENGLISH}']))`,
};

const words = (needed: readonly (readonly [string, LanguageLevel])[]): string =>
  needed.map(([language, level]) => `${languageName(language)} ${levelName(level)}`).join(', ');
