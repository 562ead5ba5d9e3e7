import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/sql/sql.ts';
import { openRelease, runIn, sharedFolder } from '../support/running.ts';
import { datasets, oracle } from './support.ts';

const expected = oracle('campaigns_completejourney.json');

interface Oracle {
  readonly campaigns: Readonly<
    Record<string, Readonly<Record<'targeted' | 'redeemers_targeted' | 'redemption_rate', number>>>
  >;
  readonly targeted_households: number;
  readonly redemptions: number;
}

type CsvRow = Readonly<Record<string, string>>;

async function rowsOf(file: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  const path = join(datasets!, 'completejourney', file);
  for await (const row of createReadStream(path).pipe(parse({ columns: true }))) rows.push(row as CsvRow);
  return rows;
}

const yaml = `
name: journey
store: store
time_zone: America/New_York
as_of: latest
currency: USD
sources:
  interactions: { files: interactions.csv, tables: { interactions: same } }
  campaigns: { files: campaigns.csv, tables: { campaigns: same } }
outputs: { segments: false, parquet: false, report: false }
`;

describe.skipIf(expected === undefined)('campaigns of Complete Journey against pandas (needs $BEZERO_DATASETS)', () => {
  const folder = sharedFolder();

  it('have their reach and their redemptions, as answers to a contact', async () => {
    const figures = JSON.parse(readFileSync(expected!, 'utf8')) as Oracle;
    const descriptions = await rowsOf('campaign_descriptions.csv');
    const starts = new Map(descriptions.map((row) => [row['campaign_id']!, row['start_date']!]));
    writeFileSync(
      join(folder, 'campaigns.csv'),
      ['campaign_id,name,channel,started_on,ended_on,cost']
        .concat(
          descriptions.map(
            (row) => `${row['campaign_id']!},${row['campaign_type']!},post,${row['start_date']!},${row['end_date']!},`,
          ),
        )
        .join('\n'),
    );
    // Who was targeted got the coupons by post on the first day; a coupon that is redeemed is an answer.
    const targeted = (await rowsOf('campaigns.csv')).map(
      ({ campaign_id: campaign, household_id: household }, i) =>
        `t${i},${household!},${starts.get(campaign!)!},post,outbound,campaign,${campaign!},`,
    );
    const redeemed = (await rowsOf('coupon_redemptions.csv')).map(
      ({ campaign_id: campaign, household_id: household, redemption_date: day }, i) =>
        `r${i},${household!},${day!},store,inbound,coupon,${campaign!},redeemed`,
    );
    expect(redeemed.length).toBe(figures.redemptions);
    writeFileSync(
      join(folder, 'interactions.csv'),
      [
        'interaction_id,customer_id,occurred_at,channel,direction,kind,campaign_id,outcome',
        ...targeted,
        ...redeemed,
      ].join('\n'),
    );
    const release = await openRelease(await runIn(folder, yaml, { asOf: '2018-12-31' }));
    const found = await release.rows(
      sql`select campaign_id, reached, answered from marts.campaign_history order by campaign_id`,
      { campaign_id: 'text', reached: 'integer', answered: 'integer' },
    );
    expect(Object.fromEntries(found.map(({ campaign_id: id, ...of }) => [id, of]))).toEqual(
      Object.fromEntries(
        Object.entries(figures.campaigns).map(([id, one]) => [
          id,
          { reached: one.targeted, answered: one.redeemers_targeted },
        ]),
      ),
    );
    const [all] = await release.rows(
      sql`select count(distinct customer_id) as n from warehouse.interaction where direction = 'outbound'`,
      { n: 'integer' },
    );
    expect(all!.n).toBe(figures.targeted_households);
  }, 60_000);
});
