import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
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

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format): Messages['overview'] => ({
  nobody: phrase`איש לא רכש עד יום הייחוס, ולכן עוד אין על מה לדווח.`,
  sales: (buyers, orders, netRevenue) =>
    phrase`${figure(f.count(buyers, nouns.customer))} ביצעו ${figure(f.count(orders, nouns.order))} בסך ${figure(f.money(netRevenue))} אחרי החזרות והנחות.`,
  left: (known, profit, share) => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`העלות של ${list} גבוהה מכך: ההפסד הוא ${figure(f.money(-profit))}.`
      : phrase`אחרי העלות של ${list} נשארים ${figure(f.money(profit))}: ${figure(f.share(share, 1))} מההכנסות נטו.`;
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
    since: (change, asOf) => {
      const day = asOf === null ? 'ההרצה האחרונה' : f.shortDay(asOf);
      if (change === 0) return `ללא שינוי מאז ${day}`;
      const isTold = f.change(change) !== f.change(0);
      return `${isTold ? f.change(change) : `${change < 0 ? 'ירידה' : 'עלייה'} של פחות מ-${f.share(0.001, 1)}`} מאז ${day}`;
    },
  },
  standsOut: 'מה בולט',
  topSegment: (by, name, customerShare, share) =>
    phrase`הפלח ${named(name)} ${worth[by].most}: ${figure(f.share(customerShare))} מהלקוחות מניבים ${figure(f.share(share))} מ${worth[by].whole}.`,
  moved: (since, of) => {
    const from = since === null ? 'ההרצה הקודמת' : f.day(since);
    const came =
      of.came === 0
        ? []
        : phrase` ${figure(f.count(of.came, nouns.customer))} ${f.plural(of.came, { one: 'חדש', other: 'חדשים' })} בפלחים.`;
    if (of.moved === 0 || of.largest === null) return phrase`מאז ${from}, אף לקוח לא עבר מפלח אחד לאחר.${came}`;
    const { customers, from: left, to } = of.largest;
    const share = f.share(of.moved / of.before, 1);
    const where =
      customers === of.moved
        ? phrase`מ: ${named(left)} אל: ${named(to)}`
        : phrase`${f.whole(customers)} מהם מ: ${named(left)} אל: ${named(to)}`;
    return phrase`מאז ${from}, ${figure(f.count(of.moved, nouns.customer))} (${share}) עברו לפלח אחר, ${where}.${came}`;
  },
  best: (percent, share, prospects, anonymous, base) =>
    phrase`${figure(f.share(percent / 100))} הטובים מתוך ${f.count(base, nouns[prospects ? 'person' : 'customer'])}${prospects ? ' שהניבו או עלו משהו' : ''} מניבים ${figure(f.share(share))} מהרווח${anonymous ? ' של כל מי שמוכרים' : ''}.`,
  lossMakers: (customers, share, amount) =>
    phrase`${figure(f.count(customers, nouns.customer))}, ${figure(f.share(share))} מהכול, עולים יותר ממה שהם מניבים. יחד הם גורעים ${figure(f.money(amount))}.`,
  losingSegment: (name, amount) => phrase`הפלח ${named(name)} כולו מפסיד ${figure(f.money(amount))}.`,
  quiet: (customers, monetary, rfmSegments) =>
    phrase`${figure(f.count(customers, nouns.customer))} שנהגו לרכוש לעיתים קרובות או הרבה לא רכשו לאחרונה: ${rfm(f, rfmSegments)}. סך הרכישות שלהם עד כה: ${figure(f.money(monetary))}.`,
  prospects: (prospects, alike, name) =>
    phrase`מתוך ${figure(f.count(prospects, nouns.prospect))} שעוד לא רכשו, ${figure(f.whole(alike))} דומים לפלח ${named(name)}.`,
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
  rejected: (rejected, records, share) =>
    rejected === 0
      ? phrase`כל הרשומות, ${figure(f.whole(records))}, עמדו בכללים; אף אחת לא נדחתה.`
      : phrase`${figure(f.count(rejected, nouns.record))} מתוך ${f.whole(records)} (${f.share(share, 1)}) הפרו כלל ונדחו.`,
  warnings: (count) =>
    phrase`בהרצה ${f.plural(count, { one: 'נרשמה', other: 'נרשמו' })} ${figure(f.count(count, { one: 'אזהרה', other: 'אזהרות' }))}; ראו איכות הנתונים.`,
  next: 'מה לעשות עכשיו',
  keep: (by, name, each, times) =>
    phrase`לשמר את הפלח ${named(name)}: כל אחד מלקוחותיו הניב עד כה ${worth[by].label} של ${figure(f.money(each))}, פי ${figure(f.number(times))} מהממוצע.`,
  winBack: (customers, rfmSegments) =>
    phrase`להחזיר ${figure(f.count(customers, nouns.customer))} של ${rfm(f, rfmSegments)}: הם נהגו לרכוש לעיתים קרובות או הרבה, אך לא לאחרונה.`,
  repair: (name, cost, share) =>
    phrase`לבדוק למה ${figure(f.share(share))} מההכנסות נטו של הפלח ${named(name)} הולכים על: ${cost}.`,
  review: (customers) => phrase`לבחון ${figure(f.count(customers, nouns.customer))} שעולים יותר ממה שהם מניבים.`,
  approach: (alike, name) =>
    phrase`לפנות אל ${figure(f.count(alike, nouns.prospect))} הדומים לפלח ${named(name)}, הדומים ביותר תחילה.`,
  correct: (records, source, column, reason) =>
    phrase`לדאוג לתיקון של ${figure(f.count(records, nouns.record))} מהמקור ${named(source)}: ${reason}${column === null ? '' : `, בעמודה ${column}`}.`,
  where: (column, values) => [
    `כאשר ${column} הוא `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' או ', named(value)])),
  ],
  below: (column) => phrase`כאשר ${column} קטן מ-0`,
  nothing: phrase`היום אין דבר שדורש תשומת לב.`,
});
