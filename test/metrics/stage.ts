import type { Actor } from '../../src/access/index.ts';
import { ConsentEntity } from '../../src/access/index.ts';
import { InterestEntity, type Interest } from '../../src/events/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { FeedbackEntity, MeetingEntity, type Meeting } from '../../src/occasions/index.ts';
import { MilestoneEntity, OfferEntity, type MilestoneKind, type Offer } from '../../src/placements/index.ts';
import { EntryEntity, ShortlistEntity, ShortlistRoleEntity } from '../../src/shortlists/index.ts';
import type { Owned, TestApi } from '../testkit/index.ts';

const AT = new Date('2026-11-01T12:00:00Z');

type Employer = Owned & { roleId: string };

/** Writes what the rooms below would, in any state, so that a figure can be counted by hand. */
export const castOver = (api: TestApi) => ({
  /** A request of the talent for a meeting with the employer. */
  async request(
    occasionId: string,
    talent: Owned,
    employer: Owned,
    state: Interest['state'],
    changes: Partial<Interest> = {},
  ) {
    const { em } = api.as('operator');
    em.create(InterestEntity, {
      id: newId(),
      occasionId,
      talentId: talent.rowId,
      organisationId: employer.rowId,
      roleId: null,
      askedBy: 'TALENT',
      askedAt: AT,
      expiresAt: new Date('2027-01-01T00:00:00Z'),
      state,
      declinedBy: state === 'DECLINED' ? 'EMPLOYER' : null,
      ...changes,
    });
    await em.flush();
  },

  /** A meeting, with the ratings that the employer and the talent gave it. */
  async meeting(
    occasionId: string,
    talent: Owned,
    employer: Owned,
    changes: Partial<Meeting> = {},
    ratings: { EMPLOYER?: number; TALENT?: number } = {},
  ) {
    const { em } = api.as('operator');
    const id = newId();
    em.create(MeetingEntity, {
      id,
      occasionId,
      runId: null,
      talentId: talent.rowId,
      organisationId: employer.rowId,
      interviewerId: null,
      interpreterId: null,
      roleId: null,
      startsAt: new Date('2026-11-20T08:00:00Z'),
      endsAt: new Date('2026-11-20T08:15:00Z'),
      place: null,
      legId: null,
      state: 'HELD',
      sequence: 0,
      linkSecret: newId(),
      pinned: false,
      missedBy: null,
      cancelReason: null,
      ...changes,
    });
    await em.flush();
    for (const [side, rating] of Object.entries(ratings) as ['EMPLOYER' | 'TALENT', number][])
      em.create(FeedbackEntity, {
        id: newId(),
        meetingId: id,
        side,
        rating,
        interested: rating > 3,
        note: null,
        givenAt: AT,
      });
    await em.flush();
  },

  /** A shortlist of the employer's role with these talents on it; the identifiers of their entries. */
  async shortlist(
    of: { occasionId?: string; campaignId?: string },
    employer: Employer,
    talents: readonly Owned[],
  ): Promise<string[]> {
    const { em } = api.as('operator');
    const list = em.create(ShortlistEntity, {
      id: newId(),
      name: 'List',
      occasionId: of.occasionId ?? null,
      campaignId: of.campaignId ?? null,
      zone: 'Europe/Stockholm',
      windowDays: null,
      releaseTo: 'ALL',
      showsEmployers: true,
      state: 'OPEN',
      createdAt: AT,
    });
    await em.flush();
    const { roleId, rowId: employerId } = employer;
    em.create(ShortlistRoleEntity, { id: newId(), shortlistId: list.id, roleId, employerId, place: 0 });
    const entries: string[] = [];
    for (const [position, { rowId: talentId }] of talents.entries()) {
      const consent = await em.findOneOrFail(ConsentEntity, { subjectId: talentId, withdrawnAt: null });
      const entry = em.create(EntryEntity, {
        id: newId(),
        shortlistId: list.id,
        talentId,
        consentId: consent.id,
        origin: 'BY_HAND',
        state: 'PROPOSED',
        since: AT,
        addedAt: AT,
        addedBy: 'test',
        position,
        roleId: null,
        turns: [employerId],
        passed: [],
        turn: 0,
        turnEndsAt: null,
      });
      entries.push(entry.id);
    }
    await em.flush();
    return entries;
  },

  /** An offer, accepted unless told otherwise, with the dates of its milestones. */
  async offer(
    talent: Owned,
    employer: Employer,
    changes: Partial<Offer> = {},
    milestones: Partial<Record<MilestoneKind, string | null>> = {},
  ) {
    const { em } = api.as('operator');
    const state = changes.state ?? 'ACCEPTED';
    const id = newId();
    em.create(OfferEntity, {
      id,
      roleId: employer.roleId,
      employerId: employer.rowId,
      talentId: talent.rowId,
      occasionId: null,
      campaignId: null,
      shortlistEntryId: null,
      tandemId: null,
      salaryAmount: null,
      salaryCurrency: null,
      salaryPeriod: null,
      startsOn: null,
      answerBy: new Date('2027-01-01T00:00:00Z'),
      state,
      madeAt: AT,
      settledAt: state === 'OFFERED' ? null : new Date('2026-11-10T12:00:00Z'),
      reason: null,
      endedOn: null,
      endReason: null,
      ...changes,
    });
    await em.flush();
    for (const [kind, onDate] of Object.entries(milestones) as [MilestoneKind, string | null][])
      em.create(MilestoneEntity, { id: newId(), offerId: id, kind, onDate, recordedAt: AT });
    await em.flush();
  },
});

const COUNT = '{ value withheld }';
const SHARE = '{ value numerator denominator withheld }';
const AVERAGE = '{ value n withheld }';

/** What all reports have. */
const FIGURES = `asOf zone guarded employers smes ${SHARE} fees { currency amount } englishAccepted ${SHARE}
  leads ${COUNT} matches ${COUNT} matchRate ${SHARE} shortlisted ${COUNT}
  offers { made ${COUNT} open ${COUNT} accepted ${COUNT} declined ${COUNT} expired ${COUNT} withdrawn ${COUNT}
    acceptanceRate ${SHARE} }
  hires ${COUNT} milestones { kind reached ${COUNT} notNeeded ${COUNT} notRecorded ${COUNT} }
  threeMonthRetention ${SHARE} oneYearRetention ${SHARE} timeToJob ${AVERAGE}
  occupations { occupation hires ${COUNT} coverage ${SHARE} } coverage ${SHARE}
  couplesHired ${SHARE} partnersHired ${COUNT} returning ${SHARE} studentsWhoStay ${SHARE}`;

const MEETINGS = `requests { asked ${COUNT} open ${COUNT} accepted ${COUNT} declined ${COUNT} expired ${COUNT}
    takenBack ${COUNT} acceptanceRate ${SHARE} }
  meetings { planned ${COUNT} upcoming ${COUNT} held ${COUNT}
    missed { byEmployer ${COUNT} byTalent ${COUNT} byBoth ${COUNT} }
    cancelled { reason count ${COUNT} } shareHeld ${SHARE} }
  employerSatisfaction ${AVERAGE} talentSatisfaction ${AVERAGE}
  employersInterested ${SHARE} talentsInterested ${SHARE}`;

/** A report as it comes over HTTP: figures by the names of the schema. */
// oxlint-disable-next-line no-explicit-any -- a test reads many figures, and says of each what it must be
export type Seen = any;

/** The reports as people ask for them. */
export const reportsOver = (api: TestApi) => ({
  occasion: async (actor: Actor | null, occasionId: string, employerId?: string) => {
    const { data, errors } = await api.ask<{ occasionReport: Seen }>(
      actor,
      `query ($occasionId: ID!, $employerId: ID) {
         occasionReport(occasionId: $occasionId, employerId: $employerId) {
           employerId hosts plans { legId worstOffShare unplaced ${COUNT} } ${MEETINGS} ${FIGURES} } }`,
      { occasionId, employerId },
    );
    return { report: data?.occasionReport, code: errors?.[0]!.extensions.code };
  },
  campaign: async (actor: Actor | null, campaignId: string) => {
    const { data, errors } = await api.ask<{ campaignReport: Seen }>(
      actor,
      `query ($campaignId: ID!) { campaignReport(campaignId: $campaignId) { hosts ${FIGURES} } }`,
      { campaignId },
    );
    return { report: data?.campaignReport, code: errors?.[0]!.extensions.code };
  },
  region: async (actor: Actor | null, variables: Record<string, string>) => {
    const { data, errors } = await api.ask<{ regionReport: Seen }>(
      actor,
      `query ($territory: String!, $from: String!, $to: String!, $zone: String! = "UTC") {
         regionReport(territory: $territory, from: $from, to: $to, zone: $zone) {
           activities joint ${SHARE}
           attribution { occasions ${COUNT} campaigns ${COUNT} both ${COUNT} neither ${COUNT} }
           ${MEETINGS} ${FIGURES} } }`,
      variables,
    );
    return { report: data?.regionReport, code: errors?.[0]!.extensions.code };
  },
});

/** A count that is shown. */
export const count = (value: number) => ({ value, withheld: null });

/** A share that is shown. */
export const share = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  withheld: null,
});

/** A mean or median that is shown. */
export const average = (value: number | null, n: number) => ({ value, n, withheld: null });

export const FEW = { value: null, withheld: 'FEW_PEOPLE' };
