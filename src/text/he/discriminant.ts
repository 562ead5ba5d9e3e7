import type { Hits } from '../en/discriminant.ts';
import { probability } from '../en/discriminant.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Models that say which segment somebody belongs to. */
const assigners = { discriminant: 'ניתוח ההבחנה', tree: 'עץ הסיווג' } as const;

const hitsOf = (f: Format, { share, known }: Hits): Phrase =>
  phrase`${figure(f.share(share, 1))}${known === null ? '' : ` (${f.share(known.share, 1)} מבין ${f.whole(known.measured)} שמאפייניהם ידועים)`}`;

/** What tells the segments apart. */
export const discriminant = (f: Format): Messages['discriminant'] => ({
  none: phrase`לא נערך ניתוח הבחנה: אין שלב כזה בתהליך, או שלא היו פלחים להבחין ביניהם.`,
  finding: (hit, maximum, proportional) =>
    phrase`לפי המאפיינים בלבד, ${figure(f.share(hit, 1))} מהלקוחות היו משובצים לפלח שלהם. שיבוץ כולם לפלח הגדול ביותר היה מגיע ל-${figure(f.share(maximum, 1))}, וניחוש לפי גודלי הפלחים ל-${figure(f.share(proportional, 1))}.`,
  notSignificant: (p, assigns) =>
    phrase` ההבדלים בין הפלחים במאפיינים אלה אינם גדולים מהצפוי באקראי (p = ${probability(f, p)}): אין להסיק מסקנות ${assigns ? 'ממה שלהלן, ואין לפעול לפי השיוך המשוער של לקוחות פוטנציאליים' : 'מהניתוח'}.`,
  notBetter: (assigns) =>
    phrase` זה לא טוב יותר משיבוץ כולם לפלח הגדול ביותר${assigns ? ': יש לראות בשיוך של לקוחות פוטנציאליים ניחוש בלבד' : ''}.`,
  tiles: {
    wilks: 'Wilks’ λ',
    explained: (lambda) => `${f.share(1 - lambda)} מהשונות היא בין הפלחים`,
    hit: 'שיעור סיווג נכון',
    hitNote: (customers, folds) =>
      `מתוך ${f.count(customers, nouns.customer)}, שכל אחד מהם סווג במודל שהותאם בלעדיו (${folds === null ? 'השמטת אחד בכל פעם' : `${f.whole(folds)} חלקים`})`,
    maximum: 'סיכוי מרבי',
    maximumNote: 'סיווגים נכונים אילו כולם שובצו לפלח הגדול ביותר',
    proportional: 'סיכוי יחסי',
    proportionalNote: 'סיווגים נכונים בניחוש לפי גודלי הפלחים',
    significance: 'מובהקות (p)',
    test: (statistic, df1, df2) =>
      `F = ${f.fixed(statistic, 2)}, דרגות חופש: ${f.list([f.number(df1), f.number(df2)])}`,
  },
  p: (p) => probability(f, p),
  map: 'הפלחים לפי שתי הפונקציות הראשונות',
  mapOne: 'הפלחים לפי פונקציית ההבחנה',
  mapSentence: (first, second) =>
    second === null
      ? phrase`פלחים שרחוקים זה מזה נבדלים במאפייניהם. הפונקציה קשורה בעיקר ל: ${named(first)}.`
      : first === second
        ? phrase`פלחים שרחוקים זה מזה נבדלים במאפייניהם. שתי הפונקציות קשורות בעיקר ל: ${named(first)}.`
        : phrase`פלחים שרחוקים זה מזה נבדלים במאפייניהם. הפונקציה הראשונה קשורה בעיקר ל: ${named(first)}; השנייה ל: ${named(second)}.`,
  axis: (number, share) => `פונקציה ${f.whole(number)} (${f.share(share)} מההפרדה)`,
  segment: 'פלח',
  functionName: (number) => `פונקציה ${f.whole(number)}`,
  functions: 'פונקציות קנוניות',
  functionsSentence: (useful, all) =>
    all === 1
      ? phrase`פונקציה אחת מבחינה בין הפלחים${useful === 0 ? ', אך לא טוב יותר מהאקראי' : ''}.`
      : phrase`${figure(f.whole(useful))} מתוך ${figure(f.count(all, nouns.canonicalFunction))} מפרידות בין הפלחים טוב יותר מהאקראי (p קטן מ-${f.fixed(0.05, 2)}).`,
  functionColumn: 'פונקציה',
  eigenvalue: 'ערך עצמי',
  share: 'חלק מההפרדה',
  correlation: 'מתאם קנוני',
  wilks: 'Wilks’ λ של הפונקציה ושל הבאות אחריה',
  significance: 'p',
  detail: 'הניתוח בפירוט: המאפיינים החשובים, הפלח בפועל והפלח הסביר ביותר, הפונקציות הקנוניות',
  structure: 'אילו מאפיינים חשובים',
  structureSentence: (name, loading) =>
    phrase`המתאם של כל מאפיין עם כל פונקציה בתוך הפלחים. הקשר ההדוק ביותר הוא של ${named(name)}: ${figure(f.fixed(loading, 2))} עם הראשונה.`,
  more: (count, below) =>
    phrase`עוד ${f.count(count, nouns.predictor)}, עם ${f.fixed(below, 2)} לכל היותר לכל כיוון, לא ${f.plural(count, { one: 'מוצג', other: 'מוצגים' })}.`,
  predictor: 'מאפיין',
  table: 'הפלח בפועל והפלח הסביר ביותר',
  tableSentence: (name, share, everyone) =>
    phrase`מתוך הלקוחות של כל פלח (שורות), החלק שהמאפיינים משבצים לכל פלח (עמודות). הפלח ${named(name)} בולט יותר מכולם: הוא מקבל ${figure(f.share(share))} מהלקוחות שלו לעומת ${figure(f.share(everyone))} מכלל הלקוחות, הפער הגדול ביותר.`,
  own: 'הפלח בפועל',
  prospects: 'לאן שייכים הלקוחות הפוטנציאליים',
  prospectsSentence: (count, name, share) =>
    phrase`אפשר היה לשייך לפי המאפיינים ${figure(f.count(count, nouns.prospect))}; רובם, ${figure(f.share(share))}, לפלח ${named(name)}.`,
  prospectsGuess: (count, measured) =>
    phrase`אפשר היה לשייך לפי המאפיינים ${figure(f.count(count, nouns.prospect))}, אבל ${measured ? 'לא טוב יותר מהאקראי' : 'לא נמדד באיזו תדירות השיוך נכון'}.`,
  prospectModel: (model, customers, hits) =>
    hits === null
      ? phrase` כך לפי ${assigners[model]}.`
      : phrase` כך לפי ${assigners[model]}: מתוך ${f.count(customers, nouns.customer)} בפלחים, שכל אחד מהם הושמט מההתאמה, הוא משבץ ${hitsOf(f, hits)} לפלח שלהם.`,
  otherModel: (model, hits) =>
    hits === null ? phrase` ${assigners[model]} לא נמדד.` : phrase` ${assigners[model]} משבץ לשם ${hitsOf(f, hits)}.`,
  noProspects: phrase`לא היה אפשר לשייך לקוחות פוטנציאליים: אין כאלה, או שמאפייניהם אינם ידועים.`,
  assigned: 'לקוחות פוטנציאליים',
  assignedShare: 'חלק',
  meanProbability: 'הסתברות ממוצעת',
});
