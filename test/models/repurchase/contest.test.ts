import { expect, it } from 'vitest';
import { decideContest, type Way } from '../../../src/models/repurchase/contest.ts';

/** Brier scores, which differ with a standard error of 0.01. */
const winner = (incumbent: Way, rate: number, naive: number, model: number): Way => {
  const pair = (first: Way, second: Way, difference: number) => ({ first, second, difference, error: 0.01, p: 0.5 });
  return decideContest(incumbent, [
    pair('model', 'naive rule', model - naive),
    pair('model', 'one rate', model - rate),
    pair('naive rule', 'one rate', naive - rate),
  ]).winner;
};

it.each([
  ['one rate', 0.25, 0.242, 0.245, 'one rate'],
  ['one rate', 0.25, 0.235, 0.23, 'naive rule'],
  ['one rate', 0.25, 0.235, 0.22, 'model'],
  ['one rate', 0.25, 0.245, 0.235, 'model'],
  ['naive rule', 0.25, 0.235, 0.23, 'naive rule'],
  ['model', 0.25, 0.225, 0.23, 'model'],
  ['model', 0.25, 0.215, 0.23, 'naive rule'],
  ['model', 0.225, 0.26, 0.23, 'model'],
  ['model', 0.21, 0.26, 0.23, 'one rate'],
  ['naive rule', 0.21, 0.23, 0.195, 'model'],
] as const)(
  'after %s, Brier scores of %d (one rate), %d (naive rule) and %d (model), give or take 0.01, make it %s',
  (incumbent, rate, naive, model, expected) => {
    expect(winner(incumbent, rate, naive, model)).toBe(expected);
  },
);
