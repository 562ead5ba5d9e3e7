import type { Campaign } from '../segments/campaign/campaign.ts';
import { shareIn, type CampaignSpec } from './campaigns-spec.ts';
import type { Pipeline } from './spec.ts';

/** A day so many days after another one. */
function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The share who buy because of it, where the pipeline says it: of those who would leave and are made an offer, retention says how many stay. */
function responseOf({ response, value }: CampaignSpec, { saved_share: saved }: Pipeline['retention']): number | null {
  if (response !== undefined) return shareIn(response);
  return value === 'value_at_risk' ? saved : null;
}

/** A campaign with everything said. */
export const campaignOf = (name: string, spec: CampaignSpec, retention: Pipeline['retention']): Campaign => ({
  campaign: name,
  title: spec.title ?? null,
  ...{ audience: spec.audience, channel: spec.channel, startsOn: spec.starts_on, endsOn: spec.ends_on },
  measuredTo: daysAfter(spec.ends_on, spec.measured_days),
  unitCost: spec.unit_cost === 'retention_budget' ? null : spec.unit_cost,
  ...{ budget: spec.budget ?? null, value: spec.value, response: responseOf(spec, retention) },
  openComplaints: spec.open_complaints,
  ...{ holdout: shareIn(spec.holdout), lift: shareIn(spec.lift), priority: spec.priority, cap: spec.cap ?? null },
});

/** The campaigns of a pipeline, in the order of their names. */
export const campaignsOf = ({ campaigns, retention }: Pipeline): Campaign[] =>
  Object.keys(campaigns)
    .sort()
    .map((name) => campaignOf(name, campaigns[name]!, retention));
