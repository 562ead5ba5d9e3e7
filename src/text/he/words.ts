import type { Messages } from '../en/index.ts';
import type { Cost, RowNoun } from '../en/words.ts';

/** Nouns that are counted. */
export const nouns = {
  customer: { one: 'לקוח', other: 'לקוחות' },
  prospect: { one: 'לקוח פוטנציאלי', other: 'לקוחות פוטנציאליים' },
  person: { one: 'לקוח או לקוח פוטנציאלי', other: 'לקוחות ולקוחות פוטנציאליים' },
  lossMaker: { one: 'לקוח הפסדי', other: 'לקוחות הפסדיים' },
  segment: { one: 'פלח', other: 'פלחים' },
  order: { one: 'הזמנה', other: 'הזמנות' },
  record: { one: 'רשומה', other: 'רשומות' },
  file: { one: 'קובץ', other: 'קבצים' },
  audience: { one: 'קהל', other: 'קהלים' },
  campaign: { one: 'קמפיין', other: 'קמפיינים' },
  people: { one: 'איש', other: 'אנשים' },
  category: { one: 'קטגוריה', other: 'קטגוריות' },
  source: { one: 'מקור', other: 'מקורות' },
  reason: { one: 'סיבה', other: 'סיבות' },
  check: { one: 'בדיקה', other: 'בדיקות' },
  row: { one: 'שורה', other: 'שורות' },
  day: { one: 'יום', two: 'יומיים', other: 'ימים' },
  opinion: { one: 'חוות דעת אחת', other: 'חוות דעת' },
  complaint: { one: 'תלונה', other: 'תלונות' },
  predictor: { one: 'מאפיין', other: 'מאפיינים' },
  canonicalFunction: { one: 'פונקציה', other: 'פונקציות' },
} as const satisfies Messages['nouns'];

/** What the columns of `features.customer` and `marts.customer` are called. */
export const features: Readonly<Record<string, string>> = {
  recency_days: 'ימים מאז הרכישה האחרונה',
  frequency: 'הזמנות',
  monetary: 'סך הרכישות',
  tenure_days: 'ימים מאז הרכישה הראשונה',
  purchase_interval_days: 'ימים בין רכישות',
  mean_order_value: 'סכום הזמנה',
  quantity_per_order: 'יחידות להזמנה',
  products: 'מוצרים שונים',
  discount_share: 'שיעור ההנחות',
  return_share: 'שיעור ההחזרות',
  weekend_share: 'שיעור הרכישות בסופי שבוע',
  evening_share: 'שיעור הרכישות בערב',
  contacts: 'אינטראקציות',
  complaints: 'תלונות',
  complaints_open: 'תלונות פתוחות',
  opinions: 'חוות דעת',
  opinion: 'חוות דעת ממוצעת',
  opinion_trend: 'מגמת חוות הדעת',
  cost_to_serve: 'עלות שירות',
  profit: 'רווח',
  age_years: 'גיל',
  annual_income: 'הכנסה שנתית',
  known_days: 'ימי היכרות',
  category_share: 'חלק הרכישות בקטגוריה',
  channel_share: 'חלק ההזמנות בערוץ',
  gender: 'מגדר',
  country: 'מדינה',
  region: 'אזור',
  language: 'שפה',
  first_channel: 'ערוץ הפנייה הראשונה',
  first_referrer: 'האתר המפנה הראשון',
  acquisition_source: 'מקור גיוס',
  acquisition_medium: 'אמצעי גיוס',
};

/** The lines of a profit and loss account, from sales to profit. */
export const account: Messages['account'] = {
  revenue: 'הכנסות',
  returns: 'החזרות',
  discounts: 'הנחות',
  net_revenue: 'הכנסות נטו',
  shipping_charged: 'דמי משלוח',
  cost_of_goods: 'עלות המכר',
  gross_margin: 'רווח גולמי',
  fulfilment: 'אספקת הזמנות',
  cost_to_serve: 'עלות שירות',
  campaign_cost: 'קמפיינים',
  acquisition_cost: 'גיוס לקוחות',
  profit: 'רווח',
};

/** The amount that customers are ranked by: profit, or net revenue where no cost is known. */
export const worth: Messages['worth'] = {
  profit: {
    label: 'רווח',
    whole: 'הרווח',
    share: 'חלק מהרווח',
    each: 'רווח ללקוח',
    most: 'הוא הרווחי ביותר',
  },
  net_revenue: {
    label: 'הכנסות נטו',
    whole: 'ההכנסות נטו',
    share: 'חלק מההכנסות נטו',
    each: 'הכנסות נטו ללקוח',
    most: 'מניב הכי הרבה',
  },
};

/** The line of the account that makes somebody a loss maker; the codes are those of `marts.loss_maker`. */
export const lossReasons: Readonly<Record<string, string>> = {
  returns: 'החזרות',
  discounts: 'הנחות',
  cost_of_goods: 'עלות המכר',
  delivery: 'משלוח',
  return_handling: 'טיפול בהחזרות',
  cost_to_serve: 'אינטראקציות',
  campaign_cost: 'קמפיינים',
  acquisition_cost: 'גיוס לקוחות',
  all_costs: 'כל העלויות, ברמה הרגילה',
};

/** Costs as a sentence lists them. */
export const costs: Readonly<Record<Cost, string>> = {
  cost_of_goods: 'סחורה',
  fulfilment: 'אספקת הזמנות',
  cost_to_serve: 'אינטראקציות',
  campaign_cost: 'קמפיינים',
  acquisition_cost: 'גיוס לקוחות',
};

/** Why a record was rejected; the codes are those of `raw.rejects`. */
export const reasons: Readonly<Record<string, string>> = {
  conflicting_rows_of_one_key: 'רשומות שונות עם אותו מפתח',
  does_not_fit: 'סכום גדול מכל סכום אפשרי',
  has_a_nul_character: 'מכיל תו NUL',
  has_an_invisible_character: 'מכיל טאב או תו בלתי נראה',
  has_a_time_of_day: 'שעה במקום שנדרש בו יום בלבד',
  impossible_date: 'תאריך לפני 1900 או אחרי 2199',
  missing: 'ערך חסר',
  not_a_date: 'לא תאריך',
  not_a_json_object: 'לא אובייקט JSON',
  not_from_minus_1_to_1: 'מתחת ל־1- או מעל 1: ציון בסולם אחר',
  not_a_number: 'לא מספר',
  not_json: 'לא JSON',
  not_yes_or_no: 'לא כן ולא לא',
  too_few_fields: 'פחות שדות מבשורת הכותרת',
  too_many_fields: 'יותר שדות מבשורת הכותרת',
  unknown_customer: 'לקוח שאינו מופיע באף רשימת לקוחות',
};

/** Many rows of the data. */
export const rowsOf: Readonly<Record<RowNoun, string>> = { row: 'שורות', customer: 'לקוחות' };
