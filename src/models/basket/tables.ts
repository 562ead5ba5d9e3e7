import type { BasketLevel } from './options.ts';

/** Tables that a fit makes; those called working are dropped after it. */
export const tables = {
  /** `item_no, item, category`: rare items first, so that the sets a set is a beginning of are few. */
  item: 'working.main.basket_item',
  /** `basket, customer, item_no`: the lines of items. */
  line: 'working.main.basket_line',
  /** `items, weight, bag_no`: what some baskets hold, in the order of the numbers, and how many hold just that. */
  bag: {
    basket: 'working.main.basket_bag',
    customer: 'working.main.customer_bag',
  },
  /** `bag_no, item_no, weight, size_class` of the bags that are not too large. */
  entry: {
    basket: 'working.main.basket_entry',
    customer: 'working.main.customer_entry',
  },
  /** `size_class, baskets, held`: of how many baskets, with how many items in all, each class of sizes is. */
  size: {
    basket: 'working.main.basket_size',
    customer: 'working.main.customer_size',
  },
  /** `item_no, n`: baskets that hold an item. */
  single: {
    basket: 'working.main.basket_single',
    customer: 'working.main.customer_single',
  },
  /** `set_no, prefix_no, item_no`: the sets of one size that are counted, each a frequent set and one item more. */
  candidate: 'working.main.basket_candidate',
  /** `bag_no, set_no, weight`: which bags hold which sets. */
  occurrence: (size: number): string => `working.main.basket_occurrence_${size % 2}`,
  /** The rules as numbers. */
  found: 'working.main.basket_rule',
  left: 'working.main.basket_left',
  /** `first_no, second_no, n`: pairs of items that are frequent. */
  frequentPair: {
    basket: 'working.main.basket_frequent_pair',
    customer: 'working.main.customer_frequent_pair',
  },
  /** `first_no, second_no, both_baskets, both_customers`: pairs of items that are looked at, and how many hold both, where that is known. */
  pair: 'working.main.basket_pair',
  /** `first_no, second_no, n`: those of one category that the same customers buy. */
  alike: 'working.main.basket_alike',
  /** The pairs as numbers. */
  foundPair: 'working.main.basket_found_pair',
  /** `group_no, item_no` */
  group: 'working.main.basket_group',
} as const satisfies Record<string, string | Record<BasketLevel, string> | ((size: number) => string)>;
