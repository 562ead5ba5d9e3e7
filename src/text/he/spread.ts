import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { sayGap } from './cost-gap.ts';
import { lossReasons, nouns } from './words.ts';

/** The word for the line that makes somebody a loss maker. */
const reasonOf = (code: string): string => lossReasons[code] ?? code.replaceAll('_', ' ');

/** How the order of those to be kept is made. */
const orderOf = (knowsGone: boolean): string =>
  knowsGone
    ? 'הסדר נקבע לפי: ערך עכשיו × ערך עתידי × סיכון. הסיכון הוא הסתברות העזיבה כפול הסתברות ההישארות: את מי שבוודאות עזב כבר אי אפשר לשמר, ואין להוציא עליו דבר.'
    : 'הסדר נקבע לפי: ערך עכשיו × ערך עתידי × סיכון. הסיכון הוא הסתברות העזיבה.';

/** How profit and revenue are spread over customers, who loses and why, and who is to be kept. */
export const spread = (f: Format): Messages['spread'] => ({
  reasonOf,
  figures: 'הצגת המספרים',
  gap: (gap) => sayGap(gap, f),
  deciles: 'רווח לפי עשירוני לקוחות',
  decilesSentence: (profit, best, worst) =>
    profit > 0
      ? phrase`העשירון הרווחי ביותר מניב ${figure(f.money(best))}, ${figure(f.share(best / profit))} מהרווח; העשירון האחרון ${worst < 0 ? 'גורע' : 'מניב'} ${figure(f.money(Math.abs(worst)))}.`
      : phrase`העשירון הרווחי ביותר מניב ${figure(f.money(best))}; העשירון האחרון גורע ${figure(f.money(-worst))}, ולא נשאר רווח.`,
  decile: 'עשירון',
  customers: 'לקוחות',
  from: 'החל מ-',
  to: 'עד',
  lorenz: 'עד כמה ההכנסות מתחלקות בין הלקוחות באופן לא שוויוני',
  lorenzSentence: (gini, top) =>
    phrase`העשירון המוביל של הלקוחות מניב ${figure(f.share(top))} מההכנסות נטו. מדד ג׳יני הוא ${figure(f.fixed(gini, 3))}: 0 פירושו אותו סכום מכולם, וקרוב ל-1 פירושו שהכול מלקוח אחד.`,
  below: (count) => phrase`${figure(f.count(count, nouns.customer))} החזירו יותר משרכשו; כאן הם נחשבים כ-0.`,
  lorenzX: 'לקוחות, מי שמניבים הכי מעט ראשונים',
  lorenzY: 'חלק מההכנסות נטו',
  equal: 'אותו סכום מכולם',
  curve: 'הלקוחות האלה',
  makers: 'מה גורם ללקוחות להיות הפסדיים',
  makersNone: phrase`אין לקוח שעלותו גבוהה ממה שהוא מניב.`,
  makersSentence: (reason, customers, all, loss) =>
    phrase`מתוך ${figure(f.count(all, nouns.lossMaker))}, ${figure(f.whole(customers))} מפסידים בעיקר בסעיף ${named(reasonOf(reason))}: ${figure(f.money(-loss))} בסך הכול. הסעיף הוא זה שחורג יותר מכול מהרגיל ביחס להכנסות שלהם.`,
  reason: 'סעיף',
  loss: 'הפסד',
  excess: 'מעל הרגיל',
  worst: 'ההפסדים הגדולים ביותר',
  customer: 'לקוח',
  orders: 'הזמנות',
  why: 'למה',
  whySentence: (reason, amount, usual, left) => {
    if (reason === 'all_costs') return 'אף סעיף אינו חורג מהרגיל: העלויות הרגילות גבוהות ממה שהם מניבים.';
    const then = left < 0 ? `גם ברמה הרגילה היה הפסד של ${f.money(-left)}` : `ברמה הרגילה היו נשארים ${f.money(left)}`;
    return `${reasonOf(reason)}: ${f.money(amount)}, הרגיל להכנסות כאלה הוא ${f.money(usual)}; ${then}.`;
  },
  priority: 'את אילו לקוחות לשמר קודם',
  prioritySentence: (customers, atRisk, budget) =>
    budget === null
      ? phrase`${figure(f.money(atRisk))} מסכום הרכישות הצפוי נמצאים בסיכון, אצל ${figure(f.count(customers, nouns.customer))}. עלות המכר אינה ידועה, ולכן אי אפשר לגזור כמה מותר להוציא על שימורם.`
      : phrase`${figure(f.money(atRisk))} מהערך העתידי נמצאים בסיכון, אצל ${figure(f.count(customers, nouns.customer))}. על שימורם מותר להוציא ${figure(f.money(budget))} בסך הכול, לפי מה שנקבע בתהליך על יכולת השימור של הצעות ועל התשואה הנדרשת מהן.`,
  priorityHow: (isLifetimeValue, days, knowsGone) =>
    isLifetimeValue
      ? phrase`${orderOf(knowsGone)} הערך העתידי הוא ערך חיי הלקוח ב-${figure(f.whole(days))} הימים הקרובים של מי שנשאר, בניכוי עלות השירות שלו.`
      : phrase`${orderOf(knowsGone)} הערך העתידי הוא של ${figure(f.whole(days))} ימים בקצב עד כה, של מי שנשאר.`,
  valueNow: 'ערך עכשיו',
  valueToCome: 'ערך עתידי',
  leaving: 'עלולים לעזוב',
  budget: 'מותר להוציא',
  priorityReasons: {
    'will cost more than they bring': 'צפויים לעלות יותר ממה שיניבו',
    'cost more than they brought in the last year': 'עלו יותר ממה שהניבו בשנה האחרונה',
    'brought nothing in the last year': 'לא הניבו דבר בשנה האחרונה',
    'probably gone already': 'כנראה כבר עזבו',
    'worth more than usual, and likelier than usual to leave': 'שווים יותר מהרגיל, וסיכוי העזיבה גבוה מהרגיל',
    'worth more than usual, and less likely than usual to leave': 'שווים יותר מהרגיל, וסיכוי העזיבה נמוך מהרגיל',
    'worth less than usual, and likelier than usual to leave': 'שווים פחות מהרגיל, וסיכוי העזיבה גבוה מהרגיל',
    'worth less than usual, and less likely than usual to leave': 'שווים פחות מהרגיל, וסיכוי העזיבה נמוך מהרגיל',
  },
  priorityGroups: 'כולם, לפי סיבה',
  accountsBySegment: 'מהכנסות לרווח, פלח אחר פלח',
});
