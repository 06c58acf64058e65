import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import {
  HostEntity,
  OccasionEntity,
  ParticipationEntity,
  SessionEntity,
  StaffEntity,
  type Availability,
  type Occasion,
  type Participation,
  type Session,
  type Staff,
} from '../../src/occasions/index.ts';
import { addEmployer, addRole, addTalent, type Owned } from './stage.ts';
import type { TestApi } from './service.ts';

/** An event with a host, its sessions, and whoever was added to it. */
export interface Staged {
  occasion: Occasion;
  host: Actor & { rowId: string };
}

/** An open event of one host, with the given sessions: by default an hour and a half of six slots in Stockholm. */
export async function stageEvent(
  api: TestApi,
  { sessions = [{}], ...changes }: Partial<Occasion> & { sessions?: Partial<Session>[] } = {},
): Promise<Staged> {
  const park = await addEmployer(api, { kind: 'HOST_PARK' });
  const { em } = api.as('operator');
  const occasion = em.create(OccasionEntity, {
    id: newId(),
    kind: 'EVENT',
    name: 'Nordic Tech Meet',
    summary: 'Meetings online',
    zone: 'Europe/Stockholm',
    startsOn: '2026-11-30',
    endsOn: '2026-12-01',
    state: 'OPEN',
    employerSeats: null,
    talentSeats: null,
    employerAdmission: 'AUTOMATIC',
    talentAdmission: 'AUTOMATIC',
    linkTemplate: 'https://video.example.org/{meeting}',
    ...changes,
  });
  await em.flush();
  em.create(HostEntity, {
    id: newId(),
    occasionId: occasion.id,
    organisationId: park.rowId,
    leads: true,
  });
  for (const session of sessions)
    em.create(SessionEntity, {
      id: newId(),
      occasionId: occasion.id,
      legId: null,
      zone: 'Europe/Stockholm',
      date: '2026-11-30',
      fromTime: '09:00',
      toTime: '10:30',
      minutes: 15,
      pause: 0,
      places: null,
      ...session,
    });
  await em.flush();
  return { occasion, host: { ...park, kind: 'organiser' } };
}

/** Lets somebody take part in an event, admitted unless told otherwise. */
export async function takePart(
  api: TestApi,
  { occasion }: Staged,
  who: Owned,
  changes: Partial<Participation> = {},
): Promise<Participation> {
  const { em, now } = api.as('operator');
  const side = who.kind === 'talent' ? 'TALENT' : 'EMPLOYER';
  const participation = em.create(ParticipationEntity, {
    id: newId(),
    occasionId: occasion.id,
    side,
    organisationId: side === 'EMPLOYER' ? who.rowId : null,
    talentId: side === 'TALENT' ? who.rowId : null,
    hostId: null,
    state: 'ADMITTED',
    askedAt: now,
    reason: null,
    packageId: null,
    feeAmount: null,
    feeCurrency: null,
    roleIds: [],
    availability: null,
    meetingsMin: 0,
    meetingsMax: null,
    meetingsPerDay: null,
    ...changes,
  });
  await em.flush();
  return participation;
}

/** Names an interviewer of a participation, or an interpreter of the event. */
export async function addStaff(
  api: TestApi,
  { occasion }: Staged,
  changes: Partial<Staff> = {},
): Promise<Staff> {
  const { em } = api.as('operator');
  const staff = em.create(StaffEntity, {
    id: newId(),
    occasionId: occasion.id,
    kind: changes.participationId ? 'INTERVIEWER' : 'INTERPRETER',
    participationId: null,
    name: 'Kim Lind',
    languages: [],
    availability: null,
    meetingsMax: null,
    ...changes,
  });
  await em.flush();
  return staff;
}

/** Hours of every day of the week in a zone. */
export const everyDay = (zone: string, from: string, to: string): Availability => ({
  zone,
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to })),
  exceptions: [],
});

/** Employers with a role each, and talents, all taking part. */
export async function cast(
  api: TestApi,
  event: Staged,
  { employers, talents }: { employers: number; talents: number },
): Promise<{ employers: (Owned & { roleId: string })[]; talents: Owned[] }> {
  const made = { employers: [] as (Owned & { roleId: string })[], talents: [] as Owned[] };
  for (let i = 0; i < employers; i += 1) {
    const employer = await addEmployer(api, { name: `Employer ${i} ${event.occasion.id.slice(-6)}` });
    const roleId = await addRole(api, employer);
    await takePart(api, event, employer, { roleIds: [roleId] });
    made.employers.push({ ...employer, roleId });
  }
  for (let i = 0; i < talents; i += 1) {
    const talent = await addTalent(api, { name: `Talent ${i}`, email: `talent${i}@example.org` });
    await takePart(api, event, talent);
    made.talents.push(talent);
  }
  return made;
}
