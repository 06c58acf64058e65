import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { SignUpEntity } from '../../src/shortlists/index.ts';
import { campaignsOver, runningCampaign } from '../shortlists/campaign-stage.ts';
import { addTalent, OPERATOR, ORGANISER, useApi, type Owned } from '../testkit/index.ts';
import { average, castOver, count, reportsOver, share, type Seen } from './stage.ts';

const api = useApi({ clock: () => new Date('2027-01-20T12:00:00Z') });
const reports = reportsOver(api);
const cast = castOver(api);
const campaigns = campaignsOver(api);

/** A campaign of one host from DKK 30,000 with a nurse's and a welder's role; T1 to T4 sign up on 10 January. */
let running: Awaited<ReturnType<typeof runningCampaign>>;
const talents: Owned[] = [];
let report: Seen;

beforeAll(async () => {
  running = await runningCampaign(api);
  const { id, employers, roleIds } = running;
  const { em } = api.as('operator');
  const states = ['LEAD', 'LEAD', 'POOL', 'WITHDRAWN'] as const;
  for (const state of states) {
    const talent = await addTalent(api);
    talents.push(talent);
    const { data } = await campaigns.signUp(talent, id);
    const signedUp = await em.findOneOrFail(SignUpEntity, { id: data.signUp.id });
    Object.assign(signedUp, { state, signedUpAt: new Date('2027-01-10T23:30:00Z') });
  }
  await em.flush();
  const nurses = { ...employers[0], roleId: roleIds[0] };
  const [entry] = await cast.shortlist({ campaignId: id }, nurses, [talents[0]!, talents[2]!]);
  // From 11 January in Copenhagen to the 15th, by way of the shortlist; T3 was never a lead.
  await cast.offer(talents[0]!, nurses, {
    shortlistEntryId: entry!,
    settledAt: new Date('2027-01-15T12:00:00Z'),
  });
  await cast.offer(talents[1]!, nurses, { campaignId: id, state: 'DECLINED' });
  report = (await reports.campaign(running.host, id)).report;
});

describe('the report of a campaign', () => {
  test('counts leads, and as matches those of them on a shortlist of it', () => {
    expect(report).toMatchObject({
      leads: count(2),
      matches: count(1),
      matchRate: share(1, 2),
      shortlisted: count(2),
    });
  });

  test('counts its employers and their fees by the price plan', () => {
    expect(report).toMatchObject({
      hosts: 1,
      employers: 2,
      smes: share(2, 2),
      fees: [{ currency: 'DKK', amount: 60_000 }],
      englishAccepted: share(0, 2),
    });
  });

  test('counts offers and hires that came of it, with the days since the sign-up in its zone', () => {
    expect(report).toMatchObject({
      zone: 'Europe/Copenhagen',
      offers: { made: count(2), acceptanceRate: share(1, 2) },
      hires: count(1),
      timeToJob: average(4, 1),
      coverage: share(1, 2),
      occupations: [{ occupation: null, hires: count(1), coverage: share(1, 2) }],
    });
  });

  test('is for its hosts and operators alone', async () => {
    expect((await reports.campaign(OPERATOR, running.id)).report.leads).toEqual(count(2));
    const others: (Actor | null)[] = [running.employers[0], talents[0]!, ORGANISER, null];
    const codes = [];
    for (const actor of others) codes.push((await reports.campaign(actor, running.id)).code);
    expect(codes).toEqual([
      'ACCESS_FORBIDDEN',
      'ACCESS_FORBIDDEN',
      'ACCESS_FORBIDDEN',
      'ACCESS_UNAUTHENTICATED',
    ]);
  });

  test('is unknown where there is no such campaign', async () => {
    expect((await reports.campaign(running.host, 'none')).code).toBe('SHORTLISTS_CAMPAIGN_UNKNOWN');
  });
});
