import type { Format } from '../format.ts';
import type { Change } from '../en/history.ts';
import type { Messages } from '../en/index.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const steps = { day: 'יום', week: 'שבוע', month: 'חודש', quarter: 'רבעון', year: 'שנה' } as const;

/** Segments over time. */
export const history = (f: Format): Messages['history'] => ({
  sizes: 'הפלחים לאורך זמן',
  sizesSentence: (since, grown, shrunk) => {
    const change = ({ name, from, to }: Change, verb: string): Phrase =>
      phrase`הפלח ${named(name)} ${verb}, מ-${figure(f.whole(from))} ל-${figure(f.count(to, nouns.customer))}`;
    const [grew, shrank] = ['גדל יותר מכולם', 'קטן יותר מכולם'];
    if (grown !== null && shrunk !== null)
      return phrase`מאז ${f.day(since)}, ${change(grown, grew)}; ${change(shrunk, shrank)}.`;
    if (grown !== null) return phrase`מאז ${f.day(since)}, ${change(grown, grew)}. אף פלח לא קטן.`;
    if (shrunk !== null) return phrase`מאז ${f.day(since)}, ${change(shrunk, shrank)}. אף פלח לא גדל.`;
    return phrase`מאז ${f.day(since)}, כל הפלחים שמרו על גודלם.`;
  },
  step: (step) => (step === 'day' ? null : phrase`מוצג היום האחרון שבו הייתה הרצה בכל ${steps[step]}.`),
  size: (customers, share) => `${f.count(customers, nouns.customer)}, ${f.share(share)}`,
  shortSize: (customers, share) => `${f.whole(customers)}, ${f.share(share)}`,
  day: 'נכון ליום',
  former: (name) => `${name} (לא קיים עוד)`,

  moves: 'מי עבר פלח',
  movesSentence: (since, of, until) => {
    const from = since === null ? 'יום ההרצה הקודם' : f.day(since);
    const span = until == null ? `מאז ${from}` : `בין ${from} ל: ${f.day(until)}`;
    const then = until == null ? 'עכשיו' : 'אז';
    const rest = [
      ...(of.came > 0 ? [phrase`${figure(f.whole(of.came))} שלא היו בפלח נמצאים בפלח ${then}`] : []),
      ...(of.went > 0 ? [phrase`${figure(f.whole(of.went))} אינם עוד באף פלח`] : []),
    ];
    const told: Phrase = rest.length === 0 ? [] : ['; ', ...listed(f, rest)];
    if (of.moved === 0)
      return phrase`${span}, איש מתוך ${figure(f.count(of.before, nouns.customer))} לא עבר לפלח אחר${told}.`;
    const share = f.share(of.moved / of.before, 1);
    return phrase`${span}, ${figure(f.whole(of.moved))} מתוך ${f.count(of.before, nouns.customer)} (${share}) עברו לפלח אחר${told}.`;
  },
  left: (name, left, to) => {
    const who = phrase`${figure(f.count(left, nouns.customer))} ${f.plural(left, { one: 'עזב', other: 'עזבו' })} את הפלח ${named(name)}`;
    const [first, ...more] = to;
    if (first !== undefined && more.length === 0)
      return phrase`${who}${left === 1 ? '' : ', כולם'} לפלח ${named(first.name)}.`;
    const told = to.slice(0, 3);
    const others = left - told.reduce((sum, { customers }) => sum + customers, 0);
    const places = [
      ...told.map(({ name: place, customers }) => phrase`${f.whole(customers)} אל ${named(place)}`),
      ...(others > 0 ? [phrase`${f.whole(others)} אל פלחים אחרים`] : []),
    ];
    return phrase`${who}: ${listed(f, places)}.`;
  },
  event: (event, name, other, share) => {
    const most = share === null ? 'רוב' : `${f.share(share)} מתוך`;
    switch (event) {
      case 'merged':
        return other === null
          ? phrase`הפלח ${named(name)} אינו קיים עוד.`
          : phrase`הפלח ${named(name)} אינו קיים עוד: ${most} הלקוחות שלו נמצאים עכשיו בפלח ${named(other)}.`;
      case 'split':
        return other === null
          ? phrase`הפלח ${named(name)} חדש.`
          : phrase`הפלח ${named(name)} חדש: ${most} הלקוחות שלו היו בפלח ${named(other)}.`;
      case 'new':
        return phrase`הפלח ${named(name)} חדש: הלקוחות שלו הגיעו מכמה פלחים.`;
      case 'fresh':
        return phrase`הפלח ${named(name)} חדש: אף אחד מהלקוחות שלו לא היה בפלח קודם לכן.`;
      case 'emptied':
        return phrase`הפלח ${named(name)} אינו קיים עוד: אף אחד מהלקוחות שלו לא נמצא עכשיו בפלח.`;
      default:
        return phrase`הפלח ${named(name)} אינו קיים עוד: הלקוחות שלו נמצאים עכשיו בכמה פלחים.`;
    }
  },
  manyEvents: (born, ended) =>
    phrase`הפלחים נבנו מחדש: ${figure(f.whole(born))} חדשים ו-${figure(f.whole(ended))} אינם קיימים עוד.`,
  parts: {
    entered: 'הגיעו מפלחים אחרים',
    came: 'לא היו בפלח קודם לכן',
    left: 'עזבו לפלחים אחרים',
    went: 'אינם בפלח עכשיו',
  },
  inOut: (into, out) => [...(into > 0 ? [f.signed(into, 0)] : []), ...(out > 0 ? [f.signed(-out, 0)] : [])].join('  '),
  from: 'מפלח ↓ לפלח ←',
  fromNowhere: 'לא היו בפלח',
  toNowhere: 'אינם בפלח עכשיו',
  before: 'קודם',
  now: 'עכשיו',
  matrix: 'מאיזה פלח לאיזה פלח',
});
