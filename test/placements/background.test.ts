import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addEmployer, addRole, addTalent, useApi } from '../testkit/index.ts';
import { offerStage } from './stage.ts';

// The queue goes by the database's clock, so the one time here is the real one.
const api = useApi({ work: true, clock: () => new Date() });
const stage = offerStage(api);

/** The letters in the outbox, without line ends of the format. */
const letters = (): string[] => {
  const { folder } = api.service.settings.mail;
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
    : [];
};

test('an offer that nobody answers expires by itself, and both read of it in their mail', async () => {
  const employer = await addEmployer(api, { contactEmail: 'hr@inn.example' });
  const talent = await addTalent(api, { email: 'ada@example.org' });
  const answerBy = new Date(Date.now() + 2000).toISOString();
  const { offer } = await stage.make(employer, await addRole(api, employer), talent, { answerBy });
  const told = (subject: string) => letters().filter((letter) => letter.includes(`Subject: ${subject}`));
  await expect.poll(() => told('Offer expired: Emergency nurse').length, { timeout: 25_000 }).toBe(2);
  expect(told('Offer: Emergency nurse')).toHaveLength(2);
  for (const to of ['ada@example.org', 'hr@inn.example'])
    expect(told('Offer expired').filter((letter) => letter.includes(`<${to}>`))).toHaveLength(1);
  expect((await stage.read(talent, offer!.id)).offer).toMatchObject({
    state: 'EXPIRED',
    settledAt: answerBy,
  });
  expect(told('Offer expired').join('')).toContain(offer!.id);
  // The employer does not read who it was.
  expect(letters().find((letter) => letter.includes('<hr@inn.example>'))).not.toContain('Ada');
}, 40_000);
