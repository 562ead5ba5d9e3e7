import type { AssignerName, runRemarks as english } from '../../en/remarks/run.ts';
import type { Address } from '../../en/exports.ts';
import type { Format } from '../../format.ts';
import { sayGap } from '../cost-gap.ts';
import { nouns } from '../words.ts';

const assigners: Readonly<Record<AssignerName, string>> = { discriminant: 'ניתוח ההבחנה', tree: 'העץ' };

const addresses: Readonly<Record<Address, string>> = {
  email: 'כתובת דוא״ל',
  phone: 'מספר טלפון לשיחה',
  sms: 'מספר טלפון למסרון',
  postal: 'כתובת דואר',
};

/** מה שיש להרצה לומר על המקורות, על מה שהתבקש ועל ההיסטוריה. */
export const runRemarks = (f: Format): ReturnType<typeof english> => ({
  twinFile: ({ file, twin, table }) => `${file}: מכיל אותו תוכן כמו ${twin}; הוא נספר פעם אחת, בטבלה ${table}`,
  leftPipeline: ({ file, table }) => `${file}: אינו עוד חלק מהתהליך; הרשומות שלו בטבלה ${table} אינן נספרות`,
  earlierMapping: ({ file, table }) =>
    `${file}: נקרא לפי מיפוי קודם ואינו קיים עוד; הרשומות שלו בטבלה ${table} נשארות כפי שנקראו`,
  leftBehind: ({ file, table, records }) =>
    `${file}: נקרא במהדורה שבוטלה, ואינו קיים עוד; ${f.count(records, nouns.record)} של הטבלה ${table} אינן נספרות. כדי לספור אותן יש להחזיר את הקובץ`,
  noFile: ({ source }) => `sources.${source}: אין כעת קובץ מתאים; נשמר מה שנקרא בלילות קודמים`,
  noRecords: ({ file }) => `${file}: אין בו רשומות`,
  removedRows: ({ file, rows, table }) =>
    `${file}: ${f.count(rows, nouns.record)} של הטבלה ${table} ${rows === 1 ? 'שהייתה ברשימה הקודמת אינה בה עוד, והוסרה' : 'שהיו ברשימה הקודמת אינן בה עוד, והוסרו'}`,
  unusualVolume: ({ file, records, source, usual, crossed }) =>
    `${file}: ${f.count(records, nouns.record)}${usual === null ? '' : `; הרגיל: ${usual.low === usual.high ? f.whole(usual.low) : `${f.whole(usual.low)} עד ${f.whole(usual.high)}`}`} (sources.${source}.volume, ${crossed})`,
  stale: ({ source, newest, day, days, rule }) =>
    `sources.${source}: ${newest === 'record' ? 'הרשומה החדשה ביותר היא מ' : 'הקובץ החדש ביותר נכתב ב'}-${f.day(day)}, ${f.count(days, nouns.day)} לפני יום הייחוס (${
      'option' in rule
        ? `sources.${source}.freshness, ${rule.option}`
        : `ההפסקה הארוכה ביותר בשנה שלפני כן: ${f.count(rule.pause, nouns.day)}`
    })`,
  nothingYet: ({ source, option }) =>
    `sources.${source}: אין רכישות, אינטראקציות או החזרות עד יום הייחוס (sources.${source}.freshness, ${option})`,
  unitChange: ({ file, table, column, factor, now, before, others = [] }) => {
    const told = `בערך פי ${f.whole(factor > 1 ? factor : 1 / factor)} ${factor > 1 ? 'יותר' : 'פחות'}. האם השתנתה יחידת המידה?`;
    if (others.length === 0)
      return `${file}: החציון של ${table}.${column} הוא ${f.number(now, 4)}, והרגיל היה ${f.number(before, 4)}: ${told}`;
    const all = [{ column, now, before }, ...others].map(
      (one) => `${table}.${one.column} (${f.number(one.now, 4)}; הרגיל: ${f.number(one.before, 4)})`,
    );
    return `${file}: החציונים של ${f.list(all)} השתנו יחד: ${told}`;
  },
  future: ({ day, today }) => `יש בנתונים רשומות מ-${f.day(day)}, אחרי היום (${f.day(today)}); הן אינן נקראות`,
  historyAfter: ({ days, asOf, former }) =>
    `ימים מהיסטוריית הפלחים שאחרי ${f.day(asOf)} ואינם נכללים כאן: ${f.whole(days)}; הרצות של ימים מאוחרים יותר יספרו אותם מחדש. דבר לא אבד: המהדורה הקודמת, של ${f.day(former)}, עדיין כוללת אותם, והפקודה "bezero rollback" מחזירה אליה`,
  decisionsGone: () =>
    'הקובץ people.duckdb כבר לא היה במאגר: מה שאנשים החליטו נשכח (שמות פלחים, מי נכלל בקהל או מוצא ממנו, מי באיזו קבוצה של קמפיין); אם יש לו גיבוי, יש להחזיר אותו למקומו ולהריץ עם ‎--force',
  decisionsOld: () =>
    'הקובץ people.duckdb היה ישן מהמחיקה האחרונה: מי שנמחק מאז נשאר בחוץ, אך מה שאנשים החליטו מאז נשכח (שמות פלחים, מי נכלל בקהל או מוצא ממנו, מי באיזו קבוצה של קמפיין); אם יש לו גיבוי חדש יותר, יש להחזיר אותו למקומו ולהריץ עם ‎--force',
  keptOut: ({ records }) => `רשומות של אנשים שנמחקו נקראו שוב, והן נשארות בחוץ: ${f.whole(records)}`,
  emptyAudiences: ({ audiences }) => `קהלים: איש אינו עומד בתנאי של ${f.list(audiences)}`,
  littleKnown: ({ campaign, channel, response }) =>
    `קמפיינים: אף קמפיין קודם בערוץ ${channel} שהסתיים אינו מלמד מה ${campaign} מביא: ההנחה היא ש-${f.share(response, 2)} ממי שפנו אליהם רוכשים בזכותו; יש לציין "response" בתהליך`,
  sampleRatio: ({ campaign }) =>
    `קמפיינים: קבוצת הביקורת של ${campaign} רחוקה מהחלק שהוגרל (אי־התאמה ביחס המדגם); יש לברר מי חסר לפני שמאמינים לתוצאה`,
  notAssigned: ({ model, features }) =>
    `${assigners[model]} אינו משייך לקוחות פוטנציאליים: רק רכישה מגלה את ${f.list(features)}`,
  assigned: ({ hits, customers }) => {
    const told = hits.map(({ model, ratio, of, some }) =>
      ratio === null
        ? `${assigners[model]}, ללא מדידה`
        : `${assigners[model]}, ${f.share(ratio, 1)}${of === null ? '' : ` מתוך ${f.whole(of)} ביום ההתאמה`}${some === null ? '' : ` (${f.share(some.ratio, 1)} מתוך ${f.whole(some.measured)} שכל המאפיינים שלהם ידועים)`}`,
    );
    return `לקוחות פוטנציאליים משויכים לפי ${assigners[hits[0]!.model]}; מתוך ${f.count(customers, nouns.customer)} שיש להם פלח, כשכל אחד מושאר מחוץ להתאמה, שויכו לפלח שלהם: ${told.join('; ')}`;
  },
  withheld: ({ optIns, addresses: lost }) =>
    `לאף לקוח אין ${f.either(optIns)}: באף קובץ אין ${f.either(lost.map((one) => addresses[one]))}; היכן שיש הסכמה, יש למפות את העמודות במקור הלקוחות`,
  costGaps: ({ gaps }) => gaps.map((gap) => sayGap(gap, f)).join(' '),
});
