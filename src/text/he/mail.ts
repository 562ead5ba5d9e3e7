import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';

/** What people are told in the morning. `kind` of a failure is the exit code of the run. */
export const mail = (f: Format): Messages['mail'] => ({
  subject: (title, asOf, headline) => `${title}, ${f.day(asOf)}: ${headline}`,
  nothingNewSubject: (title, day) => `${title}, ${f.day(day)}: אין חדש, ויש אזהרה`,
  failedSubject: (title, day) => `${title}: ההרצה של ${f.day(day)} נכשלה`,
  greeting: (title, asOf) => `${title}, נכון ליום ${f.day(asOf)}`,
  figures: 'במספרים',
  nothingNew: (asOf) => `דבר לא השתנה מאז המהדורה שנכונה ליום ${f.day(asOf)}: אין קובץ חדש, והיא נשארת בתוקף.`,
  toMend: 'לתיקון בנתונים',
  remarks: 'הערות חדשות על המודלים',
  more: (count) => `ועוד ${f.whole(count)}`,
  attached: 'הדוח מצורף.',
  tooLarge: (megabytes) => `הדוח גדול מכדי לצרף אותו: ${f.number(megabytes)} MB.`,
  report: (file, host) => `הוא נמצא בקובץ ${file} בשרת ${host}.`,
  reportAt: (file, host) => `הדוח: ${file} בשרת ${host}`,
  folder: (folder, host) => `כל הקבצים: ${folder} בשרת ${host}`,
  personal: 'הדוח המצורף כולל רשימות של מזהי לקוחות, אך לא שמות או כתובות: יש להעביר אותו רק למי שמורשים להכיר אותם.',
  run: (run, version) => `הרצה ${run}, bezero ${version}`,
  failed: (title, day) => `${title}: ההרצה של ${f.day(day)} נכשלה.`,
  whatFailed: (place) => {
    if (place === null) return 'מה נכשל, לפני השלב הראשון';
    return `מה נכשל, ${place.ended ? 'אחרי' : 'בזמן'} השלב ${place.step}`;
  },
  whoseTurn: (kind) => {
    if (kind === 2) return 'יש לשנות את קובץ התהליך או את הפקודה שמריצה את bezero; עד אז כל הרצה לילית תיכשל.';
    if (kind === 3) return 'יש לתקן את הנתונים, או את הכלל שהם מפרים; עד אז כל הרצה לילית תיכשל.';
    if (kind === 4) return 'אי אפשר להתאים מודל לנתונים האלה; יש לשנות את השלב בתהליך.';
    if (kind === 5) return 'התקלה היא במחשב, בדיסק, במסד הנתונים או בהרצה אחרת. בלילה הבא ייעשה ניסיון נוסף.';
    return 'זו שגיאה ב-bezero; מה שהוא דיווח נמצא ביומן של המחשב.';
  },
  stays: 'מה נשאר בתוקף',
  current: (run, asOf) => `המהדורה ${run}, נכון ליום ${f.day(asOf)}, היא העדכנית, שלמה וכפי שפורסמה, עם כל הקבצים שלה.`,
  noRelease: 'עוד לא פורסמה מהדורה, ולכן אין במה להמשיך.',
  unknownRelease: 'אי אפשר לדעת איזו מהדורה היא העדכנית.',
});
