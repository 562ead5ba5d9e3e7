import { probability } from '../en/discriminant.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { calibrationVerdict } from './calibration.ts';
import { nouns } from './words.ts';

/** The days that are foretold: the next ones, or those after the last day on which purchases are known. */
const coming = (f: Format, days: number, after: string | null): string =>
  after === null ? `ב-${f.whole(days)} הימים הקרובים` : `ב-${f.whole(days)} הימים שאחרי ${f.day(after)}`;

/** `= 0.032`, `<0.001` */
const equals = (f: Format, p: number): string => `${p < 0.001 ? '' : '= '}${probability(f, p)}`;

/** Who buys again, and who churns. */
export const repurchase = (f: Format): Messages['repurchase'] => ({
  none: phrase`אין תחזית של מי ירכוש שוב: בתהליך אין שלב repurchase.`,
  tooFew: (reason) => phrase`אין תחזית של מי ירכוש שוב: ${reason}.`,
  finding: (customers, again, days, after) =>
    phrase`מתוך ${figure(f.count(customers, nouns.customer))} פעילים, כ-${figure(f.whole(again))} (${f.share(again / customers)}) צפויים לרכוש שוב ${coming(f, days, after)}${after === null ? '' : ', היום האחרון שהרכישות בו ידועות'}. האחרים אינם צפויים לכך, אלא אם משהו יחזיר אותם.`,
  uncalibrated: (foretold, again) =>
    phrase`יש להתייחס למספר בזהירות: בימי המבחן נחזו ${figure(f.whole(foretold))} ורכשו שוב ${figure(f.whole(again))}, ולפי עשירונים ההפרש גדול ממה שמקריות מסבירה.`,
  measured: (since, until, customers, again) =>
    phrase`המדידה היא על הימים שאחרי ${f.day(since)}, עד ${f.day(until)}, ורק לפי מה שהיה ידוע לפני כן: מתוך ${figure(f.count(customers, nouns.customer))}, ${figure(f.whole(again))} רכשו שוב (${f.share(again / customers)}).`,
  model: (better, lift, naiveLift) =>
    better
      ? phrase`העשירון שהסתברותו לרכוש הייתה הגבוהה ביותר רכש פי ${figure(f.fixed(lift, 2))} מהממוצע; לפי מספר הימים מאז הרכישה האחרונה בלבד, פי ${figure(f.fixed(naiveLift, 2))}.`
      : phrase`יתרון המודל על מספר הימים מאז הרכישה האחרונה אינו גדול מהצפוי באקראי, ולכן ההסתברויות נקבעות לפי ימים אלה. העשירון הסביר ביותר רכש פי ${figure(f.fixed(naiveLift, 2))} מהממוצע, ולפי המודל פי ${figure(f.fixed(lift, 2))}.`,
  rule: (lift) =>
    phrase`אין די לקוחות כדי לאמוד את מקדמי המודל, ולכן ההסתברויות נקבעות לפי מספר הימים מאז הרכישה האחרונה בלבד. העשירון הסביר ביותר רכש פי ${figure(f.fixed(lift, 2))} מהממוצע.`,
  ruleScores: (brier, constant, p, auc) =>
    phrase`מדד Brier הוא ${f.fixed(brier, 4)}, ועם שיעור אחיד לכולם ${f.fixed(constant, 4)} (p ${equals(f, p)}); השטח מתחת לעקומת ROC הוא ${f.fixed(auc, 3)}.`,
  scores: (brier, naiveBrier, constant, p, auc, naiveAuc) =>
    phrase`מדד Brier של המודל הוא ${f.fixed(brier, 4)}, לפי עדכניות בלבד ${f.fixed(naiveBrier, 4)} (p ${equals(f, p)}), ועם שיעור אחיד לכולם ${f.fixed(constant, 4)}; השטח מתחת לעקומת ROC הוא ${f.fixed(auc, 3)} לפי המודל ו-${f.fixed(naiveAuc, 3)} לפי עדכניות בלבד.`,
  calibration: (foretold, again, p) =>
    phrase`בסך הכול נחזו ${figure(f.whole(foretold))} מהם כמי שירכשו שוב, ו-${figure(f.whole(again))} רכשו${p === null ? '' : phrase` (מבחן Hosmer–Lemeshow על העשירונים: p ${equals(f, p)}): ${calibrationVerdict(p)}`}.`,
  unforetold: (customers) =>
    phrase`ל-${figure(f.count(customers, nouns.customer))} לא היה ערך שהמודל יכול להשתמש בו, והם נכללים לפי השיעור של התקופה הקודמת.`,
  seasons: phrase`התחזית לימים הבאים מבוססת על התקופה הזו: השפעות עונתיות אינן כלולות בה.`,
  found: 'כמה מהם אותרו',
  foundSentence: (share) =>
    phrase`אם פונים קודם לסבירים ביותר, מחצית מאלה שרכשו שוב נמצאים ב-${figure(f.share(share))} הראשונים.`,
  taken: 'חלק הלקוחות שנבחרו',
  gain: 'חלק מאלה שרכשו שוב',
  byModel: 'מודל',
  byRule: 'עדכניות בלבד',
  byChance: 'אקראי',
  tenth: 'עשירון',
  customers: 'לקוחות',
  foretold: 'תחזית',
  seen: 'רכשו שוב',
  lift: 'ליפט',
  otherLift: (byModel) => (byModel ? 'ליפט, עדכניות בלבד' : 'ליפט, מודל'),
  segments: 'לפי פלח',
  segmentsSentence: (days, after) =>
    phrase`לקוחות פעילים, לפי ההסתברות שלהם לרכוש שוב ${coming(f, days, after)}. הסכום בסיכון הוא סך הרכישות שלהם עד כה, משוקלל בהסתברות שלא ירכשו שוב. ההסתברות של כל לקוח נמצאת בעמודה repurchase_probability של קובצי CSV.`,
  segment: 'פלח',
  noSegment: 'ללא פלח',
  again: 'צפויים לרכוש שוב',
  atStake: 'סכום בסיכון',
});
