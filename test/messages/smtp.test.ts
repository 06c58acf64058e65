import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import { deliverWaiting, MessageEntity, smtpCarrier } from '../../src/messages/index.ts';
import { readSettings } from '../../src/settings.ts';
import { addTalent, NOW, useApi } from '../testkit/index.ts';
import { tell } from './outbox.ts';

const api = useApi();
let server: SMTPServer;
let received: { to: string[]; source: string }[];
/** What the server answers to a recipient, and what it does with the text. */
let answers: Record<string, number>;
let hangUp: boolean;

const refusal = (code: number) =>
  Object.assign(new Error('Mailbox of ada@example.org is not here'), { responseCode: code });

beforeEach(async () => {
  [received, answers, hangUp] = [[], {}, false];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: ({ address }, _session, done) => done(answers[address] ? refusal(answers[address]) : null),
    onRcptTo: ({ address }, _session, done) => done(answers[address] ? refusal(answers[address]) : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        if (hangUp) for (const connection of server.connections) connection.close();
        else done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await rows(api.as('operator').em, 'DELETE FROM messages');
});
afterEach(() => new Promise<void>((closed) => server.close(() => closed())));

const deliver = (port = (server.server.address() as AddressInfo).port) => {
  const { em, addresseeOf } = api.as('operator');
  return deliverWaiting({
    em,
    addresseeOf,
    carrier: smtpCarrier(`smtp://127.0.0.1:${port}`),
    from: 'Tandem <post@tandem.example>',
    clock: () => NOW,
  });
};
const states = async () =>
  (await api.as('operator').em.find(MessageEntity, {}, { orderBy: { id: 'asc' } })).map(
    ({ state, problem }) => (problem == null ? state : `${state} ${problem}`),
  );
const tellTalent = async (email: string) =>
  tell(api.as('operator'), 'talent', (await addTalent(api, { email })).id, `note to ${email}`);

describe('a mail server', () => {
  test('gets every message, in order', async () => {
    for (const name of ['one', 'two', 'three']) await tellTalent(`${name}@example.org`);
    expect(await deliver()).toBe(3);
    expect(received.map(({ to }) => to)).toEqual([
      ['one@example.org'],
      ['two@example.org'],
      ['three@example.org'],
    ]);
    expect(received[0]!.source).toContain('Subject: News of note to one@example.org');
    expect(await states()).toEqual(['SENT', 'SENT', 'SENT']);
  });

  test('that hangs up before it has answered gets the same Message-ID again', async () => {
    await tellTalent('ada@example.org');
    hangUp = true;
    await expect(deliver()).rejects.toMatchObject({ code: 'MESSAGES_CARRIER_UNAVAILABLE' });
    expect(await states()).toEqual(['WAITING']);
    hangUp = false;
    expect(await deliver()).toBe(1);
    const ids = received.map(({ source }) => /^Message-ID: (.+)$/m.exec(source)![1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('that refuses an address for good is not asked again; the others are sent', async () => {
    answers = { 'gone@example.org': 550 };
    await tellTalent('gone@example.org');
    await tellTalent('here@example.org');
    expect(await deliver()).toBe(1);
    expect(await states()).toEqual(['UNDELIVERABLE REFUSED', 'SENT']);
  });

  test('that refuses an address for now is asked again later; the others are sent', async () => {
    answers = { 'busy@example.org': 450 };
    await tellTalent('busy@example.org');
    await tellTalent('here@example.org');
    await expect(deliver()).rejects.toMatchObject({ code: 'MESSAGES_NOT_ALL_DELIVERED' });
    expect(await states()).toEqual(['WAITING', 'SENT']);
    answers = {};
    expect(await deliver()).toBe(1);
  });

  test('that refuses the sender, or is not there, loses nothing, and no address enters the failure', async () => {
    await tellTalent('ada@example.org');
    answers = { 'post@tandem.example': 550 };
    const refused = (await deliver().catch((failure: unknown) => failure)) as Error;
    expect(refused).toMatchObject({ code: 'MESSAGES_CARRIER_UNAVAILABLE', cause: undefined });
    expect(refused.message).toContain('550 at MAIL FROM');
    expect(refused.message).not.toContain('example.org');
    await expect(deliver(1)).rejects.toThrow(/127\.0\.0\.1:1 now: ECONNREFUSED/);
    expect(await states()).toEqual(['WAITING']);
  });
});

describe('the settings of mail', () => {
  test('name a folder in the data folder unless told otherwise', () => {
    expect(readSettings({ TANDEM_DATA_DIR: '/srv/tandem' }).mail).toEqual({
      from: 'Tandem <tandem@localhost>',
      folder: '/srv/tandem/outbox',
      smtpUrl: undefined,
    });
  });

  test('are refused when they contradict each other or lack the sender', () => {
    const smtp = { TANDEM_SMTP_URL: 'smtps://mail.example.org' };
    expect(() => readSettings(smtp)).toThrow('TANDEM_MAIL_FROM is needed');
    expect(() => readSettings({ ...smtp, TANDEM_MAIL_FROM: 'a@b.org', TANDEM_MAIL_FOLDER: 'x' })).toThrow(
      'TANDEM_MAIL_FOLDER is set beside',
    );
    expect(() => readSettings({ TANDEM_SMTP_URL: 'https://mail.example.org' })).toThrow('TANDEM_SMTP_URL');
    expect(() => readSettings({ TANDEM_MAIL_FROM: 'Tandem <post>' })).toThrow('TANDEM_MAIL_FROM is no');
    expect(() => readSettings({ TANDEM_MAIL_FROM: 'a@b.org\nBcc: c@d.org' })).toThrow('TANDEM_MAIL_FROM');
  });
});
