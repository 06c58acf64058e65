import { z } from 'zod';
import { isLanguageCode, LANGUAGE_LEVELS } from './language.ts';
import { isCountryCode, isRegionCode } from './territory.ts';

/** Checks of the values that several rooms take from outside. */
export const checks = {
  country: z.string().refine(isCountryCode, 'is no ISO 3166-1 alpha-2 code such as SE'),
  region: z.string().refine(isRegionCode, 'is no ISO 3166-2 code such as SE-AC'),
  territory: z
    .string()
    .refine((code) => isCountryCode(code) || isRegionCode(code), 'is no ISO 3166 code such as SE or SE-AC'),
  /** ISO 8601 calendar date, `YYYY-MM-DD`. */
  date: z.iso.date('is no date such as 2027-02-01'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code such as SEK'),
  /** An ISCO-08 unit group: four digits. */
  occupation: z.string().regex(/^\d{4}$/, 'is no ISCO-08 unit group such as 2221'),
  /** An ISCO-08 group of any level: its code begins the codes of all groups within it. */
  occupationGroup: z.string().regex(/^\d{1,4}$/, 'is no ISCO-08 group such as 22 or 2221'),
  /** Languages with a level each, from a list as people write it to a record by code. */
  languageSkills: z
    .array(
      z.object({
        language: z.string().refine(isLanguageCode, 'is no ISO 639-1 code such as sv'),
        level: z.enum(LANGUAGE_LEVELS),
      }),
    )
    .max(30)
    .refine(
      (skills) => new Set(skills.map(({ language }) => language)).size === skills.length,
      'names a language twice',
    )
    .transform((skills) => Object.fromEntries(skills.map(({ language, level }) => [language, level]))),
};
