import type { Meanings } from '../../dictionary/table.ts';

/** The tables of what campaigns bring and can show, and their columns. */
export const campaignMeanings: Meanings = {
  'models.campaign_effect': {
    meaning: 'what those contacted by a campaign did more than its holdout',
    grain: [],
    columns: {
      campaign: 'its name in the pipeline',
      segment: 'that members were in when they were taken; none: in none; null: all members',
      measure: 'bought (the share who bought) or margin (per head, before the contact)',
      treated_members: 'members who are contacted',
      control_members: 'members who are left alone',
      treated: 'share or mean of those contacted; null: there are too few to compare',
      control: 'share or mean of the holdout',
      difference: 'treated less control',
      change: 'change from control: the difference over the control',
      uplift: 'incremental uplift: the difference times those contacted',
      lower: 'lower end of the 95 % interval of the difference: Newcombe of shares, Welch of means',
      upper: 'upper end of it',
      p: 'two-sided, of the same interval',
    },
  },
  'models.campaign_power': {
    meaning: 'what the sizes of a campaign can show: power of 80 % in a two-sided test of 5 %',
    grain: ['campaign'],
    columns: {
      campaign: 'its name in the pipeline',
      base_rate:
        'share of the members who buy without it: who bought in as many days before, or are expected to by lifetime value, whichever is more; null: there are none',
      lift: 'rise of that share that it should show',
      treated_needed: 'members to contact for that',
      holdout_needed: 'members to leave alone for that',
      power: 'probability that the members there are show it; null: there are none, or no holdout',
      shows: 'whether they will: yes (power of 80 % or more), maybe (50 % or more), no; null: as power',
      detectable_lift: 'smallest rise that they show; null: none',
      sample_ratio_p: 'of the arms being as large as they were drawn; below 0.01 people got lost on the way',
    },
  },
};
