import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** From where to where. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What preceded purchases. */
export const attribution = (f: Format) => ({
  title: 'What preceded purchases',
  sentence: (
    touched: number,
    orders: number,
    days: number,
    touch: string,
    share: number,
    between: Span | null,
    last: number,
  ): Phrase =>
    phrase`${figure(f.whole(touched))} of ${f.count(orders, nouns.order)} came after a touch in the ${f.whole(days)} days before. By removal effect the largest share of them, ${figure(f.share(share, 1))}${between === null ? '' : phrase` (${f.share(0.95)} interval ${f.share(between.low, 1)} to ${f.share(between.high, 1)})`}, goes to ${named(touch)}; as the last touch it has ${f.share(last, 1)}.`,
  caution: phrase`This is what preceded purchases, not what caused them: whoever was about to buy anyway is in it too. Only an experiment can tell.`,
  meaning: phrase`Every order takes the touches since the order before it, within the look-back, and each rule shares out the same orders. First and last touch lie apart where a touch stands at the beginning or at the end of the way; the removal effect knows also the ways that led to no order.`,
  kinds: {
    referrer: (site: string): string => site,
    contact: (channel: string): string => `contact: ${channel}`,
    campaign: (channel: string): string => `campaign: ${channel}`,
    other: (): string => 'all other touches',
  },
  rules: {
    first: 'First touch',
    last: 'Last touch',
    linear: 'Linear',
    position: 'By position',
    decay: 'Time decay',
    markov: 'Removal effect (Markov)',
  },
  touch: 'Touch',
  effect: 'Lost without it',
  interval: `${f.share(0.95)} interval`,
  between: (low: string, high: string): string => `${low} to ${high}`,
  spread: phrase`Intervals of removal effects are by the Bayesian bootstrap of where paths go from each touch; a touch that is left fewer than ${f.whole(30)} times has none.`,
  orders: 'Orders (Markov)',
  revenue: 'Net revenue (Markov)',
});
