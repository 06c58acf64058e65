import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { MOST_SOURCES, SignUpEntity } from '../../src/shortlists/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import { campaignsOver, runningCampaign, type SeenSignUp } from './campaign-stage.ts';
import { addOrganiser, codeOf, shortlistsOver, toldTo } from './stage.ts';

const START = new Date('2027-01-05T09:00:00Z');
let now = START;
const api = useApi({ clock: () => now });
const campaigns = campaignsOver(api);
const lists = shortlistsOver(api);
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
/** A colleague of somebody, in the same organisation. */
const colleagueOf = (actor: Owned): Owned => ({ ...actor, id: newId() });
const claimed = async (actor: Actor, id: string): Promise<SeenSignUp> =>
  (await campaigns.claim(actor, id)).data.claimNextSignUp!;

beforeEach(() => {
  now = START;
});

describe('a campaign', () => {
  test('is made by an organiser who leads it, and takes four to sixteen weeks unless meant otherwise', async () => {
    const host = await addOrganiser(api);
    const short = { endsOn: '2027-01-17' };
    const refused = await campaigns.create(host, [host.rowId], short);
    expect(codeOf(refused)).toBe('SHORTLISTS_CAMPAIGN_LENGTH');
    expect(refused.errors![0]!.message).toContain('2.0 weeks');
    const meant = await campaigns.create(host, [host.rowId], { ...short, unusualLength: true });
    expect(meant.errors).toBeUndefined();
    expect(codeOf(await campaigns.create(ORGANISER, [host.rowId]))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await campaigns.create(await addEmployer(api), [host.rowId]))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await campaigns.create(host, [host.rowId], { zone: 'Mars/Olympus' }))).toBe(
      'INPUT_INVALID',
    );
  });

  test('is, as a draft, unknown to all but its hosts and those they invite, who bring roles', async () => {
    const host = await addOrganiser(api);
    const [invited, other] = [await addEmployer(api), await addEmployer(api)];
    const { id, version } = (await campaigns.create(host, [host.rowId])).data.createCampaign;
    const roleId = await addRole(api, invited);
    for (const actor of [invited, other, await addOrganiser(api), await addTalent(api)])
      expect(codeOf(await campaigns.read(actor, id, 'id'))).toBe('SHORTLISTS_CAMPAIGN_UNKNOWN');
    expect(codeOf(await campaigns.run(host, id, version))).toBe('SHORTLISTS_CAMPAIGN_NO_ROLES');
    await campaigns.invite(host, id, invited.rowId);
    expect((await toldTo(api, invited.rowId)).map(({ template }) => template)).toEqual(['campaign.invited']);
    expect(codeOf(await campaigns.bring(other, id, [roleId]))).toBe('SHORTLISTS_CAMPAIGN_UNKNOWN');
    expect(codeOf(await campaigns.bring(OPERATOR, id, [await addRole(api, other)]))).toBe(
      'SHORTLISTS_NOT_INVITED',
    );
    expect((await campaigns.bring(invited, id, [roleId])).errors).toBeUndefined();
    expect((await campaigns.run(host, id, version)).data.runCampaign.state).toBe('RUNNING');
    expect(codeOf(await campaigns.invite(other, id, other.rowId))).toBe('ACCESS_FORBIDDEN');
  });

  test('tells its hosts what every employer pays, and an employer what it pays itself', async () => {
    const { host, employers, id } = await runningCampaign(api);
    const more = [1, 2, 3].map(() => addRole(api, employers[0]));
    await campaigns.bring(employers[0], id, await Promise.all(more));
    const shares = async (actor: Actor) =>
      (await campaigns.read(actor, id, 'employers { employerId jobs fee currency }')).data.campaign[
        'employers'
      ];
    expect(await shares(employers[0])).toEqual([
      { employerId: employers[0].rowId, jobs: 4, fee: 35_000, currency: 'DKK' },
    ]);
    expect(await shares(host)).toHaveLength(2);
    expect(await shares(await addTalent(api))).toEqual([]);
    const figures = await campaigns.read(employers[0], id, 'sources { source }');
    expect(codeOf(figures)).toBe('ACCESS_FORBIDDEN');
  });
});

describe('signing up', () => {
  test('takes consent, happens once, and ends with the last day where the campaign is', async () => {
    const { id } = await runningCampaign(api);
    const [talent, silent] = [await addTalent(api), await addTalent(api, {}, false)];
    expect(codeOf(await campaigns.signUp(silent, id))).toBe('ACCESS_CONSENT_NEEDED');
    expect((await campaigns.signUp(talent, id)).data.signUp.state).toBe('QUEUED');
    expect(codeOf(await campaigns.signUp(talent, id))).toBe('SHORTLISTS_SIGN_UP_EXISTS');
    expect(codeOf(await campaigns.signUp(talent, id, 'no tag!'))).toBe('INPUT_INVALID');
    const late = await addTalent(api);
    now = new Date('2027-03-07T22:59:59Z');
    expect((await campaigns.signUp(late, id)).errors).toBeUndefined();
    now = new Date('2027-03-07T23:00:00Z');
    expect(codeOf(await campaigns.signUp(await addTalent(api), id))).toBe('SHORTLISTS_CAMPAIGN_NOT_OPEN');
  });

  test('is not for employers and organisers', async () => {
    const { host, employers, id } = await runningCampaign(api);
    for (const actor of [host, employers[0], OPERATOR])
      expect(codeOf(await campaigns.signUp(actor, id))).toBe('ACCESS_FORBIDDEN');
  });

  test('counts further sources together, beyond the first hundred', async () => {
    const { host, id } = await runningCampaign(api);
    const first = await addTalent(api);
    await campaigns.signUp(first, id, 'fair');
    const em = api.as('operator').em;
    const { consentId, ...row } = await em.findOneOrFail(SignUpEntity, { talentId: first.id });
    for (let many = 1; many < MOST_SOURCES; many++)
      em.create(SignUpEntity, {
        ...row,
        id: newId(),
        talentId: (await addTalent(api)).id,
        consentId,
        source: `source-${many}`,
      });
    await em.flush();
    const talents = [await addTalent(api), await addTalent(api)];
    await campaigns.signUp(talents[0]!, id, 'one-too-many');
    await campaigns.signUp(talents[1]!, id, 'Fair');
    const { data } = await campaigns.read(host, id, 'sources { source signUps }');
    const sources = data.campaign['sources'] as unknown as { source: string; signUps: number }[];
    expect(sources).toHaveLength(MOST_SOURCES + 1);
    expect(sources).toContainEqual({ source: 'other', signUps: 1 });
    expect(sources[0]).toEqual({ source: 'fair', signUps: 2 });
  }, 60_000);
});

describe('screening', () => {
  test('goes by who came first, each screened by one person at a time', async () => {
    const { host, id } = await runningCampaign(api);
    const talents = [await addTalent(api), await addTalent(api), await addTalent(api)];
    for (const talent of talents) {
      await campaigns.signUp(talent, id);
      later(0.1);
    }
    const others = [colleagueOf(host), colleagueOf(host)];
    const at = await Promise.all([host, ...others].map((actor) => claimed(actor, id)));
    expect(at.map(({ talent }) => talent.id).sort()).toEqual(talents.map((talent) => talent.id).sort());
    expect((await claimed(host, id)).id).toBe(at[0]!.id);
    expect((await campaigns.claim(colleagueOf(host), id)).data.claimNextSignUp).toBeNull();
    expect(codeOf(await campaigns.decide(host, at[1]!, 'POOL'))).toBe('SHORTLISTS_CLAIMED_BY_ANOTHER');
  });

  test('takes a claim over after two hours', async () => {
    const { host, id } = await runningCampaign(api);
    await campaigns.signUp(await addTalent(api), id);
    const held = await claimed(host, id);
    const colleague = colleagueOf(host);
    later(1.9);
    expect((await campaigns.claim(colleague, id)).data.claimNextSignUp).toBeNull();
    later(0.2);
    const over = await claimed(colleague, id);
    expect(over.id).toBe(held.id);
    expect(codeOf(await campaigns.decide(host, held, 'LEAD'))).toBe('DATABASE_CHANGED_MEANWHILE');
    expect((await campaigns.decide(colleague, over, 'LEAD')).data.decideSignUp.state).toBe('LEAD');
  });

  test('ends with the decision of a named person and a reason, which the talent reads', async () => {
    const { host, id } = await runningCampaign(api);
    const talent = await addTalent(api);
    await campaigns.signUp(talent, id);
    const one = await claimed(host, id);
    expect(codeOf(await campaigns.decide(host, one, 'DECLINE', { reason: ' ' }))).toBe('LIVES_REASON_NEEDED');
    expect(codeOf(await campaigns.decide(host, one, 'DECLINE', { screener: '' }))).toBe('INPUT_INVALID');
    await campaigns.decide(host, one, 'DECLINE', { reason: 'No licence yet' });
    const { data } = await api.ask(talent, `{ mySignUps { state reason screener } }`);
    expect(data).toEqual({
      mySignUps: [{ state: 'DECLINED', reason: 'No licence yet', screener: 'Jo Host' }],
    });
    expect((await toldTo(api, talent.id)).map(({ parameters }) => parameters['state'])).toEqual([
      'QUEUED',
      'DECLINED',
    ]);
    const other = await addTalent(api);
    expect((await api.ask(other, `{ mySignUps { state } }`)).data).toEqual({ mySignUps: [] });
  });

  test('is seen and done by hosts of the campaign alone', async () => {
    const { host, employers, id } = await runningCampaign(api);
    await campaigns.signUp(await addTalent(api), id);
    const one = await claimed(host, id);
    for (const actor of [employers[0], await addOrganiser(api), ORGANISER, await addTalent(api)]) {
      expect(codeOf(await campaigns.signUps(actor, id))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await campaigns.claim(actor, id))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await campaigns.decide(actor, one, 'LEAD'))).toBe('SHORTLISTS_SIGN_UP_UNKNOWN');
      expect(codeOf(await campaigns.handOver(actor, one.id, [newId()]))).toBe('SHORTLISTS_SIGN_UP_UNKNOWN');
    }
  });

  test('loses whoever ends their consent at once', async () => {
    const { host, id } = await runningCampaign(api);
    const talent = await addTalent(api);
    await campaigns.signUp(talent, id);
    const one = await claimed(host, id);
    later(1);
    await api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect((await campaigns.signUps(host, id)).data.signUps.edges).toEqual([]);
    expect(codeOf(await campaigns.decide(host, one, 'LEAD'))).toBe('SHORTLISTS_SIGN_UP_UNKNOWN');
    expect((await api.ask(talent, `{ mySignUps { state } }`)).data).toEqual({
      mySignUps: [{ state: 'WITHDRAWN' }],
    });
  });
});

describe('a lead', () => {
  test('is matched with the roles of the campaign, and handed to their shortlists with origin and explanation', async () => {
    const { host, employers, roleIds, id } = await runningCampaign(api);
    const talent = await addTalent(api);
    await addRole(api, employers[0]);
    await api.embedAll();
    await campaigns.signUp(talent, id, 'fair');
    const one = await claimed(host, id);
    const { data } = await campaigns.signUps(host, id, 'matches { score role { id } }');
    // Swedish at C1 is out of reach, and the other nurse's role is not of the campaign.
    expect(data.signUps.edges[0]!.node.matches.map(({ role }) => role.id)).toEqual([roleIds[0]]);
    expect(codeOf(await campaigns.handOver(host, one.id, [roleIds[0]]))).toBe('SHORTLISTS_NO_LEAD');
    await campaigns.decide(host, one, 'LEAD');
    const [entry] = (await campaigns.handOver(host, one.id, [roleIds[0]])).data.handOverLead;
    expect(entry).toMatchObject({ origin: 'LEAD', state: 'PROPOSED' });
    expect(entry!.explanations).toMatchObject([{ roleId: roleIds[0] }]);
    expect(codeOf(await campaigns.handOver(host, one.id, [roleIds[0]]))).toBe('SHORTLISTS_ENTRY_EXISTS');
    const read = (await lists.read(employers[0], entry!.shortlistId)).data.shortlist;
    expect(read.entries.edges[0]!.node.talent.identified).toBe(false);
    expect(codeOf(await lists.read(employers[1], entry!.shortlistId))).toBe('SHORTLISTS_UNKNOWN');
    expect((await lists.standing(talent)).data.myStanding.edges[0]!.node.campaignId).toBe(id);
    let seen = read.entries.edges[0]!.node;
    for (const move of ['contact', 'offer', 'hire'])
      seen = (await lists.move(employers[0], seen, move)).data.moveShortlistEntry;
    const figures = await campaigns.read(host, id, 'sources { source signUps leads matches hires }');
    expect(figures.data.campaign['sources']).toEqual([
      { source: 'fair', signUps: 1, leads: 1, matches: 1, hires: 1 },
    ]);
  });

  test('comes onto a list that employers of the campaign share once, for all of them', async () => {
    const { host, employers, roleIds, id } = await runningCampaign(api);
    const made = await lists.create(host, { roleIds, campaignId: id, windowDays: 3 });
    const talent = await addTalent(api);
    await api.embedAll();
    await campaigns.signUp(talent, id);
    const one = await claimed(host, id);
    await campaigns.decide(host, one, 'LEAD');
    const entries = (await campaigns.handOver(host, one.id, roleIds)).data.handOverLead;
    expect(entries.map(({ shortlistId }) => shortlistId)).toEqual([made.data.createShortlist.id]);
    expect((await lists.entry(employers[0], entries[0]!.id)).data.shortlistEntry.firstContact).toMatchObject({
      yours: true,
      until: '2027-01-08T23:00:00.000Z',
    });
  });

  test('handed over goes to all the roles named or to none', async () => {
    const { host, employers, roleIds, id } = await runningCampaign(api);
    const elsewhere = await addRole(api, employers[1]);
    const talent = await addTalent(api);
    await api.embedAll();
    await campaigns.signUp(talent, id);
    const one = await claimed(host, id);
    await campaigns.decide(host, one, 'LEAD');
    expect(codeOf(await campaigns.handOver(host, one.id, [roleIds[0], elsewhere]))).toBe(
      'SHORTLISTS_ROLE_ELSEWHERE',
    );
    expect((await lists.standing(talent)).data.myStanding.edges).toEqual([]);
  });
});
