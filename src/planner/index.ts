export type {
  Changes,
  Comfort,
  Fairness,
  PersonSummary,
  Plan,
  PlannedMeeting,
  UnplacedLimit,
  UnplacedPair,
  UnservedPerson,
} from './answer.ts';
export { calendarFile, type CalendarEntry } from './calendar-file.ts';
export { calendarOf } from './calendar.ts';
export { pictureOf } from './picture.ts';
export { fileUnreadable } from './planner.failures.ts';
export { plan, type PlanOptions } from './plan.ts';
export {
  readProblem,
  type Pair,
  type Person,
  type Problem,
  type ProblemInput,
  type Slot,
} from './problem.ts';
export type { Progress } from './progress.ts';
export type { Previous } from './replan.ts';
export {
  availableSlots,
  instantsOfHours,
  slotsOf,
  type LocalAvailability,
  type LocalHours,
  type SlotPlan,
} from './slots.ts';
export { isZone, localDate } from './zones.ts';
