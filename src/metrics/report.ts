import {
  CANCEL_REASONS,
  RELEASE_REASONS,
  type CancelReason,
  type ReleaseReason,
} from '../occasions/index.ts';
import { localDate } from '../planner/index.ts';
import type { EmployerFact } from './facts/employers.ts';
import type { MeetingFact, RequestFact } from './facts/meetings.ts';
import {
  countedShare,
  NOT_ITS_OWN,
  shareOf,
  shownCount,
  shownMean,
  shownParts,
  shownShare,
  type CountFigure,
} from './figures/guard.ts';
import { tallies, tallyOf } from './figures/tally.ts';
import { hiringOf } from './hiring.ts';
import { leastOf, YES_OR_NO, type Facts, type Reading, type Rules } from './rules.ts';

/** Employers with fewer people are small or medium-sized: Commission Recommendation 2003/361/EC, annex, article 2. */
export const SME_BELOW = 250;

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
