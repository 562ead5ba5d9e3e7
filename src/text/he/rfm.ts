import type { Messages } from '../en/index.ts';
import type { Cell } from '../en/rfm.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Cells that are named where several hold as many. */
const mostNamed = 3;

function fullestCells(f: Format, customers: number, cells: readonly Cell[]): Phrase {
  const each = figure(f.count(customers, nouns.customer));
  if (cells.length > mostNamed) return phrase`ב-${f.whole(cells.length)} התאים המלאים ביותר יש ${each} בכל תא`;
  const places = cells.map((cell) => `עדכניות ${f.whole(cell.recency)} ותדירות ${f.whole(cell.frequency)}`);
  return cells.length === 1
    ? phrase`בתא המלא ביותר יש ${each}: ${places.join('')}`
    : phrase`בתאים המלאים ביותר יש ${each} בכל תא: ${places.join('; ')}`;
}

/** Recency, frequency, money. */
export const rfm = (f: Format): Messages['rfm'] => ({
  names: {
    Champions: 'אלופים',
    Loyal: 'נאמנים',
    'Potential loyalists': 'נאמנים בפוטנציה',
    'New customers': 'לקוחות חדשים',
    Promising: 'מבטיחים',
    'Need attention': 'דורשים תשומת לב',
    'About to sleep': 'עומדים להירדם',
    'At risk': 'בסיכון',
    "Can't lose them": 'אסור לאבד',
    Hibernating: 'רדומים',
  },
  none: phrase`לא חושבו ציוני RFM: בתהליך אין שלב rfm, או שאיש לא רכש.`,
  finding: (best, share, lapsed) =>
    phrase`${figure(f.count(best, nouns.customer))} רכשו לאחרונה ולעיתים קרובות (הציון הגבוה ביותר בשני המדדים) ואחראים ל-${figure(f.share(share))} מסך הרכישות. ${figure(f.count(lapsed, nouns.customer))} קיבלו את הציון הנמוך ביותר בשניהם.`,
  grid: 'לקוחות לפי עדכניות ותדירות',
  gridSentence: (customers, fullest) =>
    phrase`${fullestCells(f, customers, fullest)}. ככל שהגוון חזק יותר, יש יותר לקוחות; מתחת למספר הלקוחות מופיע סך הרכישות שלהם.`,
  recency: 'ציון עדכניות',
  frequency: 'ציון תדירות',
  latest: 'רכשו לאחרונה',
  often: 'לעיתים קרובות',
  customers: 'לקוחות',
  monetary: 'סך הרכישות',
  cutPoints: 'מה מייצגים הציונים',
  bestScores: (recency, frequency, monetary) =>
    phrase`כדי לקבל את הציונים הגבוהים ביותר נדרשים: ימים מאז הרכישה האחרונה – ${figure(recency)}; הזמנות – ${figure(frequency)}; סך הרכישות – ${figure(monetary)}.`,
  nested: (recency) =>
    phrase`לציון העדכניות הגבוה ביותר נדרש מספר הימים הבא מאז הרכישה האחרונה: ${figure(recency)}. ההזמנות מדורגות בתוך כל ציון עדכניות, וסך הרכישות בתוך כל צירוף של השניים: נקודות החיתוך נמצאות בטבלה models.rfm_cut_point.`,
  frozen: (asOf) => phrase` נקודות החיתוך הן של ${f.day(asOf)}, ונעשה בהן שימוש חוזר.`,
  weights: ({ recency, frequency, monetary }) =>
    phrase` בציון ה-RFM, משקל העדכניות הוא ${f.number(recency, 4)}, משקל התדירות ${f.number(frequency, 4)} ומשקל סך הרכישות ${f.number(monetary, 4)}.`,
  score: 'ציון',
  measures: { recency: 'ימים מאז הרכישה האחרונה', frequency: 'הזמנות', monetary: 'סך הרכישות' },
  within: (recency) => `הזמנות בעדכניות ${f.whole(recency)}`,
  range: (from, to, write) => {
    if (from === null) return to === null ? 'הכול' : `עד ${write(to)}`;
    if (to === null) return `${write(from)} ומעלה`;
    return from === to ? write(from) : `${write(from)} עד ${write(to)}`;
  },
  moneyRange: (above, upTo, write) => {
    if (above === null) return upTo === null ? 'הכול' : `עד ${write(upTo)}`;
    return upTo === null ? `מעל ${write(above)}` : `${write(above)} עד ${write(upTo)}`;
  },
  segments: 'פלחי RFM',
  segmentsSentence: (name, share) =>
    phrase`הציונים מתקבצים לפלחים בעלי שם. הפלח ${named(name)} מניב הכי הרבה: ${figure(f.share(share))} מההכנסות נטו.`,
  segment: 'פלח RFM',
  share: 'חלק מהלקוחות',
  netRevenue: 'הכנסות נטו',
  netRevenueShare: 'חלק מההכנסות נטו',
});
