import type { Messages } from '../en/index.ts';
import { none, type Format } from '../format.ts';
import { named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The frame of the report. */
export const page = (f: Format): Messages['page'] => ({
  documentTitle: (title, asOf) => `${title}: לקוחות נכון ליום ${f.day(asOf)}`,
  headline: (profit, buyers) => {
    const customers = f.count(buyers, nouns.customer);
    return profit < 0 ? `הפסד של ${f.money(-profit)} על ${customers}` : `רווח של ${f.money(profit)} מ-${customers}`;
  },
  revenueHeadline: (netRevenue, buyers) => `הכנסות נטו של ${f.money(netRevenue)} מ-${f.count(buyers, nouns.customer)}`,
  nobodyHeadline: 'עוד אין רכישות',
  period: (title, asOf, first, last) =>
    first === null || last === null
      ? phrase`${named(title)} · נכון ליום ${f.day(asOf)}`
      : phrase`${named(title)} · נכון ליום ${f.day(asOf)} · רכישות: ${f.day(first)} עד ${f.day(last)}`,
  absent: 'מה לא הורץ הלילה',
  skip: 'דילוג אל הדוח',
  contents: 'תוכן העניינים',
  sections: {
    overview: 'במבט אחד',
    segments: 'פלחים',
    rfm: 'RFM וקוהורטים',
    discriminant: 'מה מבחין ביניהם',
    repurchase: 'מי ירכוש שוב',
    clv: 'כמה שווים הלקוחות',
    baskets: 'מה הולך יחד',
    offers: 'מה להציע בהמשך',
    profit: 'רווח',
    opinions: 'מה הם אומרים',
    origins: 'מאין מגיעים הלקוחות',
    answers: 'באיזה ערוץ הם עונים',
    lookalikes: 'מי דומה לטובים ביותר',
    campaigns: 'קמפיינים',
    quality: 'איכות הנתונים',
    terms: 'הגדרות',
  },
  revenueSection: 'הכנסות נטו',
  figures: 'הצגת המספרים',
  definitions: (count) => `המשמעות של ${f.whole(count)} מונחים בדוח`,
  download: (rows) => `CSV, ${f.count(rows, nouns.row)}`,
  trace: {
    title: 'מאין הנתונים',
    madeFrom: 'מבוסס על',
    fitted: 'המספרים של מודל נמצאים בעמודה ”fitted” של models.fitted, כ-JSON.',
    run: 'אפשר להריץ כל שאילתה באמצעות ”bezero sql”:',
  },
  files: {
    title: 'קבצים לצד הדף הזה',
    workbook: 'כל הפלחים בחוברת עבודה אחת',
    dictionary: 'המשמעות של כל טבלה ועמודה, וה-SQL שיוצר אותן',
  },
  controls: {
    sort: (column) => `מיון לפי ${column}`,
    filter: 'סינון השורות',
    found: (shown, all) => `${shown} מתוך ${all} שורות`,
    compare: 'השוואת פלחים',
    pick: 'בחרו שניים או שלושה; הכרטיסים והעמודות שלהם יופיעו זה לצד זה.',
    everything: 'הצגת הכול',
  },
  none,
  unknown: 'לא ידוע',
  total: 'סך הכול',
  others: (members, forms) => `עוד ${f.whole(members)} ${f.plural(members, forms)}`,
  footer: (runId, version) =>
    phrase`הרצה ${named(runId)}${version === undefined ? '' : `, bezero ${version}`}. הדף שלם בפני עצמו: הוא אינו טוען ואינו שולח דבר.`,
  fileRows: (name, rows) => `${name} (${f.count(rows, nouns.row)})`,
});
