import { describe, expect, it } from 'vitest';
import { company, context, reportOf } from './support.ts';

const plan = (campaign: string, status: string, more: object = {}) => ({
  ...{ campaign, title: null, status, starts_on: '2026-01-01', ends_on: '2026-02-28', treatment: 800, holdout: 200 },
  ...{ cost: 400, expected_purchases: 24.5, expected_profit: 1_500, considered: 1_000 },
  ...more,
});

const effect = (campaign: string, measure: string, difference: number, half: number) => ({
  ...{ campaign, measure, treated_members: 800, control_members: 200 },
  ...{
    treated: 0.1 + difference,
    control: 0.1,
    difference,
    lower: difference - half,
    upper: difference + half,
    p: 0.5,
  },
});

const power = (campaign: string, shows: string) => ({
  ...{ campaign, base_rate: 0.1, lift: 0.02, detectable_lift: 0.071, power: 0.1, shows },
  ...{ treated_needed: 9_000, holdout_needed: 1_000 },
});

const result = (campaign: string, seen: string) => ({
  ...{ campaign, arm: 'treatment', members: 800, first_taken_on: '2026-01-10', seen_to: seen },
});

const given = {
  ...company,
  'marts.campaign_plan': [
    plan('letter', 'running', { title: '<b>Letter</b>' }),
    plan('mail', 'ended', { starts_on: '2025-11-01' }),
  ],
  'models.campaign_power': [power('letter', 'no'), power('mail', 'yes')],
  'marts.campaign_result': [result('letter', '2026-01-31'), result('mail', '2026-01-31')],
  'models.campaign_effect': [
    effect('letter', 'bought', 0.05, 0.02),
    effect('letter', 'margin', 2, 0.5),
    effect('mail', 'bought', -0.004, 0.03),
    { ...effect('letter', 'bought', 0.9, 0.1), segment: 's1' },
  ],
  'marts.campaign_history': [
    {
      ...{ campaign_id: 'k1', name: 'Spring', channel: 'phone', started_on: '2025-03-01', reached: 200, answered: 30 },
      ...{ answer_low: 0.107, answer_high: 0.206, cost: 90, buyers: 12 },
    },
    { campaign_id: 'k2', name: 'Silent', reached: 0, answered: 0, cost: 10, buyers: 0 },
    // A higher share of few people is no better.
    { campaign_id: 'k3', reached: 5, answered: 1, answer_low: 0.036, answer_high: 0.624, cost: 10, buyers: 1 },
  ],
};

describe('campaigns', () => {
  it('are told with their sizes, their file and what they brought against the control group', async () => {
    const files = [...(context.files ?? []), { file: 'campaigns/letter.csv', rows: 790, campaign: 'letter' }];
    const { textOf, document } = await reportOf(given, { ...context, files });
    const text = textOf('#campaigns');
    expect(text).toContain('1 campaign contacts 800 people and leaves 200 alone');
    expect(text).toContain('€1,500 are expected beyond the cost');
    expect(text).toContain('1 customer is worth more than usual and likelier than usual to leave');
    expect(text).toContain('1 of 2 campaigns has shown an effect: the interval leaves out 0.');
    expect(document.querySelector('#campaigns a[href="campaigns/letter.csv"]')).not.toBeNull();
    expect(text).toContain('<b>Letter</b>');
    // 800 × 2 − 400 = 1,200; 800 × 1.5 − 400 and 800 × 2.5 − 400.
    expect(text).toContain('15.0%10.0%+5.0+3.0 to +7.0€1,200€800 to €1,600');
    expect(text).toContain('−0.4−3.4 to +2.6––');
    expect(document.querySelectorAll('#campaigns figure svg').length).toBe(2);
    expect(text).toContain('80020024.5€400');
    expect(text).toContain('nothing: 10,000 people would be needed for 2 points');
    expect(text).toContain('a rise of 7.1 points or more');
    expect(text).toMatch(/Spring1 March 2025Phone20015\.0%10\.7% to 20\.6%.*k3–520\.0%3\.6% to 62\.4%/);
    expect(text).not.toContain('Silent');
  });

  it('that took their people today are too early to tell of', async () => {
    const { textOf, document } = await reportOf({
      ...given,
      'marts.campaign_result': [result('letter', '2026-01-10')],
    });
    expect(textOf('#campaigns')).toContain('It is too early to tell');
    expect(document.querySelectorAll('#campaigns figure').length).toBe(0);
  });

  it('without a control group tell of nothing, and of no profit where no cost is known', async () => {
    const costless = company['marts.total'].map((total) => ({
      ...{ ...total, revenue_without_cost: total['net_revenue'] ?? 0, cost_of_goods: 0, fulfilment: 0 },
      ...{ cost_to_serve: 0, campaign_cost: 0, acquisition_cost: 0 },
    }));
    const { textOf } = await reportOf({ ...given, 'marts.total': costless, 'models.campaign_effect': [] });
    expect(textOf('#campaigns')).toContain('Without a control group nobody can tell what a campaign brings.');
    expect(textOf('#campaigns')).toContain('Expected beyond the cost');
    expect(textOf('#campaigns')).not.toContain('Expected profit');
    expect((await reportOf(given)).textOf('#campaigns')).toContain('Expected profit');
  });

  it('are a sentence where there are none', async () => {
    const { textOf } = await reportOf(company);
    expect(textOf('#campaigns')).toContain('The pipeline plans no campaigns, and no past one is known.');
  });
});
