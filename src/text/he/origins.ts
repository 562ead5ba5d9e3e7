import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Where customers come from, and where to look for more. */
export const origins = (f: Format): Messages['origins'] => ({
  none: phrase`לא ידוע מאין מגיעים הלקוחות: הנתונים אינם מציינים שני מקורות, קמפיינים, אתרים מפנים, אזורים או דומיינים של דוא״ל.`,
  finding: (best, most, worst, least, base, lifetime) =>
    phrase`השווי הצפוי של אדם נוסף מ-${named(best)}, אחרי עלות הגיוס, הוא ${figure(f.money(most))}; של אדם נוסף מ-${named(worst)}, ${figure(f.money(least))}. הממוצע הוא ${f.money(base)}. ${lifetime ? 'ערך חיי הלקוח הצפוי כלול בו: בפרק על הרווח מופיע הרווח עד כה בלבד.' : 'זה מה שהביאו עד כה.'}`,
  dimensions: {
    source: 'מקור גיוס',
    campaign: 'קמפיין',
    medium: 'אמצעי',
    referrer: 'אתר מפנה',
    region: 'אזור',
    email_domain: 'דומיין דוא״ל',
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
  nextSentence: (first, expected, { low, high }, cost) =>
    phrase`קודם ${named(first)}: השווי הצפוי של אדם נוסף משם הוא ${figure(f.money(expected))} (רווח סמך ${f.share(0.95)}: ${f.money(low)} עד ${f.money(high)}) אחרי עלות הגיוס, שהייתה עד כה ${f.money(cost)} לאדם.`,
  noneBetter: phrase`גם על הראשון אי אפשר לומר בביטחון שהוא שווה יותר מן הכלל: אף רווח סמך אינו נמצא כולו מעל הממוצע, וייתכן שהסדר הוא מקרי.`,
  nothingPaid: phrase`לאף מקור אין עלות גיוס, ולכן לא ידוע על מי מהם אפשר לשלם: יש לציין אותם בתהליך, תחת acquisition: paid.`,
  lastSentence: (last, expected, { low, high }, base, cost) =>
    phrase`כדאי להוציא פחות על ${named(last)}: השווי הצפוי של אדם נוסף משם הוא ${figure(f.money(expected))} (רווח סמך ${f.share(0.95)}: ${f.money(low)} עד ${f.money(high)}), כשהממוצע הוא ${f.money(base)}; הגיוס עלה ${f.money(cost)} לאדם.`,
  organic: 'מה שבא מעצמו',
  organicSentence: (first, expected, { low, high }) =>
    phrase`מאלה אי אפשר לקנות עוד. הטובים ביותר באים מ-${named(first)}: השווי הצפוי של כל אחד הוא ${figure(f.money(expected))} (רווח סמך ${f.share(0.95)}: ${f.money(low)} עד ${f.money(high)}). כדאי להודות למי ששולח אותם.`,
  organicMeaning: phrase`מקורות ללא עלות גיוס, ומקורות שהתהליך מציין תחת acquisition: organic.`,
  valueMeaning: (profit, lifetime) =>
    phrase`השווי הוא ${profit ? 'הרווח' : 'ההכנסות נטו (שום עלות אינה ידועה)'} עד כה${lifetime ? ' בתוספת ערך חיי הלקוח הצפוי' : ''}, לאדם, והוא מתקרב לממוצע כשמעט אנשים ידועים: גם מי שמעולם לא רכש נספר. לצידו מופיע מה שהביאו עד כה בלבד, כמו בפרק על הרווח. הסדר הוא לפי הקצה התחתון של רווח הסמך.`,
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
