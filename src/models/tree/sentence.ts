import { featureParts, unitOf } from '../../text/feature.ts';
import { features as words } from '../../text/en/words.ts';
import { percent } from '../../text/percent.ts';
import type { Condition } from './conditions.ts';
import type { FittedTree, TreeFeature } from './fitted.ts';

const six = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
const wholes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What the rows of a tree are; columns of a file keep their names: whoever reads of them knows them by these. */
type Rows = FittedTree['row'];

/** A feature as people say it: `recency_days` → `days since last purchase`. */
function sayFeature({ feature }: TreeFeature, row: Rows): string {
  if (row === 'row') return feature;
  const { column, value, isAttribute } = featureParts(feature);
  const word = !isAttribute && Object.hasOwn(words, column) ? words[column]! : column.replaceAll('_', ' ');
  const said = Object.hasOwn(words, column) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
  return value === null ? said : `${said} ${value}`;
}

/** A list with `or` before the last. */
const either = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)!}`;

/** A share with one decimal, or as many as it takes to tell it from none and from all. */
function writeShare(value: number): string {
  const written = [1, 2, 3, 4, 5, 6].map((digits) => percent(value, digits));
  return written.find((text) => !/^[<>]/.test(text)) ?? written.at(-1)!;
}

/** Bounds in words. Of whole numbers both ends are values that hold: `above 90`, `at most 2`, `2 to 5`. */
function sayRange({ isWhole, feature }: TreeFeature, low: number | null, high: number | null): string {
  const plain = (value: number): string => (isWhole ? wholes : six).format(value === 0 ? 0 : value);
  const write = unitOf(feature) === 'share' ? writeShare : plain;
  if (isWhole) {
    const [least, most] = [low === null ? null : Math.ceil(low), high === null ? null : Math.ceil(high) - 1];
    if (least !== null && most !== null) return least === most ? write(least) : `${write(least)} to ${write(most)}`;
    return least !== null ? `above ${write(least - 1)}` : `at most ${write(most!)}`;
  }
  if (low !== null && high !== null) return `from ${write(low)} to below ${write(high)}`;
  return low !== null ? `at least ${write(low)}` : `below ${write(high!)}`;
}

/** A condition in words. Missing values are spoken of where the fit had some. */
export function sayCondition(condition: Condition, row: Rows): string {
  const { feature } = condition;
  const said = sayFeature(feature, row);
  if (condition.kind === 'missing') return `${said} unknown`;
  const orUnknown = condition.withMissing && feature.missing > 0 ? ' or unknown' : '';
  if (condition.kind === 'range') {
    const { low, high } = condition;
    if (low === null && high === null) return `${said} known`;
    const range = sayRange(feature, low, high);
    return `${featureParts(feature.feature).kind === 'share' ? `${range} ${said}` : `${said} ${range}`}${orUnknown}`;
  }
  const { levels, excluded } = condition;
  if (levels.length === 0 && excluded === null) return `${said} unknown`;
  const isShorter = excluded !== null && (levels.length === 0 || excluded.length < levels.length);
  const listed = isShorter ? `not ${either(excluded)}` : either(levels);
  return `${said} ${listed}${orUnknown}`;
}

/** Several conditions in words; of everyone where there are none. */
export function sayConditions(conditions: readonly Condition[], row: Rows): string {
  const said = conditions.map((condition) => sayCondition(condition, row));
  return said.length < 2 ? (said[0] ?? 'everyone') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)!}`;
}
