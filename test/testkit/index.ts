export { addStaff, cast, everyDay, stageEvent, takePart, type Staged } from './planned-event.ts';
export { addEmployer, addRole, addTalent, OPERATOR, ORGANISER, type Owned } from './stage.ts';
export { employerInput, roleInput, talentInput } from './samples.ts';
export { onServer, testDatabase, type TestDatabase } from './database.ts';
export {
  askAt,
  NOW,
  useApi,
  useService,
  type Answer,
  type Asked,
  type TestApi,
  type TestService,
} from './service.ts';
export { addTandem, agreeToTandem, inviteAs, joinAs } from './tandem.ts';
export { TEST_MODEL, testSettings } from './settings.ts';
