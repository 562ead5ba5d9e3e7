import { cumulate, type Dice, type Weights } from './random.ts';
import { weeks } from './calendar.ts';

/** Where customers come from. */
export interface Source {
  readonly medium: string;
  /** Site that a first visit comes from; empty for those who do not come over the web. */
  readonly referrer: string;
  /** What one customer or prospect from here costs, in euros; 0: nobody is paid, and there is no campaign. */
  readonly costPerHead: number;
  /** How the chance of a customer depends on what he will be worth: 1 rises with worth, −1 falls with it. */
  readonly lean: -1 | 0 | 1;
}

/** The acquisition sources. `friend` is planted as the good one, `deal_portal` as the bad one. */
export const sources = {
  friend: { medium: 'referral', referrer: 'friends.example', costPerHead: 5, lean: 1 },
  search: { medium: 'cpc', referrer: 'search.example', costPerHead: 9, lean: 0 },
  social: { medium: 'paid_social', referrer: 'social.example', costPerHead: 8, lean: 0 },
  fair: { medium: 'event', referrer: '', costPerHead: 12, lean: 0 },
  trade_guide: { medium: 'print', referrer: '', costPerHead: 15, lean: 0 },
  post_list: { medium: 'direct_mail', referrer: '', costPerHead: 11, lean: 0 },
  walk_in: { medium: 'store', referrer: '', costPerHead: 0, lean: 0 },
  deal_portal: { medium: 'affiliate', referrer: 'deals.example', costPerHead: 28, lean: -1 },
} as const satisfies Record<string, Source>;

/** A source by its name. */
export type SourceName = keyof typeof sources;

export const sourceNames = Object.keys(sources) as SourceName[];

/** Id of the campaign that paid for the newcomers of a source in a year; empty where nobody was paid. */
export const acquisitionCampaign = (source: SourceName, year: string): string =>
  sources[source].costPerHead > 0 ? `${year}-${source}` : '';

/**
 * The source of a customer: the weights of the segment, times 2w²/(1 + w²) for the good source and 2/(1 + w²) for the bad one, where
 * w is the customer's worth against the mean. So the sources differ in value while all customers stay one population.
 */
export function drawSource(dice: Dice, weights: Readonly<Record<SourceName, number>>, worth: number): SourceName {
  const high = (2 * worth * worth) / (1 + worth * worth);
  const tilt = (name: SourceName): number =>
    sources[name].lean === 0 ? 1 : sources[name].lean === 1 ? high : 2 - high;
  const total = sourceNames.reduce((sum, name) => sum + weights[name] * tilt(name), 0);
  let left = dice.uniform() * total;
  return sourceNames.find((name) => (left -= weights[name] * tilt(name)) < 0) ?? 'search';
}

/** How many newcomers week `week` (0 = the first) brings, against the others: slow growth, spring, summer and Christmas peaks. */
function newcomers(week: number): number {
  const ofYear = (week + 0.5) % 52.18;
  const peak = (centre: number, height: number, width: number): number =>
    height * Math.exp(-(((ofYear - centre) / width) ** 2));
  return (0.8 + (0.4 * week) / weeks) * (1 + peak(17, 0.3, 4) + peak(26, 0.5, 4) + peak(48.5, 0.9, 2.5));
}

/** Shares of the whole weeks in which newcomers arrive: all but the unfinished last one. */
export const arrivals: readonly number[] = Array.from({ length: Math.floor(weeks) }, (_, week) => newcomers(week));

const arrivalWeights: Weights = cumulate(arrivals);

/** When a newcomer arrives, in weeks of his own time since the first Monday. */
export const drawArrival = (dice: Dice): number => dice.choose(arrivalWeights) + dice.uniform();
