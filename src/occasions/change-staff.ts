import { assertPermitted, inTransaction, permits, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile, type EntityManager } from '../database/index.ts';
import { isId, newId, parseInput } from '../kernel/index.ts';
import { MeetingEntity } from './meetings/meeting.entity.ts';
import { assertChangeable, assertHost, hostTarget } from './occasion.repository.ts';
import { OccasionEntity } from './occasion.entity.ts';
import { participationUnknown, staffInMeetings, staffUnknown } from './occasions.failures.ts';
import { ParticipationEntity, type Participation } from './participation.entity.ts';
import { participationById, participationTarget } from './participation.repository.ts';
import { staffData, type StaffData } from './staff.data.ts';
import { StaffEntity, type Staff } from './staff.entity.ts';

/**
 * Names someone who interviews for an employer; by the employer, its proxy or a host.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, INPUT_INVALID
 */
export function addInterviewer(context: Context, participationId: string, input: unknown): Promise<Staff> {
  return inTransaction(context, async (inside) => {
    const path = ['participationId'];
    const { participation, target } = await participationById(inside, participationId, path);
    assertPermitted(inside.actor, 'participation:edit', target);
    if (participation.side !== 'EMPLOYER') throw participationUnknown({ id: participationId }, { path });
    assertChangeable(await inside.em.findOneOrFail(OccasionEntity, { id: participation.occasionId }));
    return writeStaff(inside, participation.occasionId, parseInput(staffData, input), participation);
  });
}

/**
 * Names someone who interprets, for all employers; by a host.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, INPUT_INVALID
 */
export function addInterpreter(context: Context, occasionId: string, input: unknown): Promise<Staff> {
  return inTransaction(context, async (inside) => {
    assertChangeable(await assertHost(inside, 'occasion:edit', occasionId));
    return writeStaff(inside, occasionId, parseInput(staffData, input));
  });
}

/**
 * Replaces what is known of an interviewer or interpreter; by whoever may name them.
 * @throws OCCASIONS_STAFF_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, INPUT_INVALID
 */
export function editStaff(context: Context, id: string, version: number, input: unknown): Promise<Staff> {
  return inTransaction(context, async (inside) => {
    const staff = await staffToChange(inside, id, version);
    inside.em.assign(staff, columnsOf(parseInput(staffData, input)));
    audit(inside, staff);
    return staff;
  });
}

/**
 * Takes an interviewer or interpreter away whom no meeting names.
 * @throws OCCASIONS_STAFF_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_STAFF_IN_MEETINGS
 */
export function removeStaff(context: Context, id: string, version: number): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const staff = await staffToChange(inside, id, version);
    const meetings = await inside.em.count(MeetingEntity, {
      occasionId: staff.occasionId,
      $or: [{ interviewerId: id }, { interpreterId: id }],
    });
    if (meetings > 0) throw staffInMeetings({ id, meetings });
    inside.em.remove(staff);
    audit(inside, staff);
    return true;
  });
}

/** Writes an interviewer of the participation, or an interpreter; the caller has authorised and checked it. */
export function writeStaff(
  context: Context,
  occasionId: string,
  data: StaffData,
  participation?: Participation,
): Staff {
  const staff = context.em.create(StaffEntity, {
    ...columnsOf(data),
    id: newId(),
    occasionId,
    kind: participation ? 'INTERVIEWER' : 'INTERPRETER',
    participationId: participation?.id ?? null,
  });
  audit(context, staff);
  return staff;
}

const columnsOf = (data: StaffData) => ({
  ...data,
  availability: data.availability ?? null,
  meetingsMax: data.meetingsMax ?? null,
});

/** Names stay out of the trail: it tells of the participation or the occasion that somebody is on its staff. */
function audit(context: Context, { id, occasionId, participationId }: Staff): void {
  if (participationId)
    recordAudit(
      context,
      'participation:edit',
      { kind: 'participation', id: participationId },
      { staffId: id },
    );
  else recordAudit(context, 'occasion:edit', { kind: 'occasion', id: occasionId }, { staffId: id });
}

async function staffToChange(context: Context, id: string, version: number): Promise<Staff> {
  assertPermitted(context.actor, 'occasion:read');
  const staff = isId(id) ? await context.em.findOne(StaffEntity, { id }) : null;
  const permitted =
    staff &&
    (staff.participationId
      ? permits(
          context.actor,
          'participation:edit',
          await participationTarget(
            context.em,
            await context.em.findOneOrFail(ParticipationEntity, { id: staff.participationId }),
          ),
        )
      : permits(context.actor, 'occasion:edit', await hostTarget(context.em, staff.occasionId)));
  if (!permitted) throw staffUnknown({ id }, { path: ['id'] });
  if (staff.version !== version) throw changedMeanwhile({ kind: 'staff', id });
  return staff;
}

/** The interviewers of these participations, by name. */
export const interviewersOf = (em: EntityManager, participationIds: readonly string[]): Promise<Staff[]> =>
  em.find(
    StaffEntity,
    { participationId: { $in: [...participationIds] } },
    { orderBy: { name: 'asc', id: 'asc' } },
  );
