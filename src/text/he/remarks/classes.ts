import type { classRemarks as english, KLost, StrangeValues, WhyDropped, Without } from '../../en/remarks/classes.ts';
import type { Format } from '../../format.ts';
import { nouns, rowsOf } from '../words.ts';

/** Why a feature is left out, behind its name. */
function whyDropped(f: Format, why: WhyDropped): string {
  switch (why.code) {
    case 'empty':
      return 'אין ערכים';
    case 'constant':
      return `הערך קבוע${why.within === undefined ? '' : why.within === 'every class' ? ' בתוך כל מחלקה' : ` במחלקה ${why.within.class}`}`;
    case 'unbought':
      return 'הערך הוא 0 לכולם: איש לא רכש בקטגוריה או בערוץ בשם זה';
    case 'follows':
      return `נובע מהמאפיינים שלפניו${why.within === undefined ? '' : ` במחלקה ${why.within.class}`} (סבילות ${f.significant(why.tolerance)})`;
    case 'notEntered':
      return `${why.removed === null ? 'לא נכנס לניתוח' : `הוצא בשלב ${f.whole(why.removed)}`}: ${
        {
          noFreedom: 'לא נותרו דרגות חופש',
          follows: 'נובע מהמאפיינים שבניתוח',
          tolerance: `הסבילות (${why.value}) נמוכה מ-${f.number(why.limit, 6)}`,
          f: `ה-F לכניסה (${why.value}) נמוך מ-${f.number(why.limit, 6)}`,
          ended: `הבחירה הסתיימה אחרי ${f.whole(why.limit)} שלבים`,
        }[why.because]
      }`;
  }
}

const withoutIt: Readonly<Record<Without, string>> = {
  segments: 'הפלחים נבנו בלעדיו',
  functions: 'הפונקציות חושבו בלעדיו',
  tree: 'העץ נבנה בלעדיו',
  model: 'המודל הותאם בלעדיו',
  ranks: 'הדירוג חושב בלעדיו',
};

function kLost(f: Format, why: KLost): string {
  switch (why.code) {
    case 'outOfRange':
      return `אינו בטווח ${f.whole(why.from)} עד ${f.whole(why.to)}`;
    case 'tooFewRows':
      return 'גדול ממספר הלקוחות השונים במדגם';
    case 'smallSegment':
      return 'כולל פלח קטן מהגודל המזערי';
  }
}

const kRange = (f: Format, from: number, to: number): string =>
  from === to ? `k = ${f.whole(from)} אינו` : `אף k מ-${f.whole(from)} עד ${f.whole(to)} אינו`;

const strange = (f: Format, { feature, count, log }: StrangeValues): string =>
  log
    ? `${feature}: נדרשים ערכים מעל -1; ל-${f.count(count, nouns.customer)} ערך נמוך יותר; אפשר להשתמש ב-signed_log(…)`
    : `${feature}: נדרש ערך סופי; אצל ${f.count(count, nouns.customer)} הוא אינו כזה`;

const advice = ({ list, key }: { list: string; key: boolean }): string =>
  `כדאי להוציא אותו מהרשימה ${list}${key ? ', או לציין אותו באמצעות --key' : ''}`;

/** מה שיש לומר למודלים שיוצרים מחלקות או מבחינים ביניהן. */
export const classRemarks = (f: Format): ReturnType<typeof english> => ({
  dropped: ({ feature, why, without }) => `${feature}: ${whyDropped(f, why)}; ${withoutIt[without]}`,
  mended: ({ feature, why }) => `${feature}: ${whyDropped(f, why)}; הוא נשמר על ידי כיווץ השונויות המשותפות`,
  strange: ({ lack, ...values }) =>
    `${strange(f, values)}; ${{ class: 'הם נותרים ללא מחלקה', segment: 'הם נותרים ללא פלח', forecast: 'אין תחזית לגביהם' }[lack]}`,
  identifierTexts: ({ shown, texts, known, row, ...of }) =>
    `${shown}: ${f.whole(texts)} טקסטים שונים ב-${f.count(known, nouns[row])}, כמו מזהה, שאינו מלמד על דמיון; ${advice(of)}`,
  identifierNumbers: ({ shown, low, high, row, ...of }) =>
    `${shown}: ממספר את ה${rowsOf[row]} מ-${f.whole(low)} עד ${f.whole(high)}; אם אינו מדידה, ${advice(of)}`,
  identifierNamed: ({ shown, known, row, ...of }) =>
    `${shown}: מספר שלם אחר בכל אחת מ-${f.count(known, nouns[row])}, בשם של מזהה; אם אינו מדידה, ${advice(of)}`,
  tooFewForScores: ({ customers, bins }) =>
    `${f.count(customers, nouns.customer)} הם מעט מדי לציונים מ-1 עד ${f.whole(bins)}: ציון הוא מקום בין האחרים, וכאן הוא אומר מעט`,

  notConverged: ({ passes }) => `לא הושגה התכנסות ב-${f.whole(passes)} מעברים: הפלחים עוד עשויים לזוז`,
  k: ({ chosen, incumbent, needed, lost, unstable, challengers }) => {
    if (lost !== null) return `k הוא כעת ${f.whole(chosen)}: ${f.whole(incumbent)} ${kLost(f, lost)}`;
    const better = ({ lead }: { lead: number }): string =>
      unstable ? `יציב, ו-${f.whole(incumbent)} אינו,` : `טוב יותר ב-${f.fixed(lead, 3)}`;
    const winner = challengers.find(({ k }) => k === chosen);
    if (winner) return `k הוא כעת ${f.whole(chosen)}: היה ${better(winner)} ב-${f.whole(winner.refits)} התאמות רצופות`;
    const told = challengers.map(
      (one) => `${f.whole(one.k)} היה ${better(one)} ב-${f.whole(one.refits)} מתוך ${f.whole(needed)} התאמות`,
    );
    return `k נשאר ${f.whole(incumbent)}; ${told.join('; ')}`;
  },
  segmentFate: ({ segment, fate, other, share }) => {
    const part = f.share(share ?? 0);
    switch (fate) {
      case 'merged':
        return `${segment} איננו עוד: ${part} מלקוחותיו נמצאים כעת ב-${other ?? ''}`;
      case 'retired':
        return `${segment} איננו עוד: לקוחותיו נמצאים כעת בכמה פלחים`;
      case 'emptied':
        return `${segment} איננו עוד: לאף אחד מלקוחותיו אין כעת פלח`;
      case 'split':
        return `${segment} חדש: ${part} מלקוחותיו היו ב-${other ?? ''}`;
      case 'new':
        return `${segment} חדש: לקוחותיו היו בכמה פלחים`;
      case 'fresh':
        return `${segment} חדש: לאף אחד מלקוחותיו לא היה פלח קודם`;
    }
  },
  segmentsAnew: ({ given }) =>
    `הפלחים מתחילים מחדש, עם קודים משלהם; השמות שאנשים נתנו נשארים עם הקודמים: ${f.list(given)} (הפקודה "bezero segments rename" נותנת שם לנוכחיים)`,
  calledAnew: ({ language, before }) => `הפלחים מקבלים שמות חדשים בשפת התהליך, ${language}; קודם הייתה ${before}`,
  outgrown: ({ segments }) =>
    `הפלחים שומרים על השמות שבהם התחילו; לפי המשתנים כעת היו נקראים אחרת: ${segments.map(({ segment, name, now }) => `${segment} "${name}" (כעת: "${now}")`).join(', ')}; הפקודה "bezero segments rename" משנה שם`,
  unstableK: ({ from, to }) => `${kRange(f, from, to)} יציב כשדוגמים שוב את הלקוחות; ייתכן שהפלחים שרירותיים`,
  smallShareK: ({ from, to }) =>
    `${kRange(f, from, to)} נקי מפלחים קטנים מהגודל המזערי; יש לבחור k או להקטין את smallest_share`,
  fewRowsForK: ({ segments, taken, row }) =>
    `במדגם יש פחות ${rowsOf[row]} שונים מ-${f.whole(segments)} פלחים; ${taken === null ? `נבדק k עד ${f.whole(segments - 1)} בלבד` : `נבחר k = ${f.whole(taken)} ללא השוואה`}`,
  smallSegment: ({ segment, rows, row }) =>
    `ב-${segment} יש ${f.count(rows, nouns[row])}, פחות מהגודל המזערי; במדגם היו בו יותר`,
  tinySegments: ({ sizes, least, row }) =>
    `פלחים עם פחות מ-${f.share(least, 1)} מה${rowsOf[row]}: ${f.whole(sizes.length)} (${sizes.map((n) => f.count(n, nouns[row])).join(', ')}). ערכים חריגים עלולים ליצור פלח משלהם; winsorise(…) סביב משתנה מקרב אותם, או שיש לבחור k אחר`,

  diagonal: ({ share }) =>
    `השונויות המשותפות כווצו לעבר האלכסון ב-${f.significant(share)}, המעט ביותר ששומר על כל המאפיינים; המבחנים משתמשים בהן כפי שהן כעת`,
  pooled: ({ class: label, share }) =>
    `השונות המשותפת של המחלקה ${label} סינגולרית; היא כווצה לעבר המאוחדת ב-${f.significant(share)}, המעט ביותר שמתקן אותה`,
  foldsInstead: ({ stepwise, folds, row }) =>
    `השארת אחד בחוץ בכל פעם ${stepwise ? `הייתה שופטת בחירה בצעדים לפי ${rowsOf[row]} שכבר נראו` : 'מדויקת רק כשאין מכווצים שונויות'}; במקומה הושארו בחוץ ${f.whole(folds)} חלקים`,
  alone: ({ rows, row }) =>
    `${f.count(rows, nouns[row])}, כשהם מושארים בחוץ, אינם יכולים להיכלל במחלקה שלהם: בלעדיהם היא ריקה או סינגולרית`,
  classEmpty: ({ class: label, row }) => `המחלקה ${label} הושארה בחוץ: אין בה ${rowsOf[row]} עם כל המאפיינים`,
  classSmall: ({ class: label, rows, predictors, row }) =>
    `במחלקה ${label} יש ${f.count(rows, nouns[row])} מול ${f.count(predictors, nouns.predictor)}; אין לסמוך עליה הרבה`,
  notApart: ({ p }) =>
    `המאפיינים אינם מבחינים בין המחלקות יותר מהמקרה (למבדא של Wilks: p = ${f.fixed(p, 3)}); אין לפעול לפי השיוך`,
  byChance: ({ hit, maximum, proportional, largest, row }) =>
    `${f.share(hit, 1)} מה${rowsOf[row]} שהושארו מחוץ להתאמה שויכו למחלקה שלהם, לא יותר מ-${f.share(maximum, 1)} אילו שויכו כולם ל-${largest} (באקראי לפי הגודל: ${f.share(proportional, 1)}); יש לראות בכך ניחוש`,
  rootOnly: () => 'אף פיצול אינו מצדיק את מורכבותו; העץ נשאר בשורש ומכניס הכול למחלקה אחת',
  treeByChance: ({ hit, maximum }) =>
    `בתיקוף צולב ${f.share(hit, 1)} שויכו למחלקה שלהם, לא יותר מ-${f.share(maximum, 1)} אילו שויכו כולם לגדולה ביותר; הכללים הם תיאור ולא תחזית`,
});
