import type { PermitRule } from '../../permits/index.ts';
import type { Role } from '../../roles/index.ts';
import type { Talent } from '../../talents/index.ts';

/** The hard conditions of a match. */
export const CONDITION_CODES = [
  'RIGHT_TO_WORK',
  'LICENCE',
  'LANGUAGES',
  'LOCATION',
  'START',
  'SKILLS',
] as const;
export type ConditionCode = (typeof CONDITION_CODES)[number];

/** What is known of a condition: three values, since silence in a profile is no refusal. */
export const VERDICTS = ['MET', 'FAILED', 'UNKNOWN'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A condition as it stands between one role and one talent. */
export interface Judgement {
  condition: ConditionCode;
  verdict: Verdict;
  /** In English, in plain words, never naming the person. */
  reason: string;
}

/** What a judgement depends on besides the role and the talent. */
export interface Circumstances {
  /** The calendar date, `YYYY-MM-DD`: work without a latest start is taken to begin then. */
  today: string;
  /** The rules of work permits, at least those of the role's country that may be in force when the work begins. */
  permitRules: readonly PermitRule[];
  /** The names in English of licensed professions, by how roles name them, as far as the vocabulary has them. */
  professions: ReadonlyMap<string, string>;
}

/**
 * One hard condition, told twice: `judge` explains it to people, `fails` filters by it in the database. A test
 * holds the two equal.
 */
export interface Condition {
  code: ConditionCode;
  /** `null` where the role does not ask for it. */
  judge(role: Role, talent: Talent, circumstances: Circumstances): Judgement | null;
  /**
   * An SQL condition over one row of `rolesOn`, called `roles`, and one of `talents`: true where `judge` says
   * FAILED, else false. No array of `roles` stands in ANY or ALL: rankings put a subquery in place of each column.
   */
  fails: string;
}
