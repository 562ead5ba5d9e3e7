import type { Meanings } from '../../dictionary/table.ts';

/** The tables of what goes together. */
export const basketMeanings: Meanings = {
  'models.basket_rule': {
    meaning: 'rules among goods: baskets with the left ones also hold the right one',
    grain: ['rule'],
    columns: {
      rule: '1: the highest lift',
      left_items: 'ids of the goods on the left',
      right_item: 'id of the good on the right',
      length: 'goods on both sides',
      baskets: 'orders, or customers, with all goods of the rule',
      left_baskets: 'with the left side',
      right_baskets: 'with the right side',
      all_baskets: 'that count',
      support: 'share of all that have all goods of the rule',
      confidence: 'share of those with the left side that have the right side too',
      lift: 'confidence against the share of all with the right side',
      leverage: 'support less what it would be by chance',
      conviction: 'how much more often the rule would fail by chance; null: it never fails',
      yules_q: 'from -1, never together, to 1; null: one side is in every basket',
      chi_square: 'of left against right side, one degree of freedom',
      p_value: 'of chi_square',
      adjusted_p: "of Fisher's exact test against more general rules, adjusted for all rules that there could be",
      is_redundant: 'a more general rule holds as well',
      is_significant: 'adjusted_p is at most 0.05',
      is_told: 'significant, not redundant, and the surest of the rules among the same goods',
    },
  },
  'models.basket_pair': {
    meaning:
      'pairs of goods that are often in one basket, or that are of one category and often bought by the same customers',
    grain: ['item', 'other_item'],
    columns: {
      item: 'id of the one',
      other_item: 'id of the other',
      relation: 'complements, substitutes, or null: neither',
      baskets: 'with both',
      item_baskets: 'with the one',
      other_baskets: 'with the other',
      all_baskets: 'that count',
      lift: 'baskets with both against what they would be by chance',
      yules_q: 'of the baskets: from -1, never together, to 1, never apart; null: one is in every basket',
      adjusted_p: "of Fisher's exact test on baskets, one-sided, adjusted for all pairs",
      customers: 'who bought both',
      item_customers: 'who bought the one',
      other_customers: 'who bought the other',
      all_customers: 'who count',
      customer_yules_q: 'of the customers, as yules_q',
      customer_adjusted_p: "of Fisher's exact test that the same customers buy both, adjusted for all pairs",
    },
  },
  'models.basket_group': {
    meaning: 'groups of goods that go together in baskets',
    grain: ['item'],
    columns: { group_no: '1: the largest', item: 'id of the good' },
  },
};
