import { z } from 'zod';
import { mailSpec } from '../mail/spec.ts';
import { basketStepOptions } from '../models/basket/step-options.ts';
import { clvStepOptions } from '../models/clv/step-options.ts';
import { discriminantStepOptions } from '../models/discriminant/options.ts';
import { kmeansOptions } from '../models/kmeans/options.ts';
import { nextProductOptions } from '../models/next-product/options.ts';
import { lookalikeOptions } from '../models/lookalike/options.ts';
import { repurchaseOptions } from '../models/repurchase/options.ts';
import { rfmOptions } from '../models/rfm/options.ts';
import { treeStepOptions } from '../models/tree/step-options.ts';
import { shownName, sourceSpec, timeZone } from '../sources/spec.ts';
import { dayRule, isDay } from '../text/day.ts';
import { longestName } from '../text/name-rule.ts';
import { campaignSpec } from './campaigns-spec.ts';
import { always, checkCampaigns, checkOrigins, checkSource, checkSteps } from './checks.ts';
import { languageSpec } from './language-spec.ts';
import { outputsSpec } from './outputs-spec.ts';

const day = z.string().refine(isDay, dayRule);

const currency = z
  .string()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 code like EUR');

const asOf = z
  .string()
  .refine(
    (text) => text === 'yesterday' || text === 'latest' || isDay(text),
    'must be yesterday, latest or a day like 2026-11-20',
  );

const fourDecimals = (value: number): boolean => Number(value.toFixed(4)) === value;

const money = z.number().nonnegative().refine(fourDecimals, 'must have at most 4 decimals');

const rate = z
  .number()
  .positive()
  .refine((value) => value <= 0 || value >= 0.00000001, 'must be 0.00000001 or more: rates are kept with 8 decimals');

const contactRate = z.strictObject({
  per_contact: money.default(0).describe('cost of one contact'),
  per_minute: money.default(0).describe('cost of a minute, where the interaction has a duration'),
});

/** What a contact costs. */
export type ContactRate = z.infer<typeof contactRate>;

const costs = z.strictObject({
  fulfilment_per_order: money.default(0).describe('picking, packing and sending an order'),
  fulfilment_per_line: money.default(0).describe('added by each line of an order'),
  handling_per_return: money.default(0).describe('taking back an order that has returned lines'),
  contacts: z
    .record(z.string(), z.union([money, contactRate], 'must be a number or a mapping of per_contact and per_minute'))
    .default({})
    .describe(
      'cost of serving by channel: a number per contact, or per_contact and per_minute; "*" = channels not listed',
    ),
});

const share = z.number().min(0).max(1).refine(fourDecimals, 'must have at most 4 decimals');

const retention = z.strictObject({
  saved_share: share
    .default(0.2)
    .describe('of those who would leave, the share that an offer keeps: measure it by leaving some without one'),
  required_return: money
    .max(100)
    .default(0.5)
    .describe('what spending to keep a customer must bring beyond itself: 0.5 = half as much again'),
});

const models = {
  rfm: rfmOptions,
  kmeans: kmeansOptions,
  discriminant: discriminantStepOptions,
  tree: treeStepOptions,
  repurchase: repurchaseOptions,
  clv: clvStepOptions,
  basket: basketStepOptions,
  next_product: nextProductOptions,
  lookalike: lookalikeOptions,
};

/** The models that a step can name. */
export type ModelName = keyof typeof models;

/** One step: a model and its options. */
export type Step = {
  [M in ModelName]: { readonly model: M; readonly options: z.infer<(typeof models)[M]> };
}[ModelName];

const step = z
  .strictObject({
    rfm: rfmOptions.optional().describe('recency, frequency and monetary scores'),
    kmeans: kmeansOptions.optional().describe('segments of customers who are alike in chosen features'),
    discriminant: discriminantStepOptions
      .optional()
      .describe('what tells the segments apart, and the likely segment of prospects'),
    tree: treeStepOptions.optional().describe('rules that tell the segments apart, in words and as SQL'),
    repurchase: repurchaseOptions.optional().describe('which customers buy again in the days to come, and which churn'),
    clv: clvStepOptions.optional().describe('what customers will be worth: purchases, spend and lifetime value'),
    basket: basketStepOptions
      .optional()
      .describe('which goods are bought together, and which stand in for one another'),
    next_product: nextProductOptions.optional().describe('what each customer is likely to buy next, and why'),
    lookalike: lookalikeOptions
      .optional()
      .describe('which prospects resemble the best customers, or those of a segment'),
  })
  .refine((named) => Object.keys(named).length === 1, `must name one model: ${Object.keys(models).join(', ')}`);

const steps = z.array(step).superRefine(checkSteps, always);

const shortName = shownName.max(longestName, `must have ${longestName} characters at most`);

const listName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must be named by lower-case letters, digits, hyphens and underscores, 40 at most');

const audience = z.strictObject({
  where: z
    .string()
    .min(1)
    .describe("a SQL condition on the columns of marts.customer: rfm_segment = 'Champions' and recency_days > 60"),
  title: shortName.optional().describe('what people call it'),
  description: z.string().min(1).optional().describe('what it is for'),
});

const origins = z.array(z.string().min(1)).max(1000);

const source = sourceSpec.superRefine(checkSource, always);

/** The pipeline file as it is written: every key, its meaning, its default. */
export const pipelineSpec = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')
      .describe('names the pipeline in records and reports'),
    company: shortName.optional().describe('whose customers they are, as reports name it; left out: the name'),
    store: z.string().min(1).describe('folder of the releases; relative to this file'),
    time_zone: timeZone.describe('IANA zone that days and times are told in, like Europe/Madrid'),
    as_of: asOf.describe(
      'nothing later is read: yesterday, latest (the last day in the data) or a day like 2026-11-20',
    ),
    active_days: z.int().min(1).default(365).describe('a customer whose last purchase lies longer back has lapsed'),
    attribution: z
      .strictObject({
        look_back_days: z
          .int()
          .min(1)
          .max(3650)
          .default(90)
          .describe('so many days before an order a contact may have led to it'),
      })
      .prefault({})
      .describe('which contacts orders are attributed to'),
    acquisition: z
      .strictObject({
        paid: origins.default([]).describe('can be paid for, though no cost of theirs is known'),
        organic: origins
          .default([])
          .describe('come by themselves, even where a reward is paid: thanked, never ranked as places to advertise'),
      })
      .superRefine(checkOrigins, always)
      .prefault({})
      .describe(
        'which sources, media, campaigns and referrers can be paid for; those not named: whoever has a cost of acquisition',
      ),
    language: languageSpec
      .default('en')
      .describe(
        'of the report, the workbook, the mail and the names of segments; its region says how figures are written',
      ),
    currency: currency.describe('ISO 4217 code that all money is shown in, like EUR'),
    rates: z
      .record(
        z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code like USD'),
        z.union(
          [
            rate,
            z
              .array(
                z.strictObject({ from: day.describe('first day it holds'), rate: rate.describe('value of one unit') }),
              )
              .min(1),
          ],
          'must be a number above 0 or a list of {from: day, rate: number}',
        ),
      )
      .default({})
      .describe(
        'value of one unit of another currency in the currency of the pipeline: a number, or a list of {from, rate}',
      ),
    sources: z
      .record(
        z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be named by lower-case letters, digits and underscores'),
        source,
      )
      .refine((sources) => Object.keys(sources).length > 0, 'must name one source or more')
      .describe('where the data come from: a name of yours, then its files and their columns'),
    costs: costs.prefault({}).describe('what serving customers costs, in the currency of the pipeline'),
    retention: retention.prefault({}).describe('what the budget to keep a customer follows from'),
    steps: steps.default([]).describe('models, one a step'),
    audiences: z
      .record(listName, audience)
      .default({})
      .describe('named groups of customers and prospects: a name of yours, then a condition'),
    campaigns: z
      .record(listName, campaignSpec)
      .default({})
      .describe('campaigns to audiences, each with a holdout: a name of yours, then whom, how, when and at what cost'),
    outputs: outputsSpec.prefault({}).describe('what a release holds besides the warehouse'),
    mail: mailSpec.optional().describe('who is told by mail how each night went; left out: nobody'),
    keep: z
      .strictObject({
        warehouses: z
          .int()
          .min(2)
          .default(3)
          .describe(
            'releases that keep their warehouse, the current one among them: the others can be rolled back to, and readers are never cut off',
          ),
        releases: z.int().min(1).default(30).describe('releases that keep their files'),
      })
      .prefault({})
      .describe('how many releases stay'),
    engine: z
      .strictObject({
        threads: z
          .int()
          .min(1)
          .optional()
          .describe(
            'of the database; as many steps run at a time, four at most, and one where there are millions of records; left out: all cores',
          ),
        memory_limit: z
          .string()
          .regex(/^\d+(\.\d+)? ?[KMGT]i?B$/, 'must be a size like 4GB')
          .optional()
          .describe('of the database, like 4GB; the process takes about 150 MB more'),
      })
      .prefault({})
      .describe('how the database runs; it changes no result'),
  })
  .superRefine(checkCampaigns, always);

/** A pipeline as written, with its defaults. */
export type PipelineSpec = z.infer<typeof pipelineSpec>;
