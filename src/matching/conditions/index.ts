import type { Role } from '../../roles/index.ts';
import type { Talent } from '../../talents/index.ts';
import type { Condition, Judgement } from './condition.ts';
import { languages } from './languages.ts';
import { location } from './location.ts';
import { rightToWork } from './right-to-work.ts';
import { start } from './start.ts';

/** The conditions that exclude, in the order in which they are explained. */
export const CONDITIONS: readonly Condition[] = [rightToWork, languages, location, start];

/** Every condition that the role asks for, as it stands with the talent. */
export const judge = (role: Role, talent: Talent): Judgement[] =>
  CONDITIONS.flatMap((condition) => condition.judge(role, talent) ?? []);

/** An SQL condition over a row of `roles` and one of `talents`: no condition fails. */
export const NO_CONDITION_FAILS = CONDITIONS.map(({ fails }) => `NOT ${fails}`).join('\n AND ');

export {
  CONDITION_CODES,
  VERDICTS,
  type Condition,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './condition.ts';
export { judgeSkills } from './skills.ts';
