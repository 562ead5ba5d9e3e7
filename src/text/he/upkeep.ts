import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const models = {
  kmeans: 'הפלחים (k-means)',
  discriminant: 'ניתוח הבחנה',
  tree: 'עץ סיווג',
  clv: 'ערך חיי לקוח',
  basket: 'מה נרכש יחד',
} as const;

/** אילו נתונים של מודל שנעשה בו שימוש חוזר הם ישנים. */
const ofThatDay = {
  kmeans:
    'מספר הפלחים, אופן בחירתו ומידת ההפרדה ביניהם הם של אותו יום; השיוך של כל לקוח לפלח וכל נתוני הפלחים הם של הלילה.',
  discriminant: 'מה שמבחין בין הפלחים ושיעור הדיוק הם של אותו יום; הפלח החזוי לכל לקוח הוא של הלילה.',
  tree: 'הכללים, מספר הלקוחות בכל כלל ושיעור הדיוק הם של אותו יום; הפלח החזוי לכל לקוח הוא של הלילה.',
  clv: 'הפרמטרים שלו הם של אותו יום; הערכים והסכומים הם של הלילה.',
  basket: 'מה שנרכש יחד, וכל הנתונים על כך, הם של אותו יום; מה שנרכש מאז אינו נספר.',
} as const;

/** ממתי המודלים בשימוש. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return phrase`גילו ${f.count(cause.days, nouns.day)}`;
      case 'old':
        return phrase`גיל הקודם היה ${f.count(cause.days, nouns.day)}`;
      case 'steady':
        return phrase`הסחיפה קטנה (מדד יציבות האוכלוסייה לכל היותר ${f.fixed(cause.psi, 2)}, של ${named(label(cause.feature))}; הגבול ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return phrase`סחיפה של ${named(label(cause.feature))} (מדד יציבות האוכלוסייה ${f.fixed(cause.psi, 2)}; הגבול ${f.number(cause.limit, 6)})`;
      case 'within':
        return phrase`${f.share(cause.share, 1)} מהלקוחות נמצאים מחוץ לפלחים (הגבול ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return phrase`${f.share(cause.share, 1)} מהלקוחות נמצאו מחוץ לפלחים הקודמים (הגבול ${f.share(cause.limit, 1)})`;
      case 'gone':
        return phrase`${named(label(cause.column))} כבר אינו קיים`;
      case 'always':
        return phrase`כך מבקש התהליך (refit: always)`;
      case 'version':
        return phrase`הקודם נשמר בגרסה אחרת של bezero`;
      case 'unfitted':
        return phrase`קודם לכן לא היה אפשר להתאים אותו`;
      case 'options':
        return phrase`האפשרויות השתנו`;
      case 'erased':
        return phrase`מאז נמחקו אנשים`;
      case 'segments':
        return phrase`הפלחים אחרים`;
      case 'nothing':
        return phrase`אין מה להשוות אליו את הקודם`;
    }
  },
  inputs: {
    class: 'המחלקה',
    goods: 'המוצרים שנרכשו',
    purchase_span_days: 'ימים מהרכישה הראשונה לאחרונה',
    money_per_order: 'סך הרכישות להזמנה',
  },
  usedAgain: (model, { on, asOf }, causes) =>
    phrase`${models[model]}: המודל הותאם ב-${figure(f.day(on))} לנתונים עד ${f.day(asOf)}, ונעשה בו שימוש חוזר: ${causes}. ${ofThatDay[model]}`,
  fittedAnew: (model, causes) => phrase`${models[model]}: המודל הותאם מחדש למהדורה הזו: ${causes}.`,
});
