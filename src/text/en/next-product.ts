import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Of 100 customers. */
const ofHundred = (f: Format, share: number) => figure(f.whole(100 * share));

/** How much larger one hit rate is than another, with its standard error. */
export interface Gap {
  readonly difference: number;
  readonly error: number;
}

/** Of 100 customers, with one decimal: `9.8 (± 2.7)`. */
export const points = (f: Format, { difference, error }: Gap): string =>
  `${f.fixed(100 * difference, 1)} (± ${f.fixed(100 * error, 1)})`;

/** What customers buy next, and what to offer. */
export const nextProduct = (f: Format) => ({
  none: phrase`It is not foretold what customers buy next: the pipeline has no next_product step.`,
  noPurchases: phrase`It is not foretold what customers buy next: no customer has bought a product that is known.`,
  fewCustomers: (customers: number, least: number): Phrase =>
    phrase`It is not foretold what customers buy next: to measure it, at least ${f.whole(least)} who had bought before must have bought again in the last days; ${f.whole(customers)} did.`,
  fewProducts: (products: number, least: number): Phrase =>
    phrase`It is not foretold what customers buy next: to choose, it takes at least ${f.whole(least)} products on sale; there were ${f.whole(products)}.`,
  finding: (hit: number, best: number, own: number): Phrase =>
    phrase`Of 100 customers who bought again, ${ofHundred(f, hit)} bought one of the five products foretold; by the list of best sellers ${ofHundred(f, best)}, by what they had bought most often ${ofHundred(f, own)}.`,
  notBetter: (hit: number, best: number, own: number): Phrase =>
    phrase`Nobody is foretold a product, as products that go together do no better than simple lists. Of 100 customers who bought again, ${ofHundred(f, best)} bought one of the five best sellers, ${ofHundred(f, own)} one of five they had bought most often, and ${ofHundred(f, hit)} one of five by the best rule.`,
  measured: (since: string, until: string, customers: number, products: number): Phrase =>
    phrase`Measured on the days after ${f.day(since)}, up to ${f.day(until)}, by what was bought before: ${figure(f.count(customers, nouns.customer))} bought again, and ${f.whole(products)} products were on sale.`,
  used: {
    share: phrase`The rule in use is the share of buyers: how many of those who bought what the customer has bought the other product too.`,
    cosine: phrase`The rule in use is the cosine: how alike the buyers of two products are, where recent purchases count more.`,
    lift: phrase`The rule in use is lift: how much more often two products have the same buyers than chance alone would give.`,
  },
  why: (best: Gap, own: Gap): Phrase =>
    phrase`It is used since it finds more than the simple lists by more than one standard error: ${points(f, best)} more customers of 100 than the best sellers, ${points(f, own)} more than what was bought most often.`,
  leftOut: (days: number): Phrase =>
    phrase`Nobody is offered what they sent back, what nobody has bought for ${f.whole(days)} days, or what they have and is bought only once.`,
  effect: phrase`It foretells what is bought with or without an offer. What an offer adds, only customers who get none can show.`,
  found: 'How well it was foretold',
  way: 'Foretold by',
  ways: {
    share: 'Share of buyers',
    cosine: 'Cosine',
    lift: 'Lift',
    'best sellers': 'Best sellers',
    'own purchases': 'Bought most often',
  },
  hit: (length: number): string => `One of ${f.whole(length)} bought`,
  error: 'Standard error',
  precision: (length: number): string => `MAP at ${f.whole(length)}`,
  coverage: (length: number): string => `Coverage at ${f.whole(length)}`,
  segments: 'How well, by segment',
  segmentsSentence: (of: 'then' | 'now'): Phrase =>
    of === 'then'
      ? phrase`Share of customers who bought one of five products, by the segment they were in before these days.`
      : phrase`Share of customers who bought one of five products, by the segment they are in now, which also follows from what they bought in these days.`,
  isOffered: 'Offered',
  yes: 'yes',
  no: 'no',
  bySegment: (names: string, count: number): Phrase =>
    count === 0
      ? phrase`The rule is used in every segment: in none does it find fewer than the simple lists, as far as that can be told.`
      : phrase`Nobody is offered a product in ${named(names)}: there the rule finds no more than a simple list. What few customers of a segment show is drawn towards all, and a segment with fewer than ${f.whole(30)} goes with all.`,
  segment: 'Segment',
  noSegment: 'No segment',
  customers: 'Customers',
  offers: 'What to offer, by segment',
  offersSentence: phrase`Of each segment, the three products that most of its customers are offered first, with the commonest reason. Each customer’s product and reason are in the columns next_product and next_product_reason of the CSV files, their five products in the table scores.next_product.`,
  product: 'Product',
  reason: 'Commonest reason',
  reasons: {
    together: (share: number, product: string): string => `bought by ${f.share(share)} of those who bought ${product}`,
    again: (share: number): string => `bought again by ${f.share(share)} of those who bought it`,
    popular: 'one of the best sellers',
  },
});

/** The words of its tables. */
export const nextProductTerms = {
  hit_at: {
    term: 'One of 5 or 10 bought',
    meaning:
      'Hit rate: the share of the customers who bought again who bought at least one of the first 5 or 10 products that were foretold.',
  },
  average_precision: {
    term: 'MAP',
    meaning:
      'Mean average precision: of each customer the precision at the place of each product that was bought, over the products that could have been found, averaged over customers. 1: all that was bought is foretold first.',
  },
  list_coverage: {
    term: 'Coverage',
    meaning: 'Of the products on sale, the share that is foretold to somebody.',
  },
};
