const DAY = 24 * 60 * 60_000;

/** Campaigns usually take eight to ten weeks; what lies outside these is more likely a slip than meant. */
export const SHORTEST_WEEKS = 4;
export const LONGEST_WEEKS = 16;

/** The weeks from the first day to the last, both included; calendar days, `YYYY-MM-DD`. */
export const weeksOf = (startsOn: string, endsOn: string): number =>
  (Date.parse(endsOn) - Date.parse(startsOn) + DAY) / (7 * DAY);

/** Whether the length is one that campaigns have. */
export const isUsualLength = (startsOn: string, endsOn: string): boolean => {
  const weeks = weeksOf(startsOn, endsOn);
  return weeks >= SHORTEST_WEEKS && weeks <= LONGEST_WEEKS;
};
