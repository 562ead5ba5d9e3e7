import type { buyingRemarks as english, WhyNobodyRanked } from '../../en/remarks/buying.ts';
import type { Format } from '../../format.ts';
import { whyNot } from '../why-not.ts';
import { nouns } from '../words.ts';

/** מדוע איש אינו מדורג לפי דמיון. */
export const whyNobodyRanked =
  (f: Format) =>
  (why: WhyNobodyRanked): string => {
    switch (why.code) {
      case 'noSegments':
        return 'אין פלחים; שלב kmeans יוצר אותם';
      case 'noSuchSegment':
        return `אין פלח שהקוד או השם שלו הוא "${why.segment}"`;
      case 'fewSeeds':
        return `${f.whole(why.seeds)} מתוך ${f.whole(why.buyers)} הרוכשים הם מי שמחפשים דומים להם; כדי ללמוד מ-${f.whole(why.features)} משתנים דרושים לפחות ${f.whole(why.least)} כאלה ו-${f.whole(why.least)} שאינם כאלה`;
      case 'noLift':
        return 'בעשירון המדורג ראשון אין יותר מהמבוקשים מאשר בבחירה אקראית';
      case 'unlearnable':
        return 'אי אפשר ללמוד דבר מן הרוכשים';
    }
  };

/** מה שיש לומר למודלים של מי רוכש מה, ומה זה שווה. */
export const buyingRemarks = (f: Format): ReturnType<typeof english> => ({
  nothingForetold: ({ because }) =>
    `אין תחזית: ${
      {
        short: 'הרכישות אינן מגיעות עד לפני שתי התקופות האחרונות',
        oneRate: 'שיעור אחד לכולם מדויק באותה מידה',
        unlearnable: 'אי אפשר ללמוד מן הימים שעברו, או שהיו בהם מעט מדי לקוחות',
      }[because]
    }`,
  byRecency: ({ because }) =>
    `${because === 'few' ? 'יש מעט מדי לקוחות למקדמי המודל' : 'המודל אינו עולה על העדכניות לבדה ביותר משגיאת תקן אחת'}; ההסתברויות הן לפי עדכניות בלבד`,
  stalePurchases: () =>
    'הרכישות מסתיימות שבוע או יותר לפני יום הייחוס; מי ירכוש שוב נמדד עד יומן האחרון, והתחזית היא לימים שאחריו',

  nobodyValued: ({ why }) => `איש אינו מוערך: ${whyNot(f)(why)}`,
  riskByRepurchase: () =>
    'מכיוון שלפי המודל איש אינו עוזב, סיכון העזיבה הוא הסיכון שלא ירכשו שוב, היכן ששלב repurchase חוזה אותו, ואם לא, מידת האיחור של הלקוח',
  pastSpendBetter: () =>
    'סך הרכישות בעבר מוצא יותר מהלקוחות הטובים ביותר (דירוג C); ערך חיי הלקוח מוצג, ואינו משמש לדבר',
  noCostOfGoods: () => 'אף עלות מכר אינה ידועה, ולכן הערך הוא בסך הרכישות ולא במרווח',
  fewCustomers: ({ customers, least }) =>
    `מעט מדי לקוחות (${f.whole(customers)}): לנתונים שאפשר לסמוך עליהם דרושים לפחות ${f.whole(least)}`,
  shortHistory: ({ days, horizon, least }) =>
    `היסטוריה של ${f.whole(days)} ימים קצרה מדי: לאופק של ${f.whole(horizon)} ימים דרושים לפחות ${f.whole(least)}`,
  noHoldoutFit: ({ until, why }) =>
    `לא ידוע עד כמה תחזית המודל טובה: עד ${f.day(until)} אי אפשר להתאים דבר: ${whyNot(f)(why)}`,
  noHoldout: () => 'ההיסטוריה קצרה מכדי לשמור חלק ממנה למבחן: לא ידוע עד כמה תחזית המודל טובה',
  sampled: ({ fitted, customers }) =>
    `המודלים מותאמים למדגם של ${f.whole(fitted)} מתוך ${f.count(customers, nouns.customer)}`,
  meanSpend: ({ mean, why }) => `כל רכישה נחשבת לפי הממוצע, ${f.fixed(mean, 2)}: ${whyNot(f)(why)}`,
  levelOff: ({ off }) =>
    `בתקופת המבחן נחזו ${f.share(Math.abs(off), 1)} רכישות ${off < 0 ? 'פחות מדי' : 'יותר מדי'}: גם הסכומים הבאים עלולים לסטות באותה מידה, יהיה הדירוג אשר יהיה, כי הוא נוגע לסדר הלקוחות`,
  otherFamily: ({ title, until, now }) =>
    `תקופת המבחן מדדה את ${title}, שאליו הובילו הרכישות עד ${f.day(until)}; כל הרכישות יחד מובילות אל ${now}, ולא ידוע עד כמה תחזיתו טובה`,
  nobodyDrops: ({ title }) =>
    `נראה שאיש אינו עוזב: הנראות של ${title} מגיעה לגבולה, NBD, ובו משתמשים; כולם עדיין נחשבים לקוחות`,
  dropsUncertain: ({ title, gain }) =>
    `לא ודאי שמישהו עוזב: ln L של ${title} גבוה רק ב-${f.fixed(gain, 2)} מזה של NBD, שבו איש אינו עוזב`,
  searchEnded: ({ title }) => `${title}: החיפוש אחר הנראות המרבית לא התכנס`,
  startsApart: ({ title, agreed, starts }) =>
    `${title}: ${f.whole(agreed)} מתוך ${f.whole(starts)} התחלות הגיעו לנראות המרבית`,
  alikeIn: ({ title, what }) =>
    `${title}: הלקוחות כמעט אינם נבדלים ב${what === 'buying' ? 'תדירות הרכישה' : 'נטייה להפסיק'}; מן הפרמטרים האלה ידוע רק היחס ביניהם`,
  noErrors: ({ title }) => `${title}: אין שגיאות תקן: הנראות שטוחה בשיאה`,
  correlated: ({ correlation }) =>
    `Gamma-Gamma: סך הרכישות והתדירות מתואמים (${f.fixed(correlation, 2)}), והמודל מניח שלא: הערכים של רוכשים תדירים מוטים`,

  noProduct: (why) => {
    const nothing = 'אין תחזית: ';
    switch (why.kind) {
      case 'no purchases':
        return `${nothing}אף לקוח לא רכש מוצר מוכר`;
      case 'few customers':
        return `${nothing}${f.whole(why.customers)} ממי שרכשו בעבר רכשו שוב בימים האחרונים, ולמדידה דרושים ${f.whole(why.least)}`;
      case 'few products':
        return `${nothing}היו ${f.whole(why.products)} מוצרים במכירה, ולבחירה דרושים ${f.whole(why.least)}`;
      case 'not better':
        return `${nothing}אף כלל אינו עולה גם על הנמכרים ביותר וגם על מה שהלקוחות רכשו לרוב, ביותר משגיאת תקן אחת`;
    }
  },
  nobodyRanked: ({ why }) => `איש אינו מדורג: ${whyNobodyRanked(f)(why)}`,

  largeBaskets: ({ level, number, most, largest }) =>
    `${f.count(number, level === 'basket' ? { one: 'סל', other: 'סלים' } : nouns.customer)} עם יותר מ-${f.whole(most)} מוצרים לא נכללו (עד ${f.whole(largest)})`,
  stoppedAt: ({ goods, most }) =>
    `קבוצות של ${f.whole(goods)} מוצרים ומעלה לא נכללו: יש יותר מ-${f.whole(most)} לספור; כדי לכלול אותן יש להעלות את support או את max_itemsets`,
  noSubstitutes: () =>
    'אין חיפוש של תחליפים: אותם לקוחות רוכשים יותר מדי זוגות של מוצרים; כדי לכלול אותם יש להעלות את support או את max_itemsets',
});
