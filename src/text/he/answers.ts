import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format): Messages['answers'] => ({
  none: phrase`לא ידוע באיזה ערוץ הם עונים: לאף פנייה שלנו אין תוצאה.`,
  finding: (people, expected, overall) =>
    phrase`לגבי ${figure(f.count(people, nouns.person))} ידוע באיזה ערוץ לפנות: בו צפויים לענות ${figure(f.share(expected, 1))}; עד כה נענו ${f.share(overall, 1)} מכל הפניות.`,
  notKnown: (people, reasons) => phrase`עבור ${figure(f.count(people, nouns.person))} זה לא ידוע: ${reasons}.`,
  noChannel: {
    no_consent: (people) => `${f.whole(people)} לא הסכימו לאף ערוץ`,
    never_asked: (people) => `עם ${f.whole(people)} לא הייתה פנייה שלנו שתוצאתה ידועה`,
    not_allowed: (people) => `אל ${f.whole(people)} אסור לפנות בערוץ שהמענה בו ידוע`,
  },
  channels: { email: 'דוא״ל', phone: 'טלפון', post: 'דואר', sms: 'מסרון', ads: 'פרסום' },
  rates: 'באיזו תדירות הם עונים',
  sentence: (best, most, last, least) =>
    phrase`${best}: ${figure(f.share(most, 1))} מהפניות שלנו נענות, יותר מבכל ערוץ אחר; ${last}: ${figure(f.share(least, 1))}, פחות מבכל ערוץ אחר.`,
  oneSentence: (channel, rate) => phrase`${channel}: ${figure(f.share(rate, 1))} מהפניות שלנו נענות.`,
  whatCounts: phrase`מענה הוא פנייה שלנו שתוצאתה answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up או interested; פניות ללא תוצאה אינן נספרות.`,
  drawnIn: phrase`הערוץ הטוב ביותר של כל אחד הוא זה שהסתברות המענה בו היא הגבוהה ביותר, מבין אלה שהסכים להם: המענים שלו עצמו, מקורבים לשיעור של הערוץ כשהם מעטים. הוא נמצא בעמודה best_channel של קובצי CSV.`,
  above: 'מעל כלל הפניות',
  below: 'מתחת לכלל הפניות',
  alike: 'אין הבדל מובהק',
  line: `רווח סמך של ${f.share(0.95)}; הקו האנכי הוא השיעור של כל הפניות`,
  channel: 'ערוץ',
  people: 'אנשים שפנינו אליהם',
  asked: 'פניות שלנו',
  answered: 'מענים',
  rate: 'נענו',
  interval: `רווח סמך של ${f.share(0.95)}`,
  between: (low, high) => `${low} עד ${high}`,
  allowed: 'אפשר להשתמש עם',
  bestFor: 'הטוב ביותר עבור',
  bestRate: 'צפי לגבי אלה',
  moments: 'מתי הם פעילים',
  momentsSentence: (weekday, share, hour, hourShare) =>
    hour === null
      ? phrase`ב${weekday} מתרחשות ${figure(f.share(share, 1))} מהרכישות ומפניות הלקוחות, יותר מבכל יום אחר.`
      : phrase`ב${weekday} מתרחשות ${figure(f.share(share, 1))} מהרכישות ומפניות הלקוחות, יותר מבכל יום אחר; בשעה שמתחילה ב-${hour} מתרחשות ${figure(f.share(hourShare, 1))}, יותר מבכל שעה אחרת.`,
  momentsMeaning: (known, people) =>
    known === 0
      ? phrase`יום אישי אינו מצוין לאיש: נדרשות חמש רכישות או פניות של אדם אחד, ואנשים שנבדלים זה מזה יותר מבאקראי.`
      : phrase`יום אישי מצוין עבור ${figure(f.whole(known))} מתוך ${f.count(people, nouns.person)}: מי שיש להם חמש רכישות או פניות ויותר, בקירוב לכלל. של כל אחד מופיעים בעמודות best_weekday ו-best_hour של קובצי CSV.`,
  moment: 'יום או שעה',
  events: 'רכישות ופניות',
  peopleThen: 'הזמן הסביר ביותר של',
});
