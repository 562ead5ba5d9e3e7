import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Where customers come from, and where to look for more. */
export const origins = (f: Format): Messages['origins'] => ({
  none: phrase`לא ידוע מאין מגיעים הלקוחות: הנתונים אינם מציינים שני מקורות, קמפיינים, אתרים מפנים, אזורים או דומיינים של דוא"ל.`,
  finding: (best, most, worst, least, base) =>
    phrase`השווי הצפוי של אדם נוסף מ-${named(best)}, אחרי עלות הגיוס, הוא ${figure(f.money(most))}; של אדם נוסף מ-${named(worst)}, ${figure(f.money(least))}. הממוצע הוא ${f.money(base)}.`,
  dimensions: {
    source: 'מקור גיוס',
    campaign: 'קמפיין',
    medium: 'אמצעי',
    referrer: 'אתר מפנה',
    region: 'אזור',
    email_domain: 'דומיין דוא"ל',
  },
  index: 'מי מוצא את הלקוחות הטובים ביותר',
  indexSentence: (best, most, worst, least) =>
    phrase`אנשים מ-${named(best)} נמצאים בין הלקוחות הטובים ביותר פי ${figure(f.fixed(most, 2))} מכלל האנשים, ואנשים מ-${named(worst)} פי ${figure(f.fixed(least, 2))}.`,
  indexMeaning: phrase`הלקוחות הטובים ביותר הם עשירון הרוכשים שרווחם הגבוה ביותר. 100 הוא כמו כולם; כשמעט אנשים ידועים, האינדקס מתקרב ל-100. הקווים הם רווחי סמך של ${f.share(0.95)}.`,
  above: 'מעל כולם',
  below: 'מתחת לכולם',
  alike: 'אין הבדל מובהק מכולם',
  origin: 'מקור',
  kind: 'סוג',
  people: 'אנשים',
  bought: 'רכשו',
  best: 'הלקוחות הטובים ביותר',
  bestIndex: 'אינדקס, הטובים ביותר',
  profitIndex: 'אינדקס, רווח',
  interval: `רווח סמך של ${f.share(0.95)}`,
  between: (low, high) => `${low} עד ${high}`,
  next: 'היכן לפרסם עכשיו',
  nextSentence: (first, expected, low, cost) =>
    phrase`קודם ${named(first)}: השווי הצפוי של אדם נוסף משם הוא ${figure(f.money(expected))}, וקשה להאמין שפחות מ-${f.money(low)}, אחרי עלות הגיוס, שהייתה עד כה ${f.money(cost)} לאדם.`,
  nothingPaid: (first, expected, low) =>
    phrase`לאף מקור אין עלות גיוס. ראשון הוא ${named(first)}: השווי הצפוי של אדם נוסף משם הוא ${figure(f.money(expected))}, וקשה להאמין שפחות מ-${f.money(low)}.`,
  lastSentence: (last, high, cost) =>
    phrase`אחרון הוא ${named(last)}: קשה להאמין שיותר מ-${figure(f.money(high))}, בעלות של ${f.money(cost)} לאדם.`,
  valueMeaning: (profit, lifetime) =>
    phrase`השווי הוא ${profit ? 'הרווח' : 'ההכנסות נטו (שום עלות אינה ידועה)'} עד כה${lifetime ? ' בתוספת ערך חיי הלקוח הצפוי' : ''}, לאדם: גם מי שמעולם לא רכש נספר. הסדר הוא לפי הקצה התחתון של רווח הסמך.`,
  tooFew: (origins) =>
    phrase`${figure(f.count(origins, nouns.source))} עם פחות מ-${f.whole(30)} אנשים: מעט מדי כדי לדעת, ולכן ללא דירוג.`,
  allTooFew: 'אי אפשר לומר היכן לפרסם: לאף מקור אין די אנשים.',
  caution: phrase`מי שפרסום נוסף יביא אינם בהכרח דומים למי שבאו עד כה: כדאי להגדיל את ההוצאה בהדרגה ולבדוק שוב.`,
  rank: 'דירוג',
  reason: 'מדוע',
  reasons: {
    too_few: 'מעט מדי אנשים כדי לדעת',
    costs_more: 'עולה יותר משהוא מביא',
    better: 'שווה יותר מכולם',
    worse: 'שווה פחות מכולם',
    alike: 'אין הבדל מובהק מכולם',
  },
  expected: 'שווי צפוי לאדם',
  cost: 'עלות לאדם',
  valueToCost: 'שווי ליחידת עלות',
  payback: 'החזר העלות',
  noCost: 'ללא עלות',
  notYet: (months) => `עדיין לא, ב-${f.whole(months)} חודשים`,
  inMonth: (month) => `בחודש ${f.whole(month)}`,
});
