import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, type Answer, type Owned, type TestApi } from '../testkit/index.ts';

/** An organisation that hosts, with an organiser who acts for it. */
export async function addOrganiser(api: TestApi, changes: Record<string, unknown> = {}): Promise<Owned> {
  const host = await addEmployer(api, { kind: 'HOST_PARK', ...changes });
  return { ...host, kind: 'organiser' };
}

export const ENTRY = `id state version origin roleId moves talent { id name identified }
  firstContact { everybody yours employerId until }
  explanations { roleId modelId place score parts { evidence } conditions { condition verdict }
    evidence(first: 5) { strength passage { text } } }`;

export interface SeenEntry {
  id: string;
  state: string;
  version: number;
  origin: string;
  roleId: string | null;
  moves: string[];
  talent: { id: string; name: string | null; identified: boolean };
  firstContact: {
    everybody: boolean;
    yours: boolean;
    employerId: string | null;
    until: string | null;
  } | null;
  explanations: {
    roleId: string;
    modelId: string;
    place: number | null;
    score: number;
    evidence: { strength: string; passage: { text: string } | null }[];
  }[];
}

/** What is done with shortlists, as people do it over the API. */
export const shortlistsOver = (api: TestApi) => ({
  create: (actor: Actor, input: Record<string, unknown>) =>
    api.ask<{ createShortlist: { id: string; version: number } }>(
      actor,
      `mutation ($input: ShortlistInput!) { createShortlist(input: $input) { id version } }`,
      { input: { name: 'Nurses', zone: 'Europe/Stockholm', ...input } },
    ),
  add: (actor: Actor, shortlistId: string, talentId: string, origin = 'BY_HAND') =>
    api.ask<{ addToShortlist: SeenEntry }>(
      actor,
      `mutation ($input: ShortlistEntryInput!) { addToShortlist(input: $input) { ${ENTRY} } }`,
      { input: { shortlistId, talentId, origin } },
    ),
  move: (actor: Actor, entry: { id: string; version: number }, move: string, more: object = {}) =>
    api.ask<{ moveShortlistEntry: SeenEntry }>(
      actor,
      `mutation ($input: EntryMoveInput!) { moveShortlistEntry(input: $input) { ${ENTRY} } }`,
      { input: { id: entry.id, version: entry.version, move, ...more } },
    ),
  order: (actor: Actor, id: string, version: number, entryIds: string[]) =>
    api.ask<{ orderShortlist: { version: number } }>(
      actor,
      `mutation ($id: ID!, $version: Int!, $entryIds: [ID!]!) {
         orderShortlist(id: $id, version: $version, entryIds: $entryIds) { version } }`,
      { id, version, entryIds },
    ),
  read: (actor: Actor, id: string) =>
    api.ask<{
      shortlist: {
        version: number;
        roles: { employerName: string }[];
        entries: { edges: { node: SeenEntry }[] };
      };
    }>(
      actor,
      `query ($id: ID!) { shortlist(id: $id) { version roles { employerName }
         entries(first: 50) { edges { node { ${ENTRY} } } } } }`,
      { id },
    ),
  entry: (actor: Actor, id: string) =>
    api.ask<{
      shortlistEntry: SeenEntry & {
        history: { move: string; to: string; reason: string | null; employerId: string | null }[];
        notes: { text: string }[];
      };
    }>(
      actor,
      `query ($id: ID!) { shortlistEntry(id: $id) { ${ENTRY} history { move to reason employerId } notes { text } } }`,
      { id },
    ),
  note: (actor: Actor, entryId: string, visibility: string, text: string) =>
    api.ask(actor, `mutation ($input: ShortlistNoteInput!) { addShortlistNote(input: $input) { id } }`, {
      input: { entryId, visibility, text },
    }),
  standing: (actor: Actor) =>
    api.ask<{ myStanding: { edges: { node: SeenStanding }[] } }>(
      actor,
      `{ myStanding(first: 20) { edges { node { id status words sv: words(language: sv) reason since version
         campaignId roles { title employerName } notes { text } } } } }`,
    ),
  withdraw: (actor: Actor, id: string, version: number) =>
    api.ask<{ withdrawStanding: { status: string } }>(
      actor,
      `mutation ($id: ID!, $version: Int!) { withdrawStanding(id: $id, version: $version) { status } }`,
      { id, version },
    ),
});

export interface SeenStanding {
  id: string;
  status: string;
  words: string;
  sv: string;
  reason: string | null;
  version: number;
  campaignId: string | null;
  roles: { title: string; employerName: string }[];
  notes: { text: string }[];
}

/** The code of the first failure. */
export const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

/** The templates of what was announced to somebody, in order. */
export async function toldTo(
  api: TestApi,
  recipientId: string,
): Promise<{ template: string; parameters: Record<string, unknown> }[]> {
  const messages = await api
    .as('operator')
    .em.getConnection()
    .execute<{ template: string; parameters: Record<string, unknown> }[]>(
      `SELECT template, parameters FROM messages WHERE recipient_id = ? ORDER BY announced_at, id`,
      [recipientId],
    );
  return messages;
}

/** Writes a mission or event with its hosts and the roles brought to it, as the rooms above do. */
export async function addOccasion(
  api: TestApi,
  hostIds: readonly string[],
  brought: readonly { employerId: string; roleIds: readonly string[] }[],
): Promise<string> {
  const id = newId();
  const run = (sql: string, parameters: unknown[]) =>
    api.as('operator').em.getConnection().execute(sql, parameters);
  await run(
    `INSERT INTO occasions (id, kind, name, summary, zone, starts_on, ends_on, state, employer_admission, talent_admission)
     VALUES (?, 'EVENT', 'An event', '', 'Europe/Stockholm', '2026-12-01', '2026-12-02', 'OPEN', 'AUTOMATIC', 'AUTOMATIC')`,
    [id],
  );
  for (const [place, hostId] of hostIds.entries())
    await run(`INSERT INTO occasion_hosts (id, occasion_id, organisation_id, leads) VALUES (?, ?, ?, ?)`, [
      newId(),
      id,
      hostId,
      place === 0,
    ]);
  for (const { employerId, roleIds } of brought)
    await run(
      `INSERT INTO participations (id, occasion_id, side, organisation_id, state, asked_at, role_ids)
       VALUES (?, ?, 'EMPLOYER', ?, 'ADMITTED', now(), '{${roleIds.join(',')}}')`,
      [newId(), id, employerId],
    );
  return id;
}
