/** `2026-11-20`, and a day that the calendar has. */
export const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** What is asked of a day. */
export const dayRule = 'must be a day like 2026-11-20';
