import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The audiences of the pipeline. */
export const audiences = (f: Format): Messages['audiences'] => ({
  title: 'קהלים',
  sentence: (count) =>
    phrase`בתהליך ${f.plural(count, { one: 'מוגדר', other: 'מוגדרים' })} ${figure(f.count(count, nouns.audience))}: כל מי שתנאי הקהל מתקיים לגביו הלילה, וכל מי שצורף ידנית.`,
  audience: 'קהל',
  people: 'אנשים',
  included: 'צורפו ידנית',
  excluded: 'הוצאו ידנית',
  how: { condition: 'לפי התנאי', included: 'צורף ידנית' },
});
