import type { Meanings } from '../../dictionary/table.ts';

/** The table of removal effects. */
export const touchMeanings: Meanings = {
  'models.touch_effect': {
    meaning: 'what would be lost without each touch: a Markov chain of order 1 of the touches before orders',
    grain: ['kind', 'touch'],
    columns: {
      kind: 'as in marts.touch',
      touch: 'as in marts.touch',
      conversion: 'probability that a path ends with an order',
      removal_effect: 'share of the orders after touches that is lost without this one',
      share: 'of all removal effects',
      weight: 'the same as a whole number, for credits that add up: 2⁴⁰ in all, but for rounding',
    },
  },
};
