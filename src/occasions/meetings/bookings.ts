import { rows, type EntityManager } from '../../database/index.ts';
import { derivedId } from '../../kernel/index.ts';
import type { Meeting } from './meeting.entity.ts';
import { doubleBooked, type Busy } from './meetings.failures.ts';

type Booked = Pick<
  Meeting,
  | 'id'
  | 'occasionId'
  | 'legId'
  | 'talentId'
  | 'organisationId'
  | 'interviewerId'
  | 'interpreterId'
  | 'place'
  | 'startsAt'
  | 'endsAt'
>;

interface Claim {
  meetingId: string;
  personId: string;
  kind: Busy;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Whom and what a meeting takes up for its time: the talent; the interviewer, or the employer where nobody is named; the
 * interpreter; the room.
 */
function claimsOf(meeting: Booked): Claim[] {
  const { id: meetingId, startsAt, endsAt, interviewerId, interpreterId, place } = meeting;
  const people: [Busy, string | null | undefined][] = [
    ['TALENT', meeting.talentId],
    interviewerId ? ['INTERVIEWER', interviewerId] : ['EMPLOYER', meeting.organisationId],
    ['INTERPRETER', interpreterId],
    ['ROOM', place == null ? null : roomId(meeting, place)],
  ];
  return people.flatMap(([kind, personId]) =>
    personId ? [{ meetingId, personId, kind, startsAt, endsAt }] : [],
  );
}

const roomId = ({ occasionId, legId }: Booked, place: number): string =>
  derivedId('room', `${occasionId} ${legId ?? ''} ${place}`);

/**
 * Locks everybody whom these meetings are about until the transaction ends, in one order for all: of two that would
 * book the same person the second waits for the first. Left to the exclusion constraint alone, each inserts and then
 * waits for the other, and the server has to end one of them as a deadlock.
 */
export async function lockPeople(
  em: EntityManager,
  occasionId: string,
  meetings: readonly Pick<Booked, 'talentId' | 'organisationId' | 'interviewerId' | 'interpreterId'>[],
): Promise<void> {
  const lock = (table: string, ids: readonly (string | null | undefined)[]) =>
    rows(em, `SELECT id FROM ${table} WHERE id = ANY (?::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [
      [...new Set(ids.filter((id) => id != null))],
    ]);
  // The occasion stands for its rooms.
  await lock('occasions', [occasionId]);
  await lock(
    'talents',
    meetings.map(({ talentId }) => talentId),
  );
  await lock(
    'organisations',
    meetings.map(({ organisationId }) => organisationId),
  );
  await lock(
    'occasion_staff',
    meetings.flatMap(({ interviewerId, interpreterId }) => [interviewerId, interpreterId]),
  );
}

/**
 * Takes up the time of everybody in the meetings, in place of what these meetings took up before. Their people are
 * locked by `lockPeople`, and the meetings themselves are in the database.
 * @throws OCCASIONS_DOUBLE_BOOKED naming who has another meeting
 */
export async function book(em: EntityManager, meetings: readonly Booked[]): Promise<void> {
  await unbook(em, meetings);
  const claims = meetings.flatMap(claimsOf);
  if (claims.length === 0) return;
  const columns = [
    claims.map(({ meetingId }) => meetingId),
    claims.map(({ personId }) => personId),
    claims.map(({ startsAt }) => startsAt),
    claims.map(({ endsAt }) => endsAt),
  ];
  const taken = await rows<{ person_id: string }>(
    em,
    `SELECT wanted.person_id
     FROM unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) AS wanted (person_id, starts_at, ends_at)
       JOIN bookings ON bookings.claim && claim_of(wanted.person_id, wanted.starts_at, wanted.ends_at)`,
    columns.slice(1),
  );
  if (taken.length > 0) {
    const busy = new Set(taken.map(({ person_id }) => person_id));
    const who = new Set(claims.filter(({ personId }) => busy.has(personId)).map(({ kind }) => kind));
    throw doubleBooked({ who: [...who] });
  }
  try {
    await rows(
      em,
      `INSERT INTO bookings (meeting_id, person_id, starts_at, ends_at)
       SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])`,
      columns,
    );
  } catch (cause) {
    throw isExclusion(cause) ? doubleBooked({ who: [] }, { cause }) : cause;
  }
}

/** Frees the time of everybody in the meetings. */
export const unbook = (em: EntityManager, meetings: readonly Pick<Booked, 'id'>[]) =>
  rows(em, 'DELETE FROM bookings WHERE meeting_id = ANY (?::uuid[])', [meetings.map(({ id }) => id)]);

/** SQLSTATE exclusion_violation, under however many layers. */
function isExclusion(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && cause.code === '23P01') return true;
  return false;
}
