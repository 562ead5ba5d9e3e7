/** What words of marketing mean. */
export const marketingTerms = {
  best_customer: {
    term: 'Best customers',
    meaning: 'The tenth of the buyers with the highest profit; whoever has as much as the last of them is one too.',
  },
  origin_index: {
    term: 'Index of an origin',
    meaning:
      'What people from there have per head as a percentage of what everybody has, prospects among them: 100 is alike. What is known of few people is drawn towards everybody, by how much origins differ at all (credibility; Bühlmann & Straub 1970).',
  },
  expected_value: {
    term: 'Expected worth a head',
    meaning:
      'Profit so far, after acquisition, and lifetime value to come where it is known, of one of the people from there; what is known of few people is drawn towards everybody.',
  },
  value_to_cost: {
    term: 'Worth per unit of cost',
    meaning:
      'Profit so far before acquisition and lifetime value to come, divided by the cost of acquisition (LTV/CAC).',
  },
  touch: {
    term: 'Touch',
    meaning:
      'A visit from a referrer, another contact by the customer that is no complaint, praise, return or order, or a contact of a campaign, before an order: since the order before it, within the look-back of the pipeline.',
  },
  removal_effect: {
    term: 'Lost without it (removal effect)',
    meaning:
      'By how much the share of the paths that end with an order falls where whoever would come to this touch is lost, in a Markov chain of the touches; touches in a row that are the same are one.',
  },
  best_channel: {
    term: 'Best for',
    meaning:
      'Of those who were ever written to or called, for how many this channel has the highest probability of an answer, of the channels they have opted in to.',
  },
  payback: {
    term: 'Paid back',
    meaning:
      'The month since they became known by whose end people have brought, per head, what finding one of them cost: net revenue and shipping less goods, fulfilment and contacts, of those who are known that long.',
  },
} as const;

/** One of them. */
export type MarketingTerm = keyof typeof marketingTerms;
