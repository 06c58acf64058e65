import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import type { DigestBatch } from '../../src/shortlists/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import { campaignsOver, runningCampaign } from './campaign-stage.ts';
import { addOrganiser, codeOf, toldTo } from './stage.ts';

let now = new Date('2027-01-04T09:00:00Z');
const api = useApi({ clock: () => now });
const later = (days: number) => (now = new Date(now.getTime() + days * 24 * 3_600_000));
const send = (actor: Actor, input: Record<string, unknown> = {}) =>
  api.ask<{ sendDigests: DigestBatch }>(
    actor,
    `mutation ($input: DigestInput!) { sendDigests(input: $input) { considered sent unread next } }`,
    { input },
  );
const agree = (talent: Owned) => api.ask(talent, `mutation { giveConsent(purpose: DIGEST) { id } }`);
const rolesTold = async (talent: Owned): Promise<string[][]> =>
  (await toldTo(api, talent.id))
    .filter(({ template }) => template === 'digest.roles')
    .map(({ parameters }) => (parameters['roles'] as { roleId: string }[]).map(({ roleId }) => roleId));

// Each test in a week of its own, with nobody left over who would be written to.
beforeEach(async () => {
  later(7);
  await api
    .as('operator')
    .em.getConnection()
    .execute(`UPDATE consents SET withdrawn_at = given_at WHERE withdrawn_at IS NULL AND purpose = 'DIGEST'`);
});

describe('a digest', () => {
  test('tells of roles added since the talent agreed, that match, and of no others', async () => {
    const employer = await addEmployer(api);
    const talent = await addTalent(api);
    await addRole(api, employer);
    later(0.1);
    await agree(talent);
    later(0.1);
    const fits = await addRole(api, employer);
    await addRole(api, employer, {
      title: 'Welder',
      mustHave: ['welding'],
      sector: 'MANUFACTURING',
      description: { language: 'en', text: 'You weld steel frames for lorries in our workshop.' },
    });
    await addRole(api, employer, { workingLanguages: [{ language: 'sv', level: 'C2' }] });
    await api.embedAll();
    expect((await send(OPERATOR)).data.sendDigests).toEqual({
      considered: 1,
      sent: 1,
      unread: 0,
      next: null,
    });
    expect(await rolesTold(talent)).toEqual([[fits]]);
  });

  test('comes once a week, never names a role twice, and ends with its consent', async () => {
    const employer = await addEmployer(api);
    const talent = await addTalent(api);
    await agree(talent);
    later(0.1);
    const first = await addRole(api, employer);
    await api.embedAll();
    await send(OPERATOR);
    later(0.1);
    const second = await addRole(api, employer);
    await api.embedAll();
    expect((await send(OPERATOR)).data.sendDigests.sent).toBe(0);
    later(7);
    expect((await send(OPERATOR)).data.sendDigests.sent).toBe(1);
    expect((await send(OPERATOR)).data.sendDigests.sent).toBe(0);
    expect(await rolesTold(talent)).toEqual([[first], [second]]);
    await addRole(api, employer);
    await api.embedAll();
    later(7);
    await api.ask(talent, `mutation { withdrawConsent(purpose: DIGEST) { id } }`);
    expect((await send(OPERATOR)).data.sendDigests).toMatchObject({ considered: 0, sent: 0 });
  });

  test('is written to nobody who agreed to be matched only, or no longer', async () => {
    const employer = await addEmployer(api);
    const [matched, left] = [await addTalent(api), await addTalent(api)];
    await agree(left);
    later(0.1);
    await addRole(api, employer);
    await api.embedAll();
    later(0.1);
    await api.ask(left, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    await send(OPERATOR);
    expect([await rolesTold(matched), await rolesTold(left)]).toEqual([[], []]);
  });

  test('waits for a CV that is yet to be read', async () => {
    const employer = await addEmployer(api);
    await addRole(api, employer);
    await api.embedAll();
    await agree(await addTalent(api));
    expect((await send(OPERATOR)).data.sendDigests).toMatchObject({ considered: 1, sent: 0, unread: 1 });
    await api.embedAll();
  });

  test('of a campaign goes to those who signed up, of its roles, by its hosts', async () => {
    const { host, employers, id } = await runningCampaign(api);
    const campaigns = campaignsOver(api);
    const [signed, other] = [await addTalent(api), await addTalent(api)];
    for (const talent of [signed, other]) await agree(talent);
    await campaigns.signUp(signed, id);
    later(0.1);
    const brought = await addRole(api, employers[0]);
    await addRole(api, employers[0]);
    await campaigns.bring(employers[0], id, [brought]);
    await api.embedAll();
    for (const actor of [employers[0], signed, await addOrganiser(api), ORGANISER])
      expect(codeOf(await send(actor, { campaignId: id }))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await send(host))).toBe('ACCESS_FORBIDDEN');
    expect((await send(host, { campaignId: id })).data.sendDigests).toMatchObject({ considered: 1, sent: 1 });
    expect(await rolesTold(signed)).toEqual([[brought]]);
    expect(await rolesTold(other)).toEqual([]);
  });
});
