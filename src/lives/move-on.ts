import { assertPermitted, recordAudit, type Context, type Target } from '../access/index.ts';
import { movesFrom, type Life } from './life.ts';
import { illegalMove, reasonNeeded } from './lives.failures.ts';

/** Something with a life. */
export interface Living<State extends string> {
  id: string;
  state: State;
}

/** What a move is made with. */
export interface MoveMeans {
  /** Whose it is, as far as the permission depends on it. */
  target?: Target;
  /** Why, where the move asks for it. Kept by the caller; never in the audit trail, since people write what they like. */
  reason?: string | null | undefined;
  /** For the audit trail: identifiers, codes and counts. */
  detail?: Record<string, unknown>;
}

/**
 * Makes a move within the caller's transaction: asserts the permission and that the move is legal, changes the state,
 * and audits. What else must hold the caller has checked.
 * @throws ACCESS_FORBIDDEN; LIVES_ILLEGAL_MOVE naming the legal moves; LIVES_REASON_NEEDED
 */
export function moveOn<State extends string, Name extends string>(
  context: Context,
  life: Life<State, Name>,
  thing: Living<State>,
  name: Name,
  { target, reason, detail = {} }: MoveMeans = {},
): void {
  const move = life.moves[name];
  if (!move.consequence) assertPermitted(context.actor, move.action, target);
  const { id, state } = thing;
  if (!move.from.includes(state))
    throw illegalMove({ kind: life.subject, id, state, move: name, legal: movesFrom(life, state) });
  if (move.reason && !reason?.trim()) throw reasonNeeded({ kind: life.subject, move: name });
  thing.state = move.to;
  recordAudit(
    context,
    move.action,
    { kind: life.subject, id },
    { ...detail, move: name, from: state, to: move.to },
  );
}
