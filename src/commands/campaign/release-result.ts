import { withRelease } from '../analyse/with-engine.ts';
import type { Effects } from '../effects.ts';
import { findCampaign } from './known.ts';
import { readHistory, readResults } from './read-result.ts';
import { historyLines, resultLines } from './result-lines.ts';

const relations = [
  ...['marts.campaign_plan', 'marts.campaign_result', 'marts.campaign_history'],
  ...['models.campaign_effect', 'models.campaign_power', 'segments.segment'],
];

/** What the campaigns of the current release brought against their holdouts, and past ones that had none. */
export async function releaseResult(
  options: { readonly name?: string; readonly store?: string; readonly json: boolean },
  effects: Effects,
): Promise<void> {
  const found = await withRelease(options, effects, relations, async (engine) => ({
    campaigns: await readResults(engine),
    past: await readHistory(engine),
  }));
  const isPast = found.past.some(({ campaign_id: id }) => id === options.name);
  const campaigns =
    options.name === undefined ? found.campaigns : isPast ? [] : [findCampaign(found.campaigns, options.name)];
  const past = found.past.filter(({ campaign_id: id }) => options.name === undefined || id === options.name);
  if (options.json) {
    effects.print(JSON.stringify({ campaigns, past }));
    return;
  }
  const style = { width: effects.stdout.columns, colors: effects.colors };
  for (const campaign of campaigns) for (const line of resultLines(campaign, style)) effects.print(line);
  for (const line of historyLines(past, style)) effects.print(line);
  if (campaigns.length + past.length === 0) effects.say('the current release has no campaigns, and no past ones');
}
