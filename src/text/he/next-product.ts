import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { points } from '../en/next-product.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Of 100 customers. */
const ofHundred = (f: Format, share: number) => figure(f.whole(100 * share));

/** What customers buy next, and what to offer. */
export const nextProduct = (f: Format): Messages['nextProduct'] => ({
  none: phrase`אין תחזית של מה ירכשו הלקוחות: בתהליך אין שלב next_product.`,
  noPurchases: phrase`אין תחזית של מה ירכשו הלקוחות: אף לקוח לא רכש מוצר מוכר.`,
  fewCustomers: (customers, least) =>
    phrase`אין תחזית של מה ירכשו הלקוחות: לצורך המדידה, לפחות ${f.whole(least)} לקוחות שרכשו בעבר צריכים היו לרכוש שוב בימים האחרונים; מספרם היה ${f.whole(customers)}.`,
  fewProducts: (products, least) =>
    phrase`אין תחזית של מה ירכשו הלקוחות: כדי לבחור דרושים לפחות ${f.whole(least)} מוצרים במכירה; מספרם היה ${f.whole(products)}.`,
  finding: (hit, best, own) =>
    phrase`מתוך 100 לקוחות שרכשו שוב, ${ofHundred(f, hit)} רכשו אחד מחמשת המוצרים שנחזו; לפי רשימת הנמכרים ביותר ${ofHundred(f, best)}, ולפי מה שרכשו לרוב ${ofHundred(f, own)}.`,
  notBetter: (hit, best, own) =>
    phrase`לא נחזה מוצר לאיש, כי מוצרים שהולכים יחד אינם מדויקים יותר מרשימות פשוטות. מתוך 100 לקוחות שרכשו שוב, ${ofHundred(f, best)} רכשו אחד מחמשת הנמכרים ביותר, ${ofHundred(f, own)} אחד מחמישה שרכשו לרוב, ו-${ofHundred(f, hit)} אחד מחמישה לפי הכלל הטוב ביותר.`,
  measured: (since, until, customers, products) =>
    phrase`המדידה היא על הימים שאחרי ${f.day(since)}, עד ${f.day(until)}, לפי מה שנרכש לפני כן: ${figure(f.count(customers, nouns.customer))} רכשו שוב, ומספר המוצרים במכירה היה ${f.whole(products)}.`,
  used: {
    share: phrase`הכלל שבשימוש הוא שיעור הרוכשים: כמה מאלה שרכשו את מה שיש ללקוח רכשו גם את המוצר האחר.`,
    cosine: phrase`הכלל שבשימוש הוא קוסינוס: עד כמה דומים הרוכשים של שני מוצרים; לרכישות אחרונות משקל גדול יותר.`,
    lift: phrase`הכלל שבשימוש הוא ליפט: פי כמה מהצפוי באקראי יש לשני מוצרים אותם רוכשים.`,
  },
  why: (best, own) =>
    phrase`הכלל בשימוש כי הוא מדויק מהרשימות הפשוטות ביותר משגיאת תקן אחת: ${points(f, best)} לקוחות יותר מכל 100 לעומת הנמכרים ביותר, ו-${points(f, own)} יותר לעומת מה שנרכש לרוב.`,
  leftOut: (days) =>
    phrase`אין מציעים ללקוח מוצר שהחזיר, מוצר שאיש לא רכש במשך ${f.whole(days)} ימים, או מוצר שכבר יש לו ונרכש פעם אחת בלבד.`,
  effect: phrase`התחזית היא של מה שנרכש עם הצעה או בלעדיה. מה שהצעה מוסיפה אפשר לראות רק לעומת לקוחות שאינם מקבלים אותה.`,
  found: 'עד כמה התחזית דייקה',
  way: 'התחזית לפי',
  ways: {
    share: 'שיעור הרוכשים',
    cosine: 'קוסינוס',
    lift: 'ליפט',
    'best sellers': 'הנמכרים ביותר',
    'own purchases': 'מה שהלקוח רכש לרוב',
  },
  hit: (length) => `רכשו אחד מ-${f.whole(length)}`,
  error: 'שגיאת תקן',
  precision: (length) => `MAP (${f.whole(length)})`,
  coverage: (length) => `כיסוי (${f.whole(length)})`,
  segments: 'עד כמה, לפי פלח',
  segmentsSentence: (of) =>
    of === 'then'
      ? phrase`חלק הלקוחות שרכשו אחד מחמישה מוצרים, לפי הפלח שהיו בו לפני ימים אלה.`
      : phrase`חלק הלקוחות שרכשו אחד מחמישה מוצרים, לפי הפלח שהם בו כעת, שנקבע גם לפי מה שרכשו בימים אלה.`,
  isOffered: 'מוצע',
  yes: 'כן',
  no: 'לא',
  bySegment: (names, count) =>
    count === 0
      ? phrase`הכלל משמש בכל הפלחים: באף אחד מהם הוא אינו קולע פחות מהרשימות הפשוטות, ככל שניתן לדעת.`
      : phrase`לאיש לא מוצע מוצר ב-${named(names)}: שם הכלל אינו קולע יותר מרשימה פשוטה. מה שמראים לקוחות מעטים של פלח מקורב לכלל, ופלח עם פחות מ-${f.whole(30)} לקוחות נוהג כמו הכלל.`,
  segment: 'פלח',
  noSegment: 'ללא פלח',
  customers: 'לקוחות',
  offers: 'מה להציע, לפי פלח',
  offersSentence: phrase`בכל פלח, שלושת המוצרים שמוצעים ראשונים לרוב לקוחותיו, עם הסיבה הנפוצה ביותר. המוצר והסיבה של כל לקוח נמצאים בעמודות next_product ו-next_product_reason של קובצי CSV, וחמשת המוצרים שלו בטבלה scores.next_product.`,
  product: 'מוצר',
  reason: 'הסיבה הנפוצה ביותר',
  reasons: {
    together: (share, product) => `נרכש על ידי ${f.share(share)} מאלה שרכשו ${product}`,
    again: (share) => `נרכש שוב על ידי ${f.share(share)} מאלה שרכשו אותו`,
    popular: 'מהמוצרים הנמכרים ביותר',
  },
});

/** The words of its tables. */
export const nextProductTerms = {
  hit_at: {
    term: 'רכשו אחד מ-5 או מ-10',
    meaning: 'שיעור פגיעה: מתוך הלקוחות שרכשו שוב, חלקם של מי שרכשו לפחות אחד מ-5 או מ-10 המוצרים הראשונים שנחזו.',
  },
  average_precision: {
    term: 'MAP',
    meaning:
      'ממוצע הדיוק הממוצע: לכל לקוח, הדיוק במקום של כל מוצר שנרכש, חלקי מספר המוצרים שאפשר היה למצוא; ממוצע על כל הלקוחות. 1: כל מה שנרכש נחזה במקומות הראשונים.',
  },
  list_coverage: {
    term: 'כיסוי',
    meaning: 'מתוך המוצרים במכירה, חלקם של אלה שנחזו למישהו.',
  },
};
