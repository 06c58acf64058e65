import { inTransaction, type Context } from '../access/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { z } from 'zod';
import { StepEntity, type Entry, type EntryState } from './entry.entity.ts';
import { firstTurn, holderOf, nextTurn, turnAt, type Turn } from './first-contact.ts';
import { actingRole, allOf, isHost, rolesFor, type PartyRole } from './parties.ts';
import { ruleOf } from './put-forward.ts';
import { ENTRY_MOVES, entryLife, type EntryMove, type PartyMove } from './shortlist-lives.ts';
import { uuid } from './shortlist.input.ts';
import { assertVersion, entryById, type ListedEntry } from './shortlist.repository.ts';
import { nobodyNext, notYourTurn, othersWait } from './shortlists.failures.ts';
import { tellTalent, tellTurn } from './tell.ts';

/** What is done with an entry. */
export const moveData = z.object({
  id: uuid,
  version: z.int(),
  move: z.enum(ENTRY_MOVES),
  reason: z.string().trim().max(2000).nullish(),
  roleId: uuid.nullish(),
});

/**
 * Does something with an entry: see the life of an entry in docs/states.md for the moves. Of a shared list only the
 * employer whose turn it is contacts the talent, and whoever is in contact decides what follows, or hands on.
 * @throws SHORTLISTS_ENTRY_UNKNOWN, SHORTLISTS_NOT_YOUR_TURN, SHORTLISTS_OTHERS_WAIT, SHORTLISTS_NOBODY_NEXT,
 * SHORTLISTS_ROLE_NEEDED, SHORTLISTS_ROLE_NOT_YOURS, LIVES_ILLEGAL_MOVE, LIVES_REASON_NEEDED,
 * DATABASE_CHANGED_MEANWHILE, INPUT_INVALID
 */
export function moveEntry(context: Context, input: unknown): Promise<Entry> {
  const { id, version, move, reason, roleId } = parseInput(moveData, input);
  return inTransaction(context, async (inside) => {
    const listed = await entryById(inside, id, ['input', 'id']);
    const { entry, shortlist, parties } = listed;
    assertVersion('shortlist entry', entry, version);
    const before = entry.state;
    moveOn(inside, entryLife, entry, move, {
      target: allOf(parties),
      reason,
      detail: { shortlistId: shortlist.id },
    });
    Object.assign(entry, turnAt(inTurnOf(entry), ruleOf(shortlist), inside.now));
    const employer = MOVES[move](inside, listed, roleId);
    const step = noteStep(inside, entry, { move, before, reason, employerId: employer?.employerId });
    await inside.em.flush();
    if (before !== entry.state) await tellTalent(inside, listed, `step ${step}`);
    if (entry.state === 'PROPOSED') await tellTurn(inside, listed);
    return entry;
  });
}

/** An entry's order as the pure functions take it. */
export const inTurnOf = ({ turns, passed, turn, turnEndsAt }: Entry) => ({
  turns,
  passed,
  turn,
  turnEndsAt: turnEndsAt ?? null,
});

/** Writes the history; the state has been changed already. @returns the step's identifier. */
export function noteStep(
  context: Context,
  entry: Entry,
  {
    move,
    before,
    reason,
    employerId,
  }: {
    move: EntryMove;
    before: EntryState;
    reason?: string | null | undefined;
    employerId?: string | null | undefined;
  },
): string {
  entry.since = context.now;
  const id = newId();
  context.em.create(StepEntity, {
    id,
    entryId: entry.id,
    at: context.now,
    actorId: context.actor.id,
    actorKind: context.actor.kind,
    employerId: employerId ?? null,
    move,
    fromState: before,
    toState: entry.state,
    reason: reason ?? null,
  });
  return id;
}

/** What a move changes besides the state, and the role for which it was made; null for none. */
type Effect = (context: Context, listed: ListedEntry, roleId?: string | null) => PartyRole | null;

const contact: Effect = ({ actor }, listed, roleId) => {
  const { entry, shortlist, parties } = listed;
  const role = actingRole(actor, parties, shortlist.id, roleId);
  assertTurn(actor, listed, role.employerId);
  entry.roleId = role.roleId;
  entry.turnEndsAt = null;
  return role;
};

const goOn: Effect = ({ actor }, listed) => inContact(actor, listed);

/** Ends the entry for every employer of the list: nobody takes another's turn away but a host. */
const end: Effect = ({ actor }, listed) => {
  const role = inContact(actor, listed);
  const { entry, parties } = listed;
  const own = role ? [role] : rolesFor(actor, parties);
  if (
    !isHost(actor, parties) &&
    othersOf(
      entry,
      own.map(({ employerId }) => employerId),
    ).length > 0
  )
    throw othersWait({ id: entry.id });
  entry.turnEndsAt = null;
  return role ?? (own.length === 1 ? own[0]! : null);
};

const pass: Effect = ({ actor, now }, listed, roleId) => {
  const { entry, shortlist, parties } = listed;
  const turn: Turn = { turn: entry.turn, turnEndsAt: entry.turnEndsAt ?? null };
  const holder = holderOf(entry, turn);
  const role =
    inContact(actor, listed) ??
    (holder !== null && isHost(actor, parties)
      ? parties.roles.find(({ employerId }) => employerId === holder)!
      : actingRole(actor, parties, shortlist.id, roleId));
  if (entry.roleId == null) assertTurn(actor, listed, role.employerId);
  if (othersOf(entry, [role.employerId]).length === 0) throw nobodyNext({ id: entry.id });
  entry.roleId = null;
  entry.passed = [...entry.passed, role.employerId];
  if (holder !== null) Object.assign(entry, nextTurn(inTurnOf(entry), ruleOf(shortlist), now));
  return role;
};

const reconsider: Effect = ({ actor, now }, listed) => {
  const role = inContact(actor, listed);
  const { entry, shortlist } = listed;
  Object.assign(entry, { roleId: null, passed: [] }, firstTurn(entry.turns, ruleOf(shortlist), now));
  return role;
};

const MOVES: Record<PartyMove, Effect> = {
  contact,
  interview: goOn,
  offer: goOn,
  hire: goOn,
  reject: end,
  pass,
  release: end,
  reconsider,
};

type Acting = Context['actor'];

/** The role in contact, for which the actor must be able to act; null where none is. @throws SHORTLISTS_NOT_YOUR_TURN */
function inContact(actor: Acting, listed: ListedEntry): PartyRole | null {
  const { entry, parties } = listed;
  if (entry.roleId == null) return null;
  const role = parties.roles.find(({ roleId }) => roleId === entry.roleId)!;
  if (!rolesFor(actor, parties).includes(role))
    throw notYourTurn({ who: nameFor(actor, listed, role.employerId), until: null });
  return role;
}

/** @throws SHORTLISTS_NOT_YOUR_TURN when it is another employer's */
function assertTurn(actor: Acting, listed: ListedEntry, employerId: string): void {
  const { entry } = listed;
  const turnEndsAt = entry.turnEndsAt ?? null;
  const holder = holderOf(entry, { turn: entry.turn, turnEndsAt });
  if (holder !== null && holder !== employerId)
    throw notYourTurn({
      who: nameFor(actor, listed, holder),
      until: turnEndsAt && turnEndsAt.toISOString(),
    });
}

/** An employer of the list as the actor may know it. */
const nameFor = (actor: Acting, { shortlist, parties }: ListedEntry, employerId: string): string =>
  shortlist.showsEmployers || isHost(actor, parties)
    ? parties.roles.find((role) => role.employerId === employerId)!.employerName
    : 'Another employer of this list';

/** The other employers of a list who have not passed the entry on. */
const othersOf = ({ turns, passed }: Pick<Entry, 'turns' | 'passed'>, own: readonly string[]): string[] =>
  turns.filter((employer) => !own.includes(employer) && !passed.includes(employer));
