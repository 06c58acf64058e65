import { instantsOfHours, localDate } from '../planner/index.ts';
import type { Release } from './shortlist.entity.ts';

/** How a list hands the right of first contact on. */
export interface WindowRule {
  /** IANA time zone. */
  zone: string;
  /** Whole days of a window; null where there are no windows. */
  windowDays: number | null;
  releaseTo: Release;
}

/** Where an entry stands in the order of its employers. */
export interface Turn {
  /** Place in the order from 0; its length: everybody's turn. */
  turn: number;
  /** The first instant at which it is no longer theirs; null where it does not end. */
  turnEndsAt: Date | null;
}

/** An entry's order, and where it stood when it was last written. */
export interface InTurn extends Turn {
  turns: readonly string[];
  passed: readonly string[];
}

const DAY = 24 * 60 * 60_000;

/** The calendar day so many days on, `YYYY-MM-DD`. */
const daysOn = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The first instant of a calendar day in a zone: 00:00, or 01:00 where clocks go forward at midnight. A day that the
 * zone skips (Samoa had no 30 December 2011) begins with the next.
 */
function startOfDay(date: string, zone: string): Date {
  const [first] = instantsOfHours([{ date, from: '00:00', to: '24:00' }], zone);
  return first ? new Date(first.start) : startOfDay(daysOn(date, 1), zone);
}

/**
 * When a window of `days` days that begins at `begins` ends: at the first midnight in the zone after as many whole
 * calendar days. What is left of the day on which it begins comes on top, so that whoever is told in the evening has
 * no less time than whoever is told in the morning.
 */
export function windowEnd(begins: Date, days: number, zone: string): Date {
  const today = localDate(begins.getTime(), zone);
  const atMidnight = startOfDay(today, zone).getTime() === begins.getTime();
  return startOfDay(daysOn(today, atMidnight ? days : days + 1), zone);
}

/** The turn of the first employer of an order, or of everybody where there is but one, or there are no windows. */
export const firstTurn = (turns: readonly string[], rule: WindowRule, now: Date): Turn =>
  beginTurn({ turns, passed: [] }, 0, rule, now);

/** The turn of the next employer after `turn` who has not passed the entry on, from `now` on. */
export const nextTurn = (order: Omit<InTurn, 'turnEndsAt'>, rule: WindowRule, now: Date): Turn =>
  beginTurn(order, order.turn + 1, rule, now);

function beginTurn(
  { turns, passed }: Pick<InTurn, 'turns' | 'passed'>,
  from: number,
  rule: WindowRule,
  now: Date,
): Turn {
  const turn = turns.findIndex((employer, place) => place >= from && !passed.includes(employer));
  return rule.windowDays === null || turns.length < 2 || turn < 0
    ? { turn: turns.length, turnEndsAt: null }
    : { turn, turnEndsAt: windowEnd(now, rule.windowDays, rule.zone) };
}

/**
 * Whose turn it is at an instant: counts on from where the entry stood, over every window that has ended since, each
 * window beginning when the one before it ended.
 */
export function turnAt(entry: InTurn, rule: WindowRule, now: Date): Turn {
  let turn: Turn = { turn: entry.turn, turnEndsAt: entry.turnEndsAt };
  while (turn.turnEndsAt && turn.turnEndsAt <= now)
    turn =
      rule.releaseTo === 'ALL'
        ? { turn: entry.turns.length, turnEndsAt: null }
        : nextTurn({ ...entry, ...turn }, rule, turn.turnEndsAt);
  return turn;
}

/** The employer whose turn it is; null: everybody's. */
export const holderOf = ({ turns }: Pick<InTurn, 'turns'>, { turn }: Turn): string | null =>
  turns[turn] ?? null;
