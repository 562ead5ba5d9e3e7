import { basketTerms } from './basket-terms.ts';
import { clvTerms } from './clv-terms.ts';
import { nextProductTerms } from './next-product.ts';
import { opinionTerms } from './opinions.ts';
import { marketingTerms } from './marketing-terms.ts';

/** What every word of the report means; the ids are those that table headers link to. */
export const terms = {
  customer: { term: 'Customer', meaning: 'Someone with at least one purchase up to the as-of day.' },
  prospect: { term: 'Prospect', meaning: 'Someone who is known, but has not bought up to the as-of day.' },
  as_of: {
    term: 'As-of day',
    meaning: 'The last day that counts. Nothing later is read, whenever the report was made.',
  },
  segment: {
    term: 'Segment',
    meaning:
      'A group of customers who behave alike, found by k-means: everyone belongs to the segment whose centre is nearest. Its code, like s1, stays with it from night to night.',
  },
  rule: {
    term: 'Rule',
    meaning:
      'Conditions that a classification tree found to tell a segment from the others, with the share of the customers they hold for who are in it.',
  },
  repurchase_probability: {
    term: 'Expected to buy again',
    meaning:
      'The probability that a customer who has not lapsed buys within the days that the pipeline names, learnt from who did in the last such days.',
  },
  naive_rule: {
    term: 'Recency alone',
    meaning:
      'The naive rule: the days since the last purchase are all that it knows. A model must do better to be used.',
  },
  ...nextProductTerms,
  ...clvTerms,
  lift: {
    term: 'Lift',
    meaning: 'How many times as often something happens in a group as among all.',
  },
  ...opinionTerms,
  ...basketTerms,
  audience: {
    term: 'Audience',
    meaning:
      'The customers and prospects that a condition of the pipeline holds for, with those whom somebody put in, and without those whom somebody kept out, by hand.',
  },
  control_group: {
    term: 'Control group',
    meaning:
      'Members of a campaign who are left alone, to see what the others would have done without it. Who is one follows from a hash of customer and campaign: it is chance, and the same every night.',
  },
  index: {
    term: 'Index',
    meaning:
      'The mean of a segment as a percentage of the mean of all customers with a segment: 100 is alike, 200 is twice as much.',
  },
  ...marketingTerms,
  move: {
    term: 'Moved',
    meaning:
      'Customers who were in one segment on the day that was run before, and are in another now. The share is of those who were in the segment that they left.',
  },
  silhouette: {
    term: 'Silhouette',
    meaning:
      'How much nearer customers are to those of their own segment than to those of the next one, from −1 to 1: 0 is on the border. The mean over customers decides how many segments there are.',
  },
  adjusted_rand: {
    term: 'Adjusted Rand index',
    meaning:
      'How alike the segments turn out when they are made again from customers drawn at random: 1 is the same every time, 0 as alike as chance would make them. From 0.8 on they count as stable.',
  },
  jaccard: {
    term: 'Least Jaccard',
    meaning:
      'The same segment by segment: its members in both divisions as a share of its members in either, 0 to 1; of the segment that fares worst. From 0.75 on it counts as stable.',
  },
  calinski_harabasz: {
    term: 'Caliński–Harabasz',
    meaning: 'Variation between segments against variation within them: the larger, the better.',
  },
  davies_bouldin: {
    term: 'Davies–Bouldin',
    meaning: 'How wide segments are against how far apart their centres lie: the smaller, the better.',
  },
  gap: {
    term: 'Gap',
    meaning:
      'How much closer customers lie together in their segments than evenly scattered ones would, as a logarithm, with its standard error: the larger, the better.',
  },
  smallest_share: {
    term: 'Smallest segment',
    meaning: 'The share of the customers in the smallest segment; the pipeline says how small one may be.',
  },
  median: {
    term: 'Median',
    meaning: 'Half of the customers have less, half have more. A few very large values move the mean, not the median.',
  },
  effect_size: {
    term: 'Effect size',
    meaning:
      'How far the mean of a segment lies from that of all other customers with a segment, in standard deviations within the two (Cohen’s d), after the logarithm where the model takes one: 0.2 is small, 0.5 medium, 0.8 large; below 0 the segment has less.',
  },
  nearest_segment: {
    term: 'Nearest segment',
    meaning: 'The segment whose centre is closest in the features of the model: the one it is most like.',
  },
  typical: {
    term: 'Typical customer',
    meaning: 'One of the customers closest to the centre of the segment, by all features of the model together.',
  },
  recency: {
    term: 'Recency',
    meaning: 'Days from the last purchase to the day after the as-of day: 1 is a purchase on the as-of day.',
  },
  frequency: { term: 'Frequency', meaning: 'Number of orders with a purchase.' },
  monetary: { term: 'Money spent', meaning: 'Net revenue of all orders of the customer, returns taken off.' },
  rfm: {
    term: 'RFM score',
    meaning:
      'Recency, frequency and money spent, each ranked into equally large groups; the highest score is best. Equal values always get equal scores.',
  },
  cut_point: {
    term: 'Cut-point',
    meaning:
      'Where one score ends and the next begins: a score holds values above its lower cut-point, up to and including its upper one.',
  },
  usage_class: {
    term: 'Usage class',
    meaning:
      'Heavy, medium and light: the upper, middle and lower third of the customers by number of orders, equal ones together. Never bought: prospects.',
  },
  lifecycle: {
    term: 'Lifecycle',
    meaning:
      'By the last 365 days, or as many as the pipeline says (active_days). New: the first purchase was in them; repeating: a purchase was, and one before them; lapsed: none was. Prospects have never bought.',
  },
  cohort: {
    term: 'Cohort',
    meaning:
      'The customers who first bought in one month. They count in a month where they bought at least once; a month that is not seen yet is left empty.',
  },
  revenue: {
    term: 'Revenue',
    meaning: 'Price times quantity of what was sold, before discounts and returns, without tax.',
  },
  returns: { term: 'Returns', meaning: 'Price times quantity of what came back.' },
  discounts: { term: 'Discounts', meaning: 'Money taken off the price of what was sold and kept.' },
  net_revenue: { term: 'Net revenue', meaning: 'Revenue less returns and discounts.' },
  shipping_charged: { term: 'Shipping charged', meaning: 'Shipping that customers paid.' },
  cost_of_goods: {
    term: 'Cost of goods',
    meaning: 'What the goods that were sold and kept had cost, where the cost is known.',
  },
  gross_margin: { term: 'Gross margin', meaning: 'Net revenue plus shipping charged, less cost of goods.' },
  fulfilment: { term: 'Fulfilment', meaning: 'Packing, sending and taking back, by the rates of the pipeline.' },
  contribution_margin: {
    term: 'Contribution margin',
    meaning:
      'Gross margin less fulfilment. Where an order has several lines, each has an equal part. What contacts and campaigns cost belongs to customers, not to what was sold.',
  },
  cost_to_serve: {
    term: 'Cost to serve',
    meaning: 'What all contacts with the customer cost: as recorded, or by the rate of their channel.',
  },
  campaign_cost: {
    term: 'Campaigns',
    meaning:
      'The cost of campaigns that nobody came by, in proportion to their contacts. What belongs to no known customer is in the whole, not with customers.',
  },
  acquisition_cost: {
    term: 'Acquisition',
    meaning:
      'The cost of the campaign that a customer came by, spread over the customers with a purchase who did: what winning one of them has cost.',
  },
  profit: {
    term: 'Profit',
    meaning: 'Gross margin less fulfilment, cost to serve, campaigns and acquisition. Overheads are not in it.',
  },
  margin: { term: 'Profit margin', meaning: 'Profit as a percentage of net revenue.' },
  loss_maker: { term: 'Loss maker', meaning: 'A customer who costs more than they bring, by a cent or more.' },
  whale_curve: {
    term: 'Whale curve',
    meaning:
      'Profit added up over customers, and prospects who cost something, the most profitable first. It rises above the total as far as the last ones take profit away.',
  },
  discriminant: {
    term: 'Discriminant analysis',
    meaning:
      'Finds the weighted sums of customer attributes that tell the segments apart best, and from them the likeliest segment of anyone.',
  },
  wilks: {
    term: 'Wilks’ λ',
    meaning:
      'The part of the variation of the attributes that lies within the segments: 1 says that they explain nothing, 0 everything.',
  },
  p_value: { term: 'p', meaning: 'How often chance alone would separate the segments as well as this.' },
  canonical: {
    term: 'Canonical function',
    meaning:
      'A weighted sum of the attributes; the first separates the segments most, the next most of what is left. Its canonical correlation says how well, from 0 to 1.',
  },
  structure: {
    term: 'Structure matrix',
    meaning: 'How closely each attribute goes with each function within the segments: a correlation from −1 to 1.',
  },
  centroid: { term: 'Centroid', meaning: 'The mean of a segment on a function.' },
  hit_ratio: {
    term: 'Hit ratio',
    meaning: 'The share of customers whose own segment is the likeliest one by their attributes.',
  },
  chance: {
    term: 'Chance',
    meaning:
      'The hit ratio without any attribute. Maximum: everyone is put into the largest segment, so it is the share of that one. Proportional: guessing by the sizes of the segments, the sum of their squared shares.',
  },
  rejected: {
    term: 'Rejected',
    meaning: 'A record that breaks a rule of its column or table. It is kept aside with the reason; it counts nowhere.',
  },
  skipped: {
    term: 'Skipped',
    meaning: 'A record left out by a stated rule, such as an exact repeat or an older version of the same key.',
  },
  rounded: { term: 'Rounded', meaning: 'A record with an amount of more than four decimals, which was rounded.' },
} as const;
