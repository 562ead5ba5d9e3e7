import type { Format } from '../../format.ts';
import { whyNot, type WhyNot } from '../why-not.ts';
import { nouns } from '../words.ts';

/** What models of who buys what, and of what it is worth, have to say. */
export const buyingRemarks = (f: Format) => ({
  nothingForetold: ({ because }: { because: 'short' | 'oneRate' | 'unlearnable' }): string =>
    `nothing is foretold: ${
      {
        short: 'purchases do not reach back to before the last two windows',
        oneRate: 'one rate for everybody does as well',
        unlearnable: 'past days cannot be learnt from, or had too few customers',
      }[because]
    }`,
  byRecency: ({ because }: { because: 'few' | 'notBetter' }): string =>
    `${because === 'few' ? 'there are too few customers for the coefficients of the model' : 'the model does not beat recency alone by more than one standard error'}; probabilities are by recency alone`,
  stalePurchases: (): string =>
    'purchases end a week or more before the as-of day; who buys again is measured up to their last day, and foretold of the days after it',

  nobodyValued: ({ why }: { why: WhyNot }): string => `nobody is valued: ${whyNot(f)(why)}`,
  riskByRepurchase: (): string =>
    'since nobody drops out by the model, the risk of leaving is that of not buying again, where a step repurchase foretells it, or else how overdue a customer is',
  pastSpendBetter: (): string =>
    'past spend alone finds more of the best customers (grade C); lifetime value is shown, and used for nothing',
  noCostOfGoods: (): string => 'no cost of goods is known, so value is in spend, not in margin',
  fewCustomers: ({ customers, least }: { customers: number; least: number }): string =>
    `too few customers (${customers}): at least ${least} are needed for figures that can be relied on`,
  shortHistory: ({ days, horizon, least }: { days: number; horizon: number; least: number }): string =>
    `a history of ${days} days is too short: for a horizon of ${horizon} days at least ${least} are needed`,
  noHoldoutFit: ({ until, why }: { until: string; why: WhyNot }): string =>
    `how well the model foretells is not known: up to ${until} nothing can be fitted: ${whyNot(f)(why)}`,
  noHoldout: (): string =>
    'the history is too short to hold out a part of it: how well the model foretells is not known',
  sampled: ({ fitted, customers }: { fitted: number; customers: number }): string =>
    `the models are fitted to a sample of ${fitted} of ${customers} customers`,
  meanSpend: ({ mean, why }: { mean: number; why: WhyNot }): string =>
    `every purchase is taken to be worth the mean, ${mean.toFixed(2)}: ${whyNot(f)(why)}`,
  levelOff: ({ off }: { off: number }): string =>
    `of the holdout ${f.share(Math.abs(off), 1)} too ${off < 0 ? 'few' : 'many'} purchases were foretold: totals to come may be off as far, whatever the grade, which is of the order of customers`,
  otherFamily: ({ title, until, now }: { title: string; until: string; now: string }): string =>
    `the holdout measured ${title}, which the purchases up to ${until} led to; all of them lead to ${now}, and how well that foretells is not known`,
  nobodyDrops: ({ title }: { title: string }): string =>
    `nobody seems to drop out: the likelihood of ${title} runs to its limit, the NBD, which is used; everybody counts as a customer still`,
  dropsUncertain: ({ title, gain }: { title: string; gain: number }): string =>
    `it is not certain that anybody drops out: ln L of ${title} is only ${gain.toFixed(2)} above that of the NBD, where nobody does`,
  searchEnded: ({ title }: { title: string }): string =>
    `${title}: the search for the greatest likelihood did not converge`,
  startsApart: ({ title, agreed, starts }: { title: string; agreed: number; starts: number }): string =>
    `${title}: ${agreed} of ${starts} starts came to the greatest likelihood`,
  alikeIn: ({ title, what }: { title: string; what: 'buying' | 'stopping' }): string =>
    `${title}: the customers hardly differ in ${what === 'buying' ? 'how often they buy' : 'how readily they stop'}; the parameters of that are known by their ratio alone`,
  noErrors: ({ title }: { title: string }): string => `${title}: no standard errors: the likelihood is flat at its top`,
  correlated: ({ correlation }: { correlation: number }): string =>
    `Gamma-Gamma: spend and frequency are correlated (${correlation.toFixed(2)}), which the model takes not to be so: values of frequent buyers are biased`,

  noProduct: (why: WhyNoProduct): string => `nothing is foretold: ${whyNoProduct(why)}`,
  nobodyRanked: ({ why }: { why: WhyNobodyRanked }): string => `nobody is ranked: ${whyNobodyRanked(f)(why)}`,

  largeBaskets: (of: { level: 'basket' | 'customer'; number: number; most: number; largest: number }): string =>
    `${f.count(of.number, of.level === 'basket' ? { one: 'basket', other: 'baskets' } : nouns.customer)} ${of.level === 'basket' ? 'of' : 'with'} more than ${f.whole(of.most)} goods left out (up to ${f.whole(of.largest)})`,
  stoppedAt: ({ goods, most }: { goods: number; most: number }): string =>
    `sets of ${goods} goods and more are left out: there are over ${f.whole(most)} to count; raise support or max_itemsets to have them`,
  noSubstitutes: (): string =>
    'no substitutes are looked for: too many pairs of goods are bought by the same customers; raise support or max_itemsets to have them',
});

/** Why nothing is foretold of what customers buy. */
export type WhyNoProduct =
  | { readonly kind: 'no purchases' }
  | { readonly kind: 'few customers'; readonly customers: number; readonly least: number }
  | { readonly kind: 'few products'; readonly products: number; readonly least: number }
  | { readonly kind: 'not better' };

function whyNoProduct(why: WhyNoProduct): string {
  switch (why.kind) {
    case 'no purchases':
      return 'no customer has bought a product that is known';
    case 'few customers':
      return `${why.customers} customers who had bought before bought again in the last days, and it takes ${why.least} to measure by`;
    case 'few products':
      return `${why.products} products were on sale, and it takes ${why.least} to choose from`;
    case 'not better':
      return 'no rule beats both the best sellers and what customers bought most often by more than one standard error';
  }
}

/** Why nobody is ranked by likeness. */
export type WhyNobodyRanked =
  | { readonly code: 'noSegments' }
  | { readonly code: 'noSuchSegment'; readonly segment: string }
  | {
      readonly code: 'fewSeeds';
      readonly seeds: number;
      readonly buyers: number;
      readonly features: number;
      readonly least: number;
    }
  | { readonly code: 'noLift' }
  | { readonly code: 'unlearnable'; readonly reason: string };

/** The same, as a clause. */
export const whyNobodyRanked =
  (f: Format) =>
  (why: WhyNobodyRanked): string => {
    switch (why.code) {
      case 'noSegments':
        return 'there are no segments; a kmeans step makes them';
      case 'noSuchSegment':
        return `no segment has the code or the name ${JSON.stringify(why.segment)}`;
      case 'fewSeeds':
        return `${f.whole(why.seeds)} of ${f.whole(why.buyers)} buyers are those to be resembled; to learn from ${f.whole(why.features)} features, at least ${f.whole(why.least)} must be and ${f.whole(why.least)} not`;
      case 'noLift':
        return 'the tenth ranked first has no more of those to be resembled than chance would bring';
      case 'unlearnable':
        return `nothing can be learnt from the buyers (${why.reason})`;
    }
  };
