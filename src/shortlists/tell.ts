import type { Context } from '../access/index.ts';
import { announce } from '../messages/index.ts';
import { localDate } from '../planner/index.ts';
import type { Entry } from './entry.entity.ts';
import { holderOf } from './first-contact.ts';
import type { PartyRole } from './parties.ts';
import type { ListedEntry } from './shortlist.repository.ts';
import { passTurnTask } from './shortlists.jobs.ts';
import { standingChanged, talentWithdrew, yourTurn } from './shortlists.templates.ts';

/** What the talent may know of the roles: all of the list until an employer is in contact, then that one. */
export const rolesShown = (entry: Pick<Entry, 'roleId'>, roles: readonly PartyRole[]): PartyRole[] =>
  roles.filter(({ roleId }) => entry.roleId == null || roleId === entry.roleId);

/** Tells the talent where they stand. `change` names the move. */
export const tellTalent = (
  context: Context,
  { entry, parties }: ListedEntry,
  change: string,
): Promise<void> =>
  announce(context, [
    {
      recipient: { kind: 'talent', id: entry.talentId },
      template: standingChanged,
      parameters: {
        entryId: entry.id,
        state: entry.state,
        roles: rolesShown(entry, parties.roles).map(({ title, employerName }) => ({
          title,
          employer: employerName,
        })),
      },
      change,
    },
  ]);

/**
 * Tells the employers of a shared list whose turn it is with an entry, and leaves a job for when it ends. A list of
 * one employer has no turns to speak of.
 */
export async function tellTurn(context: Context, { entry, shortlist }: ListedEntry): Promise<void> {
  if (entry.turns.length < 2) return;
  const ends = entry.turnEndsAt ?? null;
  const holder = holderOf(entry, { turn: entry.turn, turnEndsAt: ends });
  const told =
    holder === null ? entry.turns.filter((employer) => !entry.passed.includes(employer)) : [holder];
  await announce(
    context,
    told.map((employerId) => ({
      recipient: { kind: 'organisation' as const, id: employerId },
      template: yourTurn,
      parameters: {
        shortlistId: shortlist.id,
        entryId: entry.id,
        lastDay: ends && localDate(ends.getTime() - 1, shortlist.zone),
        zone: shortlist.zone,
      },
      change: `turn ${entry.id} ${context.now.toISOString()} ${entry.turn}`,
    })),
  );
  if (ends) await context.jobs.enqueue(context.em, passTurnTask, { entryId: entry.id }, ends);
}

/** Tells the employers concerned that a talent is gone: the one in contact, or all of the list. */
export const tellWithdrawn = (context: Context, { entry, shortlist, parties }: ListedEntry): Promise<void> =>
  announce(
    context,
    [...new Set(rolesShown(entry, parties.roles).map(({ employerId }) => employerId))].map((id) => ({
      recipient: { kind: 'organisation' as const, id },
      template: talentWithdrew,
      parameters: { shortlistId: shortlist.id, entryId: entry.id },
      change: `withdrawn ${entry.id}`,
    })),
  );
