import type { Engine } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import type { Channel } from '../exports/consent.sql.ts';
import type { NamedCampaign } from '../exports/lists.ts';
import { sql } from '../sql/sql.ts';

/** The campaigns of a release that run, in the order of their names; none where it is of before there were any. */
export async function runningCampaigns(engine: Engine): Promise<NamedCampaign[]> {
  if (!(await tablesIn(engine)).has('segments.campaign')) return [];
  const campaigns = await engine.rows(
    sql`select campaign, title, channel, open_complaints from segments.campaign where status = 'running' order by campaign`,
    { campaign: 'text', title: 'text?', channel: 'text', open_complaints: 'boolean' },
    1_000,
  );
  return campaigns.map(({ channel, ...named }) => ({ ...named, channel: channel as Channel }));
}
