export {
  ACTIVITIES,
  ACTIVITY_CODES,
  coverageOf,
  type ActivityCode,
  type Coverage,
} from './activities/activities.ts';
export { ActivityEntity, type Activity } from './activities/activity.entity.ts';
export { dropActivity, missionCoverage, takeActivity } from './activities/take-activity.ts';
export { advanceMission } from './advance-mission.ts';
export { FunderEntity, type Funder } from './funder.entity.ts';
export { MissionInterviewsResolver } from './interviews/interview.resolver.ts';
export { planInterviews, type PlannedInterviews } from './interviews/plan-interviews.ts';
export { shortlistMission, type MissionShortlist } from './interviews/shortlist-mission.ts';
export {
  interviewWishes,
  unlisted,
  worthOf,
  type InterviewWish,
  type Listed,
  type Promised,
} from './interviews/wishes.ts';
export { LegEntity, type Leg } from './legs/leg.entity.ts';
export { legSessions } from './legs/leg-sessions.ts';
export { setLegs } from './legs/set-legs.ts';
export { countFrom, meanFrom, shareFrom, wilson, type Interval } from './markets/interval.ts';
export { byPromise, marketOf, type CountryPool, type Market, type Scored } from './markets/market-of.ts';
export { isHealthWork, isSafeguarded, SAFEGUARDS_LIST } from './markets/safeguards-list.ts';
export { targetMarkets, type TargetMarkets } from './markets/target-markets.ts';
export { MissionEntity, type Mission } from './mission.entity.ts';
export { legsOf, missionById } from './mission.repository.ts';
export { MissionResolver } from './mission.resolver.ts';
export { answerProposal, lapseOnConsentEnd } from './proposals/answer-proposal.ts';
export { askTalents, dismissProposal, proposeTalents } from './proposals/propose-talents.ts';
export { proposalLife } from './proposals/proposal-life.ts';
export { ProposalEntity, type Proposal } from './proposals/proposal.entity.ts';
export { misfitOf, totalOf, type Criterion, type Mark } from './screening/rubric.ts';
export { RubricEntity, type Rubric } from './screening/rubric.entity.ts';
export { screen } from './screening/screen.ts';
export { ScreeningEntity, type Decision, type Screening } from './screening/screening.entity.ts';
export { rubricOf, setRubric } from './screening/set-rubric.ts';
export { fundersOf, setMission } from './set-mission.ts';
export { MissionTalentsResolver } from './talents-of-mission.resolver.ts';
