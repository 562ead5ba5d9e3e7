import { featureParts, type FeatureParts } from '../text/feature.ts';
import type { Messages } from '../text/messages.ts';
import { withoutTurning } from '../text/name-rule.ts';
import type { Ends } from '../text/naming.ts';

/** The words of one language that segments are told in. */
export type Words = Pick<Messages, 'naming' | 'features'>;

/** What a category is called must not turn the words around it. */
const partsOf = (feature: string): FeatureParts => featureParts(withoutTurning(feature));

const spaced = (column: string): string => column.replaceAll('_', ' ');

/** A level of a text or yes/no column as a word: `female`, `email opt in`, `no email opt in`, `other country`. */
function sayLevel({ naming }: Words, column: string, level: string): string {
  if (level === 'true' || level === 'false') return naming.flag(spaced(column), level === 'true');
  return level === '(other)' ? naming.otherLevel(spaced(column)) : level;
}

/** How often a level is met: mostly is more than half, rarely less than one in ten. */
function sayLevels({ naming }: Words, level: string, mean: number | null): Ends {
  const { high, low } = naming.oftener(level);
  return {
    high: isMost(mean) ? naming.mostly(level) : high,
    low: mean !== null && mean < 0.1 ? naming.rarely(level) : low,
  };
}

/** Of a level: most have it. */
export const isMost = (mean: number | null): boolean => mean !== null && mean > 0.5;

/** A feature as people say it: `log1p(mean_order_value)` → `order value`, `category_share:Toys` → `spent on Toys`, `gender=female` → `female`. */
export function sayFeature(words: Words, feature: string): string {
  const { column, value, kind, isAttribute } = partsOf(feature);
  if (kind === 'level') return sayLevel(words, column, value!);
  if (isAttribute) return spaced(column);
  const { features, naming } = words;
  const label = Object.hasOwn(features, column) ? features[column]! : spaced(column);
  const said = label.charAt(0).toLowerCase() + label.slice(1);
  return value === null ? said : naming.valued(said, value);
}

/** What a customer can have a middling amount of: `orders`, `share of Toys`, `share by web`. */
export function sayMeasure(words: Words, feature: string): string {
  const { column, value, kind } = partsOf(feature);
  if (kind !== 'share') return sayFeature(words, feature);
  return column === 'category_share' ? words.naming.shareOf(value!) : words.naming.shareBy(value!);
}

/** The columns whose values make up a whole: where one is high, others must be low. Null: a feature of its own. */
export function wholeOf(feature: string): string | null {
  const { column, kind, isAttribute } = partsOf(feature);
  if (kind === 'column') return null;
  return isAttribute ? `attribute:${column}` : column;
}

/** The place of a feature in a name: what is bought, where, then the known ones in their order, then the others. */
export function placeInName({ naming }: Words, feature: string): number {
  const { column, isAttribute } = partsOf(feature);
  const order = ['category_share', 'channel_share', ...Object.keys(naming.spoken)];
  const place = isAttribute ? -1 : order.indexOf(column);
  return place < 0 ? order.length : place;
}

/** The words for much and little of a feature. A level that more than half have, by their `mean`, is what they mostly are. */
export function wordsFor(words: Words, feature: string, mean: number | null = null): Ends {
  const { naming } = words;
  const { column, value, kind, isAttribute } = partsOf(feature);
  if (kind === 'share') return column === 'category_share' ? naming.category(value!) : naming.channel(value!);
  if (kind === 'level') return sayLevels(words, sayLevel(words, column, value!), mean);
  if (!isAttribute && Object.hasOwn(naming.spoken, column)) return naming.spoken[column]!;
  const channel = isAttribute ? undefined : /^contacts_(.+)$/.exec(column)?.[1];
  return channel === undefined ? naming.amount(spaced(column)) : naming.contactsBy(spaced(channel));
}
