export { advanceOccasion } from './advance-occasion.ts';
export { AgendaFeedEntity, type AgendaFeed } from './agendas/agenda-feed.entity.ts';
export { agendaCalendar } from './agendas/agenda.ts';
export { AgendaResolver } from './agendas/agenda.resolver.ts';
export { meetingsAsCsv, meetingsAsXlsx, planAsPage } from './agendas/export-meetings.ts';
export { PRINTABLE_POLICY } from './agendas/printable.ts';
export { readFeed } from './agendas/share-agenda.ts';
export { availabilityData, type Availability } from './availability.ts';
export { availableHours } from './available-hours.ts';
export { AvailabilityType } from './availability.type.ts';
export { addHost, removeHost } from './change-hosts.ts';
export { createOccasion, editOccasion } from './change-occasion.ts';
export { admitParticipation, declineParticipation } from './decide-participation.ts';
export { feeAfter, feeFor, type Fee, type PackageTerms } from './fee.ts';
export { HostEntity, type Host } from './host.entity.ts';
export { applyToOccasion, joinOccasion, type Bringing } from './join-occasion.ts';
export { dropOnConsentEnd, withdrawParticipation } from './leave-occasion.ts';
export {
  CANCEL_REASONS,
  RELEASE_REASONS,
  type CancelReason,
  type ReleaseReason,
} from './meetings/cancel-reason.ts';
export { bookMeeting, moveMeeting, pinMeeting } from './meetings/book-meeting.ts';
export { cancelMeeting, recordMeeting, releaseMeetings, type Releasable } from './meetings/end-meeting.ts';
export { FeedbackEntity, type Feedback } from './meetings/feedback.entity.ts';
export { giveFeedback } from './meetings/give-feedback.ts';
export { MeetingResolver } from './meetings/meeting.resolver.ts';
export { MeetingType } from './meetings/meeting.type.ts';
export { hosting } from './hosting.ts';
export { meetingLife } from './meetings/meeting-life.ts';
export { MeetingEntity, type Meeting } from './meetings/meeting.entity.ts';
export { eventLife, missionLife, participationLife } from './occasion-lives.ts';
export { aboutOccasion, occasionFacts, phrase, type OccasionFacts } from './occasion-messages.ts';
export type { OccasionMove } from './occasion-moves.ts';
export { OccasionEntity, type Occasion } from './occasion.entity.ts';
export type { Admission, OccasionKind, OccasionState } from './occasion.entity.ts';
export {
  assertChangeable,
  assertHost,
  countChange,
  hostsOf,
  hostTarget,
  isHost,
  lockedForHosts,
  lockedOccasion,
  occasionById,
  packagesOf,
  sessionsOf,
} from './occasion.repository.ts';
export { OccasionResolver } from './occasion.resolver.ts';
export { OccasionMoveEnum, OccasionType, toOccasionType } from './occasion.type.ts';
export { notJoinable, occasionUnknown, participationUnknown } from './occasions.failures.ts';
export { PackageEntity, type Package } from './package.entity.ts';
export { ParticipationEntity, type Participation } from './participation.entity.ts';
export type { ParticipationState, Side } from './participation.entity.ts';
export {
  admittedEmployers,
  admittedTalents,
  inTurn,
  participationById,
  participationOf,
  participationTarget,
  staffOf,
} from './participation.repository.ts';
export { ParticipationResolver } from './participation.resolver.ts';
export { ParticipationType, toParticipationType } from './participation.type.ts';
export { PlanRunEntity, type PlanRun } from './planning/plan-run.entity.ts';
export { seenParticipation, type SeenParticipation } from './read-participations.ts';
export { isJoinable } from './seats.ts';
export { cancelPlanRun, pinProposal } from './planning/change-plan-run.ts';
export { comparePlanRuns } from './planning/compare-plan-runs.ts';
export { PlanRunResolver, seenPlanRun } from './planning/plan-run.resolver.ts';
export { PlanRunType } from './planning/plan-run.type.ts';
export { planTask } from './planning/plan-runs.jobs.ts';
export { publishPlanRun } from './planning/publish-plan-run.ts';
export { requestPlanRun } from './planning/request-plan-run.ts';
export type { PairWish, PlanRequestInput } from './planning/wish.ts';
export { planning, resumePlanRuns } from './planning/work-on-run.ts';
export { SessionEntity, type Session } from './session.entity.ts';
export { setSessions } from './set-sessions.ts';
export { StaffEntity, type Staff } from './staff.entity.ts';
export { StaffResolver } from './staff.resolver.ts';
export { StaffType, toStaffType } from './staff.type.ts';
