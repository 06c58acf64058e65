// TypeGraphQL's decorators write to it: it is loaded before any decorated class, since all of them import this room.
import 'reflect-metadata';
export { CitizenshipEnum } from './citizenship.ts';
export { connectionOf, PageArguments, PageInfo, toConnection, type ConnectionShape } from './connection.ts';
export { listCost, POOL_COST, pooledCost, rankedListCost } from './cost.ts';
export { CoordinatesInput, CoordinatesType, toCoordinates } from './coordinates.ts';
export { graphqlEnum } from './graphql-enum.ts';
export {
  EngagementEnum,
  LanguageLevelEnum,
  LanguageSkill,
  LanguageSkillInput,
  TextLanguageEnum,
  toLanguageSkills,
} from './language-skill.ts';
export { SalaryPeriodEnum } from './salary-period.ts';
export { selects } from './selects.ts';
export { WrittenText, WrittenTextInput } from './written-text.ts';
