/** The Monday of the week of an instant in UTC, `YYYY-MM-DD`: a talent gets one digest a week. */
export function weekOf(instant: Date): string {
  const day = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()));
  // Sunday is 0 for Date and the last day of a week for ISO 8601.
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
