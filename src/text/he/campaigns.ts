import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Campaigns of the pipeline, what they bring, and past ones. */
export const campaigns = (f: Format): Messages['campaigns'] => ({
  none: phrase`בתהליך לא מתוכננים קמפיינים, ואין מידע על קמפיינים קודמים.`,
  noneRuns: phrase`אין היום קמפיין פעיל.`,
  finding: (campaigns, contacted, control, profit) =>
    phrase`${figure(f.count(campaigns, nouns.campaign))} ${f.plural(campaigns, { one: 'פונה', other: 'פונים' })} אל ${figure(f.count(contacted, nouns.people))}, ולא אל ${figure(f.whole(control))} נוספים, כדי למדוד מה מביאה הפנייה: הרווח הצפוי מעבר לעלות הוא ${figure(f.money(profit))}.`,
  keep: (customers, budget) =>
    phrase`${figure(f.count(customers, nouns.customer))} ${f.plural(customers, { one: 'שווה', other: 'שווים' })} יותר מהרגיל ו${f.plural(customers, { one: 'צפוי', other: 'צפויים' })} לעזוב יותר מהרגיל: אפשר להשקיע בשימורם עד ${figure(f.money(budget))} בסך הכול. הראשונים שבהם מופיעים בחלק על הרווח, והתקציב לכל אחד נמצא בעמודה retention_budget של קובצי CSV.`,
  plans: 'הקמפיינים של התהליך',
  plansHow: phrase`מה צפוי: לכל אדם, ההסתברות שירכוש בזכות הפנייה, כפול מה שההזמנה משאירה, פחות עלות הפנייה. ההסתברות היא מה שקמפיינים קודמים בערוץ הביאו לעומת מי שלא פנו אליהם; ואם אין כאלה, שיעור הנענים כפול שיעור המענים שאחריהם באה רכישה בתוך 30 יום: נספר גם מה שהיה נרכש ממילא, ולא מה שנרכש בלי מענה. היא גבוהה יותר למי שנענה יותר מאחרים, ונמוכה יותר למי שכמעט אינו לקוח עוד (P(alive)\u200e). מה שהזמנה משאירה מקורב למרווח של כולם, ואינו עולה על מה שנותר מערך חיי הלקוח. אל מי שיש לו תלונה פתוחה אין פונים, אלא אם התהליך אומר אחרת.`,
  plansSentence: phrase`נבחרים מי שהפנייה אליהם משתלמת, מן הטובים ביותר והלאה, עד שהתקציב נגמר; איש אינו בשני קמפיינים בו בזמן. מי בקבוצת הביקורת נקבע באקראי, אחת ולתמיד; היא אינה באף קובץ של הקמפיין.`,
  campaign: 'קמפיין',
  statuses: { planned: 'מתוכנן', running: 'פעיל', ended: 'הסתיים' },
  span: (status, from, to) => `${status}, מ-${f.day(from)} עד ${f.day(to)}`,
  contacted: 'פונים אליהם',
  control: 'קבוצת ביקורת',
  cost: 'עלות',
  expectedPurchases: 'רכישות צפויות בזכותו',
  expectedProfit: 'רווח צפוי',
  expectedBeyondCost: 'צפוי מעבר לעלות',
  canShow: 'מה תראה קבוצת הביקורת',
  shows: (points) => `עלייה של ${f.number(points)} נקודות ומעלה`,
  showsMaybe: (people, points) =>
    `אולי לא תראה דבר: נדרשים ${f.count(people, nouns.people)} עבור ${f.number(points)} נקודות`,
  showsNothing: (people, points) =>
    `לא תראה דבר: נדרשים ${f.count(people, nouns.people)} עבור ${f.number(points)} נקודות`,
  results: 'מה הביאו הקמפיינים',
  tooEarly: phrase`מוקדם לדעת: מי שבקמפיינים נבחרו היום.`,
  noControl: phrase`בלי קבוצת ביקורת איש אינו יכול לדעת מה קמפיין מביא.`,
  resultsSentence: (clear, all) =>
    clear === 0
      ? phrase`אף קמפיין לא הראה השפעה עד כה: כל רווחי הסמך כוללים את 0.`
      : phrase`${figure(f.whole(clear))} מתוך ${f.count(all, nouns.campaign)} ${f.plural(clear, { one: 'הראה', other: 'הראו' })} השפעה: רווח הסמך אינו כולל את 0.`,
  resultsHow: phrase`שיעור הרוכשים בקרב מי שפנו אליהם פחות שיעורם בקבוצת הביקורת, בנקודות אחוז; הקו הוא רווח סמך של 95% (רווח score של Newcombe). ייתכן שקיימת השפעה קטנה ממה שקמפיין יכול להראות, ואינה נראית. אחד מכל עשרים רווחים כאלה אינו כולל את 0 במקרה גם כשאין השפעה, ויותר מכך כשבודקים לילה אחר לילה עד שזה קורה: קובע מה שנראה בסוף.`,
  boughtContacted: 'רכשו, מי שפנו אליהם',
  boughtControl: 'רכשו, קבוצת ביקורת',
  difference: 'הפרש, נקודות',
  interval: 'רווח סמך 95%',
  profit: 'רווח נוסף',
  broughtBeyondCost: 'תוספת מעבר לעלות',
  profitInterval: 'רווח הסמך שלו, 95% (Welch)',
  range: (from, to) => `${from} עד ${to}`,
  past: 'קמפיינים קודמים לפי מענה',
  pastSentence: (shown, all) =>
    phrase`${shown < all ? phrase`${figure(f.whole(shown))} הראשונים מתוך ${f.whole(all)}. ` : ''}לפי הקצה התחתון של רווח הסמך של המענה (Wilson), כדי שאנשים מעטים לא יהיו בראש במקרה. איש לא הושאר מחוץ להם, ולכן הרכישות שאחריהם אינן ראיה להשפעה.`,
  reached: 'פנו אליהם',
  answered: 'נענו',
  costPerAnswer: 'עלות למענה',
  buyers: 'רכשו בתוך 30 יום',
});
