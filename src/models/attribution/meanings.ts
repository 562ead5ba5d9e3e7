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
      removal_effect_low:
        'of its 95 % interval, by the Bayesian bootstrap of the transitions; null: paths leave it fewer than 30 times',
      removal_effect_high: 'its upper end',
      share: 'of all removal effects',
      share_low: 'of its 95 % interval; null as before',
      share_high: 'its upper end',
      weight: 'the same as a whole number, for credits that add up: 2⁴⁰ in all, but for rounding',
    },
  },
};
