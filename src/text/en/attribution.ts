import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What preceded purchases. */
export const attribution = (f: Format) => ({
  title: 'What preceded purchases',
  sentence: (touched: number, orders: number, touch: string, share: number, last: number): Phrase =>
    phrase`${figure(f.whole(touched))} of ${f.count(orders, nouns.order)} came after a touch. By removal effect the largest share of them, ${figure(f.share(share, 1))}, goes to ${named(touch)}; as the last touch it has ${f.share(last, 1)}.`,
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
  orders: 'Orders (Markov)',
  revenue: 'Net revenue (Markov)',
});
