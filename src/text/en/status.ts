import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** How much customers buy, and where they are in their life with the company. */
export const status = (f: Format) => ({
  usage: 'Who buys how much',
  usageSentence: (customers: number, share: number, netRevenue: number): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))} buy most often: ${figure(f.share(share))} of the customers bring ${figure(f.share(netRevenue))} of net revenue.`,
  noHeavy: phrase`Customers buy about equally often.`,
  lifecycle: 'Who is new, who stays, who has left',
  lifecycleSentence: (lapsed: number, share: number, spent: number): Phrase =>
    lapsed === 0
      ? phrase`No customer has lapsed.`
      : phrase`${figure(f.count(lapsed, nouns.customer))}, ${figure(f.share(share))} of all, have lapsed. They have spent ${figure(f.money(spent))} so far.`,
  classes: {
    heavy: 'heavy',
    medium: 'medium',
    light: 'light',
    zero: 'never bought',
    repeating: 'repeating',
    new: 'new',
    lapsed: 'lapsed',
    prospect: 'prospects',
  },
  people: 'Customers and prospects',
  usageClass: 'Usage class',
  stage: 'Stage',
  share: 'Share',
});
