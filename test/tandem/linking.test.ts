import { beforeEach, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { rows } from '../../src/database/index.ts';
import { MessageEntity } from '../../src/messages/index.ts';
import { apartPairs } from '../../src/tandem/index.ts';
import {
  addEmployer,
  addTalent,
  addTandem,
  agreeToTandem,
  inviteAs,
  joinAs,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const BEGUN = new Date('2026-11-21T12:00:00Z');
let now = BEGUN;
const api = useApi({ clock: () => now });
beforeEach(() => {
  now = BEGUN;
});

const MINE = `{ myTandem { id state disclosed avoidSameSlot version partners { name you disclosed } } }`;
interface Mine {
  myTandem: {
    id: string;
    state: string;
    avoidSameSlot: boolean;
    version: number;
    partners: { name: string; you: boolean }[];
  } | null;
}
const mine = async (talent: Owned) => (await api.ask<Mine>(talent, MINE)).data.myTandem;
const invitation = (actor: Owned, code: string) =>
  api.ask<{ tandemInvitation: { invitedBy: string } }>(
    actor,
    `query ($code: String!) { tandemInvitation(code: $code) { invitedBy expiresAt } }`,
    { code },
  );
const decline = (actor: Owned, code: string) =>
  api.ask(actor, `mutation ($code: String!) { declineTandem(code: $code) }`, { code });
const end = (actor: Owned, id: string) =>
  api.ask(actor, `mutation ($id: ID!) { endTandem(id: $id) }`, { id });
const withdraw = (actor: Owned, id: string) =>
  api.ask(actor, `mutation ($id: ID!) { withdrawTandemInvitation(id: $id) }`, { id });
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;
const willing = async (changes: Record<string, unknown> = {}) => {
  const talent = await addTalent(api, changes);
  await agreeToTandem(api, talent);
  return talent;
};
const messagesTo = async (talent: Owned) =>
  (await api.as('operator').em.find(MessageEntity, { recipientId: talent.id })).map(
    ({ template }) => template,
  );

describe('two talents', () => {
  test('are in a tandem once one has invited and the other has joined with the code', async () => {
    const [samira, yacine] = [await willing({ name: 'Samira' }), await willing({ name: 'Yacine' })];
    const { code, id } = await inviteAs(api, samira);
    expect(await mine(samira)).toMatchObject({ id, state: 'PROPOSED', partners: [{ name: 'Samira' }] });
    expect(await mine(yacine)).toBeNull();
    expect((await invitation(yacine, code)).data.tandemInvitation.invitedBy).toBe('Samira');
    await joinAs(api, yacine, code);
    for (const [talent, you] of [
      [samira, [true, false]],
      [yacine, [false, true]],
    ] as const)
      expect(await mine(talent)).toMatchObject({
        id,
        state: 'STANDING',
        partners: [
          { name: 'Samira', you: you[0] },
          { name: 'Yacine', you: you[1] },
        ],
      });
    expect(await messagesTo(samira)).toEqual(['tandem.accepted']);
    expect(await messagesTo(yacine)).toEqual([]);
  });

  test('both consent to be matched and to be in a tandem first', async () => {
    const [one, other] = [await addTalent(api), await willing()];
    const answer = await api.ask(one, `mutation { invitePartner { code } }`);
    expect(codeOf(answer)).toBe('ACCESS_CONSENT_NEEDED');
    const { code } = await inviteAs(api, other);
    expect(codeOf(await joinAs(api, one, code))).toBe('ACCESS_CONSENT_NEEDED');
    const unmatched = await addTalent(api, {}, false);
    await agreeToTandem(api, unmatched);
    expect(codeOf(await joinAs(api, unmatched, code))).toBe('ACCESS_CONSENT_NEEDED');
    expect(await mine(other)).toMatchObject({ state: 'PROPOSED' });
  });

  test('are in one tandem at a time, and the database sees to it', async () => {
    const { inviter, joiner } = await addTandem(api);
    const third = await willing();
    const { code } = await inviteAs(api, third);
    for (const partner of [inviter, joiner]) {
      expect(codeOf(await joinAs(api, partner, code))).toBe('TANDEM_STANDS');
      expect(codeOf(await api.ask(partner, `mutation { invitePartner { code } }`))).toBe('TANDEM_STANDS');
    }
    const { em } = api.as('operator');
    await rows(em, `UPDATE tandems SET state = 'STANDING', code_digest = NULL WHERE state = 'PROPOSED'`);
    await expect(
      rows(
        em,
        `INSERT INTO tandem_partners (id, tandem_id, state, seat, talent_id)
         SELECT gen_random_uuid(), tandem_id, 'STANDING', 2, ? FROM tandem_partners WHERE talent_id = ?`,
        [inviter.id, third.id],
      ),
    ).rejects.toThrow(/tandem_partners_one_stands/);
  });

  test('cannot be three, however many send the code at once', async () => {
    const inviter = await willing();
    const others = [await willing(), await willing(), await willing(), await willing()];
    const { code } = await inviteAs(api, inviter);
    const answers = await Promise.all(others.map((other) => joinAs(api, other, code)));
    const codes = answers.map(codeOf);
    expect(codes.filter((failure) => failure === undefined)).toHaveLength(1);
    expect(new Set(codes.filter((failure) => failure !== undefined))).toEqual(
      new Set(['TANDEM_INVITATION_UNKNOWN']),
    );
  });

  test('who send each other’s codes at once are in one tandem, not two', async () => {
    const [one, other] = [await willing(), await willing()];
    const [first, second] = [await inviteAs(api, one), await inviteAs(api, other)];
    await Promise.all([joinAs(api, one, second.code), joinAs(api, other, first.code)]);
    expect((await mine(one))?.id).toBe((await mine(other))?.id);
    expect((await mine(one))?.state).toBe('STANDING');
  });
});

describe('an invitation', () => {
  test('opens nothing for a wrong code, a used one, and one that ran out, and says the same of each', async () => {
    const [inviter, other, third] = [await willing(), await willing(), await willing()];
    const { code } = await inviteAs(api, inviter);
    const wrong = await invitation(other, `${code.slice(0, -2)}xx`);
    now = new Date(BEGUN.getTime() + 14 * 24 * 60 * 60 * 1000);
    const late = await joinAs(api, other, code);
    now = BEGUN;
    await joinAs(api, other, code);
    const used = await joinAs(api, third, code);
    const problems = [wrong, late, used].map(({ errors }) => errors![0]!);
    for (const { message, extensions } of problems)
      expect({ message, code: extensions.code }).toEqual({
        message: problems[0]!.message,
        code: 'TANDEM_INVITATION_UNKNOWN',
      });
    expect(JSON.stringify(problems)).not.toContain(code);
  });

  test('is kept as a digest: the code stands nowhere', async () => {
    const inviter = await willing();
    const { code, id } = await inviteAs(api, inviter);
    const { em } = api.as('operator');
    const stored = await rows(
      em,
      `SELECT to_jsonb(tandems)::text AS text FROM tandems WHERE id = ?
       UNION ALL SELECT detail::text FROM audit_records WHERE subject_id = ?`,
      [id, id],
    );
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  test('is void when its maker invites anew, takes it back or joins another', async () => {
    const [inviter, other] = [await willing(), await willing()];
    const first = await inviteAs(api, inviter);
    const second = await inviteAs(api, inviter);
    expect(codeOf(await joinAs(api, other, first.code))).toBe('TANDEM_INVITATION_UNKNOWN');
    await withdraw(inviter, second.id);
    expect(codeOf(await joinAs(api, other, second.code))).toBe('TANDEM_INVITATION_UNKNOWN');
    const third = await inviteAs(api, inviter);
    const theirs = await inviteAs(api, other);
    await joinAs(api, inviter, theirs.code);
    expect(codeOf(await joinAs(api, await willing(), third.code))).toBe('TANDEM_INVITATION_UNKNOWN');
  });

  test('can be declined, which its maker is told without a name', async () => {
    const [inviter, other] = [await willing(), await willing()];
    const { code } = await inviteAs(api, inviter);
    expect(codeOf(await decline(other, code))).toBeUndefined();
    expect(await mine(inviter)).toBeNull();
    const messages = await api.as('operator').em.find(MessageEntity, { recipientId: inviter.id });
    expect(messages.map(({ template, parameters }) => ({ template, parameters }))).toEqual([
      { template: 'tandem.declined', parameters: {} },
    ]);
    expect(await messagesTo(other)).toEqual([]);
    expect(codeOf(await joinAs(api, other, code))).toBe('TANDEM_INVITATION_UNKNOWN');
  });

  test('is for another talent: not for oneself, an employer, an organiser or nobody', async () => {
    const inviter = await willing();
    const { code } = await inviteAs(api, inviter);
    expect(codeOf(await joinAs(api, inviter, code))).toBe('TANDEM_WITH_ONESELF');
    expect(codeOf(await decline(inviter, code))).toBe('TANDEM_WITH_ONESELF');
    for (const actor of [await addEmployer(api), ORGANISER as Owned, OPERATOR as Owned]) {
      expect(codeOf(await joinAs(api, actor, code))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await invitation(actor, code))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await decline(actor, code))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await api.ask(actor, `mutation { invitePartner { code } }`))).toBe('ACCESS_FORBIDDEN');
    }
    expect(codeOf(await api.ask(null, `mutation { invitePartner { code } }`))).toBe('ACCESS_UNAUTHENTICATED');
  });

  test('ends with a consent of its maker', async () => {
    for (const purpose of ['MATCHING', 'TANDEM']) {
      const inviter = await willing();
      const { code } = await inviteAs(api, inviter);
      await api.ask(inviter, `mutation { withdrawConsent(purpose: ${purpose}) { id } }`);
      expect(codeOf(await joinAs(api, await willing(), code))).toBe('TANDEM_INVITATION_UNKNOWN');
      expect(await mine(inviter)).toBeNull();
    }
  });
});

describe('a standing tandem', () => {
  test('is unknown to a third talent, and forbidden to employers', async () => {
    const { id } = await addTandem(api);
    const third = await willing();
    const edit = (actor: Owned) =>
      api.ask(
        actor,
        `mutation ($id: ID!) { editTandem(id: $id, version: 1, input: { avoidSameSlot: true }) { id } }`,
        { id },
      );
    const disclose = (actor: Owned) =>
      api.ask(actor, `mutation ($id: ID!) { discloseTandem(id: $id, input: { sector: IT }) { id } }`, { id });
    const conceal = (actor: Owned) =>
      api.ask(actor, `mutation ($id: ID!) { concealTandem(id: $id) { id } }`, { id });
    for (const deed of [edit, disclose, conceal, (actor: Owned) => end(actor, id)])
      expect(codeOf(await deed(third))).toBe('TANDEM_UNKNOWN');
    const employer = await addEmployer(api);
    for (const deed of [edit, disclose, conceal, (actor: Owned) => end(actor, id)])
      expect(codeOf(await deed(employer))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await api.ask(employer, MINE))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await api.ask(third, `{ tandems { edges { node { id } } } }`))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await end(ORGANISER as Owned, id))).toBe('ACCESS_FORBIDDEN');
  });

  test('is listed for organisers, page by page', async () => {
    await addTandem(api);
    await addTandem(api);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: {
        data: {
          tandems: {
            edges: { node: { id: string; partners: unknown[] } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      } = await api.ask(
        ORGANISER,
        `query ($after: String) { tandems(first: 1, after: $after) {
          edges { node { id partners { name } } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { edges, pageInfo } = page.data.tandems;
      for (const { node } of edges) expect(node.partners).toHaveLength(2);
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('asks the planner to keep the two apart while it stands and they wish it', async () => {
    const { id, inviter, joiner } = await addTandem(api, {}, {}, true);
    const careless = await addTandem(api);
    const everybody = [inviter, joiner, careless.inviter, careless.joiner].map((talent) => talent.id);
    const apart = (ids = everybody) => apartPairs(api.as('operator').em, ids);
    expect(await apart()).toEqual([[inviter.id, joiner.id]]);
    expect(await apart([inviter.id])).toEqual([]);
    const { version } = (await mine(joiner))!;
    const edit = (avoidSameSlot: boolean) =>
      api.ask(
        joiner,
        `mutation ($id: ID!, $version: Int!, $input: TandemPreferences!) {
          editTandem(id: $id, version: $version, input: $input) { avoidSameSlot } }`,
        { id, version, input: { avoidSameSlot } },
      );
    expect((await edit(false)).data).toEqual({ editTandem: { avoidSameSlot: false } });
    expect(await apart()).toEqual([]);
    expect(codeOf(await edit(true))).toBe('DATABASE_CHANGED_MEANWHILE');
  });
});

describe('the end of a tandem', () => {
  test('by either of the two is at once, told to the other alone, and on record', async () => {
    for (const who of ['inviter', 'joiner'] as const) {
      const { id, ...partners } = await addTandem(api, {}, {}, true);
      const { inviter, joiner } = partners;
      expect((await end(partners[who], id)).errors).toBeUndefined();
      for (const talent of [inviter, joiner]) expect(await mine(talent)).toBeNull();
      expect(await apartPairs(api.as('operator').em, [inviter.id, joiner.id])).toEqual([]);
      const other = who === 'inviter' ? joiner : inviter;
      expect(await messagesTo(other)).toContain('tandem.ended');
      expect(await messagesTo(partners[who])).not.toContain('tandem.ended');
      const records = await api.as('operator').em.find(AuditRecordEntity, { subjectId: id });
      expect(records.map(({ action }) => action)).toEqual(['tandem:invite', 'tandem:answer', 'tandem:end']);
      // A former partner is nobody any more.
      expect(codeOf(await end(other, id))).toBe('TANDEM_UNKNOWN');
      expect(codeOf(await end(partners[who], id))).toBe('TANDEM_UNKNOWN');
    }
  });

  test('comes with the end of a consent, and with leaving, of either', async () => {
    for (const [who, deed] of [
      ['inviter', `mutation { withdrawConsent(purpose: MATCHING) { id } }`],
      ['joiner', `mutation { withdrawConsent(purpose: TANDEM) { id } }`],
      ['joiner', `mutation ($id: ID!) { withdrawTalent(id: $id) { id } }`],
    ] as const) {
      const partners = await addTandem(api);
      const other = who === 'inviter' ? partners.joiner : partners.inviter;
      await api.ask(partners[who], deed, deed.includes('$id') ? { id: partners[who].id } : {});
      expect(await mine(other)).toBeNull();
      expect((await messagesTo(other)).filter((template) => template === 'tandem.ended')).toHaveLength(1);
      expect(await messagesTo(partners[who])).not.toContain('tandem.ended');
      // Free for another.
      const { code } = await inviteAs(api, other);
      expect((await joinAs(api, await willing(), code)).data.joinTandem.state).toBe('STANDING');
    }
  });

  test('by an operator is told to both; what has ended cannot end again', async () => {
    const { id, inviter, joiner } = await addTandem(api);
    expect((await end(OPERATOR as Owned, id)).errors).toBeUndefined();
    for (const talent of [inviter, joiner]) expect(await messagesTo(talent)).toContain('tandem.ended');
    const again = await end(OPERATOR as Owned, id);
    expect(codeOf(again)).toBe('LIVES_ILLEGAL_MOVE');
  });

  test('of an invitation is another move, named when it is mistaken', async () => {
    const inviter = await willing();
    const { id } = await inviteAs(api, inviter);
    const answer = await end(inviter, id);
    expect(answer.errors![0]!.message).toMatch(/PROPOSED and cannot end; it can: join, decline, withdraw$/);
  });
});
