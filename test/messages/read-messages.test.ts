import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { rows } from '../../src/database/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addTalent, OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';
import { tell } from './outbox.ts';

let now = new Date('2026-11-21T12:00:00Z');
const api = useApi({ clock: () => now });
const READ = `query ($first: Int, $after: String) { messages(first: $first, after: $after) {
  edges { node { template subject text announcedAt state } } pageInfo { hasNextPage endCursor }
} }`;
interface Read {
  messages: {
    edges: { node: { template: string; subject: string | null; text: string | null; state: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const read = (actor: Actor | null, variables = {}) => api.ask<Read>(actor, READ, variables);
const subjects = async (actor: Actor, variables = {}) =>
  (await read(actor, variables)).data.messages.edges.map(({ node }) => node.subject);

beforeEach(async () => {
  await rows(api.as('operator').em, 'DELETE FROM messages');
});

describe('messages', () => {
  test('show what one was told, newest first, in the language in which one is written to', async () => {
    const talent = await addTalent(api, { cv: { language: 'sv', text: 'Legitimerad sjuksköterska.' } });
    for (const title of ['A', 'B']) {
      now = new Date(now.getTime() + 1000);
      await tell(api.as('operator'), 'talent', talent.id, title);
    }
    const { data } = await read(talent);
    expect(data.messages.edges.map(({ node }) => node)).toEqual([
      {
        template: 'test.note',
        subject: 'Nytt om B',
        text: 'Det finns nytt om B.',
        announcedAt: now.toISOString(),
        state: 'WAITING',
      },
      expect.objectContaining({ subject: 'Nytt om A' }),
    ]);
  });

  test('come in pages that neither lose nor repeat one, also of one moment', async () => {
    const talent = await addTalent(api);
    for (let index = 0; index < 5; index += 1)
      await tell(api.as('operator'), 'talent', talent.id, `${index}`);
    const seen: (string | null)[] = [];
    for (let after: string | null = null; ;) {
      const { messages }: Read = (await read(talent, { first: 2, after })).data;
      seen.push(...messages.edges.map(({ node }) => node.subject));
      after = messages.pageInfo.endCursor;
      if (!messages.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => `News of ${index}`));
  });

  test('of others nobody sees', async () => {
    const [talent, other] = [await addTalent(api), await addTalent(api)];
    const [employer, rival] = [await addEmployer(api), await addEmployer(api)];
    await tell(api.as('operator'), 'talent', talent.id);
    await tell(api.as('operator'), 'organisation', employer.rowId);
    expect(await subjects(employer)).toEqual(['News of the mission']);
    expect(await subjects({ ...ORGANISER, organisationId: employer.rowId })).toHaveLength(1);
    // A talent under the identifier of an organisation, and an organisation under that of a talent.
    expect(await subjects({ id: employer.rowId, kind: 'talent' })).toEqual([]);
    expect(await subjects({ id: newId(), kind: 'employer', organisationId: talent.id })).toEqual([]);
    for (const actor of [other, rival]) expect(await subjects(actor)).toEqual([]);
    for (const actor of [OPERATOR, ORGANISER, null])
      expect((await read(actor)).errors?.[0]?.extensions.code).toMatch(
        actor ? 'ACCESS_FORBIDDEN' : 'ACCESS_UNAUTHENTICATED',
      );
  });

  test('of a kind that is not known here are listed without words', async () => {
    const talent = await addTalent(api);
    await tell(api.as('operator'), 'talent', talent.id);
    await rows(api.as('operator').em, `UPDATE messages SET template = 'test.gone'`);
    expect((await read(talent)).data.messages.edges).toMatchObject([
      { node: { template: 'test.gone', subject: null, text: null } },
    ]);
  });
});
