/** Where the present comes from. Tests pass a fixed one. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The calendar date of the instant in UTC, `YYYY-MM-DD`. */
export const calendarDay = (instant: Date): string => instant.toISOString().slice(0, 10);
