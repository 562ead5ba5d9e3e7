import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** How much customers buy, and where they are in their life with the company. */
export const status = (f: Format): Messages['status'] => ({
  usage: 'מי רוכש כמה',
  usageSentence: (customers, share, netRevenue) =>
    phrase`${figure(f.count(customers, nouns.customer))} רוכשים לעיתים הקרובות ביותר: ${figure(f.share(share))} מהלקוחות מניבים ${figure(f.share(netRevenue))} מההכנסות נטו.`,
  noHeavy: phrase`כל הלקוחות רוכשים בערך באותה תדירות.`,
  lifecycle: 'מי חדש, מי נשאר, מי הפסיק',
  lifecycleSentence: (lapsed, share, spent) =>
    lapsed === 0
      ? phrase`אין לקוחות לא פעילים.`
      : phrase`${figure(f.count(lapsed, nouns.customer))}, ${figure(f.share(share))} מהכול, אינם פעילים. סך הרכישות שלהם עד כה: ${figure(f.money(spent))}.`,
  classes: {
    heavy: 'כבדים',
    medium: 'בינוניים',
    light: 'קלים',
    zero: 'לא רכשו מעולם',
    repeating: 'חוזרים',
    new: 'חדשים',
    lapsed: 'לא פעילים',
    prospect: 'פוטנציאליים',
  },
  people: 'לקוחות ולקוחות פוטנציאליים',
  usageClass: 'רמת שימוש',
  stage: 'שלב',
  share: 'חלק',
});
