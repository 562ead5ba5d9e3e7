import { sourceNames, sources } from './acquisition.ts';
import { pairChance } from './basket.ts';
import { firstDay, lastDay } from './calendar.ts';
import { affinities } from './catalogue.ts';
import { company, costs, demandingShare, prospectShare } from './company.ts';
import { answerRates } from './contacts.ts';
import type { Plan } from './plan.ts';
import { segments } from './segments.ts';

/** What is planted in a sample, for `truth.json`: plain data that a test compares with what a model finds. Money in euros. */
export const truthOf = ({ customers, lines, seed, population, basketScale }: Plan) => ({
  company,
  options: { customers, lines, seed },
  first_day: firstDay,
  last_day: lastDay,
  prospect_share: prospectShare,
  demanding_share_of_buyers: demandingShare,
  bg_nbd: { unit: 'week', ...population.purchases, alpha: population.purchases.alpha },
  gamma_gamma: {
    ...population.spend,
    mean_order_value: (population.spend.p * population.spend.gamma) / (population.spend.q - 1),
  },
  lines_per_order: Object.fromEntries(
    segments.map(({ code, basket }) => [code, Number((1 + basketScale * basket).toFixed(4))]),
  ),
  segments: segments.map(({ code, name, share, categories, channels, promotion, returns, age, income }) => ({
    ...{ code, name, share, categories, channels, promotion, returns_per_line: returns },
    ...{ age, income },
  })),
  affinities: {
    chance_in_orders_of_three_lines_or_more: pairChance,
    pairs: affinities.map(({ first, second }) => ({ products: [first.id, second.id], names: [first.name, second.name] })),
  },
  sources: Object.fromEntries(
    sourceNames.map((name) => [
      name,
      { cost_per_head: sources[name].costPerHead, planted: ['bad', 'neutral', 'good'][sources[name].lean + 1] },
    ]),
  ),
  campaigns: { effect_on_purchases: 0, answer_rate: answerRates },
  costs,
});
