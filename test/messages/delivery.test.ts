import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import {
  deliverWaiting,
  folderCarrier,
  MessageEntity,
  type DeliveryMeans,
} from '../../src/messages/index.ts';
import { addEmployer, addTalent, NOW, talentInput, useApi } from '../testkit/index.ts';
import { tell } from './outbox.ts';

const api = useApi();
const outbox = mkdtempSync(join(tmpdir(), 'tandem-outbox-'));
afterAll(() => rmSync(outbox, { recursive: true, force: true }));

const context = () => api.as('operator');
const messages = () => context().em.find(MessageEntity, {}, { orderBy: { announcedAt: 'asc', id: 'asc' } });
const deliver = (changes: Partial<DeliveryMeans> = {}) => {
  const { em, addresseeOf } = context();
  return deliverWaiting({
    em,
    addresseeOf,
    carrier: folderCarrier(outbox),
    from: 'Tandem <post@tandem.example>',
    clock: () => NOW,
    ...changes,
  });
};
/** The letters in the folder, by file name, line ends as in the sources here. */
const letters = () =>
  Object.fromEntries(
    readdirSync(outbox).map((name) => [
      name,
      readFileSync(join(outbox, name), 'utf8').replaceAll('\r\n', '\n'),
    ]),
  );
const onlyLetter = (): string => {
  const all = Object.values(letters());
  expect(all).toHaveLength(1);
  return all[0]!;
};

beforeEach(async () => {
  await rows(context().em, 'DELETE FROM messages');
  for (const name of readdirSync(outbox)) rmSync(join(outbox, name), { recursive: true });
});

describe('a message that waits', () => {
  test('is a file named by the message, addressed when it is sent', async () => {
    const talent = await addTalent(api, { email: 'old@example.org' });
    await tell(context(), 'talent', talent.id);
    await api.ask(
      talent,
      `mutation ($id: ID!, $input: TalentInput!) { editTalent(id: $id, version: 1, input: $input) { id } }`,
      { id: talent.id, input: talentInput({ email: 'new@example.org' }) },
    );
    expect(await deliver()).toBe(1);
    const [message] = await messages();
    expect(message).toMatchObject({ state: 'SENT', sentAt: NOW, problem: null, claimedUntil: null });
    expect(Object.keys(letters())).toEqual([`${message!.id}.eml`]);
    const letter = onlyLetter();
    for (const line of [
      'From: Tandem <post@tandem.example>',
      'To: Ada Sample <new@example.org>',
      'Subject: News of the mission',
      `Message-ID: <${message!.id}@tandem.example>`,
      'Date: Sat, 21 Nov 2026 12:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'Content-Language: en',
    ])
      expect(letter.split('\n')).toContain(line);
    expect(letter).toMatch(
      /\n\nHello Ada Sample,\n\nThere is news of the mission\.\n\nKind regards\nTandem\n$/,
    );
  });

  test('is in the language of the CV, or of the organisation', async () => {
    const talent = await addTalent(api, { cv: { language: 'fr', text: 'Infirmière diplômée, six ans.' } });
    const employer = await addEmployer(api, { contactEmail: 'hr@inn.example', contactLanguage: 'sv' });
    await tell(context(), 'talent', talent.id);
    await tell(context(), 'organisation', employer.rowId);
    expect(await deliver()).toBe(2);
    const all = Object.values(letters()).join('\n');
    expect(all).toContain('Bonjour Ada Sample,\n\nIl y a du nouveau : the mission.');
    expect(all).toContain('Det finns nytt om the mission.');
    expect(all).toContain('Content-Language: sv');
  });

  test('for an organisation without an address goes to its representative, who reads for whom it is', async () => {
    const ministry = await addEmployer(api, {
      kind: 'MINISTRY',
      name: 'Ministry',
      contactEmail: 'm@gov.example',
    });
    const inn = await addEmployer(api, { name: 'The Inn', representedById: ministry.rowId });
    await tell(context(), 'organisation', inn.rowId);
    await deliver();
    expect(onlyLetter()).toContain('To: Ministry <m@gov.example>');
    expect(onlyLetter()).toContain('because you represent The Inn.');
  });

  test('for whom nobody can be written to is given up, and what waits behind it is sent', async () => {
    const employer = await addEmployer(api);
    const talent = await addTalent(api);
    await tell(context(), 'organisation', employer.rowId);
    await tell(context(), 'talent', talent.id);
    expect(await deliver()).toBe(1);
    expect((await messages()).map(({ state, problem }) => [state, problem]).sort()).toEqual([
      ['SENT', null],
      ['UNDELIVERABLE', 'NO_ADDRESS'],
    ]);
  });

  test('of a kind that this process does not know is given up', async () => {
    await tell(context(), 'talent', (await addTalent(api)).id);
    await rows(context().em, `UPDATE messages SET template = 'test.gone'`);
    expect(await deliver()).toBe(0);
    expect(await messages()).toMatchObject([{ state: 'UNDELIVERABLE', problem: 'UNREADABLE' }]);
  });

  test('is one line in its subject, whatever people call a thing', async () => {
    await tell(context(), 'talent', (await addTalent(api)).id, 'Nurse\r\nBcc: everybody@example.org');
    await deliver();
    expect(onlyLetter().split('\n\n')[0]).not.toMatch(/^Bcc:/m);
    expect(onlyLetter()).toContain('Subject: News of Nurse Bcc: everybody@example.org');
  });
});

describe('delivery', () => {
  test('sends in the order of the announcements', async () => {
    const talent = await addTalent(api);
    const order: string[] = [];
    for (const title of ['first', 'second', 'third']) await tell(context(), 'talent', talent.id, title);
    await deliver({
      carrier: { carry: async ({ subject }) => (order.push(subject), 'TAKEN'), rest: () => {} },
    });
    expect(order).toEqual(['News of first', 'News of second', 'News of third']);
  });

  test('waits for nothing that another process is about to send, and says that something is left', async () => {
    await tell(context(), 'talent', (await addTalent(api)).id);
    await rows(context().em, 'UPDATE messages SET claimed_until = ?', [new Date(NOW.getTime() + 1)]);
    await expect(deliver()).rejects.toMatchObject({ code: 'MESSAGES_NOT_ALL_DELIVERED' });
    expect(await messages()).toMatchObject([{ state: 'WAITING' }]);
    expect(await deliver({ clock: () => new Date(NOW.getTime() + 1) })).toBe(1);
  });

  test('into a folder that cannot be written leaves everything waiting', async () => {
    await tell(context(), 'talent', (await addTalent(api)).id);
    const file = join(outbox, 'file');
    writeFileSync(file, '');
    await expect(deliver({ carrier: folderCarrier(join(file, 'folder')) })).rejects.toMatchObject({
      code: 'MESSAGES_CARRIER_UNAVAILABLE',
    });
    expect(await messages()).toMatchObject([{ state: 'WAITING', claimedUntil: null }]);
  });

  test('by two at once sends each message once', async () => {
    const talent = await addTalent(api);
    for (let index = 0; index < 20; index += 1) await tell(context(), 'talent', talent.id, `change ${index}`);
    const carried: string[] = [];
    const carrier: DeliveryMeans['carrier'] = {
      carry: async ({ id }) => {
        await new Promise((pause) => setTimeout(pause, 1));
        carried.push(id);
        return 'TAKEN';
      },
      rest: () => {},
    };
    await Promise.allSettled([deliver({ carrier }), deliver({ carrier })]);
    expect(carried).toHaveLength(20);
    expect(new Set(carried).size).toBe(20);
    expect((await messages()).every(({ state }) => state === 'SENT')).toBe(true);
  });
});
