import {
  CANCEL_REASONS,
  RELEASE_REASONS,
  type CancelReason,
  type ReleaseReason,
} from '../occasions/index.ts';
import { MILESTONES, stateAt, type MilestoneKind, type OfferState } from '../placements/index.ts';
import { localDate } from '../planner/index.ts';
import type { EmployerFact } from './facts/employers.ts';
import type { MeetingFact, PlanFact, RequestFact } from './facts/meetings.ts';
import type { CoupleFact, OfferFact, RoleFact } from './facts/placements.ts';
import {
  FEWEST_PEOPLE,
  NOT_ITS_OWN,
  shareOf,
  shownCount,
  shownMean,
  shownMedian,
  shownParts,
  shownShare,
  type CountFigure,
  type MeanFigure,
  type ShareFigure,
} from './figures/guard.ts';
import { daysBetween, rate } from './figures/statistics.ts';
import { tallies, tallyOf, type AboutTalent, type Tally } from './figures/tally.ts';
import { isHire, lasted } from './hire.ts';

/** Everything that a report is made of. */
export interface Facts {
  employers: readonly EmployerFact[];
  leads: readonly AboutTalent[];
  requests: readonly RequestFact[];
  meetings: readonly MeetingFact[];
  plans: readonly PlanFact[];
  shortlisted: readonly AboutTalent[];
  offers: readonly OfferFact[];
  couples: readonly CoupleFact[];
  roles: readonly RoleFact[];
}

/** When and for whom a report is made. */
export interface Reading {
  now: Date;
  /** The zone by whose calendar days are counted. */
  zone: string;
  /** Whether figures about fewer than five people are withheld. */
  guarded: boolean;
  /** Whether it is one employer's part. */
  part: boolean;
}

/** Employers with fewer people are small or medium-sized: Commission Recommendation 2003/361/EC, annex, article 2. */
export const SME_BELOW = 250;

/** The fewest people that a figure may be about. */
export const leastOf = ({ guarded }: Pick<Reading, 'guarded'>): number => (guarded ? FEWEST_PEOPLE : 0);

/** The same for what is said of hires: where their number is withheld, all that would give it away is. */
export const leastOfHires = (hires: CountFigure, least: number): number =>
  hires.withheld ? Infinity : least;

const MONTHS = { threeMonthRetention: 3, oneYearRetention: 12 } as const;

/** What the figures of a report go by. */
interface Rules extends Pick<Reading, 'now' | 'zone' | 'part'> {
  /** The date of the report. */
  today: string;
  /** The fewest people that a figure may be about. */
  least: number;
}

/** The measures of a report. Pure: the same facts give the same figures. */
export type Report = ReturnType<typeof reportOf>;
export function reportOf(facts: Facts, reading: Reading) {
  const rules = {
    ...reading,
    today: localDate(reading.now.getTime(), reading.zone),
    least: leastOf(reading),
  };
  return {
    asOf: rules.today,
    zone: reading.zone,
    guarded: reading.guarded,
    ...employment(facts),
    ...funnel(facts, rules),
    requests: requestsOf(facts.requests, rules),
    meetings: meetingsOf(facts.meetings, rules),
    plans: facts.plans.map(({ legId, worstOffShare, unplaced }) => ({
      legId,
      worstOffShare: reading.part ? null : worstOffShare,
      unplaced: shownCount(tallyOf(unplaced), rules.least),
    })),
    ...feedbackOf(facts.meetings, rules),
    ...hiringOf(facts, rules),
  };
}

function employment({ employers, roles }: Facts) {
  const each = [...new Map(employers.map((employer) => [employer.employerId, employer])).values()];
  const sized = each.flatMap(({ employees }) => employees ?? []);
  const adverts = roles.filter(({ advertised }) => advertised);
  return {
    employers: each.length,
    smes: countedShare(sized.filter((employees) => employees < SME_BELOW).length, sized.length),
    fees: feesOf(employers),
    englishAccepted: countedShare(
      adverts.filter(({ englishAccepted }) => englishAccepted).length,
      adverts.length,
    ),
  };
}

/** A share of what is not about talents: it is never withheld. */
export const countedShare = (numerator: number, denominator: number): ShareFigure => ({
  value: rate(numerator, denominator),
  numerator,
  denominator,
  withheld: null,
});

function feesOf(employers: readonly EmployerFact[]) {
  const fees = Map.groupBy(
    employers.flatMap(({ fee }) => fee ?? []),
    ({ currency }) => currency,
  );
  return [...fees]
    .map(([currency, paid]) => ({
      currency,
      // In cents, since 0.1 and 0.2 are no 0.3 in binary fractions.
      amount: paid.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0) / 100,
    }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}

const YES_OR_NO = ['yes', 'no'] as const;

function funnel({ leads, meetings, shortlisted }: Facts, { least, part }: Rules) {
  const listed = shownCount(tallyOf(shortlisted), least);
  const matched = new Set([...meetings, ...shortlisted].map(({ talentId }) => talentId));
  if (part) {
    const own = [...matched].map((talentId) => ({ talentId }));
    return {
      leads: NOT_ITS_OWN.count,
      matches: shownCount(tallyOf(own), least),
      matchRate: NOT_ITS_OWN.share,
      shortlisted: listed,
    };
  }
  const { total, parts } = shownParts(
    tallies(leads, YES_OR_NO, ({ talentId }) => (matched.has(talentId) ? 'yes' : 'no')),
    least,
  );
  return {
    leads: total,
    matches: parts.yes,
    matchRate: shareOf(parts.yes, [parts.no]),
    shortlisted: listed,
  };
}

const REQUEST_WORDS = ['ASKED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'TAKEN_BACK'] as const;

function requestsOf(requests: readonly RequestFact[], { least }: Rules) {
  const became = ({ state }: RequestFact): (typeof REQUEST_WORDS)[number] =>
    state === 'PROMISED' ? 'ACCEPTED' : state;
  const { total, parts } = shownParts(tallies(requests, REQUEST_WORDS, became), least);
  return {
    asked: total,
    open: parts.ASKED,
    accepted: parts.ACCEPTED,
    declined: parts.DECLINED,
    expired: parts.EXPIRED,
    takenBack: parts.TAKEN_BACK,
    acceptanceRate: shareOf(parts.ACCEPTED, [parts.DECLINED, parts.EXPIRED]),
  };
}

/** Why a meeting was cancelled, as it is counted. What took a plan back is no cancellation. */
const REASONS = [...CANCEL_REASONS, ...RELEASE_REASONS].filter((reason) => reason !== 'PLAN_CHANGED');
const OUTCOMES = ['UPCOMING', 'HELD', 'EMPLOYER', 'TALENT', 'BOTH', ...REASONS] as const;
type Outcome = (typeof OUTCOMES)[number];

function meetingsOf(meetings: readonly MeetingFact[], { least, part }: Rules) {
  const outcome = ({ state, missedBy, cancelReason }: MeetingFact): Outcome => {
    if (state === 'PUBLISHED') return 'UPCOMING';
    if (state === 'MISSED') return missedBy!;
    if (state === 'HELD') return 'HELD';
    // That a consent ended is the talent's and the hosts' to know.
    return part && cancelReason === 'CONSENT_ENDED' ? 'PARTICIPATION_ENDED' : (cancelReason as Outcome);
  };
  const { total, parts } = shownParts(tallies(meetings, OUTCOMES, outcome), least);
  const cancelled = REASONS.map((reason) => ({ reason, count: parts[reason] }));
  const missed = { byEmployer: parts.EMPLOYER, byTalent: parts.TALENT, byBoth: parts.BOTH };
  return {
    planned: total,
    upcoming: parts.UPCOMING,
    held: parts.HELD,
    missed,
    cancelled: cancelled.filter(({ count }) => count.value !== 0) as {
      reason: CancelReason | ReleaseReason;
      count: CountFigure;
    }[],
    shareHeld: shareOf(parts.HELD, [...Object.values(missed), ...cancelled.map(({ count }) => count)]),
  };
}

function feedbackOf(meetings: readonly MeetingFact[], { least }: Rules) {
  const given = (rating: 'employerRating' | 'talentRating') =>
    meetings.flatMap((meeting) => {
      const value = meeting[rating];
      return value === null ? [] : { ...meeting, value };
    });
  const byEmployers = given('employerRating');
  const byTalents = given('talentRating');
  return {
    employerSatisfaction: shownMean(byEmployers, least),
    talentSatisfaction: shownMean(byTalents, least),
    employersInterested: shownShare(byEmployers, ({ employerInterested }) => employerInterested!, least),
    talentsInterested: shownShare(byTalents, ({ talentInterested }) => talentInterested!, least),
  };
}

const OFFER_WORDS = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;

function hiringOf({ offers, couples, roles }: Facts, rules: Rules) {
  const { least, part, today } = rules;
  const became = ({ state, answerBy }: OfferFact): Exclude<OfferState, 'ENDED'> => {
    const now = stateAt({ state, answerBy: new Date(answerBy) }, rules.now);
    return now === 'ENDED' ? 'ACCEPTED' : now;
  };
  const { total, parts } = shownParts(tallies(offers, OFFER_WORDS, became), least);
  const hires = offers.filter(isHire);
  const ofHires = leastOfHires(parts.ACCEPTED, least);
  return {
    offers: {
      made: total,
      open: parts.OFFERED,
      accepted: parts.ACCEPTED,
      declined: parts.DECLINED,
      expired: parts.EXPIRED,
      withdrawn: parts.WITHDRAWN,
      acceptanceRate: shareOf(parts.ACCEPTED, [parts.DECLINED, parts.EXPIRED]),
    },
    hires: parts.ACCEPTED,
    milestones: milestonesOf(hires, ofHires),
    threeMonthRetention: retentionOf(hires, MONTHS.threeMonthRetention, today, ofHires),
    oneYearRetention: retentionOf(hires, MONTHS.oneYearRetention, today, ofHires),
    timeToJob: timeToJobOf(hires, rules, ofHires),
    ...occupationsOf(hires, roles, ofHires),
    couplesHired: part ? NOT_ITS_OWN.share : couplesHiredOf(couples, ofHires),
    partnersHired: part
      ? NOT_ITS_OWN.count
      : shownParts(
          tallies(hires, YES_OR_NO, ({ segment }) => (segment === 'ACCOMPANYING_PARTNER' ? 'yes' : 'no')),
          ofHires,
        ).parts.yes,
    returning: shownShare(hires, ({ segment }) => segment === 'RETURNING', ofHires),
    studentsWhoStay: shownShare(
      hires.filter(({ segment }) => segment === 'STUDENT'),
      ({ roleCountry, talentCountry }) => roleCountry === talentCountry,
      ofHires,
    ),
  };
}

/** The milestones that come after the acceptance. */
const LATER = MILESTONES.filter(
  (kind): kind is Exclude<MilestoneKind, 'OFFER' | 'ACCEPTED'> => kind !== 'OFFER' && kind !== 'ACCEPTED',
);

const HOW_FAR = ['reached', 'notNeeded', 'notRecorded'] as const;

const milestonesOf = (hires: readonly OfferFact[], least: number) =>
  LATER.map((kind) => {
    const { parts } = shownParts(
      tallies(hires, HOW_FAR, ({ milestones }) =>
        milestones[kind] === undefined ? 'notRecorded' : milestones[kind] === null ? 'notNeeded' : 'reached',
      ),
      least,
    );
    return { kind, ...parts };
  });

const retentionOf = (
  hires: readonly OfferFact[],
  months: number,
  today: string,
  least: number,
): ShareFigure =>
  shownShare(
    hires.filter((hire) => lasted(hire, months, today) !== null),
    (hire) => lasted(hire, months, today) === true,
    least,
  );

const timeToJobOf = (hires: readonly OfferFact[], { zone }: Rules, least: number): MeanFigure =>
  shownMedian(
    hires.flatMap(({ talentId, appliedAt, settledAt }) =>
      appliedAt === null || settledAt === null
        ? []
        : { talentId, value: daysBetween(localDate(appliedAt, zone), localDate(settledAt, zone)) },
    ),
    least,
  );

/** Roles of which the occupation is not stated are a group of their own, the last. */
const UNSTATED = '';

function occupationsOf(hires: readonly OfferFact[], roles: readonly RoleFact[], least: number) {
  const groupOf = ({ occupation }: { occupation: string | null }): string => occupation ?? UNSTATED;
  const groups = [...new Set([...roles, ...hires].map(groupOf))].toSorted((one, other) =>
    one === UNSTATED ? 1 : other === UNSTATED ? -1 : one < other ? -1 : 1,
  );
  const { parts } = shownParts(tallies(hires, groups, groupOf), least);
  const openingsOf = (some: readonly RoleFact[]) => some.reduce((sum, { openings }) => sum + openings, 0);
  return {
    occupations: groups.map((group) => {
      const openings = openingsOf(roles.filter((role) => groupOf(role) === group));
      const own = hires.filter((hire) => groupOf(hire) === group);
      return {
        occupation: group === UNSTATED ? null : group,
        hires: parts[group] as CountFigure,
        coverage: covered(own, openings, parts[group] as CountFigure, least),
      };
    }),
    coverage: covered(hires, openingsOf(roles), shownCount(tallyOf(hires), least), least),
  };
}

/** The share of openings that hires fill which have not ended; withheld with the hires, or where it tells who ended. */
function covered(
  hires: readonly OfferFact[],
  openings: number,
  { withheld }: CountFigure,
  least: number,
): ShareFigure {
  const standing = shownShare(hires, ({ state }) => state === 'ACCEPTED', least);
  const why = withheld ?? standing.withheld;
  if (why) return { value: null, numerator: null, denominator: openings, withheld: why };
  return countedShare(standing.numerator!, openings);
}

/** Couples are counted, and least by the people in them. */
function couplesHiredOf(couples: readonly CoupleFact[], least: number): ShareFigure {
  const tallied = (both: boolean): Tally => {
    const some = couples.filter(({ bothHired }) => bothHired === both);
    return { n: some.length, people: new Set(some.flatMap(({ talentIds }) => talentIds)) };
  };
  const { parts } = shownParts({ yes: tallied(true), no: tallied(false) }, least);
  return shareOf(parts.yes, [parts.no]);
}
