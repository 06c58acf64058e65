import { MILESTONES, stateAt, type MilestoneKind, type OfferState } from '../placements/index.ts';
import { localDate } from '../planner/index.ts';
import type { CoupleFact, OfferFact, RoleFact } from './facts/placements.ts';
import {
  countedShare,
  NOT_ITS_OWN,
  shareOf,
  shownCount,
  shownMedian,
  shownParts,
  shownShare,
  type CountFigure,
  type MeanFigure,
  type ShareFigure,
} from './figures/guard.ts';
import { daysBetween } from './figures/statistics.ts';
import { tallies, tallyOf, type Tally } from './figures/tally.ts';
import { isHire, lasted } from './hire.ts';
import { leastOfHires, YES_OR_NO, type Facts, type Rules } from './rules.ts';

const MONTHS = { threeMonthRetention: 3, oneYearRetention: 12 } as const;

const OFFER_WORDS = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;

/** What came of offers: hires, how far they came, and what they fill. */
export function hiringOf({ offers, couples, roles }: Facts, rules: Rules) {
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
