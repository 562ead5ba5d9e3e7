import type { BasketLevel } from './options.ts';

/** Tables that a fit makes; those called working are dropped after it. */
export const tables = {
  /** `item_no, item, category`: rare items first, so that the sets a set is a beginning of are few. */
  item: 'models.working_basket_item',
  /** `basket, customer, item_no`: the lines of items. */
  line: 'models.working_basket_line',
  /** `items, weight, bag_no`: what some baskets hold, in the order of the numbers, and how many hold just that. */
  bag: {
    basket: 'models.working_basket_bag',
    customer: 'models.working_customer_bag',
  },
  /** `bag_no, item_no, weight, size_class` of the bags that are not too large. */
  entry: {
    basket: 'models.working_basket_entry',
    customer: 'models.working_customer_entry',
  },
  /** `size_class, baskets, held`: of how many baskets, with how many items in all, each class of sizes is. */
  size: {
    basket: 'models.working_basket_size',
    customer: 'models.working_customer_size',
  },
  /** `item_no, n`: baskets that hold an item. */
  single: {
    basket: 'models.working_basket_single',
    customer: 'models.working_customer_single',
  },
  /** `set_no, prefix_no, item_no`: the sets of one size that are counted, each a frequent set and one item more. */
  candidate: 'models.working_basket_candidate',
  /** `bag_no, set_no, weight`: which bags hold which sets. */
  occurrence: (size: number): string => `models.working_basket_occurrence_${size % 2}`,
  /** The rules as numbers. */
  found: 'models.working_basket_rule',
  left: 'models.working_basket_left',
  /** `first_no, second_no, n`: pairs of items that are frequent. */
  frequentPair: {
    basket: 'models.working_basket_frequent_pair',
    customer: 'models.working_customer_frequent_pair',
  },
  /** `first_no, second_no, both_baskets, both_customers`: pairs of items that are looked at, and how many hold both, where that is known. */
  pair: 'models.working_basket_pair',
  /** `first_no, second_no, n`: those of one category that the same customers buy. */
  alike: 'models.working_basket_alike',
  /** The pairs as numbers. */
  foundPair: 'models.working_basket_found_pair',
  /** `group_no, item_no` */
  group: 'models.working_basket_group',
} as const satisfies Record<string, string | Record<BasketLevel, string> | ((size: number) => string)>;
