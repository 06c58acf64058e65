import { describe, expect, test } from 'vitest';
import { TEXT_LANGUAGES } from '../../src/kernel/index.ts';
import { templateRegister } from '../../src/messages/index.ts';
import { campaignLife, entryLife, signUpLife } from '../../src/shortlists/index.ts';

const ID = '01a201ff-1976-75c0-8e11-9fd4dab10125';
const roles = [{ roleId: ID, title: 'Nurse', employer: 'Sample Care' }];

/** Every letter of the room with parameters for each of its cases. */
const LETTERS: readonly (readonly [string, Record<string, unknown>])[] = [
  ...Object.keys(entryLife.states).map(
    (state) => ['standing.changed', { entryId: ID, state, roles }] as const,
  ),
  ['shortlist.turn', { shortlistId: ID, entryId: ID, lastDay: '2026-10-25', zone: 'Europe/Stockholm' }],
  ['shortlist.turn', { shortlistId: ID, entryId: ID, lastDay: null, zone: 'Europe/Stockholm' }],
  ['shortlist.withdrawn', { shortlistId: ID, entryId: ID }],
  ['campaign.invited', { campaignId: ID, campaign: 'Games' }],
  ...Object.keys(campaignLife.states)
    .filter((state) => state !== 'DRAFT')
    .map((state) => ['campaign.changed', { campaignId: ID, campaign: 'Games', state }] as const),
  ...Object.keys(signUpLife.states)
    .filter((state) => state !== 'CLAIMED')
    .map((state) => ['signup.changed', { signUpId: ID, campaign: 'Games', state }] as const),
  ['digest.roles', { roles }],
  ['digest.roles', { roles: [...roles, ...roles] }],
];

describe('a letter', () => {
  test.each(LETTERS)('%s of %o says something of its own in every language', (name, parameters) => {
    const template = templateRegister().get(name)!;
    const filled = template.parameters.parse(parameters);
    const words = TEXT_LANGUAGES.map((language) => template.words[language](filled));
    for (const { subject, text } of words) {
      expect(subject).toMatch(/^[^\n]+$/);
      expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object/);
    }
    expect(new Set(words.map(({ text }) => text)).size).toBe(TEXT_LANGUAGES.length);
  });
});
