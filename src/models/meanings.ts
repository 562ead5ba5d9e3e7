import { campaignMeanings } from './campaign/meanings.ts';
import type { Meanings } from '../dictionary/table.ts';
import { touchMeanings } from './attribution/meanings.ts';
import { basketMeanings } from './basket/meanings.ts';

const customer = 'the customer';
const score = 'from 1, the worst, to the number of scores';

/** The tables that models make, and their columns. */
export const modelMeanings: Meanings = {
  'models.fitted': {
    meaning: 'the fitted models of the release, whole',
    grain: ['model'],
    columns: {
      model: 'kind: rfm, kmeans, discriminant, tree, repurchase, clv, basket, next_product, lookalike',
      name: 'the same',
      run_id: 'the run that wrote it',
      fitted:
        'parameters, statistics and options as JSON; `basis`, where there is one: when and to what it was fitted, to tell whether it still holds',
      upkeep:
        'as JSON: on which day and as of which it was fitted, and why it was used again or fitted anew; null: it is fitted every night',
    },
  },
  'models.rfm_cut_point': {
    meaning: 'where RFM scores are cut',
    grain: [],
    columns: {
      measure: 'recency, frequency or monetary',
      recency_score: 'the cut holds within this recency score; null: everywhere',
      frequency_score: 'and within this frequency score',
      score: 'what values of the bin score',
      level: 'of the score among 1 to 5, in the named segments',
      above: 'values of the bin are above it; null: open',
      up_to: 'and at most this; null: open',
      customers: 'of the cell, at the fit',
    },
  },
  'models.tree_rule': {
    meaning: 'rules of the classification tree: of each class the best leaves',
    grain: ['class', 'rank'],
    columns: {
      class: 'segment that the rule is for',
      rank: '1: the best of the class',
      leaf: 'of the tree; leaf of scores.tree',
      words: 'the rule in words',
      condition: 'the rule as SQL over features.customer',
      customers: 'whom the rule holds for, of those of the fit',
      support: 'share of all customers of the fit whom it holds for',
      purity: 'share of these who are of the class',
      coverage: 'share of the class whom it holds for',
      lift: 'purity against the share of the class',
    },
  },
  'models.prospect_model': {
    meaning: 'the models that can assign prospects to segments, and how often each is right',
    grain: ['model'],
    columns: {
      model: 'discriminant or tree',
      customers: 'with a segment on the day of the fit: whom the model is held against',
      measured: 'of these, who have all that the model asks for; null: not measured',
      correct: 'of these, who are put into their own segment by a fit without them',
      hit_ratio: 'correct of all customers',
      chance: 'share of the largest segment',
      is_used: 'this one assigns prospects',
    },
  },
  'models.clv': {
    meaning: 'how customers were valued: one row, none where nobody was',
    grain: [],
    columns: {
      family: 'model of purchases: bgnbd, mbgnbd, pareto, or nbd where nobody seems to drop out',
      horizon_days: 'how far value is foretold',
      margin: 'share of the spend that is left; 1 where none is known',
      is_margin: 'false: value is in spend',
      grade:
        'of the holdout: A more of the best customers found than by past spend, B as many, C fewer; null: nothing was held out',
      is_used: 'priorities go by it: not where the grade is C',
    },
  },
  ...basketMeanings,
  'scores.rfm': {
    meaning: 'recency, frequency and monetary scores of everybody who has bought',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      recency_score: `of the days since the last purchase, ${score}`,
      frequency_score: `of the number of orders, ${score}`,
      monetary_score: `of the net amount, ${score}`,
      rfm_cell: 'the three scores: 555',
      rfm_score: 'their weighted mean',
      rfm_segment: 'named group of scores',
    },
  },
  'scores.segment': {
    meaning: 'the segment of each customer, found by k-means',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      segment: 'code of the segment that they are nearest to: s1, s2 …',
      distance: 'to its centre, in standard deviations of the features',
      second_segment: 'the next nearest',
      margin: 'how much farther that one is, as a share: near 0 is on the border',
    },
  },
  'scores.discriminant': {
    meaning: 'the class that the discriminant analysis assigns, prospects included',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      is_prospect: 'no purchase up to the as-of day',
      assigned_segment: 'the most probable class',
      posterior: 'its probability',
      second_segment: 'the next one',
      second_posterior: 'its probability',
      squared_distance: 'of Mahalanobis, to the mean of the class',
      typicality: 'share of the class that would lie as far from its mean or farther',
      second_squared_distance: 'to the mean of the next class',
    },
  },
  'scores.tree': {
    meaning: 'the class that the classification tree assigns',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      leaf: 'of the tree, by its number',
      assigned_class: 'the most probable class there',
      probability: 'of that class there',
    },
  },
  'scores.repurchase': {
    meaning: 'who will buy again, of the customers who have not lapsed',
    grain: ['customer_id'],
    columns: { customer_id: customer, probability: 'to buy again within the days of the pipeline' },
  },
  'scores.lookalike': {
    meaning: 'who resembles the best customers, or those of a segment, of those who have not bought',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      probability: 'to be one of those to be resembled, once they buy',
      rank: '1: the highest probability; ties by id',
      reason: 'what speaks most for it; null: nothing known does',
    },
  },
  'scores.clv': {
    meaning: 'what everybody who has bought will be worth',
    grain: ['customer_id'],
    columns: {
      customer_id: customer,
      repeats: 'purchases after the first; those of one day are one',
      first_purchased_on: 'day of the first purchase',
      last_purchased_on: 'day of the last purchase',
      mean_spend: 'of the repeat purchases',
      p_alive: 'probability of being a customer still',
      expected_purchases: 'in the horizon',
      discounted_purchases: 'in the horizon, each one discounted to now',
      discounted_if_alive: 'the same of somebody with this history who is a customer for certain',
      residual_purchases: 'without end, discounted to now; null: no discount',
      expected_spend: 'of a purchase',
      margin:
        'share of the spend that is left: the customer’s own by the costs that are known, drawn to that of all; or the one of the pipeline; 1: none is known',
      lifetime_value: 'of the horizon: discounted purchases × spend × margin',
      residual_value: 'without end: residual purchases × spend × margin',
      due_on: 'half of such customers have bought again by then; null: beyond the horizon',
      next_purchase_on: 'half of those who still are customers will have bought by then; null: beyond the horizon',
      overdue: 'share of such customers who would have bought again by now',
    },
  },
  'models.product_neighbour': {
    meaning: 'which products go together, by the rule that says what is bought next; none where nothing is foretold',
    grain: ['product_id', 'neighbour_id'],
    columns: {
      product_id: 'the product that is had',
      neighbour_id: 'one that goes with it; the product itself where it is bought again',
      similarity: 'by the rule of the model: share, cosine or lift, each drawn to nothing where few bought both',
      buyers: 'of the product; of each customer the 100 products bought last count, and none that came back',
      neighbour_buyers: 'of the neighbour',
      common: 'who bought both; of the product itself: who bought it on several days',
      share: 'of the buyers of the product, those who bought both',
    },
  },
  'models.next_product_words': {
    meaning: 'reasons to offer a product in words, before and after the name of the product that they name',
    grain: ['reason', 'percent'],
    columns: {
      reason: 'together, again or popular',
      percent: 'the share, in percent; 0: less than 1',
      before: 'words before the name',
      after: 'words after it',
    },
  },
  'scores.next_product': {
    meaning: 'the five products that each customer who has bought is likely to buy next',
    grain: ['customer_id', 'rank'],
    columns: {
      customer_id: customer,
      rank: '1: to be offered first',
      product_id: 'still sold, never sent back by the customer; had already only where its buyers buy it again',
      score:
        'sum of similarity × weight over what the customer bought, where a purchase counts half after each half-life; 0: a best seller',
      reason:
        'together (goes with a product they have), again (they have it, and it is bought again) or popular (a best seller)',
      basis_product_id: 'the product of theirs that adds most to the score; null: none does',
      share: 'of the buyers of that product, those who bought both, or it again; of a best seller: of all customers',
    },
  },
  'scores.likely_segment': {
    meaning: 'the segment that each prospect will most likely join',
    grain: ['customer_id'],
    columns: {
      customer_id: 'the prospect',
      segment: 'the most probable segment',
      probability: 'of that segment',
      model: 'that says so: discriminant or tree',
    },
  },
  ...campaignMeanings,
  ...touchMeanings,
};
