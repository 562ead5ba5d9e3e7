import { expect, it } from 'vitest';
import { age } from '../../src/commands/words.ts';

it('age(seconds) is told in the largest unit that is there once, days from two on', () => {
  expect([0.4, 1, 59, 60, 360, 3_599, 3_600, 47 * 3_600, 48 * 3_600, 30 * 86_400].map(age)).toEqual([
    ...['0 seconds', '1 second', '59 seconds', '1 minute', '6 minutes', '59 minutes'],
    ...['1 hour', '47 hours', '2 days', '30 days'],
  ]);
  expect(age(-5)).toBe('0 seconds');
});
