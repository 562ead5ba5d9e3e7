import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** ממתי המודלים בשימוש. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return `גילו ${f.count(cause.days, nouns.day)}`;
      case 'old':
        return `גיל הקודם היה ${f.count(cause.days, nouns.day)}`;
      case 'steady':
        return `הסחיפה קטנה (מדד יציבות האוכלוסייה לכל היותר ${f.fixed(cause.psi, 2)}, של ${label(cause.feature)}; הגבול ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return `סחיפה של ${label(cause.feature)} (מדד יציבות האוכלוסייה ${f.fixed(cause.psi, 2)}; הגבול ${f.number(cause.limit, 6)})`;
      case 'within':
        return `${f.share(cause.share, 1)} מהלקוחות נמצאים מחוץ לפלחים (הגבול ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return `${f.share(cause.share, 1)} מהלקוחות נמצאו מחוץ לפלחים הקודמים (הגבול ${f.share(cause.limit, 1)})`;
      case 'gone':
        return `${label(cause.column)} כבר אינו קיים`;
      case 'always':
        return 'כך מבקש התהליך (refit: always)';
      case 'version':
        return 'הקודם נשמר בגרסה אחרת של bezero';
      case 'unfitted':
        return 'קודם לכן לא היה אפשר להתאים אותו';
      case 'options':
        return 'האפשרויות השתנו';
      case 'erased':
        return 'מאז נמחקו אנשים';
      case 'segments':
        return 'הפלחים אחרים';
      case 'nothing':
        return 'אין מה להשוות אליו את הקודם';
    }
  },
  inputs: {
    class: 'המחלקה',
    goods: 'המוצרים שנרכשו',
    purchase_span_days: 'ימים מהרכישה הראשונה לאחרונה',
    money_per_order: 'סך הרכישות להזמנה',
  },
  usedAgain: ({ on, asOf }, causes, kept) =>
    `המודל הזה הותאם ב-${f.day(on)} לנתונים עד ${f.day(asOf)}, ונעשה בו שימוש חוזר: ${causes}. ` +
    (kept === 'figures'
      ? 'המספרים שלו הם של אותו יום; הלקוחות של הלילה מקבלים ציונים לפיו.'
      : 'הפרמטרים שלו הם של אותו יום; הערכים והסכומים חדשים.'),
  fittedAnew: (causes) => `המודל הזה הותאם מחדש למהדורה הזו: ${causes}.`,
});
