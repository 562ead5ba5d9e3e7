/** How often days follow one another. */
export interface Every {
  readonly count: number;
  readonly unit: 'days' | 'months';
}

/** Reads `day`, `week`, `month` or a number of days, `14d`; null where it is none of them. */
export function parseEvery(text: string): Every | null {
  if (text === 'day') return { count: 1, unit: 'days' };
  if (text === 'week') return { count: 7, unit: 'days' };
  if (text === 'month') return { count: 1, unit: 'months' };
  const days = /^([1-9]\d{0,4})d$/.exec(text)?.[1];
  return days === undefined ? null : { count: Number(days), unit: 'days' };
}

const dayOf = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day));

function later(from: string, { count, unit }: Every, steps: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const far = count * steps;
  const lastOfMonth = (): number => dayOf(year, month + far, 0).getUTCDate();
  const date =
    unit === 'days' ? dayOf(year, month - 1, day + far) : dayOf(year, month - 1 + far, Math.min(day, lastOfMonth()));
  return date.toISOString().slice(0, 10);
}

/**
 * The days from one on, up to another and before a third. Steps are counted from the first day, so months keep its day: 2024-01-31,
 * 2024-02-29, 2024-03-31.
 *
 * @param to the last day there may be; left out: the one before `before`
 */
export function daysFrom(from: string, every: Every, before: string, to = before): string[] {
  const days: string[] = [];
  for (let day = from; day < before && day <= to; day = later(from, every, days.length)) days.push(day);
  return days;
}
