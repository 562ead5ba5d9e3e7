/** Rows of a query by day, at most: those of 109 years, all with a purchase. */
export const mostDays = 40_000;

const dayMilliseconds = 86_400_000;

/** The day so many days after another; before it where they are negative. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);
