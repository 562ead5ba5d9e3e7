import { z } from 'zod';

/** What items are bought together in: one order, or all that a customer ever bought. */
export type BasketLevel = 'basket' | 'customer';

/** More distinct items than this, and a basket is left out where the options do not say: a wholesale order, or a mistake in the data. */
export const mostItems: Readonly<Record<BasketLevel, number>> = { basket: 100, customer: 500 };

/** What the `basket` step takes. */
export const basketOptions = z.strictObject({
  level: z
    .enum(['basket', 'customer'])
    .default('basket')
    .describe('what goods are bought together in: one order, or all that a customer bought'),
  support: z
    .number()
    .positive()
    .max(1)
    .default(0.001)
    .describe('share of the baskets that must hold all goods of a rule'),
  min_count: z
    .int()
    .min(2)
    .default(5)
    .describe('number of baskets that must hold them at least, however small that share is'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe('share of the baskets with the left side of a rule that must hold its right side'),
  max_length: z.int().min(2).max(10).default(10).describe('most goods of a rule, both sides together'),
  max_items: z
    .int()
    .min(2)
    .max(10_000)
    .optional()
    .describe(
      `a basket of more goods is left out: a wholesale order or a mistake; left out: ${mostItems.basket} in an order, ${mostItems.customer} of a customer`,
    ),
  max_itemsets: z
    .int()
    .min(100)
    .max(1_000_000)
    .default(100_000)
    .describe('most sets of goods of one size; where there are more, rules stay shorter'),
});

/** Its options, with defaults. */
export type BasketOptions = z.infer<typeof basketOptions>;
