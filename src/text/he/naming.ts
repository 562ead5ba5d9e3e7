import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import type { Ends } from '../naming.ts';
import { nouns } from './words.ts';

/** What having much or little of a feature is called, in the order that names say them in. */
const spoken: Readonly<Record<string, Ends>> = {
  frequency: { high: 'רוכשים לעיתים קרובות', low: 'רוכשים לעיתים רחוקות' },
  recency_days: { high: 'לא רכשו זמן רב', low: 'רכשו לאחרונה' },
  monetary: { high: 'סך רכישות גבוה', low: 'סך רכישות נמוך' },
  tenure_days: { high: 'ותיקים', low: 'חדשים' },
  known_days: { high: 'מוכרים מזמן', low: 'מוכרים מקרוב' },
  orders: { high: 'הזמנות רבות', low: 'הזמנות מעטות' },
  lines: { high: 'פריטים רבים', low: 'פריטים מעטים' },
  products: { high: 'מגוון רחב', low: 'מגוון צר' },
  quantity_per_order: { high: 'יחידות רבות להזמנה', low: 'יחידות מעטות להזמנה' },
  mean_order_value: { high: 'הזמנות גדולות', low: 'הזמנות קטנות' },
  discount_share: { high: 'מחפשי הנחות', low: 'במחיר מלא' },
  return_share: { high: 'החזרות רבות', low: 'החזרות מעטות' },
  purchase_days: { high: 'ימי רכישה רבים', low: 'ימי רכישה מעטים' },
  purchase_interval_days: { high: 'מרווחים ארוכים', low: 'מרווחים קצרים' },
  weekend_share: { high: 'בסופי שבוע', low: 'בימי חול' },
  evening_share: { high: 'בערב', low: 'ביום' },
  favourite_category_share: { high: 'קטגוריה אחת', low: 'סל מעורב' },
  contacts: { high: 'אינטראקציות רבות', low: 'אינטראקציות מעטות' },
  contact_cost: { high: 'שירות יקר', low: 'שירות זול' },
  complaints: { high: 'מתלוננים', low: 'בלי תלונות' },
  complaints_open: { high: 'עם תלונות פתוחות', low: 'בלי תלונות פתוחות' },
  opinion: { high: 'מרוצים', low: 'לא מרוצים' },
  days_since_contact: { high: 'ללא קשר זמן רב', low: 'בקשר לאחרונה' },
  age_years: { high: 'מבוגרים', low: 'צעירים' },
  annual_income: { high: 'הכנסה גבוהה', low: 'הכנסה נמוכה' },
};

const [very, rather] = [' במיוחד', ' במידת מה'];

/** Names and descriptions of segments. Words of a name are of the customers, in the plural; degrees stand behind them, as many are no adjectives. */
export const naming = (f: Format): Messages['naming'] => ({
  spoken,
  flag: (column, yes) => (yes ? column : `ללא ${column}`),
  otherLevel: (column) => `${column} אחר`,
  mostly: (level) => `לרוב ${level}`,
  oftener: (level) => ({ high: `${level} יותר מאחרים`, low: `${level} פחות מאחרים` }),
  rarely: (level) => `כמעט בלי ${level}`,
  category: (category) => ({ high: `רוכשי ${category}`, low: `מעט ${category}` }),
  channel: (channel) => ({ high: `בערוץ ${channel}`, low: `מעט בערוץ ${channel}` }),
  contactsBy: (channel) => ({ high: `אינטראקציות רבות בערוץ ${channel}`, low: `אינטראקציות מעטות בערוץ ${channel}` }),
  amount: (column) => ({ high: `${column} גבוה`, low: `${column} נמוך` }),
  rather: (word) => `${word}${rather}`,
  very: (word) => `${word}${very}`,
  withoutDegree: (word) => word.replace(/ (במיוחד|במידת מה)$/, ''),
  typical: 'לקוחות טיפוסיים',
  middle: 'באמצע לפי ',
  valued: (feature, value) => `${feature} ${value}`,
  shareOf: (category) => `חלק הקטגוריה ${category}`,
  shareBy: (channel) => `חלק הערוץ ${channel}`,

  compared: (what, here, all) => `${what} ${here} (הכול: ${all})`,
  comparedLevel: (level, here, all) => `${here} ${level} (הכול: ${all})`,
  comparedCategory: (category, here, all) => `${here} מסך הרכישות בקטגוריה ${category} (הכול: ${all})`,
  comparedChannel: (channel, here, all) => `${here} מההזמנות בערוץ ${channel} (הכול: ${all})`,
  median: (compared) => `חציון של ${compared}`,
  empty: `${f.count(0, nouns.customer)}: אין בו איש כרגע.`,
  size: (customers, share, { netRevenue, profit }) => {
    const parts = [
      ...(netRevenue === null ? [] : [`${f.share(netRevenue)} מההכנסות נטו`]),
      ...(profit === null || profit < 0 ? [] : [`${f.share(profit)} מהרווח`]),
    ];
    const loss = profit !== null && profit < 0 ? ', בהפסד' : '';
    const brought = parts.length === 0 ? loss : `, עם ${f.list(parts)} של כל הפלחים${loss}`;
    return `${f.count(customers, nouns.customer)}, ${f.share(share)} מהלקוחות שבפלחים${brought}.`;
  },
  inTheMiddle: (measures, compared) => `הם באמצע לפי ${measures}, ודומים שם מאוד זה לזה; בממוצע: ${compared}.`,
  alike: 'הם כמעט אינם שונים מהאחרים.',
  differ: (compared) => `הם שונים מעט מהאחרים, בממוצע: ${compared}.`,
  apart: (compared) => `מה מייחד אותם, בממוצע: ${compared}.`,
  clearlyApart: (compared) => `מה מייחד אותם בבירור, בממוצע: ${compared}.`,
});
