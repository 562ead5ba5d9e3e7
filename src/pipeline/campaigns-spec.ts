import { z } from 'zod';
import { channels } from '../exports/consent.sql.ts';
import { shownName } from '../sources/spec.ts';
import { dayRule, isDay } from '../text/day.ts';
import { longestName } from '../text/name-rule.ts';

const day = z.string().refine(isDay, dayRule);

const fourDecimals = (value: number): boolean => Number(value.toFixed(4)) === value;

const money = z.number().nonnegative().refine(fourDecimals, 'must have at most 4 decimals');

const share = z.union([
  z.number().min(0).lt(1),
  z.string().regex(/^\d{1,2}(\.\d{1,2})?%$/, 'must be a share below 1, like 0.1 or 10%'),
]);

/** A share as a number: `10%` → 0.1. */
export const shareIn = (written: number | string): number =>
  typeof written === 'number' ? written : Number(written.slice(0, -1)) / 100;

/** What a purchase that a campaign causes may be worth besides an amount. */
export const values = ['order_margin', 'value_to_come', 'value_at_risk', 'lifetime_value'] as const;

/** One campaign as it is written. */
export const campaignSpec = z.strictObject({
  audience: z.string().describe('whom it is for: a name of audiences'),
  channel: z.enum(channels).describe('by which they are reached; who has not opted in to it takes no part'),
  title: shownName
    .max(longestName, `must have ${longestName} characters at most`)
    .optional()
    .describe('what people call it'),
  starts_on: day.describe('first day on which people are taken'),
  ends_on: day.describe('last day on which people are taken and contacted'),
  measured_days: z.int().min(0).max(730).default(30).describe('days after ends_on in which purchases still count'),
  unit_cost: z
    .union([money, z.literal('retention_budget')], 'must be an amount or retention_budget')
    .describe('what a contact costs, offer included; retention_budget: for each customer what keeping them may cost'),
  budget: money.optional().describe('for all contacts; left out: no limit'),
  value: z
    .union([money, z.enum(values)], `must be an amount or one of ${values.join(', ')}`)
    .default('order_margin')
    .describe(
      'what a purchase that it causes brings: an amount, order_margin (of their usual order), value_to_come, value_at_risk or lifetime_value of the customer; never more than is left of the lifetime value',
    ),
  response: share
    .optional()
    .describe(
      'share of those contacted who will buy because of it; left out: as campaigns of the channel that are over did, or with value_at_risk the saved_share of retention',
    ),
  open_complaints: z
    .boolean()
    .default(false)
    .describe('whether people whose complaint is open are contacted too; left out: they are left in peace'),
  holdout: share
    .default('10%')
    .describe('share that is left alone, to measure what the campaign brings; 0 measures nothing'),
  lift: share.default('2%').describe('rise of the share who buy that the campaign should be able to show, in points'),
  priority: z.int().min(1).default(100).describe('who fits several campaigns is in the one with the lowest number'),
  cap: z
    .strictObject({
      contacts: z.int().min(1).describe('outbound contacts at most'),
      days: z.int().min(1).max(730).describe('within so many days'),
    })
    .optional()
    .describe('who was contacted so often already is left in peace'),
});

/** A campaign with its defaults. */
export type CampaignSpec = z.infer<typeof campaignSpec>;
