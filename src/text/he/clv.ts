import type { Total } from '../en/clv.ts';
import type { Messages } from '../en/index.ts';
import type { Format, PluralForms } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Units of time, counted. */
const units: Readonly<Record<string, PluralForms>> = {
  day: { one: 'יום', other: 'ימים' },
  week: { one: 'שבוע', other: 'שבועות' },
  month: { one: 'חודש', other: 'חודשים' },
  year: { one: 'שנה', other: 'שנים' },
};

const unitOf = (unit: string): PluralForms => units[unit] ?? { one: unit, other: unit };

const purchase: PluralForms = { one: 'רכישה', other: 'רכישות' };

/** One without its figure: `שנה`, `12 חודשים`. */
const period = (f: Format, { length, unit }: { readonly length: number; readonly unit: string }): string =>
  length === 1 ? unitOf(unit).one! : `${f.number(length, 2)} ${f.plural(length, unitOf(unit))}`;

/** What the parameters of the models say. */
const meanings: Readonly<Record<string, string>> = {
  r: 'עד כמה הלקוחות דומים בתדירות הרכישה: מתחת ל-1 רבים כמעט אינם רוכשים ומעטים רוכשים הרבה; גדול: כולם דומים',
  alpha: 'יחד עם r, הקצב הממוצע: r / α רכישות ביחידת זמן כל עוד הוא לקוח',
  a: 'יחד עם b, באיזו קלות לקוחות מפסיקים: a / (a + b) מהם בכל רכישה; שניהם גדולים: כולם דומים',
  b: 'ראו a',
  s: 'עד כמה הלקוחות דומים בקלות ההפסקה: מתחת ל-1 רבים כמעט אינם מפסיקים; גדול: כולם דומים',
  beta: 'יחד עם s, שיעור ההפסקה הממוצע: s / β ביחידת זמן',
  p: 'עד כמה הרכישות של לקוח אחד דומות זו לזו: גדול: כולן זהות',
  q: 'עד כמה הלקוחות דומים בשווי של רכישה: גדול: כולם דומים',
  gamma: 'יחד עם p ו-q, השווי הממוצע של רכישה: pγ / (q − 1)',
};

/** Spend, or margin where it is known. */
const measure = (margin: number | undefined): string => (margin === undefined ? 'סכום הרכישות' : 'המרווח');

/** What customers are worth: lifetime value, and how well it foretells. */
export const clv = (f: Format): Messages['clv'] => {
  const within = ({ low, high }: Total, write: (value: number) => string): string =>
    low === null || high === null ? '' : ` (${write(low)} עד ${write(high)})`;
  const inWords = (margin: number | undefined, known: number | null): string => {
    if (margin === undefined) return 'בסכום רכישות';
    return known === null
      ? `במרווח, ${f.rate(margin)} מסכום הרכישות`
      : `במרווח אחרי עלות הסחורה ואספקת ההזמנות, לפי העלויות שידועות לגבי ${f.share(known, 1)} מההכנסות נטו`;
  };
  return {
    period: (horizon) => period(f, horizon),
    none: phrase`אין תחזית של ערך הלקוחות: בתהליך אין שלב clv.`,
    tooFew: (reason) => phrase`אין תחזית של ערך הלקוחות: ${reason}.`,
    figures: 'הצגת המספרים',
    customers: 'לקוחות',
    share: 'חלק',
    value: 'ערך חיי לקוח',
    shareOfValue: 'חלק מהערך',
    band: (from, to) => (to === null ? `${from} ומעלה` : `${from} עד ${to}`),
    below: (to) => `מתחת ל-${to}`,
    from: 'החל מ-',
    to: 'עד',
    actual: 'בפועל',
    model: 'מודל',
    finding: (customers, horizon, bought, value, margin, known, discount) =>
      phrase`בתוך ${period(f, horizon)}, ${figure(f.count(customers, nouns.customer))} צפויים לבצע ${figure(f.count(bought.value, purchase))}${within(bought, f.whole)}. השווי הוא ${figure(f.largeMoney(value.value))}${within(value, f.largeMoney)} ${inWords(margin, known)}${discount.rate === 0 ? ', ללא היוון' : `, בהיוון של ${f.rate(discount.rate)} ל${unitOf(discount.per).one}`}.`,
    alreadyBought: phrase`מה שכבר רכשו אינו כלול.`,
    intervals: (samples) =>
      phrase`בסוגריים: ${f.rate(0.95)} מתוך ${f.whole(samples)} מדגמי bootstrap של הלקוחות. הם מראים עד כמה המודלים עלולים לטעות, בלי מה שהמקריות מוסיפה.`,

    holdout: 'עד כמה התחזית טובה',
    notHeldOut: phrase`לא הוקצתה תקופת מבחן: לא ידוע עד כמה התחזית טובה.`,
    grade: ({ customers, model, baseline, gain, grade }, until) => {
      const found = phrase`דירוג ${figure(grade)}: מתוך ${figure(f.count(customers, nouns.customer))} שרכשו הכי הרבה אחרי ${f.day(until)}, המודל איתר מראש ${figure(f.whole(model))}, ורכישות העבר ${figure(f.whole(baseline))} (${f.change(gain)}).`;
      const verdict = {
        A: phrase` בחירת הלקוחות הטובים ביותר לפי ערך חיי לקוח טובה בבירור מבחירה לפי רכישות העבר.`,
        B: phrase` בחירת הלקוחות הטובים ביותר לפי ערך חיי לקוח טובה כמו בחירה לפי רכישות העבר, אך לא טובה ממנה בבירור.`,
        C: phrase` רכישות העבר טובות יותר: אין לבחור את הלקוחות הטובים ביותר לפי ערך חיי לקוח זה, אלא לפי סך הרכישות שלהם.`,
      }[grade];
      return [...found, ...verdict];
    },
    inAll: (foretold, actual, pace) =>
      actual === 0
        ? phrase`בסך הכול נחזו ${figure(f.count(foretold, purchase))}, ואף אחת לא התבצעה.`
        : phrase`בסך הכול נחזו ${figure(f.count(foretold, purchase))} והתבצעו ${figure(f.whole(actual))}: ${figure(f.change(foretold / actual - 1))}. אילו הלקוחות המשיכו בקצב עד כה, היו ${f.whole(pace)} (${f.change(pace / actual - 1)}).`,
    eachOff: (model, pace) =>
      phrase`ללקוח בודד, המודל סטה בממוצע ב-${figure(f.fixed(model, 2))} רכישות; הקצב עד כה ב-${figure(f.fixed(pace, 2))}${model < pace ? '' : ': הוא לא היה גרוע יותר'}.`,
    spendFound: (expected, actual) =>
      actual === 0
        ? phrase`סכום הרכישות שנחזה להם היה ${f.largeMoney(expected)}, והם לא רכשו דבר.`
        : phrase`סכום הרכישות שנחזה להם היה ${figure(f.largeMoney(expected))}, ובפועל ${figure(f.largeMoney(actual))} (${f.change(expected / actual - 1)}).`,
    measured: (until, asOf, days, customers) =>
      phrase`המודל למד מרכישות עד ${f.day(until)} וחזה את ${f.whole(days)} הימים עד ${f.day(asOf)}, של ${f.count(customers, nouns.customer)} שהיו מוכרים אז.`,
    errors: 'תחזית לעומת מה שהתבצע',
    way: 'התחזית לפי',
    purchases: 'רכישות',
    off: 'סטייה',
    byModel: 'מודל',
    byPace: (retention) => `הקצב עד כה × ${f.share(retention, 1)} שהמשיכו`,
    came: 'התבצעו',
    tracking: 'רכישות חוזרות, במצטבר לפי שבועות',
    trackingSentence: (until, actual, expected) =>
      actual === 0
        ? phrase`אחרי ${f.day(until)}, תקופה שהמודל לא הכיר, לא התבצעו רכישות.`
        : phrase`אחרי ${f.day(until)}, תקופה שהמודל לא הכיר, התבצעו ${figure(f.whole(actual))} עד השבוע השלם האחרון, וצפויות היו ${figure(f.whole(expected))} (${f.change(expected / actual - 1)}), רק לפי מועד הרכישה הראשונה של כל לקוח.`,
    weekly: 'רכישות חוזרות בכל שבוע',
    weeklySentence: (weeks, most, expected) =>
      phrase`בתקופת המבחן, שאורכה ${f.count(weeks, { one: 'שבוע', other: 'שבועות' })}, התבצעו עד ${figure(f.whole(most))} בשבוע; לפי המודל הממוצע הוא ${figure(f.whole(expected))} בשבוע. הוא אינו מכיר עונות או קמפיינים.`,
    learntUntil: (until) => `נלמד עד ${f.shortDay(until)}`,
    repeatPurchases: 'רכישות חוזרות',
    week: 'שבוע',
    weekEnds: 'מסתיים ב-',
    actualColumn: 'בפועל',
    difference: 'הפרש',
    frequency: 'לפי תדירות הרכישות הקודמות',
    frequencySentence: (actual, expected) =>
      phrase`לקוחות שלא רכשו שוב לפני כן ביצעו בתקופת המבחן ${figure(f.fixed(actual, 2))} רכישות ללקוח, ולפי המודל ${figure(f.fixed(expected, 2))}. העמודות הן מה שהתבצע, הטבעות מה שנחזה.`,
    repeats: 'רכישות חוזרות לפני כן',
    meanPurchases: 'רכישות ללקוח בתקופת המבחן',
    asModelled: 'לפי המודל',
    eachActual: 'רכישות ללקוח',
    eachModel: 'לפי המודל',

    worth: 'היכן נמצא הערך',
    tenths: 'ערך חיי לקוח לפי עשירוני לקוחות',
    tenthsSentence: (best, half) =>
      phrase`בעשירון בעל הערך הגבוה ביותר נמצאים ${figure(f.share(best))} מערך חיי הלקוח, ובמחצית בעלת הערך הנמוך ${figure(f.share(half))}.`,
    tenth: 'עשירון',
    bands: 'כמה לקוחות שווים כמה',
    bandsSentence: (median, most) =>
      phrase`מחצית מהלקוחות שווים ${figure(f.money(median))} או פחות; הלקוח בעל הערך הגבוה ביותר שווה ${figure(f.money(most))}.`,
    shareOfCustomers: 'חלק מהלקוחות',
    newCustomer: (spend, value, bought, horizon, margin) =>
      phrase`רכישה שווה בממוצע ${figure(f.money(spend))}, לפני עלויות. ${measure(margin)} מלקוח חדש בתוך ${period(f, horizon)} הוא ${figure(f.money(value))}: הרכישה הראשונה ועוד ${figure(f.fixed(bought, 2))} רכישות צפויות.${margin === undefined ? '' : ' עלות האינטראקציות והתקורה אינה כלולה, ולכן כדאי להוציא על גיוס לקוח פחות מכך.'}`,

    aliveTitle: 'מי עדיין לקוח',
    alive: 'ההסתברות שהוא עדיין לקוח',
    aliveSentence: (alive, customers, gone) =>
      phrase`כ-${figure(f.whole(alive))} מתוך ${figure(f.whole(customers))} הם עדיין לקוחות. ${gone === 0 ? 'אין אף אחד שההסתברות שלו' : phrase`${figure(f.count(gone, nouns.customer))} הפסיקו ככל הנראה: ההסתברות שלהם`} מתחת ל-${f.share(0.5)}.`,
    pAlive: 'P(alive)',

    bySegment: 'ערך חיי לקוח לפי פלח',
    bySegmentSentence: (name, share, margin) =>
      name === null
        ? phrase`רוב הערך נמצא אצל מי שאינם בפלח: ${figure(f.share(share))}.`
        : phrase`בפלח ${named(name)} נמצא החלק הגדול ביותר, ${figure(f.share(share))}.${{ own: ' סכום הרכישות נספר לפי המרווח של כל לקוח, שנמשך אל המרווח הכללי כשידוע עליו מעט.', one: ' סכום הרכישות נספר לפי מרווח אחד לכולם, כפי שנקבע בתהליך.', none: '' }[margin]} הערך של כל לקוח נמצא בעמודה lifetime_value של קובצי CSV, והיום שעד אליו ירכשו מחצית ממי שעדיין לקוחות בעמודה next_purchase_on.`,
    segment: 'פלח',
    noSegment: 'ללא פלח',
    overdueTitle: 'בעלי ערך, ומאחרים',
    overdueNone: (valuable) =>
      phrase`מתוך ${figure(f.count(valuable, nouns.customer))}, החמישית בעלת הערך הגבוה ביותר, איש אינו מאחר זמן רב.`,
    overdueSentence: (customers, valuable, value, from) =>
      phrase`מתוך ${figure(f.count(valuable, nouns.customer))}, החמישית בעלת הערך הגבוה ביותר, ${figure(f.whole(customers))} היו אמורים כבר לרכוש שוב: ${figure(f.share(from))} ומעלה מהלקוחות הדומים להם היו רוכשים. ערך חיי הלקוח שלהם הוא ${figure(f.money(value))}: זה הזמן לפנות אליהם.`,
    overdueFirst: 'בעלי הערך הגבוה ביותר מביניהם',
    overdueFile: 'כל הלקוחות, עם העמודה overdue:',

    models: 'איך לקוחות רוכשים ומפסיקים',
    paces: 'באיזו תדירות לקוחות רוכשים',
    pacesSentence: (mean, band, share) =>
      phrase`כל עוד הם לקוחות, הם רוכשים בממוצע ${figure(f.number(mean, 2))} פעמים בשנה; הנפוץ ביותר, אצל ${figure(f.share(share))} מהם, הוא ${band}.`,
    pace: 'רכישות בשנה',
    stops: 'באיזו קלות לקוחות מפסיקים',
    stopsSentence: (mean, per, band, share) =>
      phrase`${per === 'purchase' ? 'אחרי רכישה' : 'בתוך שנה'}, ${figure(f.share(mean))} מפסיקים בממוצע; ההסתברות הנפוצה ביותר, אצל ${figure(f.share(share))} מהלקוחות, היא ${band}.`,
    stop: { purchase: 'ההסתברות להפסיק אחרי רכישה', year: 'ההסתברות להפסיק בתוך שנה' },
    nobodyStops: phrase`לפי מודל זה איש אינו מפסיק: כולם נחשבים עדיין ללקוחות.`,
    parameters: 'פרמטרים',
    parametersSentence: (unit) =>
      phrase`לפי נראות מרבית; הזמנים נמדדים ב${unitOf(unit).other}. רווח הסמך של ${f.rate(0.95)} הוא של הלוגריתם.`,
    modelColumn: 'מודל',
    parameter: 'פרמטר',
    meaning: 'מה הוא אומר',
    meanings,
    parameterNames: { alpha: 'α', beta: 'β', gamma: 'γ' },
    estimate: 'אומדן',
    standardError: 'שגיאת תקן',
    correlation: (value) =>
      phrase`המתאם בין תדירות הרכישה לשווי של רכישה הוא ${figure(f.fixed(value, 3))}; המודל מניח שהם בלתי תלויים.`,

    top: 'הערך הגבוה ביותר',
    topSentence: phrase`הלקוחות בעלי ערך חיי הלקוח הגבוה ביותר. ”הבאה” הוא היום שעד אליו ירכשו מחצית מהלקוחות הדומים; אם אין: לא בתוך האופק. ”איחור” הוא חלק הלקוחות הדומים שכבר היו רוכשים שוב עד עכשיו.`,
    customer: 'לקוח',
    each: 'שווי רכישה',
    last: 'אחרונה',
    next: 'הבאה',
    overdue: 'איחור',

    documentTitle: (subject) => `${subject}: ערך חיי לקוח`,
    eyebrow: (subject, model, asOf) => phrase`${named(subject)} · ${model} · נכון ליום ${f.day(asOf)}`,
    headline: (value, margin, customers, horizon) =>
      `${measure(margin)} הצפוי מ-${f.count(customers, nouns.customer)} בתוך ${period(f, horizon)}: ${f.largeMoney(value)}`,
    skip: 'דילוג אל איכות התחזית',
    glance: 'במבט אחד',
    valueNote: (margin) => (margin === undefined ? 'בסכום רכישות' : 'במרווח'),
    range: ({ low, high }, write) => (low === null || high === null ? undefined : `${write(low)} עד ${write(high)}`),
    expected: 'רכישות צפויות',
    still: 'עדיין לקוחות',
    ofCustomers: (customers) => `מתוך ${f.whole(customers)}`,
    gradeTile: 'דירוג',
    gradeNote: {
      A: 'טוב בבירור מרכישות העבר',
      B: 'טוב כמו רכישות העבר',
      C: 'רכישות העבר טובות יותר',
    },
    newTile: 'לקוח חדש',
    newNote: (bought) => `רכישה ראשונה ועוד ${f.fixed(bought, 2)}`,
    notes: 'מה כדאי לדעת',
    terms: 'הגדרות',
    footer: (version) => phrase`הופק באמצעות bezero ${version}. הדף שלם בפני עצמו: הוא אינו טוען ואינו שולח דבר.`,
  };
};
