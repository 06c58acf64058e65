import type { Context } from '../../access/index.ts';
import { announce, type Announcement } from '../../messages/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { RoleEntity } from '../../roles/index.ts';
import { OccasionEntity } from '../occasion.entity.ts';
import { ParticipationEntity } from '../participation.entity.ts';
import type { Meeting } from './meeting.entity.ts';
import { legZones } from './leg-zones.ts';
import { meetingsChanged, type MeetingChange, type MeetingsChanged } from './meetings.templates.ts';

/** What became of a meeting, which is already as it is now. */
export interface ChangedMeeting {
  meeting: Meeting;
  kind: MeetingChange['kind'];
  /** When it was to begin before. */
  before?: Date;
}

/**
 * Tells both sides of every meeting, in one message for each talent and each employer, within the caller's transaction.
 * Meetings that have been are not told of.
 * @param change names the deed, as `announce` takes it.
 */
export async function announceChanges(
  context: Context,
  change: string,
  changed: readonly ChangedMeeting[],
): Promise<void> {
  const { em } = context;
  const told = changed.filter(({ meeting }) => meeting.endsAt > context.now);
  const meetings = told.map(({ meeting }) => meeting);
  const nameOf = new Map(
    (await em.find(OrganisationEntity, { id: { $in: idsOf(meetings, 'organisationId') } })).map(
      ({ id, name }) => [id, name],
    ),
  );
  const titleOf = new Map(
    (await em.find(RoleEntity, { id: { $in: idsOf(meetings, 'roleId') } })).map(({ id, title }) => [
      id,
      title,
    ]),
  );
  const occasions = new Map(
    (await em.find(OccasionEntity, { id: { $in: idsOf(meetings, 'occasionId') } })).map((each) => [
      each.id,
      each,
    ]),
  );
  const zoneOf = await zonesOf(context, meetings);
  const legZone = await legZones(em, [...occasions.keys()]);
  const announcements = [...Map.groupBy(told, ({ meeting }) => meeting.occasionId)].flatMap(
    ([occasionId, own]) => {
      const { name, zone } = occasions.get(occasionId)!;
      const to = (kind: 'talent' | 'organisation', id: string, its: readonly ChangedMeeting[]) => {
        const ownZone = zoneOf.get(`${occasionId} ${id}`) ?? zone;
        const zones = its.map(({ meeting }) => (meeting.legId && legZone.get(meeting.legId)) || ownZone);
        return {
          recipient: { kind, id },
          template: meetingsChanged,
          parameters: {
            occasion: name,
            zone: zones[0]!,
            changes: its.map(({ meeting, kind: what, before }, place) => ({
              ...(zones[place] === zones[0] ? {} : { zone: zones[place]! }),
              kind: what,
              startsAt: meeting.startsAt.toISOString(),
              before: before?.toISOString() ?? null,
              employer: kind === 'talent' ? (nameOf.get(meeting.organisationId) ?? null) : null,
              role: (meeting.roleId && titleOf.get(meeting.roleId)) || null,
            })),
          },
          change,
        } satisfies Announcement<MeetingsChanged>;
      };
      return [
        ...[...Map.groupBy(own, ({ meeting }) => meeting.talentId)].map(([id, its]) => to('talent', id, its)),
        ...[...Map.groupBy(own, ({ meeting }) => meeting.organisationId)].map(([id, its]) =>
          to('organisation', id, its),
        ),
      ];
    },
  );
  await announce(context, announcements);
}

function idsOf(meetings: readonly Meeting[], property: 'organisationId' | 'roleId' | 'occasionId'): string[] {
  return [...new Set(meetings.map((meeting) => meeting[property]).filter((id) => id != null))];
}

/** The zone in which each side said when it can meet, by occasion and side. */
async function zonesOf({ em }: Context, meetings: readonly Meeting[]): Promise<Map<string, string>> {
  const participations = await em.find(ParticipationEntity, {
    occasionId: { $in: idsOf(meetings, 'occasionId') },
    $or: [
      { talentId: { $in: [...new Set(meetings.map(({ talentId }) => talentId))] } },
      { organisationId: { $in: idsOf(meetings, 'organisationId') } },
    ],
  });
  return new Map(
    participations.flatMap(({ occasionId, talentId, organisationId, availability }) =>
      availability ? [[`${occasionId} ${talentId ?? organisationId}`, availability.zone] as const] : [],
    ),
  );
}
