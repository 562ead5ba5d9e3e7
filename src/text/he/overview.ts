import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { inBrackets } from '../in-brackets.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { costs, nouns, worth } from './words.ts';

/** RFM segments by name: no segment that a model found has theirs. */
const rfm = (f: Format, names: readonly string[]): Phrase => {
  const list = listed(
    f,
    names.map((name) => [named(name)]),
  );
  return phrase`${f.plural(names.length, { one: 'פלח ה-RFM', other: 'פלחי ה-RFM' })} ${list}`;
};

/** Customers of whom something is told. */
const who = (f: Format, count: number, told: { readonly one: string; readonly other: string }): Phrase =>
  phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, told)}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format): Messages['overview'] => ({
  nobody: phrase`איש לא רכש עד יום הייחוס, ולכן עוד אין על מה לדווח.`,
  counted: (known, profit) => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`העלות של ${list} גבוהה מההכנסות נטו.`
      : phrase`הרווח הוא מה שנשאר מההכנסות נטו אחרי העלות של ${list}.`;
  },
  noCosts: phrase`לא ידועות עלויות, ולכן אי אפשר לחשב רווח: הוא היה רק שם אחר להכנסות נטו. הדוח מציג במקומו הכנסות נטו. כדי לקבל רווח יש למפות unit_cost או cost במקור, ולציין עלויות בתהליך.`,
  tiles: {
    customers: 'לקוחות',
    prospects: (count) => (count === 0 ? 'ואין לקוחות פוטנציאליים' : `ועוד ${f.count(count, nouns.prospect)}`),
    netRevenue: 'הכנסות נטו',
    orders: (count) => `ב-${f.count(count, nouns.order)}`,
    profit: 'רווח',
    margin: (share) => `${f.share(share, 1)} מההכנסות נטו`,
    lossMakers: 'לקוחות הפסדיים',
    lost: (amount) => (amount === 0 ? 'אין לקוח שעלותו גבוהה ממה שהוא מניב' : `גורעים ${f.money(amount)}`),
    each: 'הכנסות נטו ללקוח',
    perCustomer: 'ללקוח, עד כה',
    rejected: 'רשומות שנדחו',
    ofRecords: (count) => `מתוך ${f.whole(count)}`,
    lifetimeValue: 'ערך חיי לקוח',
    lifetimeNote: (period, low, high) =>
      low === null || high === null
        ? `בתוך ${period}`
        : `בתוך ${period}; ${f.largeMoney(low)} עד ${f.largeMoney(high)} לפי טווח הטעות של המודל`,
  },
  changed: {
    title: (asOf) => (asOf === null ? 'מה השתנה מאז ההרצה האחרונה' : `מה השתנה מאז ${f.day(asOf)}`),
    first: phrase`אין הרצה קודמת להשוות אליה. מההרצה הבאה ואילך יופיעו כאן שינויים.`,
    nothing: phrase`דבר לא השתנה.`,
    moreCustomers: (count) => phrase`נוספו ${figure(f.count(count, nouns.customer))} שרכשו.`,
    fewerCustomers: (count) => phrase`מספר הלקוחות שרכשו קטן ב-${figure(f.whole(count))}.`,
    netRevenue: (amount, share) =>
      amount > 0
        ? phrase`ההכנסות נטו עלו ב-${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`ההכנסות נטו ירדו ב-${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    profit: (amount, share) =>
      amount > 0
        ? phrase`הרווח עלה ב-${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`הרווח ירד ב-${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lifetimeValue: (amount, share) =>
      amount > 0
        ? phrase`ערך חיי הלקוח עלה ב-${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`ערך חיי הלקוח ירד ב-${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lapsed: (count) => phrase`${who(f, count, { one: 'הפסיק להיות פעיל', other: 'הפסיקו להיות פעילים' })}.`,
    losing: (count) =>
      phrase`${who(f, count, { one: 'עולה עכשיו יותר ממה שהוא מניב', other: 'עולים עכשיו יותר ממה שהם מניבים' })}, ולא כך היה קודם.`,
    moreRejects: (count) => phrase`מספר הרשומות שנדחו גדל ב-${figure(f.whole(count))}.`,
    fewerRejects: (count) => phrase`מספר הרשומות שנדחו קטן ב-${figure(f.whole(count))}.`,
    renamed: (before, now) => phrase`הפלח ${named(before)} נקרא עכשיו ${named(now)}.`,
    manyRenamed: (count) => phrase`מספר הפלחים שקיבלו שם אחר: ${figure(f.whole(count))}.`,
    audience: (title, entered, left) =>
      phrase`הקהל ${named(title)}: נכנסו ${figure(f.whole(entered))}, יצאו ${figure(f.whole(left))}.`,
    came: (count) => phrase`${who(f, count, { one: 'חדש בפלחים', other: 'חדשים בפלחים' })}.`,
    stayed: (since) =>
      since === null
        ? phrase`אף לקוח לא עבר מפלח אחד לאחר.`
        : phrase`מאז ${f.day(since)}, אף לקוח לא עבר מפלח אחד לאחר.`,
    moved: (since, moved, share, largest) => {
      const customers = phrase`${figure(f.count(moved, nouns.customer))} (${f.share(share, 1)}) ${f.plural(moved, { one: 'עבר', other: 'עברו' })} לפלח אחר`;
      const places = phrase`מ: ${named(largest.from)} אל: ${named(largest.to)}`;
      const most = largest.customers === moved ? places : phrase`${f.whole(largest.customers)} מהם ${places}`;
      return since === null ? phrase`${customers}, ${most}.` : phrase`מאז ${f.day(since)}, ${customers}, ${most}.`;
    },
  },
  attention: {
    title: 'מי דורש תשומת לב',
    nobody: phrase`אין מישהו מיוחד.`,
    waiting: (people) => phrase`ממתינים למענה על תלונה: ${figure(f.count(people, nouns.person))}.`,
    overdue: (customers, valuable, value) =>
      phrase`${figure(f.whole(customers))} מתוך ${f.count(valuable, nouns.customer)} בעלי ערך חיי הלקוח הגבוה ביותר ${f.plural(customers, { one: 'היה אמור', other: 'היו אמורים' })} כבר לרכוש שוב. הערך שלהם הוא ${figure(f.money(value))}.`,
    quiet: (customers, spent) =>
      phrase`${who(f, customers, { one: 'שנהג לרכוש לעיתים קרובות או הרבה לא רכש לאחרונה', other: 'שנהגו לרכוש לעיתים קרובות או הרבה לא רכשו לאחרונה' })}. סך הרכישות שלהם עד כה: ${figure(f.money(spent))}.`,
    losingSegment: (name, amount) => phrase`הפלח ${named(name)} כולו מפסיד ${figure(f.money(amount))}.`,
    moreWarnings: (count) =>
      phrase`בהרצה ${f.plural(count, { one: 'נרשמה עוד', other: 'נרשמו עוד' })} ${figure(f.count(count, { one: 'אזהרה', other: 'אזהרות' }))}: ראו איכות הנתונים.`,
  },
  knownCost: (share) =>
    share === 0
      ? phrase`עלות המכר אינה ידועה: הרווח מוצג גבוה מדי.`
      : phrase`עלות המכר ידועה לגבי ${figure(f.share(share, 1))} מההכנסות נטו; הרווח של היתר מוצג גבוה מדי.`,
  anonymous: (share, profit) => {
    const revenue = phrase`${figure(f.share(share, 1))} מההכנסות נטו`;
    if (profit === 0)
      return phrase`${revenue} אינם שייכים ללקוח מוכר. הם כלולים בסכומים הכוללים, אך לא בפלחים ולא במספרים לפי לקוח.`;
    return phrase`${revenue} אינם שייכים ללקוח מוכר, עם ${profit < 0 ? 'הפסד' : 'רווח'} של ${figure(f.money(Math.abs(profit)))}. שניהם כלולים בסכומים הכוללים, אך לא בפלחים ולא במספרים לפי לקוח.`;
  },
  next: 'מה לעשות',
  answer: (customers) => phrase`להשיב ללקוחות שתלונתם פתוחה: ${figure(f.whole(customers))}.`,
  contact: (campaign, people) =>
    phrase`לשלוח את הקמפיין ${named(campaign)} אל ${figure(f.count(people, nouns.person))}.`,
  keep: (by, name, each, times) =>
    phrase`לשמר את הפלח ${named(name)}: כל אחד מלקוחותיו הניב עד כה ${worth[by].label} של ${figure(f.money(each))}, פי ${figure(f.number(times))} מהממוצע.`,
  winBack: (rfmSegments) => phrase`להחזיר את מי שלא רכשו לאחרונה: ${rfm(f, rfmSegments)}.`,
  callOverdue: (customers) =>
    phrase`להתקשר ללקוחות בעלי הערך הגבוה ביותר שהיו אמורים כבר לרכוש שוב ומותר להתקשר אליהם: ${figure(f.whole(customers))}.`,
  repair: (name, cost, share) =>
    phrase`לבדוק למה ${figure(f.share(share))} מההכנסות נטו של הפלח ${named(name)} הולכים על: ${cost}.`,
  review: (customers) =>
    phrase`לבחון ${figure(f.count(customers, nouns.customer))} ${f.plural(customers, { one: 'שעולה יותר ממה שהוא מניב', other: 'שעולים יותר ממה שהם מניבים' })}.`,
  approachAlike: (ranked, whom) =>
    phrase`לפנות אל ${figure(f.count(ranked, nouns.prospect))} הדומים ביותר אל ${whom}, לפי סדר הדמיון.`,
  approach: (alike, name) =>
    phrase`לפנות אל ${figure(f.count(alike, nouns.prospect))} ${f.plural(alike, { one: 'הדומה', other: 'הדומים' })} לפלח ${named(name)}, הדומים ביותר תחילה.`,
  correct: (records, source, column, reason) =>
    phrase`לדאוג לתיקון של ${figure(f.count(records, nouns.record))} מהמקור ${named(source)}: ${reason}${column === null ? '' : `, בעמודה ${column}`}.`,
  where: (column, values) => [
    `כאשר ${column} הוא `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' או ', named(value)])),
  ],
  from: (column, least) => phrase`כאשר ${column} הוא ${f.number(least)} ומעלה`,
  below: (column) => phrase`כאשר ${column} קטן מ-0`,
  byPriority: (budget) =>
    budget
      ? phrase`priority_rank הנמוך ביותר תחילה, מי שאין לו אחרון; העלות המותרת לכל לקוח היא retention_budget, ואפס אם הוא ריק`
      : phrase`priority_rank הנמוך ביותר תחילה, מי שאין לו אחרון`,
  callable: (overdue, value) =>
    phrase`כאשר overdue הוא ${f.number(overdue)} ומעלה, lifetime_value הוא ${f.number(value, 2)} ומעלה ו-phone אינו ריק`,
  ready: (audience) => phrase`הקהל ${named(audience)}`,
  nothing: phrase`אין היום.`,
});
