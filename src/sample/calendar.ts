/** First and last day of the sample, both included. The shop opened on a Monday, so weeks of the sample are calendar weeks. */
export const firstDay = '2023-01-02';
export const lastDay = '2025-12-31';

const day = 86_400;
const week = 7 * day;
const century = 36_525;
const opening = Date.UTC(2023, 0, 2);

const spellDay = (days: number): string => new Date(opening + days * day * 1000).toISOString().slice(0, 10);

/** Days already spelt, by their number from a century before the first. */
const spelt: string[] = new Array<string>(century + 3 * 366);

/** Days from the first day to a day given as text. */
export const dayNumber = (text: string): number => (Date.parse(text) - opening) / (day * 1000);

/** Length of the sample in days and in weeks. */
export const days = dayNumber(lastDay) + 1;
export const weeks = days / 7;

/** End of the sample: seconds since the first midnight. Nothing happens at or after it. */
export const end = days * day;

const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));

/** Text of a day: whole days since the first day (negative before it) as `2023-01-02`. */
export const dayText = (days: number): string => (spelt[days + century] ??= spellDay(days));

/** Whole days since the first day, of a moment in seconds since the first midnight. */
export const dayOf = (moment: number): number => Math.floor(moment / day);

/** The year of a moment, as text. */
export const yearOf = (moment: number): string => dayText(dayOf(moment)).slice(0, 4);

/** `2023-01-02T18:04:59`, of a moment in seconds since the first midnight. */
export function momentText(moment: number): string {
  const date = dayOf(moment);
  const second = Math.floor(moment - date * day);
  const minute = Math.floor(second / 60);
  return `${dayText(date)}T${twoDigits[Math.floor(minute / 60)]!}:${twoDigits[minute % 60]!}:${twoDigits[second % 60]!}`;
}

/** A moment `wait` days after another, at a second of that day between two hours. */
export const daysLater = (moment: number, wait: number, hour: number): number =>
  (dayOf(moment) + wait) * day + Math.floor(hour * 3600);

/** Day of the week (0 = Monday) and hour of the day of a moment. */
export const weekdayOf = (moment: number): number => dayOf(moment) % 7;
export const hourOf = (moment: number): number => Math.floor((moment % day) / 3600);

/**
 * When in the week somebody shops: a weight for each day, Monday first, and one digit 0–9 for each hour of the day.
 */
export interface Habit {
  readonly days: readonly number[];
  readonly hours: string;
}

/** Turns a customer's own time (weeks of even pace) into moments (seconds since the first midnight). */
export type Clock = (time: number) => number;

/**
 * A clock that runs fast in the hours when somebody shops and stands still in the others, and gains nothing over a whole
 * week. A Poisson process on the customer's own time is then a Poisson process with weekly habits on the calendar: every
 * whole week keeps its number of events, so that habits leave the purchase rate as it was planted.
 */
export function clockOf(habit: Habit): Clock {
  const weights = habit.days.flatMap((weight) => Array.from(habit.hours, (digit) => weight * Number(digit)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const passed = new Float64Array(weights.length + 1);
  weights.forEach((weight, hour) => (passed[hour + 1] = passed[hour]! + weight / total));
  return (time) => {
    const whole = Math.floor(time);
    const part = time - whole;
    let low = 0;
    let high = weights.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (passed[middle]! <= part) low = middle;
      else high = middle;
    }
    const pace = passed[low + 1]! - passed[low]!;
    return whole * week + (low + (pace > 0 ? Math.min((part - passed[low]!) / pace, 0.999999) : 0)) * 3600;
  };
}
