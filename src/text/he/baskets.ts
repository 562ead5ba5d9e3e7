import { probability } from '../en/discriminant.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const noun = { basket: nouns.order, customer: nouns.customer } as const;

/** What goes together. */
export const baskets = (f: Format): Messages['baskets'] => ({
  none: phrase`לא נבדק אילו מוצרים נרכשים יחד: בתהליך אין שלב basket.`,
  nobody: phrase`לא נרכשו מוצרים שידוע מה הם.`,
  finding: (level, count, told, best) =>
    best === null
      ? phrase`ב-${figure(f.count(count, noun[level]))} אין מוצרים שנרכשים יחד יותר מהצפוי באקראי.`
      : phrase`ב-${figure(f.count(count, noun[level]))}, ${figure(f.whole(told))} צירופי מוצרים נרכשים יחד יותר מהצפוי באקראי. במקרים שיש בהם ${named(best.left_names)}, ב-${figure(f.share(best.confidence))} יש גם ${named(best.right_name)}: פי ${figure(f.number(best.lift, 1))} מאשר בקרב הכול.`,
  leftOut: (level, count, maxItems) =>
    phrase`${figure(f.count(count, noun[level]))} עם יותר מ-${f.whole(maxItems)} מוצרים שונים לא נכללו.`,
  stopped: (size) =>
    phrase`צירופים של ${f.whole(size)} מוצרים ויותר לא נספרו: הם רבים מדי. תמיכה גבוהה יותר תאפשר לספור אותם.`,
  rules: 'מה נרכש יחד',
  rulesSentence: (shown, told) =>
    phrase`${shown < told ? phrase`${f.whole(shown)} הכללים החזקים מתוך ${figure(f.whole(told))}` : phrase`כל הכללים (${figure(f.whole(told))})`}, לפי פי כמה שכיח המוצר השני מאשר בקרב הכול.`,
  test: phrase`כלל מוצג אם הוא מתקיים טוב יותר מכל כלל קצר ממנו, לפי המבחן המדויק של Fisher; כדי שלכל היותר אחד מעשרים מהכללים המוצגים יהיה אקראי, ה-p שלו מתוקן לפי כל הכללים האפשריים. בהזמנות גדולות יש יותר מכל דבר, והמבחן מביא זאת בחשבון. מבין הכללים שבין אותם מוצרים מוצג הבטוח ביותר.`,
  // Names of another direction would turn the order around the arrow.
  rule: (left, right) => `${left}\u200f ← \u200f${right}`,
  left: 'מי שרוכש',
  right: 'רוכש גם',
  together: (level) => (level === 'basket' ? 'הזמנות עם כולם' : 'לקוחות עם כולם'),
  confidence: 'רמת ביטחון',
  lift: 'ליפט',
  p: 'p מתוקן',
  pValue: (p) => probability(f, p),
  groups: 'קבוצות מוצרים',
  groupsSentence: (shown, found) =>
    phrase`${shown < found ? phrase`${f.whole(shown)} הקבוצות הגדולות מתוך ${figure(f.whole(found))}` : phrase`קבוצות בסך הכול: ${figure(f.whole(found))}`}. מוצרים שלעיתים קרובות נמצאים יחד בהזמנה אחת: לכל שניים בקבוצה, בממוצע, Q של Yule של ${f.number(0.75, 2)} ומעלה.`,
  group: 'קבוצה',
  goods: 'מוצרים',
  otherGoods: (count) => `ועוד ${f.whole(count)}`,
  substitutes: 'זה או זה',
  noSubstitutes: phrase`אין שני מוצרים מאותה קטגוריה שאותם לקוחות רוכשים, אך בהזמנה אחת פחות מהצפוי באקראי.`,
  substitutesSentence: phrase`מוצרים מאותה קטגוריה שאותם לקוחות רוכשים יותר מהצפוי באקראי, אך בהזמנה אחת פחות: האחד בא במקום האחר.`,
  good: 'מוצר',
  otherGood: 'מוצר אחר',
  orderQ: 'Q, הזמנות',
  customerQ: 'Q, לקוחות',
  preferences: 'מי רוכש מאיזו קטגוריה',
  preferencesSentence: (segment, category, share, base) =>
    phrase`שיעור הלקוחות בכל פלח שרכשו מקטגוריה, כאינדקס לעומת הכול. בפלח ${named(segment)}, ${figure(f.share(share))} רוכשים מ-${named(category)}; מהכול, ${figure(f.share(base))}.`,
  category: 'קטגוריה',
  otherCategory: 'קטגוריה אחרת',
  everyone: 'הכול',
  affinities: 'מה עוד הם רוכשים',
  affinitiesSentence: (category, other, lift) =>
    phrase`לקוחות שרוכשים מ-${named(category)} רוכשים מ-${named(other)} פי ${figure(f.number(lift, 1))} מאשר הכול.`,
  customers: 'לקוחות של שתיהן',
  affinityShare: 'מהם, גם מהאחרת',
});
