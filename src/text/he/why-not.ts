import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** מדוע אין תחזית. */
export const whyNot =
  (f: Format): Messages['whyNot'] =>
  (why) => {
    switch (why.code) {
      case 'nobodyBought':
        return `עד ${f.day(why.until)} איש לא רכש`;
      case 'nobodyAgain':
        return `מתוך ${f.count(why.customers, nouns.customer)} איש לא רכש בפעם השנייה; דרושה היסטוריה ארוכה יותר`;
      case 'fewAgain':
        return `מתוך ${f.count(why.customers, nouns.customer)} רכשו שוב ${f.whole(why.again)}; דרושים לפחות ${f.whole(why.least)}, או היסטוריה ארוכה יותר`;
      case 'alike':
        return `הלקוחות נבדלים מעט מדי במועדי הרכישה שלהם (${f.count(why.customers, nouns.customer)}, היסטוריות שונות: ${f.whole(why.histories)})`;
      case 'shortHistory':
        return `ההיסטוריה קצרה מדי (ימים: ${f.whole(why.days)}; לפחות: ${f.whole(why.least)})`;
      case 'worthless':
        return 'בניכוי ההחזרות, הרכישות אינן שוות דבר';
      case 'noMargin':
        return 'הסחורה ואספקת ההזמנות עולות כמו כל מה שמשלמים עבורן';
      case 'nobodyActive':
        return `עד ${f.day(why.since)} לא רכש איש מן הלקוחות הפעילים; דרושות רכישות מוקדמות יותר`;
      case 'fewOutcomes':
        return `אחרי ${f.day(why.since)} ועד ${f.day(why.until)} רכשו שוב ${f.whole(why.again)} מתוך ${f.count(why.customers, nouns.customer)}; דרושים לפחות ${f.whole(why.least)} שרכשו ומספר דומה של מי שלא רכשו`;
      case 'notBetter':
        return why.ways === 'both'
          ? 'לא המודל ולא הימים מאז הרכישה האחרונה חזו את הימים האחרונים טוב יותר משיעור אחד לכולם, מעבר למקריות'
          : 'הימים מאז הרכישה האחרונה לא חזו את הימים האחרונים טוב יותר משיעור אחד לכולם, מעבר למקריות';
      case 'unlearnable':
        return `אי אפשר ללמוד דבר מן הימים שאחרי ${f.day(why.since)} או לפניו`;
      case 'fewSpends':
        return `שווי הרכישות צריך להיות ידוע אצל ${f.whole(why.least)} לקוחות חוזרים לפחות, ולהיות שונה ביניהם (ידוע אצל: ${f.whole(why.customers)})`;
      case 'wideSpends':
        return 'שווי הרכישות מפוזר מדי בין הלקוחות מכדי שיהיה לו ממוצע';
      case 'unfitted':
        return 'אי אפשר להתאים שום מודל לרכישות האלה';
    }
  };
