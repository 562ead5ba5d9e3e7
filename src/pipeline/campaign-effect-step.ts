import { mismatchBelow } from '../math/sample-ratio.ts';
import { campaignEffectSql } from '../models/campaign/effect-tables.ts';
import { campaignPowerSql } from '../models/campaign/power-table.ts';
import { sql } from '../sql/sql.ts';
import { remark } from '../text/remark.ts';
import type { PlannedStep } from './step.ts';

/** What campaigns have brought against their holdouts, and what their sizes can show. */
export const campaignEffectStep: PlannedStep = {
  name: 'campaign effects',
  does: (reads) => `compares the arms of campaigns by ${reads}`,
  kind: 'model',
  reads: ['marts.campaign_plan', 'marts.campaign_result', 'marts.campaign_segment_result'],
  writes: ['models.campaign_effect', 'models.campaign_power'],
  async run({ engine, remarks }) {
    const { rows } = await engine.create('models.campaign_effect', await campaignEffectSql(engine));
    await engine.create('models.campaign_power', await campaignPowerSql(engine));
    const skewed = await engine.rows(
      sql`select campaign from models.campaign_power where sample_ratio_p < ${mismatchBelow} order by campaign`,
      { campaign: 'text' },
      1_000,
    );
    for (const { campaign } of skewed) remarks.push(remark('sampleRatio', { campaign }));
    return { rows, outcome: `${rows} comparisons` };
  },
};
