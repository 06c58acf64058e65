import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { PlanRunEntity } from '../../src/occasions/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  agreeToTandem,
  inviteAs,
  joinAs,
  OPERATOR,
  ORGANISER,
  stageEvent,
  takePart,
  useApi,
  type Owned,
  type Staged,
} from '../testkit/index.ts';
import { average, castOver, count, FEW, reportsOver, share, type Seen } from './stage.ts';

const api = useApi();
const reports = reportsOver(api);
const cast = castOver(api);

/**
 * An event in Stockholm, two employers, eight talents T1 to T8. The small one (40 people) pays SEK 10,000.10 and seeks
 * two nurses (2221) in English; the large one (250) pays SEK 20,000.20 and seeks a welder (7212).
 */
let event: Staged;
let small: Owned & { roleId: string };
let large: Owned & { roleId: string };
const talents: Owned[] = [];
let whole: Seen;

beforeAll(async () => {
  event = await stageEvent(api);
  const { id } = event.occasion;
  const smallOne = await addEmployer(api, { employees: 40 });
  small = {
    ...smallOne,
    roleId: await addRole(api, smallOne, { openings: 2, occupation: '2221', englishAccepted: true }),
  };
  const largeOne = await addEmployer(api, { employees: 250 });
  large = { ...largeOne, roleId: await addRole(api, largeOne, { occupation: '7212' }) };
  await takePart(api, event, small, {
    roleIds: [small.roleId],
    feeAmount: 10_000.1,
    feeCurrency: 'SEK',
  });
  await takePart(api, event, large, { roleIds: [large.roleId], feeAmount: 20_000.2, feeCurrency: 'SEK' });
  const notIn = await addEmployer(api);
  await takePart(api, event, notIn, { state: 'DECLINED', feeAmount: 99, feeCurrency: 'EUR' });
  const segments = ['RETURNING', 'STUDENT', 'STUDENT', 'ACCOMPANYING_PARTNER'];
  for (let at = 0; at < 8; at += 1) {
    talents.push(
      await addTalent(api, {
        segment: segments[at] ?? 'SPECIALIST',
        ...(at === 1 ? { country: 'SE', region: 'SE-AC' } : {}),
      }),
    );
    // 23:30 UTC is the day after in Stockholm.
    await takePart(api, event, talents[at]!, { askedAt: new Date('2026-10-31T23:30:00Z') });
  }
  const [t1, t2, t3, t4, t5, t6, t7, t8] = talents as [
    Owned,
    Owned,
    Owned,
    Owned,
    Owned,
    Owned,
    Owned,
    Owned,
  ];

  await cast.request(id, t1, small, 'ACCEPTED');
  await cast.request(id, t2, small, 'PROMISED', { askedBy: 'EMPLOYER' });
  await cast.request(id, t3, small, 'DECLINED');
  await cast.request(id, t4, small, 'ASKED', { expiresAt: new Date('2026-11-20T00:00:00Z') });
  await cast.request(id, t5, small, 'ASKED');
  await cast.request(id, t6, large, 'TAKEN_BACK');
  await cast.request(id, t7, large, 'PROMISED', { askedBy: 'HOST' });

  await cast.meeting(id, t1, small, {}, { EMPLOYER: 5, TALENT: 4 });
  await cast.meeting(id, t2, small, {}, { EMPLOYER: 2 });
  await cast.meeting(id, t3, small, { state: 'MISSED', missedBy: 'TALENT' });
  await cast.meeting(id, t4, small, { state: 'CANCELLED', cancelReason: 'CONSENT_ENDED' });
  await cast.meeting(id, t5, large, {
    state: 'PUBLISHED',
    startsAt: new Date('2026-11-30T08:00:00Z'),
    endsAt: new Date('2026-11-30T08:15:00Z'),
  });
  await cast.meeting(id, t6, large, { state: 'CANCELLED', cancelReason: 'PLAN_CHANGED' });

  const [, entry] = await cast.shortlist({ occasionId: id }, small, [t1, t2, t7]);
  // T1: hired, began 2026-08-01, three months ago; T2 by way of the shortlist, left after a month; T3 no arrival yet.
  await cast.offer(
    t1,
    small,
    { occasionId: id, settledAt: new Date('2026-11-05T12:00:00Z') },
    { ACCEPTED: '2026-07-01', PERMIT: null, ARRIVAL: '2026-08-01', THREE_MONTHS: '2026-11-02' },
  );
  await cast.offer(
    t2,
    small,
    {
      shortlistEntryId: entry!,
      state: 'ENDED',
      endedOn: '2026-09-01',
      endReason: 'TALENT_LEFT',
      settledAt: new Date('2026-11-11T12:00:00Z'),
    },
    { ACCEPTED: '2026-07-01', PERMIT: '2026-07-20', ARRIVAL: '2026-08-01' },
  );
  await cast.offer(t4, large, { occasionId: id, settledAt: new Date('2026-11-21T12:00:00Z') });
  await cast.offer(t5, large, { occasionId: id, state: 'DECLINED' });
  await cast.offer(t6, large, {
    occasionId: id,
    state: 'OFFERED',
    answerBy: new Date('2026-11-20T12:00:00Z'),
  });
  await cast.offer(t8, large, { occasionId: id, state: 'OFFERED' });
  // One that came of nothing here.
  await cast.offer(t8, small);

  // T1 and T4 are a couple, T2's partner has no work.
  for (const [one, other] of [
    [t1, t4],
    [t2, t6],
  ] as const) {
    await agreeToTandem(api, one);
    await agreeToTandem(api, other);
    await joinAs(api, other, (await inviteAs(api, one)).code);
  }
  const { em, now } = api.as('operator');
  const pair = {
    talentId: t8.rowId,
    organisationId: large.rowId,
    interviewerId: null,
    roleId: null,
    meetingId: null,
    fixed: false,
  };
  em.create(PlanRunEntity, {
    id: newId(),
    occasionId: id,
    legId: null,
    basedOnId: null,
    state: 'PUBLISHED',
    requestedAt: now,
    requestedBy: 'test',
    finishedAt: now,
    problem: {} as never,
    given: { pairs: { p: pair }, leftOut: [] } as never,
    answer: {
      meetings: [],
      unplaced: [{ pair: 'p', limit: 'slot', reason: 'no slot' }],
      fairness: { worstOff: 0.25, worstOffPerson: null, spread: 0, price: 0 },
      interpreters: {},
    } as never,
    progress: null,
    beatAt: null,
    calledOff: false,
    pinnedPairs: [],
    publication: null,
    failure: null,
  });
  await em.flush();
  whole = (await reports.occasion(event.host, id)).report;
});

describe('the report of an occasion, to its host', () => {
  test('counts employers, SMEs below 250 people, fees by currency to the cent, and adverts in English', () => {
    expect(whole).toMatchObject({
      asOf: '2026-11-21',
      zone: 'Europe/Stockholm',
      guarded: false,
      hosts: 1,
      employers: 2,
      smes: share(1, 2),
      fees: [{ currency: 'SEK', amount: 30_000.3 }],
      englishAccepted: share(1, 2),
    });
  });

  test('counts as matches the leads with a meeting or on a shortlist: all but T6, whose meeting a plan took back, and T8', () => {
    expect(whole).toMatchObject({
      leads: count(8),
      matches: count(6),
      matchRate: share(6, 8),
      shortlisted: count(3),
    });
  });

  test('counts requests of the two sides by what became of them; the rate leaves out what is open or taken back', () => {
    expect(whole.requests).toEqual({
      asked: count(6),
      open: count(1),
      accepted: count(2),
      declined: count(1),
      expired: count(1),
      takenBack: count(1),
      acceptanceRate: share(2, 4),
    });
  });

  test('counts meetings by what became of them; the share held leaves out what is still to come', () => {
    expect(whole.meetings).toEqual({
      planned: count(5),
      upcoming: count(1),
      held: count(2),
      missed: { byEmployer: count(0), byTalent: count(1), byBoth: count(0) },
      cancelled: [{ reason: 'CONSENT_ENDED', count: count(1) }],
      shareHeld: share(2, 4),
    });
  });

  test('shows the worst-off and the unplaced of the published plan', () => {
    expect(whole.plans).toEqual([{ legId: null, worstOffShare: 0.25, unplaced: count(1) }]);
  });

  test('shows means of feedback with the number of those who gave it', () => {
    expect(whole).toMatchObject({
      employerSatisfaction: average(3.5, 2),
      talentSatisfaction: average(4, 1),
      employersInterested: share(1, 2),
      talentsInterested: share(1, 1),
    });
  });

  test('attributes offers that name it, or that came from a shortlist of it, and no others', () => {
    expect(whole.offers).toEqual({
      made: count(6),
      open: count(1),
      accepted: count(3),
      declined: count(1),
      expired: count(1),
      withdrawn: count(0),
      acceptanceRate: share(3, 5),
    });
    expect(whole.hires).toEqual(count(3));
  });

  test('counts milestones, and retention only of those who began long enough ago', () => {
    expect(whole.milestones).toEqual([
      { kind: 'PERMIT', reached: count(1), notNeeded: count(1), notRecorded: count(1) },
      { kind: 'ARRIVAL', reached: count(2), notNeeded: count(0), notRecorded: count(1) },
      { kind: 'THREE_MONTHS', reached: count(1), notNeeded: count(0), notRecorded: count(2) },
      { kind: 'ONE_YEAR', reached: count(0), notNeeded: count(0), notRecorded: count(3) },
    ]);
    expect(whole.threeMonthRetention).toEqual(share(1, 2));
    expect(whole.oneYearRetention).toEqual(share(0, 0));
  });

  test('counts the days to the job by the calendar of the occasion’s zone: 4, 10 and 20 from 1 November', () => {
    expect(whole.timeToJob).toEqual(average(10, 3));
  });

  test('counts hires and openings by occupation; a hire that ended covers no opening', () => {
    expect(whole.occupations).toEqual([
      { occupation: '2221', hires: count(2), coverage: share(1, 2) },
      { occupation: '7212', hires: count(1), coverage: share(1, 1) },
    ]);
    expect(whole.coverage).toEqual(share(2, 3));
  });

  test('counts couples of whom both have work, partners, students who stay and those who return', () => {
    expect(whole).toMatchObject({
      couplesHired: share(1, 2),
      partnersHired: count(1),
      returning: share(1, 3),
      studentsWhoStay: share(1, 1),
    });
  });

  test('keeps counting somebody whose consent has ended', async () => {
    await api.ask(talents[0]!, 'mutation { withdrawConsent(purpose: MATCHING) { id } }');
    const { report } = await reports.occasion(event.host, event.occasion.id);
    expect([report.leads, report.shortlisted, report.hires]).toEqual([count(8), count(3), count(3)]);
  });
});

describe('an employer’s part', () => {
  test('has its own figures, without those about fewer than five people', async () => {
    const { report } = await reports.occasion(small, event.occasion.id);
    expect(report).toMatchObject({
      employerId: small.rowId,
      guarded: true,
      employers: 1,
      fees: [{ currency: 'SEK', amount: 10_000.1 }],
      leads: { value: null, withheld: 'NOT_ITS_OWN' },
      matchRate: { value: null, withheld: 'NOT_ITS_OWN' },
      // T1, T2, T3, T4 and T7.
      matches: count(5),
      hires: FEW,
      offers: { made: FEW, declined: count(0) },
      couplesHired: { value: null, withheld: 'NOT_ITS_OWN' },
      employerSatisfaction: { value: null, n: null, withheld: 'FEW_PEOPLE' },
      plans: [{ worstOffShare: null, unplaced: count(0) }],
    });
    // Five asked it: one taken for declined would be all less the rest.
    expect(report.requests).toMatchObject({ asked: count(5), accepted: FEW, declined: FEW, open: FEW });
  });

  test('does not tell it that a consent ended', async () => {
    const { report } = await reports.occasion(small, event.occasion.id);
    const reasons = report.meetings.cancelled.map(({ reason }: { reason: string }) => reason);
    expect(reasons).not.toContain('CONSENT_ENDED');
    expect(reasons).toContain('PARTICIPATION_ENDED');
  });

  test('is shown in full to the host who names the employer', async () => {
    const { report } = await reports.occasion(event.host, event.occasion.id, small.rowId);
    expect(report).toMatchObject({ guarded: false, hires: count(2), matches: count(5) });
  });
});

describe('who may read it', () => {
  test('an operator, the whole', async () => {
    expect((await reports.occasion(OPERATOR, event.occasion.id)).report.leads).toEqual(count(8));
  });

  test('no talent, no other organiser, nobody without a token', async () => {
    const { id } = event.occasion;
    expect((await reports.occasion(talents[0]!, id)).code).toBe('ACCESS_FORBIDDEN');
    expect((await reports.occasion(talents[0]!, id, small.rowId)).code).toBe('ACCESS_FORBIDDEN');
    expect((await reports.occasion(ORGANISER, id)).code).toBe('ACCESS_FORBIDDEN');
    expect((await reports.occasion(null, id)).code).toBe('ACCESS_UNAUTHENTICATED');
  });

  test('no employer another’s part', async () => {
    expect((await reports.occasion(small, event.occasion.id, large.rowId)).code).toBe('ACCESS_FORBIDDEN');
  });

  test('an employer without a part in it is told that', async () => {
    const outsider = await addEmployer(api);
    expect((await reports.occasion(outsider, event.occasion.id)).code).toBe('METRICS_NO_PART');
  });

  test('a representative names whom it represents', async () => {
    const proxy = await addEmployer(api, { kind: 'MINISTRY' });
    const represented = await addEmployer(api, { representedById: proxy.rowId });
    await takePart(api, event, represented);
    const asProxy = { ...proxy, kind: 'organiser' as const };
    const { report } = await reports.occasion(asProxy, event.occasion.id, represented.rowId);
    expect(report).toMatchObject({ employers: 1, guarded: true, englishAccepted: share(0, 0) });
    expect((await reports.occasion(asProxy, event.occasion.id)).code).toBe('METRICS_NO_PART');
  });

  test('a draft is unknown to those who do not host it', async () => {
    const draft = await stageEvent(api, { state: 'DRAFT' });
    expect((await reports.occasion(small, draft.occasion.id)).code).toBe('OCCASIONS_UNKNOWN');
    const { report } = await reports.occasion(draft.host, draft.occasion.id);
    expect([report.matchRate, report.timeToJob, report.plans]).toEqual([share(0, 0), average(null, 0), []]);
  });
});
