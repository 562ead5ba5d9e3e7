import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns, rowsOf } from './words.ts';

/** How the number of segments was chosen. */
export const choice = (f: Format): Messages['choice'] => ({
  title: (k) => `למה ${f.count(k, nouns.segment)}`,
  sentence: (of) => {
    const range = `${f.whole(of.from)} עד ${f.whole(of.to)}`;
    const silhouette = figure(f.fixed(of.silhouette, 2));
    const rows = rowsOf[of.noun];
    if (of.chosen !== of.ruled)
      return phrase`מתוך הטווח ${range} פלחים נשמר המספר ${figure(f.whole(of.chosen))}, עם סילואט של ${silhouette}. בחירה מחדש לפי הכלל הייתה נותנת ${figure(f.whole(of.ruled))}.`;
    const least = f.share(of.smallest);
    switch (of.among) {
      case 'admissible':
        return of.pool === 1
          ? phrase`${figure(f.whole(of.chosen))} הוא המספר היחיד בטווח ${range} שכל הפלחים שלו יציבים וכוללים לפחות ${least} מה${rows}.`
          : phrase`${f.whole(of.pool)} מהמספרים בטווח ${range} נותנים פלחים יציבים שכל אחד מהם כולל לפחות ${least} מה${rows}. מביניהם, ${figure(f.whole(of.chosen))} מפריד הכי טוב: הסילואט הממוצע שלו הוא ${silhouette}.`;
      case 'large':
        return phrase`אף מספר בטווח ${range} אינו נותן פלחים שכולם יציבים כשדוגמים שוב את ה${rows}, ולכן יש לראות בחלוקה קירוב גס בלבד. ${figure(f.whole(of.chosen))} מפריד הכי טוב: הסילואט הממוצע שלו הוא ${silhouette}.`;
      case 'all':
        return phrase`בכל מספר בטווח ${range} יש פלח עם פחות מ-${least} מה${rows}. ${figure(f.whole(of.chosen))} מפריד הכי טוב: הסילואט הממוצע שלו הוא ${silhouette}.`;
    }
  },
  contest: (chosen, ruled, { incumbent, needed, margin, lost, challengers }) => {
    if (lost !== null)
      return phrase`קודם לכן מספר הפלחים היה ${figure(f.whole(incumbent))}; המספר הזה כבר לא עומד בתנאים.`;
    if (chosen !== incumbent)
      return phrase`הוא בא במקום ${figure(f.whole(incumbent))}: היה טוב ממנו ב-${f.whole(needed)} התאמות רצופות.`;
    const told = challengers.map(({ k, refits }) => `${f.whole(k)} היה טוב יותר ב-${f.whole(refits)}`);
    const takes = `${f.whole(needed)} התאמות רצופות`;
    if (told.length > 0) return phrase`מספר אחר ייבחר אחרי ${takes} שבהן הוא טוב יותר; עד כה, ${f.list(told)}.`;
    return ruled === chosen
      ? null
      : phrase`מספר אחר ייבחר כשהסילואט שלו יהיה גבוה ב-${f.number(margin, 3)} ב-${takes}.`;
  },
  sample: (sample, noun) =>
    phrase`כל המדדים חושבו על מדגם של ${f.count(sample, nouns[noun])}, עם פלחים שנבנו בו; המדדים של כלל ה${rowsOf[noun]} עשויים להיות מעט שונים.`,
  rule: () =>
    phrase`הכלל: הסילואט הממוצע הגבוה ביותר מבין ערכי k שכל הפלחים שלהם גדולים דיים ויציבים (חציון מדד Rand המתוקן ${f.fixed(0.8, 1)} לפחות, ודמיון Jaccard של כל פלח ${f.fixed(0.75, 2)} לפחות); אם אין כאלה, מבין הגדולים דיים; ואם גם כאלה אין, מבין כולם. שאר המדדים מוצגים ואינם משפיעים על הבחירה.`,
  axis: 'מספר הפלחים (k)',
  k: 'k',
  criteria: {
    silhouette: 'סילואט (הקובע)',
    rand: 'מדד Rand מתוקן',
    jaccard: 'Jaccard מזערי',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin (נמוך עדיף)',
    gap: 'Gap, עם השגיאה',
  },
  columns: {
    silhouette: 'סילואט',
    rand: 'Rand מתוקן',
    jaccard: 'Jaccard מזערי',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin',
    gap: 'Gap (± שגיאה)',
  },
  gap: (gap, error) => `${f.fixed(gap, 3)} (±${f.fixed(error, 3)})`,
  smallest: 'הפלח הקטן ביותר',
  verdict: 'אפשר לבחור בו?',
  admissible: 'כן',
  chosen: 'נבחר',
  small: 'לא: יש פלח קטן מדי',
  unstable: 'לא: לא יציב',
  both: 'לא: לא יציב, ויש פלח קטן מדי',
  legend: {
    admissible: 'אפשר לבחור בו',
    not: 'אי אפשר: לא יציב, או שיש פלח קטן מדי',
    chosen: 'המספר שנבחר',
  },
});
