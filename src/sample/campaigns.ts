import { acquisitionCampaign, sourceNames, sources } from './acquisition.ts';
import { dayNumber } from './calendar.ts';
import type { Plan } from './plan.ts';
import type { CampaignChannel } from './segments.ts';

/** A row of the campaigns table; days since the first day. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly startedOn: number;
  readonly endedOn: number;
  /** Euros, all in. */
  readonly cost: number;
}

/** A campaign to known people. */
export interface Mailing extends Campaign {
  readonly channel: CampaignChannel;
  /** Probability that one of those who may be spoken to on the channel is. */
  readonly reach: number;
}

const seasons: readonly (readonly [from: string, to: string, name: string, channel: CampaignChannel])[] = [
  ['02-12', '03-05', 'Out of the house', 'email'],
  ['05-06', '05-28', 'Summer catalogue', 'post'],
  ['09-09', '09-30', 'Autumn table', 'telemarketing'],
  ['11-21', '12-09', 'Olentzero', 'email'],
];
const years = ['2023', '2024', '2025'];
const paidSources = sourceNames.filter((source) => sources[source].costPerHead > 0);
const reach: Record<CampaignChannel, number> = { email: 0.4, post: 0.35, telemarketing: 0.35 };

/** What a campaign to known people costs beside the single contacts: a fixed sum, and some cents for each person of the sample. */
const production = (customers: number): number => Math.round(300 + 0.05 * customers);

/** The campaigns to known people, by start: four a year. They change nobody's purchases: their true effect is zero. */
export const mailings = (plan: Plan): Mailing[] =>
  years.flatMap((year) =>
    seasons.map(([from, to, name, channel], i) => ({
      id: `${year}-${i + 1}`,
      name: `${name} ${year}`,
      channel,
      startedOn: dayNumber(`${year}-${from}`),
      endedOn: dayNumber(`${year}-${to}`),
      cost: production(plan.customers),
      reach: reach[channel],
    })),
  );

/** The campaigns that bring newcomers: one for each paid source and year, at its cost per head. */
export const acquisitions = (plan: Plan): Campaign[] =>
  years.flatMap((year) =>
    paidSources.map((source) => {
      const id = acquisitionCampaign(source, year);
      return {
        id,
        name: `Newcomers ${year}: ${source.replace('_', ' ')}`,
        channel: sources[source].medium,
        startedOn: Math.max(0, dayNumber(`${year}-01-01`)),
        endedOn: dayNumber(`${year}-12-31`),
        cost: Math.round((plan.heads.get(id) ?? 0) * sources[source].costPerHead),
      };
    }),
  );
