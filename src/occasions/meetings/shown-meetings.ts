import { ConsentEntity, permits, type Context } from '../../access/index.ts';
import { OrganisationEntity, type Organisation } from '../../organisations/index.ts';
import { RoleEntity, type Role } from '../../roles/index.ts';
import { identified, TalentEntity, type Talent } from '../../talents/index.ts';
import { HostEntity } from '../host.entity.ts';
import { OccasionEntity, type Occasion } from '../occasion.entity.ts';
import { StaffEntity } from '../staff.entity.ts';
import { FeedbackEntity, type Feedback } from './feedback.entity.ts';
import type { Meeting } from './meeting.entity.ts';

/** A meeting with everything that the reader may see of it. */
export interface ShownMeeting {
  meeting: Meeting;
  occasion: Occasion;
  /** Null for employers when the talent has left or their consent has ended. */
  talent: Talent | null;
  /** Whether the reader may know who the talent is. */
  talentIdentified: boolean;
  employer: Organisation;
  role: Role | null;
  interviewer: string | null;
  interpreter: string | null;
  /** The address of the video meeting; null where people meet in a room, and once it is cancelled. */
  link: string | null;
  feedback: Feedback[];
  /** Whether the reader hosts the occasion. */
  hosted: boolean;
}

/**
 * Adds to meetings what the reader may see of them: everybody by name, but talents blind to employers to whom they were
 * not disclosed, and feedback to its author and the hosts. The caller has authorised the reading of each. A fixed
 * number of queries, however many meetings there are.
 */
export async function shownMeetings(context: Context, meetings: readonly Meeting[]): Promise<ShownMeeting[]> {
  const { em, actor } = context;
  const idsOf = (property: 'occasionId' | 'talentId' | 'organisationId' | 'roleId'): string[] => [
    ...new Set(meetings.map((meeting) => meeting[property]).filter((id) => id != null)),
  ];
  const occasions = byId(await em.find(OccasionEntity, { id: { $in: idsOf('occasionId') } }));
  const hosts = Map.groupBy(
    await em.find(HostEntity, { occasionId: { $in: idsOf('occasionId') } }),
    ({ occasionId }) => occasionId,
  );
  const talents = byId(await em.find(TalentEntity, { id: { $in: idsOf('talentId') } }));
  const employers = byId(await em.find(OrganisationEntity, { id: { $in: idsOf('organisationId') } }));
  const roles = byId(await em.find(RoleEntity, { id: { $in: idsOf('roleId') } }));
  const staffIds = meetings.flatMap(({ interviewerId, interpreterId }) => [interviewerId, interpreterId]);
  const staff = byId(await em.find(StaffEntity, { id: { $in: staffIds.filter((id) => id != null) } }));
  const feedback = Map.groupBy(
    await em.find(FeedbackEntity, { meetingId: { $in: meetings.map(({ id }) => id) } }),
    ({ meetingId }) => meetingId,
  );
  const known = await identified(context, idsOf('talentId'));
  const consents = await em.find(ConsentEntity, {
    subjectId: { $in: idsOf('talentId') },
    purpose: 'MATCHING',
    withdrawnAt: null,
  });
  const consenting = new Set(consents.map(({ subjectId }) => subjectId));

  return meetings.map((meeting) => {
    const occasion = occasions.get(meeting.occasionId)!;
    const employer = employers.get(meeting.organisationId)!;
    const talent = talents.get(meeting.talentId)!;
    const organisationIds = (hosts.get(occasion.id) ?? []).map(({ organisationId }) => organisationId);
    const hosted = permits(actor, 'plan:read', { organisationIds });
    const visible = actor.kind !== 'employer' || (talent.withdrawnAt == null && consenting.has(talent.id));
    const owned = { organisationId: employer.id, representedById: employer.representedById };
    const sideOf = { TALENT: { personId: talent.id }, EMPLOYER: owned };
    const nameOf = (id: string | null | undefined) => (id ? (staff.get(id)?.name ?? null) : null);
    return {
      meeting,
      occasion,
      talent: visible ? talent : null,
      talentIdentified: known.has(talent.id),
      employer,
      role: meeting.roleId ? (roles.get(meeting.roleId) ?? null) : null,
      interviewer: nameOf(meeting.interviewerId),
      interpreter: nameOf(meeting.interpreterId),
      link: linkOf(occasion, meeting),
      feedback: (feedback.get(meeting.id) ?? []).filter(
        ({ side }) => hosted || permits(actor, 'feedback:read', sideOf[side]),
      ),
      hosted,
    };
  });
}

const byId = <Row extends { id: string }>(found: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(found.map((row) => [row.id, row]));

const linkOf = ({ linkTemplate }: Occasion, { state, linkSecret, place }: Meeting): string | null =>
  linkTemplate && state !== 'CANCELLED' && place == null
    ? linkTemplate.replaceAll('{meeting}', linkSecret)
    : null;
