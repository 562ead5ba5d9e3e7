import { z } from 'zod';

/** What the `next_product` step takes. */
export const nextProductOptions = z.strictObject({
  within_days: z
    .int()
    .min(7)
    .max(365)
    .default(90)
    .describe('it is measured on what was bought in the last so many days, by what was bought before'),
  half_life_days: z.int().min(1).max(3650).default(180).describe('a purchase so many days ago counts half'),
  on_sale_days: z
    .int()
    .min(1)
    .max(3650)
    .default(180)
    .describe('a product that nobody has bought for so many days is not offered'),
  again_share: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe(
      'a product that so large a share of its buyers buys again, on another day, is also offered to those who have it',
    ),
});

/** Resolved options of the `next_product` step. */
export type NextProductOptions = z.infer<typeof nextProductOptions>;
