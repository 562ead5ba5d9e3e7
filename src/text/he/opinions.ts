import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What customers say. */
export const opinions = (f: Format): Messages['opinions'] => ({
  none: phrase`לא נאמר דבר שיש לו ציון: אף אינטראקציה לא הגיעה עם ציון, ואין טקסט בשפה שמילותיה מוכרות.`,
  finding: (opinions, good, bad, people, complaints) =>
    phrase`מתוך ${figure(f.count(opinions, nouns.opinion))}, ${figure(f.share(good))} טובות ו־${figure(f.share(bad))} רעות; השאר אינן כך ואינן כך. ${
      complaints === 0
        ? 'אין תלונה שממתינה למענה.'
        : phrase`ממתינות למענה: ${figure(f.count(complaints, nouns.complaint))} של ${f.count(people, nouns.person)}. קודם להתקשר, אחר כך למכור.`
    }`,
  bySegment: 'עד כמה כל פלח מרוצה',
  bySegmentSentence: (segment, bad) =>
    phrase`הפחות מרוצה: ${named(segment)}; ${figure(f.share(bad))} ממה שנאמר בו הוא רע.`,
  bySegmentAlike: phrase`אף פלח אינו מרוצה יותר או פחות מן הכלל מעבר למה שהמקריות הייתה יוצרת, לפי עשרה אנשים ומעלה מכל אחד (Benjamini–Hochberg, 5%).`,
  byProduct: 'על מה משבחים ועל מה מתלוננים',
  byProductSentence: (products) =>
    phrase`מבין המוצרים שעשרה אנשים ומעלה דיברו עליהם, ${figure(f.whole(products))} נבדלים מן הכלל מעבר למקריות, בשיעור תגליות שגויות של 5% (Benjamini–Hochberg); תחילה אלה שעליהם מתלוננים. מה שאדם אחד חוזר ואומר נספר פעם אחת. כל חוות דעת נזקפת למה שנרכש לאחרונה, עד 60 יום לפניה.`,
  byProductAlike: phrase`אין מוצר שמשבחים אותו או מתלוננים עליו מעבר למה שהמקריות הייתה יוצרת: בין המוצרים שעשרה אנשים ומעלה דיברו עליהם אין כאלה בשיעור תגליות שגויות של 5% (Benjamini–Hochberg).`,
  byChannel: 'לפי ערוץ',
  how: (byWords) =>
    byWords === 0
      ? phrase`הציונים הם מ־1- עד 1, כפי שהגיעו עם האינטראקציות; מעבר לשליש לכל צד הם טובים או רעים.`
      : phrase`הציונים הם מ־1- עד 1, כפי שהגיעו עם האינטראקציות; ${figure(f.whole(byWords))} מהם נגזרו ממילים של טקסטים באנגלית. מעבר לשליש לכל צד הם טובים או רעים.`,
  segment: 'פלח',
  product: 'מוצר',
  category: 'קטגוריה',
  channel: 'ערוץ',
  opinions: 'חוות דעת',
  mean: 'ציון ממוצע',
  bad: 'רעות',
  good: 'טובות',
});

/** The words of this part. */
export const opinionTerms = {
  opinion: {
    term: 'חוות דעת',
    meaning:
      'ציון לדבריו של לקוח, מ־1- (רע מאוד) עד 1 (טוב מאוד): כפי שהגיע עם האינטראקציה, או ממוצע המילים באנגלית בטקסט שמוכרות ללקסיקון AFINN (Nielsen 2011). לטקסטים בשפות אחרות שהגיעו בלי ציון אין ציון.',
  },
};
