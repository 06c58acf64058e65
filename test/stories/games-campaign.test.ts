import { describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';
import { addHostOrganisation } from '../testkit/occasions.ts';
import { codeOf, storyOver, TRADES, until } from '../testkit/stories.ts';
import { campaignsOver, type SeenSignUp } from '../shortlists/campaign-stage.ts';
import { shortlistsOver, type SeenEntry } from '../shortlists/stage.ts';

// Chapters are long, and machines shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// Nine weeks of a campaign for five game studios of Copenhagen, as Copenhagen Capacity runs them: thirty people sign up,
// the host screens them, hands leads to lists that three of the studios share, and keeps the others in the pool.

let now = new Date('2027-01-04T09:00:00Z');
const api = useApi({ work: true, clock: () => now });
const story = storyOver(api);
const campaigns = campaignsOver(api);
const lists = shortlistsOver(api);

/** The window begins on Friday; two whole days later it is Monday, midnight in Copenhagen. */
const FRIDAY = new Date('2027-01-08T10:00:00Z');
const MIDNIGHT = new Date('2027-01-10T23:00:00Z');
const NEXT_MIDNIGHT = '2027-01-12T23:00:00.000Z';
const ZONE = 'Europe/Copenhagen';
const SOURCES = ['game-fair', 'linkedin', 'school'] as const;
const ARTIST = 'Environment artist for games: modelling, sculpting and texturing in Blender and Substance.';
const WELDER = TRADES[3].cv;
const DEVELOPER = TRADES[2];

interface SignedUp extends Owned {
  number: number;
  source: string;
  signUpId: string;
}

let host: Owned;
let otherHost: Owned;
let campaignId: string;
const studios: Owned[] = [];
const roleIds: string[] = [];
const talents: SignedUp[] = [];
/** Who is to become what: developers fit the roles, artists fit none yet, welders look for something else. */
const becomes = (number: number): 'LEAD' | 'POOL' | 'DECLINE' =>
  number % 5 < 2 ? 'LEAD' : number % 5 < 4 ? 'POOL' : 'DECLINE';
const those = (decision: string) => talents.filter(({ number }) => becomes(number) === decision);
let sharedListId: string;
const entryOf = new Map<string, SeenEntry & { shortlistId: string }>();

const seen = async (actor: Actor, talent: Owned) =>
  (await lists.entry(actor, entryOf.get(talent.id)!.id)).data.shortlistEntry;
const move = async (actor: Actor, talent: Owned, name: string, more: object = {}) =>
  lists.move(actor, { ...(await seen(host, talent)) }, name, more);
/** The studios that share the list, in the order in which they may contact this talent. */
async function inTurn(talent: Owned): Promise<Owned[]> {
  const three = studios.slice(0, 3);
  const first: Owned[] = [];
  for (const studio of three) if ((await seen(studio, talent)).firstContact!.yours) first.push(studio);
  return [...first, ...three.filter((studio) => !first.includes(studio))];
}
const sourcesOf = async (actor: Actor) =>
  story.get<{ sources: Record<string, unknown>[] }>(
    actor,
    `query ($id: ID!) { campaign(id: $id) { sources { source signUps leads matches hires } } }`,
    { id: campaignId },
  );
const lettersTo = async (talent: Owned) =>
  (await story.told(talent)).filter(({ template }) => template === 'digest.roles');

describe('1 · five studios join', () => {
  test('are invited, bring their roles, and pay for up to three jobs what the plan says, and for each further one', async () => {
    host = await addHostOrganisation(api, { name: 'Copenhagen Talent' });
    otherHost = await addHostOrganisation(api, { name: 'Another Region' });
    const created = (await campaigns.create(host, [host.rowId], { name: 'Games in Copenhagen' })).data
      .createCampaign;
    campaignId = created.id;
    for (const [place, what] of [
      'an open world with large crowds',
      'a racing game',
      'a puzzle game for phones',
      'a shooter',
      'a game of cards',
    ].entries()) {
      const studio = await addEmployer(api, { name: `Studio ${place}`, country: 'DK', region: 'DK-84' });
      await campaigns.invite(host, campaignId, studio.rowId);
      const own: string[] = [];
      for (let jobs = place === 4 ? 4 : 1; jobs > 0; jobs -= 1)
        own.push(
          await addRole(api, studio, {
            ...DEVELOPER.role,
            country: 'DK',
            region: 'DK-84',
            city: 'Copenhagen',
            openings: 2,
            description: { language: 'en', text: `${DEVELOPER.role.description.text} We make ${what}.` },
          }),
        );
      expect(codeOf(await campaigns.bring(studio, campaignId, own))).toBeUndefined();
      studios.push(studio);
      roleIds.push(own[0]!);
    }
    const stranger = await addEmployer(api, { name: 'Not invited' });
    expect(codeOf(await campaigns.bring(stranger, campaignId, [await addRole(api, stranger)]))).toBe(
      'SHORTLISTS_CAMPAIGN_UNKNOWN',
    );
    expect(codeOf(await campaigns.run(otherHost, campaignId, created.version))).toBe(
      'SHORTLISTS_CAMPAIGN_UNKNOWN',
    );
    await campaigns.run(host, campaignId, created.version);
    const fees = `query ($id: ID!) { campaign(id: $id) { employers { employerId jobs fee currency } } }`;
    expect(await story.get(studios[4]!, fees, { id: campaignId })).toEqual({
      employers: [{ employerId: studios[4]!.rowId, jobs: 4, fee: 35_000, currency: 'DKK' }],
    });
    const all = await story.get<{ employers: { fee: number }[] }>(host, fees, { id: campaignId });
    expect(all.employers.map(({ fee }) => fee).toSorted()).toEqual([30_000, 30_000, 30_000, 30_000, 35_000]);
  });
});

describe('2 · thirty people sign up', () => {
  test('each with the source of their link, and with consent to be matched', async () => {
    for (let number = 0; number < 30; number += 1) {
      const cv = { LEAD: DEVELOPER.cv, POOL: ARTIST, DECLINE: WELDER }[becomes(number)];
      const talent = await addTalent(api, {
        name: `Talent ${number}`,
        email: `talent${number}@example.org`,
        cv: { language: 'en', text: `${cv} Portfolio ${number}.` },
      });
      const source = SOURCES[number % 3]!;
      const { data } = await campaigns.signUp(talent, campaignId, source);
      expect(data.signUp.state).toBe('QUEUED');
      talents.push({ ...talent, number, source, signUpId: data.signUp.id });
      now = new Date(now.getTime() + 60_000);
    }
    const silent = await addTalent(api, {}, false);
    expect(codeOf(await campaigns.signUp(silent, campaignId))).toBe('ACCESS_CONSENT_NEEDED');
    expect(codeOf(await campaigns.signUp(talents[0]!, campaignId))).toBe('SHORTLISTS_SIGN_UP_EXISTS');
    expect(codeOf(await campaigns.signUp(studios[0]!, campaignId))).toBe('ACCESS_FORBIDDEN');
  });

  test('and who they are is for the hosts alone', async () => {
    expect((await campaigns.signUps(host, campaignId)).data.signUps.edges).toHaveLength(30);
    for (const actor of [studios[0]!, otherHost, talents[0]!]) {
      expect(codeOf(await campaigns.signUps(actor, campaignId))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await campaigns.claim(actor, campaignId))).toBe('ACCESS_FORBIDDEN');
    }
  });
});

describe('3 · the host screens them', () => {
  test('two colleagues at once, who never hold the same, each decision with a name and a reason', async () => {
    // Matching shows which roles of the campaign fit, once the background has read the CVs.
    await until('matches', async () => {
      const { data, errors } = await campaigns.signUps(host, campaignId, 'matches { score role { id } }');
      return errors ? undefined : data;
    });
    const colleagues: Actor[] = [host, { ...host, id: newId() }];
    const decided = new Set<string>();
    for (;;) {
      const held: SeenSignUp[] = [];
      for (const actor of colleagues) {
        const one = (await campaigns.claim(actor, campaignId)).data.claimNextSignUp;
        if (one) held.push(one);
      }
      if (held.length === 0) break;
      expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
      for (const [place, one] of held.entries()) {
        expect(decided).not.toContain(one.id);
        decided.add(one.id);
        const talent = talents.find(({ id }) => id === one.talent.id)!;
        const decision = becomes(talent.number);
        const { data } = await campaigns.decide(colleagues[place]!, one, decision, {
          reason: `Read the portfolio of ${talent.number}`,
          screener: place ? 'Bo Screener' : 'Jo Screener',
        });
        expect(data.decideSignUp.state).toBe(decision === 'DECLINE' ? 'DECLINED' : decision);
      }
    }
    expect(decided.size).toBe(30);
  });

  test('and each reads who decided and why, of themselves', async () => {
    const [declined] = those('DECLINE');
    expect(await story.get(declined!, `{ mySignUps { state reason screener } }`)).toEqual([
      {
        state: 'DECLINED',
        reason: `Read the portfolio of ${declined!.number}`,
        screener: expect.stringMatching(/ Screener$/),
      },
    ]);
    const { data } = await campaigns.signUps(host, campaignId);
    const one = data.signUps.edges.find(({ node }) => node.talent.id === declined!.id)!.node;
    expect(codeOf(await campaigns.decide(studios[0]!, one, 'LEAD'))).toBe('SHORTLISTS_SIGN_UP_UNKNOWN');
  });
});

describe('4 · leads come to a list that three studios share', () => {
  test('once each, for all three, with the explanation of each for its own role', async () => {
    now = FRIDAY;
    const made = await lists.create(host, {
      name: 'Developers',
      roleIds: roleIds.slice(0, 3),
      campaignId,
      zone: ZONE,
      windowDays: 2,
    });
    sharedListId = made.data.createShortlist.id;
    for (const lead of those('LEAD')) {
      const { data } = await campaigns.handOver(host, lead.signUpId, roleIds.slice(0, 3));
      expect(data.handOverLead).toMatchObject([
        { shortlistId: sharedListId, origin: 'LEAD', state: 'PROPOSED' },
      ]);
      entryOf.set(lead.id, data.handOverLead[0]!);
    }
    for (const studio of studios.slice(0, 3)) {
      const { data } = await lists.read(studio, sharedListId);
      expect(data.shortlist.entries.edges).toHaveLength(12);
      for (const { node } of data.shortlist.entries.edges) {
        expect(node.talent).toMatchObject({ name: null, identified: false });
        expect(node.explanations).toHaveLength(1);
      }
    }
    for (const actor of [studios[3]!, otherHost])
      expect(codeOf(await lists.read(actor, sharedListId))).toBe('SHORTLISTS_UNKNOWN');
    // Shortlists are not shown to talents, and who is no lead is on none.
    expect(codeOf(await lists.read(talents[0]!, sharedListId))).toMatch(
      /^(SHORTLISTS_UNKNOWN|ACCESS_FORBIDDEN)$/,
    );
    const [pooled] = those('POOL');
    expect(codeOf(await campaigns.handOver(host, pooled!.signUpId, [roleIds[0]!]))).toBe(
      'SHORTLISTS_NO_LEAD',
    );
  });

  test('and the talent reads to whom they were put forward', async () => {
    const { data } = await lists.standing(those('LEAD')[0]!);
    expect(data.myStanding.edges).toHaveLength(1);
    expect(data.myStanding.edges[0]!.node).toMatchObject({ status: 'PROPOSED', campaignId });
    expect(data.myStanding.edges[0]!.node.roles.map(({ employerName }) => employerName).toSorted()).toEqual([
      'Studio 0',
      'Studio 1',
      'Studio 2',
    ]);
    expect((await lists.standing(those('POOL')[0]!)).data.myStanding.edges).toEqual([]);
  });
});

describe('5 · who may speak to whom first', () => {
  test('one studio at a time, which hires without a rival on the line', async () => {
    const [lead] = those('LEAD') as [SignedUp];
    const [first, second] = (await inTurn(lead)) as [Owned, Owned];
    expect((await seen(first, lead)).firstContact).toMatchObject({
      yours: true,
      until: MIDNIGHT.toISOString(),
    });
    const refused = await move(second, lead, 'contact');
    expect(codeOf(refused)).toBe('SHORTLISTS_NOT_YOUR_TURN');
    expect(refused.errors![0]!.message).not.toContain('Studio');
    for (const step of ['contact', 'interview', 'offer', 'hire'])
      expect(codeOf(await move(first, lead, step))).toBeUndefined();
    expect((await lists.standing(lead)).data.myStanding.edges[0]!.node.status).toBe('HIRED');
  });

  test('until midnight in Copenhagen, when the next has the word', async () => {
    const lead = those('LEAD')[1]!;
    const [first, ...others] = (await inTurn(lead)) as [Owned, Owned, Owned];
    now = new Date(MIDNIGHT.getTime() - 1);
    expect((await seen(first, lead)).firstContact).toMatchObject({ yours: true });
    for (const studio of others)
      expect(codeOf(await move(studio, lead, 'contact'))).toBe('SHORTLISTS_NOT_YOUR_TURN');
    now = MIDNIGHT;
    expect(codeOf(await move(first, lead, 'contact'))).toBe('SHORTLISTS_NOT_YOUR_TURN');
    const turns = await Promise.all(others.map(async (studio) => (await seen(studio, lead)).firstContact!));
    expect(turns.filter(({ yours }) => yours)).toEqual([
      { everybody: false, yours: true, employerId: expect.any(String), until: NEXT_MIDNIGHT },
    ]);
    const next = others[turns.findIndex(({ yours }) => yours)]!;
    expect((await move(next, lead, 'contact')).data.moveShortlistEntry.state).toBe('CONTACTED');
    // By name, the studio’s rival stays unknown to the one that missed its days.
    expect((await seen(first, lead)).firstContact).toBeNull();
    expect(JSON.stringify(await seen(first, lead))).not.toContain(next.rowId);
  });

  test('one alone neither rejects nor releases for all; it passes, and a host releases with a reason', async () => {
    const lead = those('LEAD')[2]!;
    const [holder] = (await inTurn(lead)) as [Owned];
    for (const ending of ['reject', 'release'])
      expect(codeOf(await move(holder, lead, ending, { reason: 'Filled' }))).toBe('SHORTLISTS_OTHERS_WAIT');
    expect((await move(holder, lead, 'pass', { reason: 'Filled' })).data.moveShortlistEntry.state).toBe(
      'PROPOSED',
    );
    expect((await seen(holder, lead)).firstContact).toMatchObject({ yours: false });
    const reason = 'All three have filled their places';
    expect((await move(host, lead, 'release', { reason })).data.moveShortlistEntry.state).toBe('RELEASED');
    expect((await lists.standing(lead)).data.myStanding.edges[0]!.node).toMatchObject({
      status: 'RELEASED',
      reason,
    });
    expect(codeOf(await move(otherHost, lead, 'reconsider'))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
  });
});

describe('6 · the pool hears of new roles', () => {
  const DIGEST = `mutation ($input: DigestInput!) { sendDigests(input: $input) { considered sent unread next } }`;

  test('in one letter each, where they agreed to letters, and not again', async () => {
    now = new Date('2027-01-20T09:00:00Z');
    const agreed = those('POOL').slice(0, 5);
    for (const talent of [...agreed, those('DECLINE')[0]!])
      await story.get(talent, `mutation { giveConsent(purpose: DIGEST) { id } }`);
    now = new Date('2027-01-21T09:00:00Z');
    const roleId = await addRole(api, studios[3]!, {
      title: 'Environment artist',
      sector: 'IT',
      mustHave: ['Blender'],
      country: 'DK',
      region: 'DK-84',
      city: 'Copenhagen',
      description: {
        language: 'en',
        text: 'You make environments for our game: modelling, sculpting and texturing in Blender and Substance.',
      },
    });
    expect(codeOf(await campaigns.bring(studios[3]!, campaignId, [roleId]))).toBeUndefined();
    await until('the reading of the new role', async () => {
      const ranked = `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 1) { edges { node { score } } } }`;
      return (await api.ask(studios[3]!, ranked, { roleId })).errors ? undefined : true;
    });
    for (const actor of [studios[3]!, otherHost, agreed[0]!])
      expect(await story.refusal(actor, DIGEST, { input: { campaignId } })).toBe('ACCESS_FORBIDDEN');
    expect(await story.get(host, DIGEST, { input: { campaignId } })).toEqual({
      considered: 6,
      sent: 5,
      unread: 0,
      next: null,
    });
    for (const talent of talents) {
      const letters = await lettersTo(talent);
      expect(letters).toHaveLength(agreed.includes(talent) ? 1 : 0);
      for (const { text } of letters) expect(text).toContain('Environment artist');
    }
    const sent = async () =>
      (await story.get<{ sent: number }>(host, DIGEST, { input: { campaignId } })).sent;
    expect(await sent()).toBe(0);
    now = new Date('2027-02-01T09:00:00Z');
    expect(await sent()).toBe(0);
    expect(await lettersTo(agreed[0]!)).toHaveLength(1);
  });
});

describe('7 · what came of which source', () => {
  test('is counted for the hosts, and adds up', async () => {
    const { sources } = await sourcesOf(host);
    expect(sources).toHaveLength(3);
    for (const source of SOURCES) {
      const from = talents.filter((talent) => talent.source === source);
      const leads = from.filter(({ number }) => becomes(number) === 'LEAD').length;
      expect(sources).toContainEqual({
        source,
        signUps: from.length,
        leads,
        matches: leads,
        hires: those('LEAD')[0]!.source === source ? 1 : 0,
      });
    }
    for (const actor of [studios[0]!, otherHost, talents[0]!])
      expect(
        await story.refusal(actor, `query ($id: ID!) { campaign(id: $id) { sources { source } } }`, {
          id: campaignId,
        }),
      ).toBe('ACCESS_FORBIDDEN');
  });
});

describe('8 · a talent withdraws', () => {
  test('from one place, and everything else stays', async () => {
    const lead = those('LEAD')[3]!;
    const { id, version } = (await lists.standing(lead)).data.myStanding.edges[0]!.node;
    expect(codeOf(await lists.withdraw(those('LEAD')[4]!, id, version))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
    expect((await lists.withdraw(lead, id, version)).data.withdrawStanding.status).toBe('WITHDRAWN');
    expect(await story.get(lead, `{ mySignUps { state } }`)).toEqual([{ state: 'LEAD' }]);
  });

  test('everywhere, with the consent: no studio and no host finds them from the next query on', async () => {
    const gone = those('LEAD')[4]!;
    const { shortlistId, id } = entryOf.get(gone.id)!;
    const onList = async (actor: Actor) =>
      (await lists.read(actor, shortlistId)).data.shortlist.entries.edges.map(({ node }) => node.talent.id);
    for (const actor of [...studios.slice(0, 3), host]) expect(await onList(actor)).toContain(gone.id);
    await story.get(gone, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    for (const actor of [...studios.slice(0, 3), host]) {
      expect(await onList(actor)).not.toContain(gone.id);
      expect(codeOf(await lists.entry(actor, id))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
    }
    const { data } = await campaigns.signUps(host, campaignId);
    expect(data.signUps.edges).toHaveLength(29);
    expect(JSON.stringify(data)).not.toContain(gone.id);
    expect((await lists.standing(gone)).data.myStanding.edges[0]!.node.status).toBe('WITHDRAWN');
    expect(await story.get(gone, `{ mySignUps { state } }`)).toEqual([{ state: 'WITHDRAWN' }]);
    // Given again, the consent brings nothing back by itself.
    await story.get(gone, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    for (const actor of [...studios.slice(0, 3), host])
      expect(codeOf(await lists.entry(actor, id))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
  });
});
