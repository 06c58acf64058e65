import { describe, expect, test } from 'vitest';
import { AuditRecordEntity, type Actor } from '../../src/access/index.ts';
import { entryLife } from '../../src/shortlists/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  talentInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import { addOccasion, addOrganiser, codeOf, shortlistsOver, toldTo, type SeenEntry } from './stage.ts';

let now = new Date('2026-11-23T12:00:00Z');
const api = useApi({ clock: () => now });
const lists = shortlistsOver(api);

const CV =
  'Ada Sample\nRegistered nurse, triage in an emergency department for six years.\nMarried, ada@example.org';

/** An employer with a list for one role, and a talent on it. */
async function stage(): Promise<{
  employer: Owned;
  roleId: string;
  talent: Owned;
  shortlistId: string;
  entry: SeenEntry;
}> {
  const employer = await addEmployer(api);
  const roleId = await addRole(api, employer);
  const talent = await addTalent(api, { cv: { language: 'en', text: CV } });
  await api.embedAll();
  const shortlistId = (await lists.create(employer, { roleIds: [roleId] })).data.createShortlist.id;
  const entry = (await lists.add(employer, shortlistId, talent.id, 'RANKED')).data.addToShortlist;
  return { employer, roleId, talent, shortlistId, entry };
}
const entriesSeen = async (actor: Actor, id: string): Promise<SeenEntry[]> =>
  (await lists.read(actor, id)).data.shortlist.entries.edges.map(({ node }) => node);

describe('an entry', () => {
  test('carries the explanation as it was, whatever the CV says later', async () => {
    const { employer, talent, roleId, shortlistId, entry } = await stage();
    const { data } = await api.ask<{ explainMatch: { modelId: string; match: { score: number } } }>(
      employer,
      `query ($r: ID!, $t: ID!) { explainMatch(roleId: $r, talentId: $t) { modelId match { score } } }`,
      { r: roleId, t: talent.id },
    );
    const [frozen] = entry.explanations;
    expect(frozen).toMatchObject({
      roleId,
      modelId: data.explainMatch.modelId,
      score: data.explainMatch.match.score,
    });
    expect(frozen!.place).not.toBeNull();
    const { data: read } = await api.ask<{ talent: { version: number } }>(
      talent,
      `query ($id: ID!) { talent(id: $id) { version } }`,
      { id: talent.id },
    );
    await api.ask(
      talent,
      `mutation ($id: ID!, $v: Int!, $i: TalentInput!) { editTalent(id: $id, version: $v, input: $i) { id } }`,
      {
        id: talent.id,
        v: read.talent.version,
        i: talentInput({ cv: { language: 'en', text: 'Plumber with twenty years of heat pumps.' } }),
      },
    );
    await api.embedAll();
    const [later] = await entriesSeen(employer, shortlistId);
    expect(later!.explanations).toEqual(entry.explanations);
  });

  test('quotes the CV blind until the identity is disclosed, and again when it is concealed', async () => {
    const { employer, talent, shortlistId, entry } = await stage();
    const quoted = (seen: SeenEntry) => JSON.stringify(seen.explanations);
    expect(quoted(entry)).toContain('triage');
    expect(quoted(entry)).not.toContain('Ada');
    expect(quoted(entry)).not.toContain('ada@');
    const said = (which: string) =>
      api.ask(
        talent,
        `mutation ($t: ID!, $o: ID!) { ${which}Identity(talentId: $t, organisationId: $o) { id } }`,
        { t: talent.id, o: employer.rowId },
      );
    await said('disclose');
    const [known] = await entriesSeen(employer, shortlistId);
    expect(known!.talent).toMatchObject({ identified: true, name: 'Ada Sample' });
    expect(quoted(known!)).not.toContain('█');
    await said('conceal');
    const [blind] = await entriesSeen(employer, shortlistId);
    expect(blind).toEqual(entry);
  });

  test('goes its way by the moves of its life, with history, and tells the talent of each', async () => {
    const { employer, talent, entry } = await stage();
    let seen = entry;
    for (const move of ['contact', 'interview', 'offer', 'hire'])
      seen = (await lists.move(employer, seen, move)).data.moveShortlistEntry;
    expect(seen).toMatchObject({ state: 'HIRED', moves: [] });
    const { data } = await lists.entry(employer, entry.id);
    expect(data.shortlistEntry.history.map(({ to }) => to)).toEqual([
      'CONTACTED',
      'INTERVIEW',
      'OFFER',
      'HIRED',
    ]);
    const told = await toldTo(api, talent.id);
    expect(told.map(({ parameters }) => parameters['state']).sort()).toEqual(
      ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER', 'HIRED'].sort(),
    );
    const illegal = await lists.move(employer, seen, 'contact');
    expect(codeOf(illegal)).toBe('LIVES_ILLEGAL_MOVE');
    const audit = await api.as('operator').em.find(AuditRecordEntity, { subjectId: entry.id });
    expect(audit).toHaveLength(5);
  });

  test('is rejected by a person with a reason, which the talent reads; and the rejection can be taken back', async () => {
    const { employer, talent, entry } = await stage();
    expect(codeOf(await lists.move(employer, entry, 'reject'))).toBe('LIVES_REASON_NEEDED');
    const rejected = await lists.move(employer, entry, 'reject', { reason: 'We need night shifts' });
    expect(rejected.data.moveShortlistEntry.state).toBe('REJECTED');
    const { data } = await lists.standing(talent);
    expect(data.myStanding.edges[0]!.node).toMatchObject({
      status: 'REJECTED',
      reason: 'We need night shifts',
    });
    const back = await lists.move(employer, rejected.data.moveShortlistEntry, 'reconsider');
    expect(back.data.moveShortlistEntry.state).toBe('PROPOSED');
  });

  test('moved by two at once is moved by the first', async () => {
    const { employer, entry } = await stage();
    const answers = await Promise.all([
      lists.move(employer, entry, 'contact'),
      lists.move(employer, entry, 'reject', { reason: 'No' }),
    ]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.map(codeOf)).toContain('DATABASE_CHANGED_MEANWHILE');
  });

  test('is there once, on an open list, of a talent who consents', async () => {
    const { employer, talent, shortlistId } = await stage();
    expect(codeOf(await lists.add(employer, shortlistId, talent.id))).toBe('SHORTLISTS_ENTRY_EXISTS');
    const silent = await addTalent(api, {}, false);
    expect(codeOf(await lists.add(employer, shortlistId, silent.id))).toBe('TALENTS_UNKNOWN');
    expect(codeOf(await lists.add(OPERATOR, shortlistId, silent.id))).toBe('ACCESS_CONSENT_NEEDED');
    const { version } = (await lists.read(employer, shortlistId)).data.shortlist;
    await api.ask(
      employer,
      `mutation ($id: ID!, $v: Int!) { closeShortlist(id: $id, version: $v) { state } }`,
      { id: shortlistId, v: version },
    );
    const other = await addTalent(api);
    await api.embedAll();
    expect(codeOf(await lists.add(employer, shortlistId, other.id))).toBe('SHORTLISTS_CLOSED');
  });
});

test('no move that follows by itself rejects anybody', () => {
  const rejecting = Object.entries(entryLife.moves).filter(([, { to }]) => to === 'REJECTED');
  expect(rejecting).toMatchObject([['reject', { reason: true }]]);
  expect(rejecting[0]![1]).not.toHaveProperty('consequence');
});

describe('the order by hand', () => {
  test('is kept, and two who order at once do not undo each other', async () => {
    const { employer, shortlistId, entry } = await stage();
    const others = [await addTalent(api), await addTalent(api)];
    await api.embedAll();
    const added: string[] = [];
    for (const talent of others)
      added.push((await lists.add(employer, shortlistId, talent.id)).data.addToShortlist.id);
    const ids = async () => (await entriesSeen(employer, shortlistId)).map(({ id }) => id);
    expect(await ids()).toEqual([entry.id, ...added]);
    const { version } = (await lists.read(employer, shortlistId)).data.shortlist;
    const answers = await Promise.all([
      lists.order(employer, shortlistId, version, [added[1]!]),
      lists.order(OPERATOR, shortlistId, version, [added[0]!, entry.id]),
    ]);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['DATABASE_CHANGED_MEANWHILE']);
    const won = answers[0].errors ? [added[0], entry.id, added[1]] : [added[1], entry.id, added[0]];
    expect(await ids()).toEqual(won);
    expect(codeOf(await lists.order(employer, shortlistId, version + 1, [added[0]!, added[0]!]))).toBe(
      'SHORTLISTS_ORDER_INCOMPLETE',
    );
  });
});

describe('a talent', () => {
  test('sees where they stand everywhere, in words meant for them, and never a list', async () => {
    const { talent, shortlistId, entry } = await stage();
    const { data } = await lists.standing(talent);
    const [{ node }] = data.myStanding.edges as [{ node: (typeof data.myStanding.edges)[0]['node'] }];
    expect(node).toMatchObject({ id: entry.id, status: 'PROPOSED' });
    expect(node.words).toContain('put forward');
    expect(node.sv).toContain('föreslagen');
    expect(node.roles[0]!.title).toBe('Emergency nurse');
    expect(codeOf(await lists.read(talent, shortlistId))).toBe('SHORTLISTS_UNKNOWN');
    expect(codeOf(await lists.entry(talent, entry.id))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
  });

  test('withdraws from one place, which the employer is told; another talent cannot', async () => {
    const { employer, talent, entry, shortlistId } = await stage();
    const second = (await lists.create(employer, { roleIds: [await addRole(api, employer)] })).data
      .createShortlist;
    await api.embedAll();
    await lists.add(employer, second.id, talent.id);
    const stranger = await addTalent(api);
    expect(codeOf(await lists.withdraw(stranger, entry.id, entry.version))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
    expect((await lists.standing(stranger)).data.myStanding.edges).toEqual([]);
    const { data } = await lists.withdraw(talent, entry.id, entry.version);
    expect(data.withdrawStanding.status).toBe('WITHDRAWN');
    expect((await entriesSeen(employer, shortlistId))[0]).toMatchObject({ state: 'WITHDRAWN', moves: [] });
    expect((await entriesSeen(employer, second.id))[0]).toMatchObject({ state: 'PROPOSED' });
    expect((await toldTo(api, employer.rowId)).map(({ template }) => template)).toEqual([
      'shortlist.withdrawn',
    ]);
  });

  test('who ends the consent is in no view any more, and does not come back with a later one', async () => {
    const { employer, talent, shortlistId, entry } = await stage();
    now = new Date(now.getTime() + 60_000);
    await api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    for (const actor of [employer, OPERATOR]) {
      expect(await entriesSeen(actor, shortlistId)).toEqual([]);
      expect(codeOf(await lists.entry(actor, entry.id))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
      expect(codeOf(await lists.move(actor, entry, 'contact'))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
    }
    expect((await lists.standing(talent)).data.myStanding.edges[0]!.node.status).toBe('WITHDRAWN');
    now = new Date(now.getTime() + 60_000);
    await api.ask(talent, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    expect(await entriesSeen(employer, shortlistId)).toEqual([]);
    const again = await lists.add(employer, shortlistId, talent.id);
    expect(again.data.addToShortlist.state).toBe('PROPOSED');
  });
});

describe('notes', () => {
  test('are read by whom they are meant for', async () => {
    const { employer, talent, entry } = await stage();
    const colleague: Actor = { ...employer, id: '00000000-0000-4000-8000-00000000aaaa' };
    for (const visibility of ['AUTHOR', 'ORGANISATION', 'SHARED', 'TALENT'])
      await lists.note(employer, entry.id, visibility, visibility);
    const read = async (actor: Actor) =>
      (await lists.entry(actor, entry.id)).data.shortlistEntry.notes.map(({ text }) => text);
    expect(await read(employer)).toEqual(['AUTHOR', 'ORGANISATION', 'SHARED', 'TALENT']);
    expect(await read(colleague)).toEqual(['ORGANISATION', 'SHARED', 'TALENT']);
    expect(await read(OPERATOR)).toEqual(['SHARED', 'TALENT']);
    const { data } = await lists.standing(talent);
    expect(data.myStanding.edges[0]!.node.notes).toEqual([{ text: 'TALENT' }]);
    const { errors } = await lists.note(await addEmployer(api), entry.id, 'SHARED', 'x');
    expect(errors?.[0]?.extensions.code).toBe('SHORTLISTS_ENTRY_UNKNOWN');
  });
});

describe('a list', () => {
  test('is unknown to other employers, to organisers who do not host it, and to nobody in particular', async () => {
    const { shortlistId, entry, roleId } = await stage();
    for (const actor of [await addEmployer(api), await addOrganiser(api), ORGANISER]) {
      expect(codeOf(await lists.read(actor, shortlistId))).toBe('SHORTLISTS_UNKNOWN');
      expect(codeOf(await lists.entry(actor, entry.id))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
      expect(codeOf(await lists.move(actor, entry, 'contact'))).toBe('SHORTLISTS_ENTRY_UNKNOWN');
      expect(codeOf(await lists.order(actor, shortlistId, 1, [entry.id]))).toBe('SHORTLISTS_UNKNOWN');
      expect(codeOf(await lists.create(actor, { roleIds: [roleId] }))).toBe('ACCESS_FORBIDDEN');
    }
    const anonymous = await api.ask(null, `{ shortlists(first: 5) { edges { node { id } } } }`);
    expect(codeOf(anonymous)).toBe('ACCESS_UNAUTHENTICATED');
  });

  test('is seen and moved by whoever represents the employer', async () => {
    const proxy = await addEmployer(api, { kind: 'MINISTRY' });
    const employer = await addEmployer(api, { representedById: proxy.rowId });
    const roleId = await addRole(api, employer);
    const talent = await addTalent(api);
    await api.embedAll();
    const { id } = (await lists.create(proxy, { roleIds: [roleId] })).data.createShortlist;
    const entry = (await lists.add(proxy, id, talent.id)).data.addToShortlist;
    expect((await lists.move(proxy, entry, 'contact')).data.moveShortlistEntry.state).toBe('CONTACTED');
    expect(await entriesSeen(employer, id)).toHaveLength(1);
  });

  test('of an occasion belongs to its hosts too, who alone say that somebody applied', async () => {
    const [host, other] = [await addOrganiser(api), await addOrganiser(api)];
    const employer = await addEmployer(api);
    const roleId = await addRole(api, employer);
    const elsewhere = await addRole(api, employer);
    const occasionId = await addOccasion(
      api,
      [host.rowId],
      [{ employerId: employer.rowId, roleIds: [roleId] }],
    );
    const talent = await addTalent(api);
    await api.embedAll();
    expect(codeOf(await lists.create(host, { roleIds: [elsewhere], occasionId }))).toBe(
      'SHORTLISTS_ROLE_ELSEWHERE',
    );
    expect(codeOf(await lists.create(other, { roleIds: [roleId], occasionId }))).toBe('ACCESS_FORBIDDEN');
    const { id } = (await lists.create(host, { roleIds: [roleId], occasionId })).data.createShortlist;
    expect(codeOf(await lists.add(employer, id, talent.id, 'APPLIED'))).toBe('ACCESS_FORBIDDEN');
    expect((await lists.add(host, id, talent.id, 'APPLIED')).data.addToShortlist.origin).toBe('APPLIED');
    expect(codeOf(await lists.read(other, id))).toBe('SHORTLISTS_UNKNOWN');
    const listed = async (actor: Actor) =>
      (
        await api.ask<{ shortlists: { edges: { node: { id: string } }[] } }>(
          actor,
          `query ($o: ID!) { shortlists(filter: { occasionId: $o }) { edges { node { id } } } }`,
          { o: occasionId },
        )
      ).data.shortlists.edges.map(({ node }) => node.id);
    expect(await listed(host)).toEqual([id]);
    expect(await listed(employer)).toEqual([id]);
    expect(await listed(other)).toEqual([]);
  });
});
