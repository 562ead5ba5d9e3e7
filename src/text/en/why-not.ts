import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** Why a model foretells nothing, with the figures that show it. */
export type WhyNot =
  | { readonly code: 'nobodyBought'; readonly until: string }
  | { readonly code: 'nobodyAgain'; readonly customers: number }
  | { readonly code: 'fewAgain'; readonly customers: number; readonly again: number; readonly least: number }
  | { readonly code: 'alike'; readonly customers: number; readonly histories: number }
  | { readonly code: 'shortHistory'; readonly days: number; readonly least: number }
  | { readonly code: 'worthless' }
  | { readonly code: 'noMargin' }
  | { readonly code: 'nobodyActive'; readonly since: string }
  | {
      readonly code: 'fewOutcomes';
      readonly since: string;
      readonly until: string;
      readonly customers: number;
      readonly again: number;
      readonly least: number;
    }
  | { readonly code: 'notBetter'; readonly ways: 'both' | 'recency' }
  | { readonly code: 'unlearnable'; readonly since: string }
  | { readonly code: 'fewSpends'; readonly customers: number; readonly least: number }
  | { readonly code: 'wideSpends' }
  /** Nothing more is known than what an error says, in English. */
  | { readonly code: 'unfitted'; readonly reason: string };

/** Why nothing is foretold, as a clause. */
export const whyNot =
  (f: Format) =>
  (why: WhyNot): string => {
    switch (why.code) {
      case 'nobodyBought':
        return `nobody had bought up to ${f.day(why.until)}`;
      case 'nobodyAgain':
        return `of ${f.count(why.customers, nouns.customer)}, none has bought a second time; it takes a longer history`;
      case 'fewAgain':
        return `of ${f.count(why.customers, nouns.customer)}, ${f.whole(why.again)} bought again; it takes at least ${f.whole(why.least)}, or a longer history`;
      case 'alike':
        return `${f.count(why.customers, nouns.customer)} differ too little in when they bought (different histories: ${f.whole(why.histories)})`;
      case 'shortHistory':
        return `the history is too short (days: ${f.whole(why.days)}; at least: ${f.whole(why.least)})`;
      case 'worthless':
        return 'net of what came back, purchases are worth nothing';
      case 'noMargin':
        return 'goods and fulfilment cost all that is paid for them';
      case 'nobodyActive':
        return `up to ${f.day(why.since)}, nobody had bought who had not lapsed; purchases must reach back further`;
      case 'fewOutcomes':
        return `after ${f.day(why.since)}, up to ${f.day(why.until)}, ${f.whole(why.again)} of ${f.count(why.customers, nouns.customer)} bought again; it takes at least ${f.whole(why.least)} who did and as many who did not`;
      case 'notBetter':
        return why.ways === 'both'
          ? 'neither the model nor the days since the last purchase foretold the last days better than one rate for everybody, by more than chance'
          : 'the days since the last purchase did not foretell the last days better than one rate for everybody, by more than chance';
      case 'unlearnable':
        return `nothing can be learnt from the days after ${f.day(why.since)} or before`;
      case 'fewSpends':
        return `what purchases are worth must be known of at least ${f.whole(why.least)} repeat buyers and differ between them (known of: ${f.whole(why.customers)})`;
      case 'wideSpends':
        return 'what purchases are worth spreads too widely among customers to have a mean';
      case 'unfitted':
        return why.reason.replace(/^clv: /, '');
    }
  };
