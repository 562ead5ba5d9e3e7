import { describe, expect, it } from 'vitest';
import { daysFrom, parseEvery } from '../../src/pipeline/days.ts';

describe('the days of a backfill', () => {
  it('keep the day of the month, or take its last one, counted from the first day', () => {
    expect(daysFrom('2024-01-31', parseEvery('month')!, '2024-06-15')).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
    ]);
    expect(daysFrom('2022-11-29', parseEvery('month')!, '2023-03-29')).toEqual([
      '2022-11-29',
      '2022-12-29',
      '2023-01-29',
      '2023-02-28',
    ]);
    expect(daysFrom('2024-02-29', parseEvery('month')!, '2024-05-01')).toEqual([
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
  });

  it('lie days or weeks apart, across years and leap days', () => {
    expect(daysFrom('2023-12-30', parseEvery('day')!, '2024-01-02')).toEqual([
      '2023-12-30',
      '2023-12-31',
      '2024-01-01',
    ]);
    expect(daysFrom('2024-02-26', parseEvery('week')!, '2024-03-12')).toEqual([
      '2024-02-26',
      '2024-03-04',
      '2024-03-11',
    ]);
    expect(daysFrom('2024-02-26', parseEvery('14d')!, '2024-03-11')).toEqual(['2024-02-26']);
  });

  it('end before the as-of day, and at the day that was said', () => {
    expect(daysFrom('2024-01-01', parseEvery('day')!, '2024-01-05', '2024-01-02')).toEqual([
      '2024-01-01',
      '2024-01-02',
    ]);
    expect(daysFrom('2024-01-05', parseEvery('day')!, '2024-01-05')).toEqual([]);
  });

  it.each(['', 'days', '0d', '-1d', '1.5d', '14', 'year', '14D', '999999d'])('%j is no step', (text) => {
    expect(parseEvery(text)).toBeNull();
  });
});
