import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, listed, named, phrase } from '../phrase.ts';
import { nouns, worth } from './words.ts';

/** Who the segments are. */
export const segments = (f: Format): Messages['segments'] => ({
  none: phrase`לא נבנו פלחים: בתהליך אין שלב k-means, או שלא היו לקוחות לקבץ.`,
  finding: (count, customers, explained) =>
    phrase`${figure(f.count(customers, nouns.customer))} מתחלקים ל-${figure(f.count(count, nouns.segment))}, לפי משתני המודל.${explained === null ? '' : ` הפלחים מסבירים ${f.share(explained)} מההבדלים בין הלקוחות.`}`,
  customers: 'לקוחות',
  share: 'חלק מהלקוחות',
  ofSegments: phrase`החלקים הם מתוך כל הפלחים יחד, בלי לקוחות פוטנציאליים ורכישות אנונימיות.`,
  segment: 'פלח',
  file: 'קובץ',
  balance: (by) => `לקוחות לעומת ${worth[by].label}`,
  balanceSentence: (by, above, below) => {
    const names = (list: readonly string[]) =>
      listed(
        f,
        list.map((name) => [named(name)]),
      );
    return above.length > 0 && below.length > 0
      ? phrase`חלקם של הפלחים הבאים ב${worth[by].label} גדול מחלקם בלקוחות: ${names(above)}. אצל הבאים הוא קטן יותר: ${names(below)}.`
      : phrase`חלקו של כל פלח ב${worth[by].label} דומה לחלקו בלקוחות.`;
  },
  distinct: (label, times) => (times >= 1 ? `${label}: פי ${f.number(times)}` : `${label}: פי ${f.fixed(times, 2)}`),
  apart: (name) => `מה מייחד את ${name}`,
  also: (items) => `בנוסף, ביחס לממוצע הכללי: ${items.join('; ')}`,
  rules: (count) => f.plural(count, { one: 'ככלל', other: 'ככללים' }),
  rule: (words, customers, purity, coverage) =>
    phrase`${words} – ${figure(f.share(purity))} מתוך ${figure(f.count(customers, nouns.customer))} שזה מתקיים לגביהם נמצאים בפלח, והם ${figure(f.share(coverage))} מהפלח.`,
  ruleSql: 'ב-SQL',
  mean: 'ממוצע',
  ofAll: (value) => `הכול: ${value}`,
  customer: 'לקוח',
  typical: (count) => (count === 1 ? 'הלקוח הטיפוסי ביותר' : `${f.whole(count)} הלקוחות הטיפוסיים ביותר`),
  lastPurchase: 'רכישה אחרונה',
  medians: 'חציונים',
  profile: 'הפרופיל של כל פלח',
  profileSentence: (strongest, pooled) => {
    const scale = 'אינדקס ביחס לכל הלקוחות שבפלחים, והממוצע מתחתיו: 100 הוא זהה, 200 הוא כפול.';
    const shares = pooled
      ? ' ”חלק מסך הרכישות” הוא מתוך סך הרכישות של כל הפלח; ”חלק הרכישות בקטגוריה”, כמשתנה של המודל, הוא ממוצע החלקים של כל לקוח, בלי קשר לסכום.'
      : '';
    return strongest === null
      ? phrase`${scale}${shares}`
      : phrase`${scale} הגבוה ביותר הוא ${figure(f.whole(strongest.index))}, של הפלח ${named(strongest.name)}: ”${strongest.feature}”.${shares}`;
  },
  otherFeatures: (count) => `${f.count(count, { one: 'משתנה', other: 'משתנים' })} שבהם הפלחים נבדלים פחות`,
  ofMoney: (category) => `חלק מסך הרכישות: ${category}`,
  feature: 'משתנה',
  everyone: 'הכול',
  logarithm: (label) => `${label} (לוגריתם)`,
});
