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

/** Of a month, counted from 1. */
const lastDay = (year: number, month: number): number => dayOf(year, month, 0).getUTCDate();

const asText = (date: Date): string => date.toISOString().slice(0, 10);

function later(from: string, { count, unit }: Every, steps: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const far = count * steps;
  if (unit === 'days') return asText(dayOf(year, month - 1, day + far));
  const last = lastDay(year, month + far);
  return asText(dayOf(year, month - 1 + far, day === lastDay(year, month) ? last : Math.min(day, last)));
}

/**
 * The days from one on, up to another and before a third. Steps are counted from the first day, so months keep its day; from the last day
 * of a month on they are the last days: 2024-06-30, 2024-07-31.
 *
 * @param to the last day there may be; left out: the one before `before`
 */
export function daysFrom(from: string, every: Every, before: string, to = before): string[] {
  const days: string[] = [];
  for (let day = from; day < before && day <= to; day = later(from, every, days.length)) days.push(day);
  return days;
}
