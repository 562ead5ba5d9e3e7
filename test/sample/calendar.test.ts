import { describe, expect, it } from 'vitest';
import {
  clockOf,
  dayNumber,
  dayText,
  days,
  hourOf,
  lastDay,
  momentText,
  weekdayOf,
  type Habit,
} from '../../src/sample/calendar.ts';
import { segments } from '../../src/sample/segments.ts';

const week = 7 * 86_400;

describe('the calendar', () => {
  it('has three years of days, from a Monday', () => {
    expect(days).toBe(1095);
    expect(new Date('2023-01-02').getUTCDay()).toBe(1);
    expect([dayText(0), dayText(424), dayText(days - 1), dayText(-1)]).toEqual([
      '2023-01-02',
      '2024-03-01',
      lastDay,
      '2023-01-01',
    ]);
    expect(dayNumber('2024-02-29')).toBe(423);
    expect(momentText(86_400 + 18 * 3600 + 5 * 60 + 9)).toBe('2023-01-03T18:05:09');
  });
});

describe('a habit clock', () => {
  const weekOf = (habit: Habit): number[] => {
    const clock = clockOf(habit);
    return Array.from({ length: 5_000 }, (_, i) => clock(3 + i / 5_000));
  };

  it.each(segments)('of $code never runs back, and gains nothing over a week', ({ habit }) => {
    const moments = weekOf(habit);
    expect(moments.filter((moment, i) => i > 0 && moment < moments[i - 1]!)).toEqual([]);
    expect(moments[0]).toBeGreaterThanOrEqual(3 * week);
    expect(moments.at(-1)).toBeLessThan(4 * week);
    const clock = clockOf(habit);
    expect(clock(4.25) - clock(3.25)).toBeCloseTo(week, 3);
  });

  it.each(segments)('of $code shows only hours in which they shop', ({ habit }) => {
    const isClosed = (moment: number): boolean =>
      habit.days[weekdayOf(moment)]! * Number(habit.hours[hourOf(moment)]) === 0;
    expect(weekOf(habit).filter(isClosed)).toEqual([]);
  });
});
