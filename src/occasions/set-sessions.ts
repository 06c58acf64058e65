import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import type { Occasion } from './occasion.entity.ts';
import { countChange, lockedForHosts } from './occasion.repository.ts';
import { SessionEntity } from './session.entity.ts';
import { sessionsData } from './session.input.ts';
import { assertPossible, assertWithin } from './session-rules.ts';

/**
 * Replaces the sessions of an occasion, of all its legs. Meetings that are published keep their times.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, OCCASIONS_SESSION_…,
 * INPUT_INVALID
 */
export function setSessions(
  context: Context,
  occasionId: string,
  version: number,
  input: unknown,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const occasion = await lockedForHosts(inside, 'occasion:edit', occasionId, { version });
    const sessions = parseInput(sessionsData, input, ['sessions']);
    for (const [place, session] of sessions.entries())
      assertWithin(session, occasion, ['sessions', place, 'date']);
    assertPossible(sessions);
    await inside.em.nativeDelete(SessionEntity, { occasionId });
    for (const session of sessions)
      inside.em.create(SessionEntity, {
        ...session,
        id: newId(),
        occasionId,
        legId: session.legId ?? null,
        places: session.places ?? null,
      });
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id: occasionId }, { sessions: sessions.length });
    await countChange(inside.em, occasion);
    return occasion;
  });
}
