import type { Context } from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import { MeetingEntity } from '../meetings/meeting.entity.ts';
import { legZones } from '../meetings/leg-zones.ts';
import { shownMeetings, type ShownMeeting } from '../meetings/shown-meetings.ts';
import type { Occasion } from '../occasion.entity.ts';
import { assertHost } from '../occasion.repository.ts';
import { ParticipationEntity } from '../participation.entity.ts';
import { agendaOf } from './agenda.ts';
import { tooManyMeetings } from './agendas.failures.ts';
import { planSheet, type ZoneOf } from './plan-sheet.ts';
import { printableAgenda, printablePlan } from './printable.ts';
import { csvFile, xlsxFile } from './sheet-files.ts';

/** Twice the largest event met in practice: it is made in memory, in one piece. */
const MOST = 30_000;

/**
 * All meetings of an occasion as CSV, with the local time of both sides. For its hosts.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_TOO_MANY_MEETINGS
 */
export async function meetingsAsCsv(context: Context, occasionId: string): Promise<string> {
  const { meetings, zoneOf } = await allOf(context, occasionId);
  return csvFile(planSheet(meetings, zoneOf));
}

/** The same as an Excel file. */
export async function meetingsAsXlsx(context: Context, occasionId: string): Promise<Buffer> {
  const { meetings, zoneOf } = await allOf(context, occasionId);
  return xlsxFile(planSheet(meetings, zoneOf));
}

/** The same as a page to print. */
export async function planAsPage(context: Context, occasionId: string): Promise<string> {
  const { occasion, meetings, zoneOf } = await allOf(context, occasionId);
  return printablePlan(occasion.name, occasion.zone, meetings, zoneOf);
}

/** The actor's own agenda as a page to print, in the given zone. */
export async function agendaAsPage(context: Context, zone: string): Promise<string> {
  return printableAgenda('Agenda', zone, await agendaOf(context), context.actor);
}

async function allOf(
  context: Context,
  occasionId: string,
): Promise<{ occasion: Occasion; meetings: ShownMeeting[]; zoneOf: ZoneOf }> {
  const occasion = await assertHost(context, 'plan:read', occasionId);
  const count = await context.em.count(MeetingEntity, { occasionId });
  if (count > MOST) throw tooManyMeetings({ meetings: count, most: MOST });
  const meetings = await context.em.find(
    MeetingEntity,
    { occasionId },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
  return {
    occasion,
    meetings: await shownMeetings(context, meetings),
    zoneOf: await zonesOf(context.em, occasion),
  };
}

async function zonesOf(em: EntityManager, occasion: Occasion): Promise<ZoneOf> {
  const participations = await em.find(ParticipationEntity, { occasionId: occasion.id });
  const zones = new Map(
    participations.map(({ talentId, organisationId, availability }) => [
      talentId ?? organisationId,
      availability?.zone,
    ]),
  );
  const legZone = await legZones(em, [occasion.id]);
  return (meeting, participant) =>
    (meeting.legId && legZone.get(meeting.legId)) || zones.get(participant ?? null) || occasion.zone;
}
