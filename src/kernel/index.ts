export { checks } from './checks.ts';
export { CITIZENSHIPS, type Citizenship } from './citizenship.ts';
export { calendarDay, systemClock, type Clock } from './clock.ts';
export { digest } from './digest.ts';
export { ENGAGEMENTS, type Engagement } from './engagement.ts';
export {
  defineFailure,
  Failure,
  failureRegister,
  type FailureDefinition,
  type FailureMaker,
  type FailureStatus,
} from './failure.ts';
export { invalidInput, parseInput } from './input.ts';
export {
  assertPageSize,
  decodeCursor,
  encodeCursor,
  invalidCursor,
  invalidPageSize,
  LARGEST_PAGE,
  pageOf,
  type Page,
  type PageRequest,
} from './page.ts';
export { derivedId, isId, newId } from './identifier.ts';
export {
  isLanguageCode,
  LANGUAGE_LEVELS,
  levelRank,
  reachesLevel,
  TEXT_LANGUAGES,
  type LanguageLevel,
  type TextLanguage,
} from './language.ts';
export { SALARY_PERIODS, type SalaryPeriod } from './salary-period.ts';
export { countryOf, EEA_AND_SWITZERLAND, isCountryCode, isRegionCode } from './territory.ts';
