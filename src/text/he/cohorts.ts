import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { figure, phrase } from '../phrase.ts';

/** When customers come back. */
export const cohorts = (f: Format): Messages['cohorts'] => ({
  title: 'מתי לקוחות חוזרים',
  sentence: (first, later) =>
    later === null
      ? phrase`בחודש שאחרי חודש הרכישה הראשונה, ${figure(f.share(first))} מהלקוחות רכשו שוב.`
      : phrase`בחודש שאחרי חודש הרכישה הראשונה, ${figure(f.share(first))} מהלקוחות רכשו שוב; כעבור ${f.whole(later.period)} חודשים מהחודש הראשון, ${figure(f.share(later.share))}.`,
  brought: (months, amount) =>
    phrase`עד תום החודש ה-${f.whole(months)} שאחרי חודש הרכישה הראשונה, לקוח הניב בממוצע ${figure(f.money(amount))} של הכנסות נטו.`,
  latest: (shown, all) =>
    phrase`במפה מוצגים ${f.whole(shown)} החודשים האחרונים מתוך ${f.whole(all)} שבהם הצטרפו לקוחות; המשפטים מתייחסים לכל ${f.whole(all)}.`,
  scale: 'חלק הקוהורט שרכש באותו חודש, באחוזים: ככל שהגוון חזק יותר, החלק גדול יותר',
  open: 'החודש עוד לא הסתיים',
  x: 'חודשים מאז חודש הרכישה הראשונה',
  cohort: 'רכישה ראשונה',
  customers: 'לקוחות',
  share: (value) => f.whole(100 * value),
  retention: 'חלק הרוכשים, באחוזים, לפי מספר החודשים מאז חודש הרכישה הראשונה',
  money: 'הכנסות נטו ללקוח, לפי מספר החודשים מאז חודש הרכישה הראשונה',
  everyone: 'כל הקוהורטים עם ותק כזה',
});
