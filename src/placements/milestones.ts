/** How far a placement comes, in order. */
export const MILESTONES = ['OFFER', 'ACCEPTED', 'PERMIT', 'ARRIVAL', 'THREE_MONTHS', 'ONE_YEAR'] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

/** Those that people record; the first two come with the offer and its answer. */
export const RECORDED_MILESTONES = ['PERMIT', 'ARRIVAL', 'THREE_MONTHS', 'ONE_YEAR'] as const;

/** Those that some need not: a citizen of the Union no permit, someone who lives there no arrival. */
const DISPENSABLE: readonly MilestoneKind[] = ['PERMIT', 'ARRIVAL'];

/** After how many months at work these are reached. */
const MONTHS: Partial<Record<MilestoneKind, number>> = { THREE_MONTHS: 3, ONE_YEAR: 12 };

/** A milestone with its date, `YYYY-MM-DD`; null where it is not needed. */
export interface Reached {
  kind: MilestoneKind;
  onDate: string | null;
}

/**
 * Why a milestone cannot stand beside the others, in words; null when it can. One that is there already is corrected.
 * @param today the latest date that it can have.
 * @param startsOn the first day of work, from which months are counted where no arrival is needed.
 */
export function milestoneProblem(
  reached: readonly Reached[],
  next: Reached,
  { today, startsOn }: { today: string; startsOn: string | null },
): string | null {
  if (next.onDate === null) {
    if (!DISPENSABLE.includes(next.kind)) return 'it is always needed';
  } else if (next.onDate > today) return `${next.onDate} has not come yet`;
  const all = new Map([...reached, next].map(({ kind, onDate }) => [kind, onDate]));
  const before = MILESTONES.slice(0, MILESTONES.indexOf(next.kind));
  const missing = before.filter((kind) => !all.has(kind));
  if (missing.length > 0) return `${missing.join(' and ')} come${missing.length > 1 ? '' : 's'} first`;
  let last: { kind: MilestoneKind; onDate: string } | undefined;
  for (const kind of MILESTONES) {
    const onDate = all.get(kind);
    if (onDate == null) continue;
    if (last && onDate < last.onDate)
      return `${kind} (${onDate}) would be before ${last.kind} (${last.onDate})`;
    last = { kind, onDate };
  }
  const began = all.get('ARRIVAL') ?? later(all.get('ACCEPTED')!, startsOn);
  for (const [kind, months] of Object.entries(MONTHS) as [MilestoneKind, number][]) {
    const [onDate, earliest] = [all.get(kind), monthsAfter(began, months)];
    if (onDate != null && onDate < earliest) return `${kind} is reached on ${earliest} at the earliest`;
  }
  return null;
}

const later = (date: string, other: string | null): string => (other !== null && other > date ? other : date);

/** The same day so many months later, the month's last where it has no such day. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
