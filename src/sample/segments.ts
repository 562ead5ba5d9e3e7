import type { Habit } from './calendar.ts';
import type { Category } from './products.ts';
import type { RegionName } from './regions.ts';
import type { SourceName } from './acquisition.ts';

/** Where an order is placed. */
export const salesChannels = ['web', 'store', 'phone', 'marketplace'] as const;
export type SalesChannel = (typeof salesChannels)[number];

/** The channels on which campaigns speak to customers. */
export const campaignChannels = ['email', 'post', 'telemarketing'] as const;
export type CampaignChannel = (typeof campaignChannels)[number];

/** A kind of customer that the sample plants. Weights need not sum to 1; what is left out weighs nothing. */
export interface Segment {
  readonly code: string;
  readonly name: string;
  /** Share of all customers and prospects. */
  readonly share: number;
  readonly categories: Readonly<Partial<Record<Category, number>>>;
  readonly channels: Readonly<Partial<Record<SalesChannel, number>>>;
  /** Lines of an order beyond the first, in proportion to the other segments. */
  readonly basket: number;
  /** Weights of 1, 2, 3 … units on a line. */
  readonly units: readonly number[];
  /** Probability that an order is discounted, and the rates then, all alike. */
  readonly promotion: { readonly chance: number; readonly rates: readonly number[] };
  /** Probability that a line is sent back. */
  readonly returns: number;
  readonly habit: Habit;
  /** Age on the last day: mean and standard deviation in years. */
  readonly age: readonly [mean: number, deviation: number];
  /** Annual income: median in euros and standard deviation of its logarithm. */
  readonly income: readonly [median: number, deviation: number];
  readonly regions: Readonly<Partial<Record<RegionName, number>>>;
  readonly sources: Readonly<Partial<Record<SourceName, number>>>;
  /** The campaign channel that customers of the segment answer to. */
  readonly answers: Readonly<Record<CampaignChannel, number>>;
}

/** The planted segments. They differ in what, where, when and how they buy, and in who they are; not in rate, loyalty or spend. */
export const segments: readonly Segment[] = [
  {
    code: 'summit',
    name: 'Mountaineers: few, dear things, at full price, after work on the web',
    share: 0.26,
    categories: { Mountain: 85, Camping: 8, Textiles: 1, Kitchen: 1, Garden: 1, Pantry: 4 },
    channels: { web: 74, store: 23, phone: 1, marketplace: 2 },
    basket: 0.5,
    units: [92, 8],
    promotion: { chance: 0.12, rates: [0.1, 0.15] },
    returns: 0.06,
    habit: { days: [10, 10, 11, 12, 9, 4, 6], hours: '200000012221133212348998' },
    age: [34, 10.5],
    income: [36_000, 0.33],
    regions: {
      Bizkaia: 26,
      Gipuzkoa: 26,
      Araba: 12,
      Nafarroa: 14,
      Madrid: 6,
      Barcelona: 6,
      London: 4,
      'Tel Aviv': 4,
      Haifa: 2,
    },
    sources: { search: 30, friend: 26, fair: 26, social: 10, walk_in: 6, deal_portal: 5 },
    answers: { email: 85, post: 5, telemarketing: 10 },
  },
  {
    code: 'nest',
    name: 'Home-makers: linen and garden, in the store, in working hours',
    share: 0.24,
    categories: { Mountain: 1, Camping: 1, Textiles: 62, Kitchen: 14, Garden: 19, Pantry: 3 },
    channels: { web: 10, store: 85, phone: 4, marketplace: 1 },
    basket: 1,
    units: [70, 22, 8],
    promotion: { chance: 0.25, rates: [0.1, 0.15] },
    returns: 0.04,
    habit: { days: [9, 10, 10, 10, 11, 8, 0], hours: '000000000047985224984100' },
    age: [57, 12],
    income: [30_000, 0.33],
    regions: { Bizkaia: 40, Gipuzkoa: 24, Araba: 22, Nafarroa: 6, Lapurdi: 5, Madrid: 2, London: 1 },
    sources: { walk_in: 46, friend: 22, search: 12, post_list: 16, social: 4, deal_portal: 5 },
    answers: { email: 10, post: 75, telemarketing: 15 },
  },
  {
    code: 'family',
    name: 'Camping families: large baskets, at the weekend, on the web',
    share: 0.2,
    categories: { Mountain: 6, Camping: 78, Textiles: 2, Kitchen: 4, Garden: 7, Pantry: 3 },
    channels: { web: 86, store: 10, phone: 1, marketplace: 3 },
    basket: 1.7,
    units: [40, 34, 16, 10],
    promotion: { chance: 0.4, rates: [0.1, 0.15, 0.2] },
    returns: 0.07,
    habit: { days: [2, 2, 2, 2, 5, 20, 18], hours: '100000000369975338986632' },
    age: [42, 9],
    income: [45_000, 0.32],
    regions: {
      Bizkaia: 24,
      Gipuzkoa: 18,
      Araba: 14,
      Nafarroa: 18,
      Madrid: 9,
      Barcelona: 7,
      London: 4,
      'Tel Aviv': 3,
      Haifa: 3,
    },
    sources: { social: 38, search: 26, friend: 22, fair: 8, walk_in: 4, deal_portal: 8 },
    answers: { email: 70, post: 10, telemarketing: 20 },
  },
  {
    code: 'bargain',
    name: 'Bargain hunters: a bit of everything, always reduced, late, on marketplaces',
    share: 0.18,
    categories: { Mountain: 18, Camping: 18, Textiles: 18, Kitchen: 16, Garden: 18, Pantry: 12 },
    channels: { web: 20, store: 2, phone: 0, marketplace: 78 },
    basket: 0.7,
    units: [85, 12, 3],
    promotion: { chance: 0.95, rates: [0.2, 0.25, 0.3, 0.35] },
    returns: 0.09,
    habit: { days: [8, 8, 8, 8, 10, 12, 14], hours: '951000000011123322234789' },
    age: [28, 8.5],
    income: [21_000, 0.34],
    regions: { Madrid: 27, Barcelona: 24, Bizkaia: 14, Nafarroa: 8, London: 9, 'Tel Aviv': 9, Haifa: 6, Gipuzkoa: 3 },
    sources: { deal_portal: 42, social: 28, search: 24, friend: 8 },
    answers: { email: 80, post: 5, telemarketing: 15 },
  },
  {
    code: 'trade',
    name: 'Guest houses: tableware and food in quantity, by phone, at a trade discount',
    share: 0.12,
    categories: { Mountain: 0, Camping: 1, Textiles: 10, Kitchen: 42, Garden: 3, Pantry: 44 },
    channels: { web: 12, store: 6, phone: 82, marketplace: 0 },
    basket: 1.7,
    units: [6, 14, 20, 24, 16, 20],
    promotion: { chance: 0.97, rates: [0.1, 0.12, 0.15] },
    returns: 0.02,
    habit: { days: [14, 12, 11, 10, 8, 0, 0], hours: '000000015999742489720000' },
    age: [49, 11],
    income: [60_000, 0.34],
    regions: { Nafarroa: 32, Lapurdi: 28, Gipuzkoa: 20, Bizkaia: 10, Araba: 8, London: 2 },
    sources: { trade_guide: 52, fair: 10, friend: 22, search: 12, deal_portal: 4 },
    answers: { email: 15, post: 15, telemarketing: 70 },
  },
];
