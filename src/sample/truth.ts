import { sourceNames, sources } from './acquisition.ts';
import { pairChance } from './basket.ts';
import { firstDay, lastDay } from './calendar.ts';
import { affinities } from './catalogue.ts';
import { company, costs, demanding, demandingShare, prospectShare } from './company.ts';
import { answerRates } from './reached.ts';
import type { Plan } from './plan.ts';
import type { Population } from './population.ts';
import { segments, type Segment } from './segments.ts';

const spendTruth = ({ p, q, gamma }: Population['spend']) => ({ p, q, gamma, mean_order_value: (p * gamma) / (q - 1) });

const segmentTruth = (segment: Segment, basketScale: number) => ({
  code: segment.code,
  name: segment.name,
  share: segment.share,
  categories: segment.categories,
  channels: segment.channels,
  lines_per_order: Number((1 + basketScale * segment.basket).toFixed(4)),
  promotion: segment.promotion,
  returns_per_line: segment.returns,
  age: { mean: segment.age[0], deviation: segment.age[1] },
  annual_income: { median: segment.income[0], deviation_of_logarithm: segment.income[1] },
});

const planted = { '1': 'good', '0': 'neutral', '-1': 'bad' } as const;

/** What is planted in a sample, for `truth.json`: plain data to compare with what a model finds. Money in euros, time in weeks. */
export const truthOf = ({ customers, lines, seed, population, basketScale }: Plan) => ({
  company,
  options: { customers, lines, seed },
  first_day: firstDay,
  last_day: lastDay,
  prospect_share: prospectShare,
  bg_nbd: population.purchases,
  gamma_gamma: spendTruth(population.spend),
  segments: segments.map((segment) => segmentTruth(segment, basketScale)),
  demanding: { share_of_buyers: demandingShare, ...demanding },
  affinities: {
    chance_in_orders_of_three_lines_or_more: pairChance,
    pairs: affinities.map(({ first, second }) => ({ first: first.id, second: second.id })),
    lift_at_least: 20,
    lift_of_other_pairs_below: 18,
  },
  sources: Object.fromEntries(
    sourceNames.map((source) => {
      const { costPerHead, lean } = sources[source];
      return [source, { cost_per_head: costPerHead, planted: planted[lean] }];
    }),
  ),
  campaigns: { effect_on_purchases: 0, answer_rate: answerRates },
  costs,
});
