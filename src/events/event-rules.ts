import { z } from 'zod';
import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile, type EntityManager } from '../database/index.ts';
import { parseInput } from '../kernel/index.ts';
import { lockedForHosts, type Occasion } from '../occasions/index.ts';
import { EventRulesEntity, type EventRules } from './event-rules.entity.ts';
import { noEvent } from './events.failures.ts';

/** What must hold of an event's rules, from whichever side they come. */
export const eventRulesData = z.object({
  answerHours: z.int().min(1).max(1000),
  talentAsks: z.int().min(0).max(1000),
  employerAsks: z.int().min(0).max(10_000),
  suggestions: z.int().min(0).max(20),
});

/** The rules of events that set none: three days to answer, as many requests as somebody can meet in two days. */
export const DEFAULT_RULES: z.output<typeof eventRulesData> = {
  answerHours: 72,
  talentAsks: 20,
  employerAsks: 200,
  suggestions: 5,
};

/** The rules of an event; those never set have version 0. */
export async function rulesOf(
  em: EntityManager,
  eventId: string,
): Promise<z.output<typeof eventRulesData> & { version: number }> {
  return (await em.findOne(EventRulesEntity, { id: eventId })) ?? { ...DEFAULT_RULES, version: 0 };
}

/**
 * Sets how asking works at an event, by its hosts. What was asked before keeps its time to answer.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, EVENTS_NO_EVENT, DATABASE_CHANGED_MEANWHILE
 */
export function setEventRules(
  context: Context,
  eventId: string,
  version: number,
  input: unknown,
): Promise<EventRules> {
  return inTransaction(context, async (inside) => {
    const event = await lockedForHosts(inside, 'occasion:edit', eventId, { path: ['eventId'] });
    assertEvent(event);
    const data = parseInput(eventRulesData, input, ['input']);
    const stored = await inside.em.findOne(EventRulesEntity, { id: event.id });
    if ((stored?.version ?? 0) !== version) throw changedMeanwhile({ kind: 'event rules', id: event.id });
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id: event.id }, { part: 'rules' });
    return stored
      ? inside.em.assign(stored, data)
      : inside.em.create(EventRulesEntity, { ...data, id: event.id });
  });
}

/** @throws EVENTS_NO_EVENT */
export function assertEvent({ id, kind }: Occasion): void {
  if (kind !== 'EVENT') throw noEvent({ id });
}
