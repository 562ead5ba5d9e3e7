import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What preceded purchases. */
export const attribution = (f: Format): Messages['attribution'] => ({
  title: 'מה קדם לרכישות',
  sentence: (touched, orders, days, touch, share, between, last) =>
    phrase`מתוך ${f.count(orders, nouns.order)}, ${figure(f.whole(touched))} באו אחרי נקודת מגע ב-${f.whole(days)} הימים שלפניהן. לפי אפקט ההסרה החלק הגדול ביותר שלהן, ${figure(f.share(share, 1))}${between === null ? '' : phrase` (רווח סמך ${f.share(0.95)}: ${f.share(between.low, 1)} עד ${f.share(between.high, 1)})`}, שייך ל-${named(touch)}; כנקודת המגע האחרונה חלקה ${f.share(last, 1)}.`,
  caution: phrase`זה מה שקדם לרכישות, לא מה שגרם להן: גם מי שעמד לרכוש בכל מקרה נכלל כאן. רק ניסוי יכול לומר זאת.`,
  meaning: phrase`כל הזמנה מקבלת את נקודות המגע שמאז ההזמנה הקודמת, בתוך חלון השיוך, וכל כלל מחלק את אותן ההזמנות. הראשונה והאחרונה נבדלות היכן שנקודת המגע נמצאת בתחילת הדרך או בסופה; אפקט ההסרה מביא בחשבון גם דרכים שלא הובילו להזמנה.`,
  kinds: {
    referrer: (site) => site,
    contact: (channel) => `אינטראקציה: ${channel}`,
    campaign: (channel) => `קמפיין: ${channel}`,
    other: () => 'שאר נקודות המגע',
  },
  rules: {
    first: 'נקודת מגע ראשונה',
    last: 'נקודת מגע אחרונה',
    linear: 'ליניארי',
    position: 'לפי מיקום',
    decay: 'דעיכה בזמן',
    markov: 'אפקט הסרה (Markov)',
  },
  touch: 'נקודת מגע',
  effect: 'אובד בלעדיה',
  interval: `רווח סמך ${f.share(0.95)}`,
  between: (low, high) => `${low} עד ${high}`,
  spread: phrase`רווחי הסמך של אפקטי ההסרה הם לפי בוטסטרפ בייסיאני של המעברים מכל נקודת מגע; לנקודה שיוצאים ממנה פחות מ-${f.whole(30)} פעמים אין רווח סמך.`,
  orders: 'הזמנות (Markov)',
  revenue: 'הכנסות נטו (Markov)',
});
