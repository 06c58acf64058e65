import { inTransaction, type Context } from '../../access/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import { announce } from '../../messages/index.ts';
import {
  admittedEmployers,
  admittedTalents,
  MeetingEntity,
  occasionFacts,
  sessionsOf,
  setSessions,
  type Occasion,
} from '../../occasions/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { legInUse, legUnknown } from '../delegations.failures.ts';
import { daysTemplate } from '../delegations.templates.ts';
import { legsOf, lockedMission } from '../mission.repository.ts';
import { LegEntity, type Leg } from './leg.entity.ts';
import { legsData, type LegData } from './leg.input.ts';
import { legSessions } from './leg-sessions.ts';

/**
 * Replaces the legs of a mission, and with them the occasion's sessions that belong to legs; others stay. Whoever takes
 * part is told of the interview days once the mission is announced.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, OCCASIONS_SESSION_…,
 * DELEGATIONS_NO_MISSION, DELEGATIONS_LEG_UNKNOWN, DELEGATIONS_LEG_IN_USE, INPUT_INVALID
 */
export function setLegs(
  context: Context,
  missionId: string,
  version: number,
  input: unknown,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const mission = await lockedMission(inside, 'occasion:edit', missionId, version);
    const given = parseInput(legsData, input, ['legs']);
    const legs = await writeLegs(inside, mission.id, given);
    await inside.em.flush();
    const others = (await sessionsOf(inside.em, mission.id)).filter(({ legId }) => legId == null);
    const changed = await setSessions(inside, mission.id, mission.version, [
      ...others,
      ...legs.flatMap(legSessions),
    ]);
    await tellOfDays(inside, changed, legs);
    return changed;
  });
}

async function writeLegs({ em }: Context, occasionId: string, given: readonly LegData[]): Promise<Leg[]> {
  const stored = new Map((await legsOf(em, occasionId)).map((leg) => [leg.id, leg]));
  const kept = new Set(given.flatMap(({ id }) => id ?? []));
  for (const [id, leg] of stored) {
    if (kept.has(id)) continue;
    const meetings = await em.count(MeetingEntity, { occasionId, legId: id, state: 'PUBLISHED' });
    if (meetings > 0) throw legInUse({ id, meetings }, { path: ['legs'] });
    em.remove(leg);
  }
  return given.map(({ id, ...data }, place) => {
    const columns = {
      ...data,
      place,
      venue: data.venue ?? null,
      lunchFrom: data.lunchFrom ?? null,
      lunchTo: data.lunchTo ?? null,
    };
    if (!id) return em.create(LegEntity, { ...columns, id: newId(), occasionId });
    const leg = stored.get(id);
    // Taken out of the map, so that naming a leg twice does not pass either.
    if (!leg || !stored.delete(id)) throw legUnknown({ id }, { path: ['legs', place, 'id'] });
    return em.assign(leg, columns);
  });
}

/** Nobody is told of a draft. */
async function tellOfDays(context: Context, mission: Occasion, legs: readonly Leg[]): Promise<void> {
  if (mission.state === 'DRAFT' || legs.length === 0) return;
  const talents = await admittedTalents(context.em, mission.id);
  const employers = await context.em.find(OrganisationEntity, {
    id: {
      $in: (await admittedEmployers(context.em, mission.id)).map(({ organisationId }) => organisationId!),
    },
  });
  const organisations = new Set(employers.flatMap(({ id, representedById }) => [id, representedById ?? id]));
  await announce(
    context,
    [
      ...talents.map(({ talentId }) => ({ kind: 'talent' as const, id: talentId! })),
      ...[...organisations].map((id) => ({ kind: 'organisation' as const, id })),
    ].map((recipient) => ({
      recipient,
      template: daysTemplate,
      parameters: {
        ...occasionFacts(mission),
        stops: legs.map(({ city, country, days }) => ({ city, country, days })),
      },
      change: `mission ${mission.id} days ${mission.version}`,
    })),
  );
}
