import type { TimeOfDay } from './job.ts';

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
function aheadOfUtc(zone: string, instant: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)!.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((local - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

/** How many months are looked at for changes of the clocks. */
const year = 12;

/**
 * A time of one zone on the clocks of another, as of an instant.
 *
 * @returns `steady` is false where the clocks of the two do not change together within a year
 */
export function timeIn(
  { hour, minute }: TimeOfDay,
  from: string,
  to: string,
  instant: Date,
): TimeOfDay & { readonly steady: boolean } {
  const shiftAt = (months: number): number => {
    const then = new Date(instant);
    then.setUTCMonth(then.getUTCMonth() + months);
    return aheadOfUtc(to, then) - aheadOfUtc(from, then);
  };
  const shifts = Array.from({ length: year }, (_, months) => shiftAt(months));
  const minutes = (hour * 60 + minute + shifts[0]! + 1_440) % 1_440;
  return {
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    steady: shifts.every((shift) => shift === shifts[0]),
  };
}
