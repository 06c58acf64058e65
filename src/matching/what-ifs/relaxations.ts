import { LANGUAGE_LEVELS, type LanguageLevel } from '../../kernel/index.ts';
import type { Role } from '../../roles/index.ts';
import type { ConditionCode } from '../conditions/index.ts';

/** What an employer could ask less of. */
export const RELAXATION_CODES = [
  'LANGUAGE_LEVEL_LOWER',
  'LANGUAGE_NOT_NEEDED',
  'ENGLISH_ACCEPTED',
  'PERMIT_SUPPORTED',
  'LICENCE_OBTAINABLE',
  'WHOLE_COUNTRY',
  'START_LATER',
] as const;
export type RelaxationCode = (typeof RELAXATION_CODES)[number];

/** One change of a role that lets more people in, and the role with it. */
export interface Relaxation {
  code: RelaxationCode;
  condition: ConditionCode;
  /** The language that it is about, ISO 639-1. */
  language: string | null;
  /** What the role asks now and what it would ask: a level, region, date, or licence need; null for nothing. */
  from: string | null;
  to: string | null;
  role: Role;
}

/** Levels below the one asked for that are tried one by one; below these the language hardly helps at work. */
const LEVELS_LOWER = 2;
const MONTHS_LATER = 3;

/**
 * Every change of one condition of the role, each alone: a working language one or two levels lower or not needed,
 * English accepted, a permit supported, the licence to be obtained, anywhere in the country instead of the region, a
 * start three months later. What the role does not ask is not relaxed.
 */
export function relaxations(role: Role): Relaxation[] {
  return [
    ...Object.entries(role.workingLanguages)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([language, level]) => ofLanguage(role, language, level)),
    ...(Object.keys(role.workingLanguages).length > 0 && !role.englishAccepted
      ? [
          changed(
            role,
            'ENGLISH_ACCEPTED',
            'LANGUAGES',
            { englishAccepted: true },
            { to: 'B2', language: 'en' },
          ),
        ]
      : []),
    ...(role.permitSupport === false
      ? [changed(role, 'PERMIT_SUPPORTED', 'RIGHT_TO_WORK', { permitSupport: true })]
      : []),
    ...(role.licenceNeeded === 'HELD'
      ? [
          changed(
            role,
            'LICENCE_OBTAINABLE',
            'LICENCE',
            { licenceNeeded: 'OBTAINABLE' },
            { from: 'HELD', to: 'OBTAINABLE' },
          ),
        ]
      : []),
    ...(role.region
      ? [
          changed(
            role,
            'WHOLE_COUNTRY',
            'LOCATION',
            { region: null },
            { from: role.region, to: role.country },
          ),
        ]
      : []),
    ...(role.startBy ? [laterStart(role, role.startBy)] : []),
  ];
}

function changed(
  role: Role,
  code: RelaxationCode,
  condition: ConditionCode,
  change: Partial<Role>,
  words: Partial<Pick<Relaxation, 'language' | 'from' | 'to'>> = {},
): Relaxation {
  return { code, condition, language: null, from: null, to: null, ...words, role: { ...role, ...change } };
}

function ofLanguage(role: Role, language: string, level: LanguageLevel): Relaxation[] {
  const place = LANGUAGE_LEVELS.indexOf(level);
  const lower = LANGUAGE_LEVELS.slice(Math.max(0, place - LEVELS_LOWER), place).toReversed();
  const { [language]: _needed, ...others } = role.workingLanguages;
  return [
    ...lower.map((to) =>
      changed(
        role,
        'LANGUAGE_LEVEL_LOWER',
        'LANGUAGES',
        { workingLanguages: { ...others, [language]: to } },
        { language, from: level, to },
      ),
    ),
    changed(
      role,
      'LANGUAGE_NOT_NEEDED',
      'LANGUAGES',
      { workingLanguages: others },
      { language, from: level },
    ),
  ];
}

function laterStart(role: Role, startBy: string): Relaxation {
  const to = monthsLater(startBy, MONTHS_LATER);
  return changed(role, 'START_LATER', 'START', { startBy: to }, { from: startBy, to });
}

/** The same day of a later month, or the last one of a shorter month: `2026-11-30` and three make `2027-02-28`. */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
