import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns, worth } from './words.ts';

/** Whom the whale curve is over. */
const everyone = (prospects: boolean): string => (prospects ? 'הלקוחות והלקוחות הפוטנציאליים' : 'הלקוחות');

/** Where the money comes from and where it goes. */
export const profit = (f: Format): Messages['profit'] => ({
  none: phrase`עוד אין מכירות לדווח עליהן.`,
  sold: (revenue, netRevenue) =>
    phrase`מתוך הכנסות של ${figure(f.money(revenue))} נשארים ${figure(f.money(netRevenue))} אחרי החזרות והנחות.`,
  knownCost: (share) =>
    share === 0
      ? phrase` עלות המכר אינה ידועה: ההכנסות נטו נספרות כאילו הסחורה לא עלתה דבר.`
      : phrase` עלות המכר ידועה לגבי ${figure(f.share(share, 1))} מההכנסות נטו; כשאינה ידועה, ההכנסות נטו נספרות כאילו הסחורה לא עלתה דבר.`,
  finding: (netRevenue, profit, largest, share) =>
    phrase`מכל ${figure(f.money(100))} של הכנסות נטו, ${figure(f.money((100 * profit) / netRevenue))} נשארים כרווח. העלות הגדולה ביותר: ${largest}, ${figure(f.share(share))} מההכנסות נטו.`,
  account: 'מהכנסות לרווח',
  accountSentence: (revenue, profit) =>
    phrase`מה קורה להכנסות של ${figure(f.money(revenue))} עד שנשאר רווח של ${figure(f.money(profit))}.`,
  item: 'סעיף',
  amount: 'סכום',
  ofNetRevenue: 'מההכנסות נטו',
  adds: 'מוסיף',
  takes: 'גורע',
  result: 'תוצאה',
  bySegment: 'לאן הולך הכסף של כל פלח',
  bySegmentSentence: (best, bestShare, worst, worstShare) =>
    best === worst
      ? phrase`הפלח ${named(best)} משאיר כרווח ${figure(f.share(bestShare, 1))} מהכנסותיו נטו.`
      : phrase`הפלח ${named(best)} משאיר כרווח ${figure(f.share(bestShare, 1))} מהכנסותיו נטו, יותר מכולם; הפלח ${named(worst)} משאיר ${figure(f.share(worstShare, 1))}, פחות מכולם.`,
  byPaid: 'חלק מההכנסות נטו; עם דמי המשלוח זה יותר מ-100%',
  segmentAccount: 'רווח והפסד לפי פלח',
  segmentSales: 'הכנסות נטו לפי פלח',
  segment: 'פלח',
  customers: 'לקוחות',
  margin: 'שיעור הרווח',
  unassigned: 'ללא פלח',
  anonymous: 'אנונימי',
  segmentAccountSentence: (unassigned, anonymous): Phrase => [
    ...phrase`כל הסכומים הם ב-${figure(f.currency)}, ללא מס.`,
    ...(unassigned ? [' ללא פלח: לקוחות פוטנציאליים, ולקוחות שלא קובצו לפלח.'] : []),
    ...(anonymous ? [' אנונימי: מה שאינו שייך ללקוח מוכר.'] : []),
  ],
  whale: 'איך הרווח מצטבר על פני הלקוחות',
  whaleSentence: (peakShare, peakRatio, eroded, prospects) =>
    phrase`${figure(f.share(peakShare))} הרווחיים מקרב ${everyone(prospects)} מניבים ${figure(f.share(peakRatio))} מהרווח; האחרים גורעים ממנו ${figure(f.money(eroded))}.`,
  whaleNone: phrase`אין לקוח שעלותו גבוהה ממה שהוא מניב: העקומה אינה יורדת.`,
  whaleLoss: (peak, eroded) =>
    phrase`הלקוחות הרווחיים מניבים ${figure(f.money(peak))}; האחרים גורעים ${figure(f.money(eroded))}, כך שלא נשאר דבר.`,
  whaleAnonymous: (known, anonymous, total) =>
    phrase`העקומה כוללת רק את מי שמוכרים ומסתיימת ב-${figure(f.money(known))}. מה שאינו שייך ללקוח מוכר ${anonymous < 0 ? phrase`גורע ${figure(f.money(-anonymous))}` : phrase`מוסיף ${figure(f.money(anonymous))}`}; יחד אלה ${figure(f.money(total))} של החברה כולה.`,
  best: (percent, share, prospects, anonymous, base) => {
    const people = prospects
      ? phrase`${f.count(base, nouns.person)} שהניבו או עלו משהו`
      : phrase`${f.count(base, nouns.customer)}`;
    return anonymous
      ? phrase`${figure(f.share(percent / 100))} הטובים מתוך ${people} מניבים ${figure(f.share(share))} מהרווח של כל מי שמוכרים.`
      : phrase`${figure(f.share(percent / 100))} הטובים מתוך ${people} מניבים ${figure(f.share(share))} מהרווח.`;
  },
  whaleTiles: {
    peak: 'הרווח בשיא',
    peakNote: (share, prospects) => `מ-${f.share(share)} הטובים מקרב ${everyone(prospects)}`,
    ratio: 'השיא לעומת הסך הכולל',
    ratioNote: (profit) => `סך הכול ${f.money(profit)}`,
    eroded: 'נגרע',
    erodedNote: (customers, lost, prospects, cost) =>
      prospects === 0
        ? `על ידי ${f.count(customers, nouns.lossMaker)}`
        : `${f.money(lost)} על ידי ${f.count(customers, nouns.lossMaker)}; ${f.money(cost)} על ידי ${f.count(prospects, nouns.prospect)}`,
  },
  customerPercent: (prospects) => `${prospects ? 'לקוחות ולקוחות פוטנציאליים' : 'לקוחות'}, הרווחיים ביותר ראשונים`,
  cumulativeProfit: 'רווח מצטבר',
  shareOfProfit: 'חלק מהרווח',
  peak: 'שיא',
  total: 'סך הכול',
  byCategory: 'לפי קטגוריה',
  byCategorySentence: (name, share, marginName, margin) =>
    phrase`הקטגוריה ${named(name)} מוכרת הכי הרבה: ${figure(f.share(share))} מההכנסות נטו. המרווח הטוב ביותר הוא של הקטגוריה ${named(marginName)}: ${figure(f.share(margin))} מההכנסות נטו שלה.`,
  byCategorySold: (name, share) =>
    phrase`הקטגוריה ${named(name)} מוכרת הכי הרבה: ${figure(f.share(share))} מההכנסות נטו.`,
  category: 'קטגוריה',
  contribution: 'מרווח תרומה',
  notAttributed: (by, cost) =>
    by === 'month'
      ? `קמפיינים שהיום הראשון שלהם לא נמסר, ${f.money(cost)}, אינם כלולים באף חודש.`
      : `אינטראקציות, קמפיינים וגיוס לקוחות, ${f.money(cost)}, שייכים ללקוחות ואינם באף שורה: הרווח הוא מרווחי התרומה בניכוי סכום זה.`,
  netRevenue: 'הכנסות נטו',
  grossMargin: 'רווח גולמי',
  marginRate: 'שיעור המרווח',
  bySource: 'לפי מקור גיוס',
  bySourceSentence: (by, best, bestEach, worst, worstEach) =>
    best === worst
      ? phrase`כולם הגיעו מהמקור ${named(best)}: ${worth[by].label} של ${figure(f.money(bestEach))} לאדם.`
      : phrase`מי שהגיעו מהמקור ${named(best)} מניבים הכי הרבה: ${worth[by].label} של ${figure(f.money(bestEach))} לאדם; מי שהגיעו מהמקור ${named(worst)} מניבים הכי מעט: ${figure(f.money(worstEach))}. גם לקוחות פוטנציאליים שעוד לא רכשו נספרים.`,
  source: 'מקור גיוס',
  people: 'לקוחות ולקוחות פוטנציאליים',
  bought: 'רכשו',
  byMonth: 'לפי חודש',
  byMonthSentence: (best, netRevenue) =>
    phrase`החודש הטוב ביותר היה ${figure(f.month(best))}, עם הכנסות נטו של ${figure(f.money(netRevenue))}.`,
  month: 'חודש',
});
