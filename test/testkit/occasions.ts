import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import type { Asked } from './service.ts';
import { addEmployer, addRole, addTalent, OPERATOR, type Owned } from './stage.ts';

/** An event as a host sends it. */
export const occasionInput = (changes: Record<string, unknown> = {}) => ({
  kind: 'EVENT',
  name: 'Nordic Meeting Days',
  summary: 'Employers of the north meet talents online.',
  zone: 'Europe/Stockholm',
  startsOn: '2027-03-08',
  endsOn: '2027-03-10',
  linkTemplate: 'https://meet.example.org/{meeting}',
  ...changes,
});

/** Half a day of meetings, as a host sends it. */
export const sessionInput = (changes: Record<string, unknown> = {}) => ({
  zone: 'Europe/Stockholm',
  date: '2027-03-08',
  fromTime: '09:00',
  toTime: '12:00',
  minutes: 20,
  pause: 5,
  ...changes,
});

/** Adds an organisation that can host; the actor returned is an organiser of it. */
export async function addHostOrganisation(api: Asked, changes: Record<string, unknown> = {}): Promise<Owned> {
  const added = await addEmployer(api, { kind: 'HOST_PARK', ...changes });
  return { ...added, id: newId(), kind: 'organiser' };
}

/** An occasion that a test has added, with the host that leads it. */
export interface StagedOccasion {
  id: string;
  host: Owned;
}

/** The version that an occasion has now. */
export async function versionOf(api: Asked, { id, host }: StagedOccasion): Promise<number> {
  const { data } = await api.ask<{ occasion: { version: number } }>(
    host,
    `query ($id: ID!) { occasion(id: $id) { version } }`,
    { id },
  );
  return data.occasion.version;
}

/** Takes an occasion through these steps, by its leading host. */
export async function advance(api: Asked, occasion: StagedOccasion, ...moves: string[]): Promise<void> {
  for (const move of moves) {
    const { errors } = await api.ask(
      occasion.host,
      `mutation ($id: ID!, $version: Int!, $move: OccasionMove!, $reason: String) {
        advanceOccasion(id: $id, version: $version, move: $move, reason: $reason) { id }
      }`,
      { id: occasion.id, version: await versionOf(api, occasion), move, reason: 'because the test says so' },
    );
    if (errors) throw new Error(errors[0]!.message);
  }
}

/** Adds an occasion over the API: an event that is open, or a mission that is announced, unless `draft` says so. */
export async function addOccasion(
  api: Asked,
  {
    host,
    draft = false,
    sessions = [sessionInput()],
    packages = [],
    ...changes
  }: Record<string, unknown> & {
    host?: Owned;
    draft?: boolean;
    sessions?: object[];
    packages?: object[];
  } = {},
): Promise<StagedOccasion> {
  const lead = host ?? (await addHostOrganisation(api));
  const input = occasionInput(changes);
  const { data, errors } = await api.ask<{ createOccasion: { id: string } }>(
    lead,
    `mutation ($input: OccasionInput!) { createOccasion(input: $input) { id } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]!.message);
  const occasion = { id: data.createOccasion.id, host: lead };
  for (const [name, type, list] of [
    ['setSessions', 'SessionInput', sessions],
    ['setPackages', 'PackageInput', packages],
  ] as const) {
    if (list.length === 0) continue;
    const argument = name === 'setSessions' ? 'sessions' : 'packages';
    const set = await api.ask(
      lead,
      `mutation ($id: ID!, $version: Int!, $list: [${type}!]!) {
        ${name}(occasionId: $id, version: $version, ${argument}: $list) { version }
      }`,
      { id: occasion.id, version: await versionOf(api, occasion), list },
    );
    if (set.errors) throw new Error(set.errors[0]!.message);
  }
  if (!draft) await advance(api, occasion, input.kind === 'EVENT' ? 'open' : 'announce');
  return occasion;
}

/** A participation as mutations return it to tests. */
export interface StagedParticipation extends Record<string, unknown> {
  id: string;
  state: string;
  version: number;
}

export const JOIN = `mutation ($occasionId: ID!, $organisationId: ID!, $input: EmployerParticipationInput!, $interviewers: [StaffInput!]! = [], $hostId: ID) {
  joinOccasion(occasionId: $occasionId, organisationId: $organisationId, input: $input, interviewers: $interviewers, hostId: $hostId) {
    id state version waitingPlace hostId fee { amount currency } package { name } roles { id title } interviewers { id name version }
  }
}`;

export const APPLY = `mutation ($occasionId: ID!, $input: TalentParticipationInput!) {
  applyToOccasion(occasionId: $occasionId, input: $input) { id state version waitingPlace }
}`;

/** An employer with a role joins over the API, by itself unless `by` says otherwise; a new one unless given. */
export async function joinEmployer(
  api: Asked,
  occasion: StagedOccasion,
  {
    employer,
    by,
    roleIds,
    interviewers = [],
    ...input
  }: Record<string, unknown> & {
    employer?: Owned;
    by?: Actor;
    roleIds?: string[];
    interviewers?: object[];
  } = {},
): Promise<{ employer: Owned; roleIds: string[]; participation: StagedParticipation }> {
  const joining = employer ?? (await addEmployer(api));
  const roles = roleIds ?? [await addRole(api, joining)];
  const { data, errors } = await api.ask<{ joinOccasion: StagedParticipation }>(by ?? joining, JOIN, {
    occasionId: occasion.id,
    organisationId: joining.rowId,
    input: { roleIds: roles, ...input },
    interviewers,
  });
  if (errors) throw new Error(errors[0]!.message);
  return { employer: joining, roleIds: roles, participation: data.joinOccasion };
}

/** A talent with consent applies over the API; a new one unless given. */
export async function joinTalent(
  api: Asked,
  occasion: StagedOccasion,
  { talent, ...input }: Record<string, unknown> & { talent?: Owned } = {},
): Promise<{ talent: Owned; participation: StagedParticipation }> {
  const applying = talent ?? (await addTalent(api));
  const { data, errors } = await api.ask<{ applyToOccasion: StagedParticipation }>(applying, APPLY, {
    occasionId: occasion.id,
    input,
  });
  if (errors) throw new Error(errors[0]!.message);
  return { talent: applying, participation: data.applyToOccasion };
}

/** Closes an organisation, as operators do. */
export const withdrawOrganisation = (api: Asked, id: string) =>
  api.ask(OPERATOR, `mutation ($id: ID!) { withdrawOrganisation(id: $id) { id } }`, { id });
