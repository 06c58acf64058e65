import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { passTurn } from '../../src/shortlists/index.ts';
import { addEmployer, addRole, addTalent, OPERATOR, useApi, type Owned } from '../testkit/index.ts';
import { addOccasion, addOrganiser, codeOf, shortlistsOver, toldTo, type SeenEntry } from './stage.ts';

// Two days before clocks go back in Stockholm.
const START = new Date('2026-10-23T15:00:00Z');
const WINDOW_ENDS = '2026-10-25T23:00:00.000Z';
let now = START;
const api = useApi({ clock: () => now });
const lists = shortlistsOver(api);

interface Shared {
  host: Owned;
  /** Her role fits: she has the first turn. */
  first: Owned;
  second: Owned;
  talent: Owned;
  shortlistId: string;
  entry: SeenEntry;
}

/** A list of two employers with a window of two days, and a talent on it. */
async function shared(changes: Record<string, unknown> = {}): Promise<Shared> {
  const host = await addOrganiser(api);
  const [first, second] = [await addEmployer(api), await addEmployer(api)];
  const fits = await addRole(api, first);
  const fitsLess = await addRole(api, second, {
    title: 'Welder',
    sector: 'MANUFACTURING',
    mustHave: ['welding'],
    description: { language: 'en', text: 'You weld steel frames for lorries in our workshop.' },
  });
  const occasionId = await addOccasion(
    api,
    [host.rowId],
    [
      { employerId: first.rowId, roleIds: [fits] },
      { employerId: second.rowId, roleIds: [fitsLess] },
    ],
  );
  const talent = await addTalent(api);
  await api.embedAll();
  const created = await lists.create(host, {
    roleIds: [fitsLess, fits],
    occasionId,
    windowDays: 2,
    ...changes,
  });
  const shortlistId = created.data.createShortlist.id;
  const entry = (await lists.add(host, shortlistId, talent.id)).data.addToShortlist;
  return { host, first, second, talent, shortlistId, entry };
}
const seen = async (actor: Actor, { entry }: Shared) =>
  (await lists.entry(actor, entry.id)).data.shortlistEntry;
const move = async (actor: Actor, on: Shared, name: string, more: object = {}) => {
  const { version } = await seen(OPERATOR, on);
  return lists.move(actor, { id: on.entry.id, version }, name, more);
};

beforeEach(() => {
  now = START;
});

describe('a list of several employers', () => {
  test('is made by whoever may act for all of them, not by one of them', async () => {
    const [one, other] = [await addEmployer(api), await addEmployer(api)];
    const roleIds = [await addRole(api, one), await addRole(api, other)];
    expect(codeOf(await lists.create(one, { roleIds }))).toBe('ACCESS_FORBIDDEN');
    const proxy = await addEmployer(api, { kind: 'DEVELOPMENT_COUNCIL' });
    const two = [
      await addEmployer(api, { representedById: proxy.rowId }),
      await addEmployer(api, { representedById: proxy.rowId }),
    ];
    const represented = [await addRole(api, two[0]!), await addRole(api, two[1]!)];
    expect((await lists.create(proxy, { roleIds: represented })).errors).toBeUndefined();
  });

  test('gives the employer whose role fits best the first turn, until midnight where the list is', async () => {
    const on = await shared();
    expect((await seen(on.first, on)).firstContact).toEqual({
      everybody: false,
      yours: true,
      employerId: on.first.rowId,
      until: WINDOW_ENDS,
    });
    expect((await seen(on.second, on)).firstContact).toEqual({
      everybody: false,
      yours: false,
      employerId: null,
      until: WINDOW_ENDS,
    });
    expect(await toldTo(api, on.first.rowId)).toMatchObject([
      { template: 'shortlist.turn', parameters: { lastDay: '2026-10-25', zone: 'Europe/Stockholm' } },
    ]);
    expect(await toldTo(api, on.second.rowId)).toEqual([]);
  });

  test('shows each employer the explanation for its own role, and the host all of them', async () => {
    const on = await shared();
    const mine = (await seen(on.first, on)).explanations;
    const theirs = (await seen(on.second, on)).explanations;
    expect([mine.length, theirs.length]).toEqual([1, 1]);
    expect(mine[0]!.roleId).not.toBe(theirs[0]!.roleId);
    expect((await seen(on.host, on)).explanations).toHaveLength(2);
  });

  test('refuses a contact outside one’s window, and does not name the competitor', async () => {
    const on = await shared();
    const refused = await move(on.second, on, 'contact');
    expect(codeOf(refused)).toBe('SHORTLISTS_NOT_YOUR_TURN');
    expect(refused.errors![0]!.message).toBe(
      `Another employer of this list has the right of first contact until ${WINDOW_ENDS}`,
    );
    expect((await move(on.first, on, 'contact')).errors).toBeUndefined();
    const taken = await move(on.second, on, 'interview');
    expect(taken.errors![0]!.message).toBe('Another employer of this list is in contact with the talent');
    expect((await seen(on.second, on)).roleId).toBeNull();
  });

  test('names it where the list shows its employers', async () => {
    const on = await shared({ showsEmployers: true });
    const { data } = await lists.read(on.second, on.shortlistId);
    const refused = await move(on.second, on, 'contact');
    expect(refused.errors![0]!.message).toContain(data.shortlist.roles[1]!.employerName);
  });

  test('hands the right on at midnight, by the clock alone, and tells the next once', async () => {
    const on = await shared();
    now = new Date(Date.parse(WINDOW_ENDS) - 1);
    expect(codeOf(await move(on.second, on, 'contact'))).toBe('SHORTLISTS_NOT_YOUR_TURN');
    await passTurn(api.as('operator'), on.entry.id);
    expect(await toldTo(api, on.second.rowId)).toEqual([]);
    now = new Date(WINDOW_ENDS);
    expect((await seen(on.second, on)).firstContact).toMatchObject({
      yours: true,
      until: '2026-10-27T23:00:00.000Z',
    });
    expect(codeOf(await move(on.first, on, 'contact'))).toBe('SHORTLISTS_NOT_YOUR_TURN');
    await passTurn(api.as('operator'), on.entry.id);
    await passTurn(api.as('operator'), on.entry.id);
    expect(await toldTo(api, on.second.rowId)).toMatchObject([
      { template: 'shortlist.turn', parameters: { lastDay: '2026-10-27' } },
    ]);
    expect((await move(on.second, on, 'contact')).data.moveShortlistEntry.state).toBe('CONTACTED');
  });

  test('is open to all after the last window, or after the first where the list says so', async () => {
    const [next, all] = [await shared(), await shared({ releaseTo: 'ALL' })];
    now = new Date('2026-10-26T12:00:00Z');
    expect((await seen(next.first, next)).firstContact).toMatchObject({ everybody: false, yours: false });
    expect((await seen(all.first, all)).firstContact).toMatchObject({ everybody: true, yours: true });
    now = new Date('2026-10-28T12:00:00Z');
    expect((await seen(next.first, next)).firstContact).toMatchObject({ everybody: true, until: null });
    expect((await move(next.first, next, 'contact')).errors).toBeUndefined();
  });

  test('goes on when one passes, and one employer does not end it for the others', async () => {
    const on = await shared();
    expect(codeOf(await move(on.second, on, 'pass'))).toBe('SHORTLISTS_NOT_YOUR_TURN');
    expect(codeOf(await move(on.first, on, 'reject', { reason: 'No' }))).toBe('SHORTLISTS_OTHERS_WAIT');
    await move(on.first, on, 'contact');
    const passed = await move(on.first, on, 'pass', { reason: 'Filled the post' });
    expect(passed.data.moveShortlistEntry).toMatchObject({ state: 'PROPOSED', roleId: null });
    expect((await seen(on.second, on)).firstContact).toMatchObject({ yours: true, until: WINDOW_ENDS });
    expect((await toldTo(api, on.second.rowId)).map(({ template }) => template)).toEqual(['shortlist.turn']);
    const history = async (actor: Actor) =>
      (await seen(actor, on)).history.map(({ move: name, reason, employerId }) => [name, reason, employerId]);
    expect(await history(on.second)).toEqual([
      ['contact', null, null],
      ['pass', null, null],
    ]);
    expect((await history(on.host))[1]).toEqual(['pass', 'Filled the post', on.first.rowId]);
    expect(codeOf(await move(on.second, on, 'pass'))).toBe('SHORTLISTS_NOBODY_NEXT');
    expect((await move(on.second, on, 'reject', { reason: 'No' })).data.moveShortlistEntry.state).toBe(
      'REJECTED',
    );
  });

  test('is ended for all by a host', async () => {
    const on = await shared();
    expect((await move(on.host, on, 'release', { reason: 'Cancelled' })).data.moveShortlistEntry.state).toBe(
      'RELEASED',
    );
  });

  test('shows the talent all its employers until one is in contact', async () => {
    const on = await shared();
    const employers = async () =>
      (await lists.standing(on.talent)).data.myStanding.edges[0]!.node.roles.length;
    expect(await employers()).toBe(2);
    await move(on.first, on, 'contact');
    expect(await employers()).toBe(1);
  });

  test('contacted by both at once is contacted by one', async () => {
    const on = await shared({ windowDays: null });
    const { version } = await seen(OPERATOR, on);
    const answers = await Promise.all(
      [on.first, on.second].map((actor) => lists.move(actor, { id: on.entry.id, version }, 'contact')),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });
});
