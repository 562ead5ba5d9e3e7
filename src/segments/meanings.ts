import type { Meanings } from '../dictionary/table.ts';

const code = 'code of the segment';
const day = 'day that was run';

/** The tables of segments and audiences, and their columns. */
export const segmentMeanings: Meanings = {
  'segments.segment': {
    meaning: 'the segments with their names',
    grain: ['segment'],
    columns: {
      segment: code,
      name: 'in plain words; given by people or by its features',
      customers: 'in it',
      description: 'what sets it apart, in sentences',
      automatic_name: 'by its features, where people give no other',
    },
  },
  'segments.former_segment': {
    meaning: 'segments that are no more',
    grain: ['segment'],
    columns: { segment: code, name: 'the last one it had' },
  },
  'segments.identity': {
    meaning: 'the codes of all segments there ever were: none is given twice',
    grain: ['segment'],
    columns: { segment: code },
  },
  'segments.feature': {
    meaning: 'what sets each segment apart: its features against all customers with a segment',
    grain: ['segment', 'feature'],
    columns: {
      segment: code,
      feature: 'of the model',
      customers: 'of the segment who have a value',
      mean: 'of the segment',
      median: 'of the segment',
      base_mean: 'of all customers with a segment',
      base_median: 'of all customers with a segment',
      base_lower_quartile: 'of all customers with a segment',
      base_upper_quartile: 'of all customers with a segment',
      index: 'mean of the segment in hundredths of that of all',
      effect_size: "Cohen's d: the segment against all others, in standard deviations within the two",
      sd: 'standard deviation in the segment',
      base_sd: 'standard deviation of all customers with a segment',
      rank: '1: sets the segment apart most',
    },
  },
  'segments.neighbour': {
    meaning: 'of each segment the one that is most like it',
    grain: ['segment'],
    columns: {
      segment: code,
      nearest_segment: 'whose centre is nearest',
      distance: 'of the two centres, in standard deviations of the features',
    },
  },
  'segments.typical_customer': {
    meaning: 'the ten customers of each segment nearest to its centre',
    grain: ['segment', 'place'],
    columns: {
      segment: code,
      place: '1: the nearest',
      customer_id: 'the customer',
      distance: 'to the centre, in standard deviations of the features',
    },
  },
  'segments.membership': {
    meaning: 'who was in which segment, from when to when',
    grain: ['customer_id', 'entered_on'],
    columns: {
      customer_id: 'the customer',
      segment: code,
      entered_on: 'the first day they were found in it',
      left_on: 'the first day they were not any more; null: they are in it',
    },
  },
  'segments.size': {
    meaning: 'customers of each segment on each day that was run',
    grain: ['as_of', 'segment'],
    columns: { as_of: day, segment: code, customers: 'in it on that day' },
  },
  'segments.migration': {
    meaning: 'how many went from where to where, from one day that was run to the next',
    grain: [],
    columns: {
      as_of: 'the later day',
      from_segment: 'code of the segment they were in; null: none',
      to_segment: 'code of the segment they are in; null: none',
      customers: 'who went so; who stayed included',
    },
  },
  'segments.event': {
    meaning: 'what became of the segments at every new search',
    grain: [],
    columns: {
      as_of: 'day of the search',
      segment: code,
      event: 'kept, merged, retired, emptied, split, new or fresh',
      other_segment: 'merged: where most of its customers are now; split: where most of them were',
      share: 'kept: common members of all members of either; merged, split: the share of its customers',
    },
  },
  'segments.audience': {
    meaning: 'the audiences of the pipeline',
    grain: ['audience'],
    columns: {
      audience: 'its name in the pipeline',
      title: 'what people call it',
      description: 'what it is for',
      condition: 'on the columns of marts.customer, as SQL',
      customers: 'in it',
      by_condition: 'of these, by the condition',
      included: 'of these, by hand',
      excluded: 'kept out by hand although the condition holds',
    },
  },
  'segments.audience_member': {
    meaning: 'who is in which audience',
    grain: ['audience', 'customer_id'],
    columns: {
      audience: 'its name in the pipeline',
      customer_id: 'the customer or prospect',
      how: 'condition or included, by hand',
    },
  },
  'segments.campaign': {
    meaning: 'the campaigns of the pipeline, as it plans them',
    grain: ['campaign'],
    columns: {
      campaign: 'its name in the pipeline',
      title: 'what people call it',
      audience: 'whom it is for',
      channel: 'by which they are reached',
      starts_on: 'first day on which people are taken',
      ends_on: 'last day on which people are taken and contacted',
      measured_to: 'last day on which purchases count',
      unit_cost: 'of a contact; null: what keeping the customer may cost',
      budget: 'for all contacts; null: no limit',
      value_basis:
        'what a purchase that it causes brings: amount, order_margin, value_to_come, value_at_risk or lifetime_value',
      value_amount: 'of such a purchase, where it is the same for everybody',
      holdout_share: 'share that is left alone',
      lift: 'rise of the share who buy that it should be able to show',
      priority: 'the lowest goes first',
      cap_contacts: 'outbound contacts at most; null: no cap',
      cap_days: 'within so many days up to the as-of day',
      open_complaints: 'people whose complaint is open are contacted too',
      response: 'probability that whoever is contacted, and is a customer still, buys because of it',
      response_basis:
        'what that follows from: stated by the pipeline; holdout (campaigns of the channel that are over, against those they left alone); answers (those to past campaigns of the ' +
        'channel that a purchase followed); other_channels (the same of others); prior (nothing but an assumption)',
      answer_rate: 'share of those contacted who answer, see marts.channel_response',
      purchase_share: 'share of the answers that a purchase follows within 30 days',
      uplift:
        'measured rise of the share who buy, of the campaigns of the channel that are over; null: none had a holdout',
      uplift_treated: 'contacted by these',
      uplift_control: 'left alone by these',
      status: 'planned, running or ended on the as-of day',
    },
  },
  'segments.campaign_candidate': {
    meaning: 'everybody whom a campaign is for that runs or is planned, and what became of them',
    grain: ['campaign', 'customer_id'],
    columns: {
      campaign: 'its name in the pipeline',
      customer_id: 'the customer or prospect',
      arm: 'treatment or holdout, by the hash of campaign and customer; of those who take no part the one they would be in',
      verdict:
        'treatment, holdout, or why they take no part: no_consent, no_address, complaint_open, other_campaign, contacted_often, value_unknown, expected_loss, budget_ended',
      segment: 'code of the segment they were in when they were taken, or are in',
      since: 'the night they were taken, or would be; null: they take no part',
      value:
        'of a purchase, if they are a customer still: at most lifetime value / P(alive); null: not known, or taken earlier',
      response:
        'probability that they buy because of a contact: that of the campaign × how much likelier than everybody they answer on its channel × P(alive)',
      cost: 'of a contact',
      expected_profit: 'value × response − cost',
    },
  },
  'segments.campaign_member': {
    meaning: 'who takes part in which campaign, also once it is over',
    grain: ['campaign', 'customer_id'],
    columns: {
      campaign: 'its name in the pipeline',
      customer_id: 'the customer or prospect',
      arm: 'treatment: contacted; holdout: left alone',
      since: 'the night they were taken',
      segment: 'code of the segment they were in then; null: none',
      cost: 'of a contact, as of then',
      response: 'probability that they buy because of it, as of then',
      expected_profit: 'of a contact, as of then',
      holdout_share: 'with which they were drawn; null: an earlier version took them',
      is_elsewhere:
        'another campaign that is not over took them later: this one, which was over then, contacts them no more',
      is_excluded: 'kept out of the audience by hand, and so out of the files of the campaign',
    },
  },
};
