import type { Format, PluralForms } from '../format.ts';
import type { Gap } from '../en/cost-gap.ts';
import { nouns } from './words.ts';

const line: PluralForms = { one: 'שורת הזמנה', other: 'שורות הזמנה' };
const contact: PluralForms = { one: 'אינטראקציה', other: 'אינטראקציות' };
const campaign: PluralForms = { one: 'קמפיין', other: 'קמפיינים' };

/** What is not known of costs and so counts as nothing, in a sentence. */
export function sayGap({ missing, channel, units, net_revenue: revenue }: Gap, f: Format): string {
  switch (missing) {
    case 'cost of order lines':
      return `עלות הסחורה של ${f.count(units, line)}, ${f.money(revenue ?? 0)} מההכנסות נטו, לא נמסרה ונחשבת לאפס.`;
    case 'rates of fulfilment':
      return `אף תעריף של אספקת הזמנות אינו גדול מאפס: המשלוח של ${f.count(units, nouns.order)} נחשב ללא עלות.`;
    case 'cost of contacts':
      return `העלות של ${f.count(units, contact)} בערוץ ${channel} לא נמסרה ונחשבת לאפס.`;
    case 'cost of campaigns':
      return `העלות של ${f.count(units, campaign)} לא נמסרה ונחשבת לאפס.`;
    case 'campaigns of contacts':
      return `${f.count(units, contact)} מפנות לקמפיינים שאינם מופיעים באף רשימה: עלותם נחשבת לאפס.`;
    case 'campaigns that customers came by':
      return `${f.count(units, nouns.person)} הגיעו דרך קמפיינים שאינם מופיעים באף רשימה: עלות הגיוס שלהם נחשבת לאפס.`;
    default:
      return `${missing}: ${f.whole(units)} לא ידועים.`;
  }
}
