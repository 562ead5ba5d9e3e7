import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { whyNobodyRanked } from './remarks/buying.ts';
import { nouns } from './words.ts';

/** Who resembles the best. */
export const lookalikes = (f: Format): Messages['lookalikes'] => ({
  none: phrase`אין דירוג לפי דמיון ללקוחות הטובים ביותר: בתהליך אין שלב lookalike.`,
  nobody: (why) => phrase`אין דירוג לפי דמיון ללקוחות הטובים ביותר: ${whyNobodyRanked(f)(why)}.`,
  profitable: (seeds) => phrase`${f.count(seeds, nouns.customer)} שרווחם הגבוה ביותר`,
  ofSegment: (name, seeds) => phrase`הפלח ${named(name)} (${f.count(seeds, nouns.customer)})`,
  finding: (ranked, whom, lift) =>
    phrase`${figure(f.count(ranked, nouns.prospect))} שעוד לא רכשו מדורגים לפי דמיון אל ${whom}; במבחן על רוכשים, העשירון הראשון מכיל פי ${figure(f.fixed(lift, 1))} מבחירה אקראית.`,
  found: 'כמה נמצאים בין הראשונים',
  liftSentence: (lift, low, high) =>
    phrase`העשירון הראשון מכיל פי ${figure(f.fixed(lift, 2))} מבחירה אקראית (רווח סמך של ${f.share(0.95)}: ${f.fixed(low, 2)} עד ${f.fixed(high, 2)}).`,
  measured: (buyers) =>
    phrase`נבחן על ${f.count(buyers, nouns.customer)} בחלקים, כל חלק מדורג לפי התאמה לאחרים. ההסתברות של לקוח פוטנציאלי היא זו של רוכש: לאחר שירכוש. היא אינה אומרת אם ירכוש.`,
  threshold: (base, others) =>
    phrase`מדורגים, ונמצאים בקובץ lookalikes.csv, לקוחות פוטנציאליים בהסתברות של ${f.share(base, 1)} לפחות: שיעורם של מי שמחפשים דומים להם בין הרוכשים. ${figure(f.count(others, nouns.prospect))} בהסתברות נמוכה מזו, ואינם מדורגים.`,
  byRank: 'לפי הדירוג',
  byChance: 'בחירה אקראית',
  taken: 'חלק הרוכשים שנבחרו',
  gain: 'חלק מאלה שמחפשים דמיון אליהם',
  tenth: 'עשירון',
  buyers: 'רוכשים',
  seeds: 'מאלה שמחפשים',
  rate: 'חלק',
  lift: 'ליפט',
  weights: 'מה מעיד על כך',
  weightsSentence: phrase`בכמה סטיית תקן אחת של משתנה מזיזה את לוגריתם הסיכויים, כשהאחרים קבועים. ההסתברות, המקום והסיבה העיקרית של כל אחד נמצאים בעמודות lookalike_probability, lookalike_rank ו-lookalike_reason של קובצי CSV.`,
  feature: 'משתנה',
  weight: 'משקל',
  above: 'מעל הממוצע',
  below: 'מתחת לממוצע',
  not: (value) => `לא ${value}`,
});
