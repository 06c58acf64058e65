import type { Role } from '../../roles/index.ts';
import type { Talent } from '../../talents/index.ts';
import type { Circumstances, Condition, Judgement } from './condition.ts';
import { languages } from './languages.ts';
import { location } from './location.ts';
import { rightToWork } from './right-to-work.ts';
import { start } from './start.ts';

/** The conditions that exclude, in the order in which they are explained. */
export const CONDITIONS: readonly Condition[] = [rightToWork, languages, location, start];

/** Every condition that the role asks for, as it stands with the talent. */
export const judge = (role: Role, talent: Talent, circumstances: Circumstances): Judgement[] =>
  CONDITIONS.flatMap((condition) => condition.judge(role, talent, circumstances) ?? []);

/** An SQL condition over a row of `rolesOn`, called `roles`, and one of `talents`: no condition fails. */
export const NO_CONDITION_FAILS = CONDITIONS.map(({ fails }) => `NOT ${fails}`).join('\n AND ');

export {
  CONDITION_CODES,
  VERDICTS,
  type Circumstances,
  type Condition,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './condition.ts';
export { beginsOn, rolesOn } from './roles-on.ts';
export { judgeSkills } from './skills.ts';
