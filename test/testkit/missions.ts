import type { Actor } from '../../src/access/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  joinEmployer,
  versionOf,
  type StagedOccasion,
} from './occasions.ts';
import type { TestApi } from './service.ts';
import { addRole, type Owned } from './stage.ts';

/** Two days in São Paulo, as a host sends them. */
export const legInput = (changes: Record<string, unknown> = {}) => ({
  country: 'BR',
  city: 'São Paulo',
  zone: 'America/Sao_Paulo',
  days: ['2027-03-08', '2027-03-09'],
  fromTime: '09:00',
  toTime: '17:00',
  lunchFrom: '12:00',
  lunchTo: '13:00',
  minutes: 30,
  pause: 0,
  rooms: 3,
  ...changes,
});

/** A mission of Québec City that is announced, unless `draft` says so; hosts decide on talents. */
export const addMission = (
  api: TestApi,
  changes: Record<string, unknown> & { draft?: boolean; host?: Owned } = {},
): Promise<StagedOccasion> =>
  addOccasion(api, {
    kind: 'MISSION',
    name: 'Mission to São Paulo and Bogotá',
    summary: 'Employers of Québec City meet talents.',
    zone: 'America/Toronto',
    startsOn: '2027-03-06',
    endsOn: '2027-03-14',
    linkTemplate: null,
    talentAdmission: 'BY_ORGANISER',
    sessions: [],
    ...changes,
  });

/** A ministry that takes part as an organiser, of the kind given. */
export const addPartner = (api: TestApi, kind: string): Promise<Owned> => addHostOrganisation(api, { kind });

/** Sends one mutation or query of the mission as the actor, with the version that the mission has now. */
export async function askMission<Data>(
  api: TestApi,
  actor: Actor | null,
  mission: StagedOccasion,
  query: string,
  variables: Record<string, unknown> = {},
) {
  return api.ask<Data>(actor, query, {
    missionId: mission.id,
    version: await versionOf(api, mission),
    ...variables,
  });
}

export const SET_LEGS = `mutation ($missionId: ID!, $version: Int!, $legs: [LegInput!]!) {
  setLegs(missionId: $missionId, version: $version, legs: $legs) {
    version legs { id country city venue zone days lunchFrom rooms }
    sessions { legId zone date fromTime toTime minutes pause places }
  }
}`;

/** Sets the legs of a mission by its host. */
export async function setLegs(
  api: TestApi,
  mission: StagedOccasion,
  legs: object[],
): Promise<{ id: string; city: string }[]> {
  const { data, errors } = await askMission<{ setLegs: { legs: { id: string; city: string }[] } }>(
    api,
    mission.host,
    mission,
    SET_LEGS,
    { legs },
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.setLegs.legs;
}

/** An employer with a role of nursing in Québec takes part in the mission. */
export async function bringRole(
  api: TestApi,
  mission: StagedOccasion,
  employer: Owned,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const roleId = await addRole(api, employer, changes);
  await joinEmployer(api, mission, { employer, roleIds: [roleId] });
  return roleId;
}

/** The code of the first failure that an answer names. */
export const codeIn = (answer: { errors?: { extensions: { code: string } }[] }): string | undefined =>
  answer.errors?.[0]?.extensions.code;
