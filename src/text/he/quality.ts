import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What the figures rest on. */
export const quality = (f: Format): Messages['quality'] => ({
  none: phrase`לא נטענו נתונים.`,
  finding: (records, files, loaded, rejected, skipped) =>
    phrase`${figure(f.count(records, nouns.record))} מתוך ${figure(f.count(files, nouns.file))}: ${f.whole(loaded)} נטענו, ${f.whole(rejected)} נדחו, ${f.whole(skipped)} דולגו. ${records === loaded + rejected + skipped ? 'כל הרשומות מובאות בחשבון.' : 'הסכומים אינם מתיישבים; ראו את רישום ההרצה.'}`,
  loads: 'מה נטען',
  loadsSentence: phrase`קובץ שמזין כמה טבלאות נספר פעם אחת בכל אחת מהן. קבצים שכבר היו מוכרים אינם נקראים שוב.`,
  source: 'מקור',
  table: 'טבלה',
  files: 'קבצים',
  records: 'רשומות',
  loaded: 'נטענו',
  rejected: 'נדחו',
  skipped: 'דולגו',
  rounded: 'עוגלו',
  rejects: 'למה רשומות נדחו',
  rejectsSentence: (source) =>
    phrase`הסיבות הנפוצות ביותר. הרוב מגיע מהמקור ${source}; הפקודה ”bezero rejects” מפרטת את הרשומות עם הקובץ והשורה.`,
  noRejects: phrase`אף רשומה לא נדחתה.`,
  column: 'עמודה',
  reason: 'סיבה',
  warnings: 'אזהרות',
  noWarnings: phrase`ההרצה הסתיימה בלי אזהרות.`,
  audits: 'בדיקות',
  auditsSentence: (checks, failed) =>
    failed === 0
      ? phrase`אחרי בניית הטבלאות נערכו ${figure(f.count(checks, nouns.check))} של מפתחות, ערכים חסרים וסכומי כסף; כולן תקינות.`
      : phrase`${figure(f.whole(failed))} מתוך ${figure(f.count(checks, nouns.check))} של מפתחות, ערכים חסרים וסכומי כסף נכשלו.`,
  relation: 'טבלה',
  rule: 'מה צריך להתקיים',
  bad: 'שורות שמפרות זאת',
});
