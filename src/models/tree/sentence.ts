import { featureParts, unitOf } from '../../text/feature.ts';
import type { Format } from '../../text/format.ts';
import type { Language } from '../../text/messages.ts';
import type { Condition } from './conditions.ts';
import type { FittedTree, TreeFeature } from './fitted.ts';

/** What the rows of a tree are; columns of a file keep their names: whoever reads of them knows them by these. */
type Rows = FittedTree['row'];

/** A feature as people say it: `recency_days` → `days since last purchase`. */
function sayFeature({ t }: Language, { feature }: TreeFeature, row: Rows): string {
  if (row === 'row') return feature;
  const { column, value, isAttribute } = featureParts(feature);
  const label = !isAttribute && Object.hasOwn(t.features, column) ? t.features[column]! : column.replaceAll('_', ' ');
  const said = Object.hasOwn(t.features, column) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return value === null ? said : t.conditions.valued(said, value);
}

/** A share with one decimal, or as many as it takes to tell it from none and from all. */
function writeShare(f: Format, value: number): string {
  const written = [1, 2, 3, 4, 5, 6].map((digits) => f.share(value, digits));
  return written.find((text) => !/[<>]/.test(text)) ?? written.at(-1)!;
}

/** Bounds in words. Of whole numbers both ends are values that hold: `above 90`, `at most 2`, `2 to 5`. */
function sayRange(words: Language, { isWhole, feature }: TreeFeature, low: number | null, high: number | null): string {
  const { f, t } = words;
  const plain = (value: number): string => (isWhole ? f.whole : f.sixDigits)(value === 0 ? 0 : value);
  const write = unitOf(feature) === 'share' ? (value: number) => writeShare(f, value) : plain;
  if (isWhole) {
    const [least, most] = [low === null ? null : Math.ceil(low), high === null ? null : Math.ceil(high) - 1];
    if (least !== null && most !== null)
      return least === most ? write(least) : t.conditions.between(write(least), write(most));
    return least !== null ? t.conditions.above(write(least - 1)) : t.conditions.atMost(write(most!));
  }
  if (low !== null && high !== null) return t.conditions.fromToBelow(write(low), write(high));
  return low !== null ? t.conditions.atLeast(write(low)) : t.conditions.below(write(high!));
}

/** A condition in words. Missing values are spoken of where the fit had some. */
export function sayCondition(words: Language, condition: Condition, row: Rows): string {
  const { feature } = condition;
  const { conditions: t } = words.t;
  const said = sayFeature(words, feature, row);
  if (condition.kind === 'missing') return t.unknown(said);
  const withMissing = (told: string): string =>
    condition.withMissing && feature.missing > 0 ? t.orUnknown(told) : told;
  if (condition.kind === 'range') {
    const { low, high } = condition;
    if (low === null && high === null) return t.known(said);
    const range = sayRange(words, feature, low, high);
    return withMissing((featureParts(feature.feature).kind === 'share' ? t.shareWithin : t.within)(said, range));
  }
  const { levels, excluded } = condition;
  if (levels.length === 0 && excluded === null) return t.unknown(said);
  const isShorter = excluded !== null && (levels.length === 0 || excluded.length < levels.length);
  return withMissing(isShorter ? t.noneOf(said, excluded) : t.oneOf(said, levels));
}

/** Several conditions in words; of everyone where there are none. */
export const sayConditions = (words: Language, conditions: readonly Condition[], row: Rows): string =>
  conditions.length === 0
    ? words.t.conditions.everyone
    : words.t.conditions.all(conditions.map((condition) => sayCondition(words, condition, row)));
