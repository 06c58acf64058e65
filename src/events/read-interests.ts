import { assertPermitted, type Context } from '../access/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import { isHost, occasionById } from '../occasions/index.ts';
import { assertEvent, rulesOf } from './event-rules.ts';
import type { Interest } from './interest.entity.ts';
import { interestsBy, type InterestSelection } from './interest.repository.ts';

/** Interests of an event: all for its hosts, one's own for talents, employers and proxies. @throws OCCASIONS_UNKNOWN, EVENTS_NO_EVENT, PAGE_… */
export async function listInterests(
  context: Context,
  eventId: string,
  selection: InterestSelection,
  page: PageRequest,
): Promise<Page<Interest>> {
  assertPermitted(context.actor, 'interest:read');
  const event = await occasionById(context, eventId, ['eventId']);
  assertEvent(event);
  return interestsBy(context, event.id, await isHost(context, event.id), selection, page);
}

/** How asking works at an event, for everybody who may see it. @throws OCCASIONS_UNKNOWN, EVENTS_NO_EVENT */
export async function readEventRules(context: Context, eventId: string): ReturnType<typeof rulesOf> {
  const event = await occasionById(context, eventId, ['eventId']);
  assertEvent(event);
  return rulesOf(context.em, event.id);
}
