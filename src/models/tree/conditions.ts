import type { FittedTree, TreeFeature } from './fitted.ts';
import type { Split } from './split.ts';

/** What holds of one feature in a node. */
export type Condition = { readonly feature: TreeFeature } & (
  | {
      readonly kind: 'range';
      /** x ≥ low; null: no bound. */
      readonly low: number | null;
      /** x < high */
      readonly high: number | null;
      readonly withMissing: boolean;
    }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'levels';
      readonly levels: readonly string[];
      /** Levels that are not among these, and that the fit may not have seen, hold too: all but `excluded`. */
      readonly excluded: readonly string[] | null;
      readonly withMissing: boolean;
    }
);

interface Step {
  readonly split: Split;
  readonly isFirst: boolean;
}

/** The splits on the way to a node. */
function stepsTo({ nodes }: FittedTree, target: number): Step[] {
  const steps: Step[] = [];
  for (let at = target; at !== 0;) {
    const parent = nodes.findIndex(({ children }) => children?.includes(at));
    steps.unshift({ split: nodes[parent]!.split!, isFirst: nodes[parent]!.children![0] === at });
    at = parent;
  }
  return steps;
}

function rangeOf(feature: TreeFeature, steps: readonly Step[]): Condition {
  let [low, high, withMissing, withKnown] = [-Infinity, Infinity, true, true];
  for (const { split, isFirst } of steps) {
    if (split.kind === 'missing') {
      if (isFirst) withKnown = false;
      else withMissing = false;
    }
    if (split.kind !== 'number') continue;
    if (isFirst) high = Math.min(high, split.threshold);
    else low = Math.max(low, split.threshold);
    if ((split.missing === 'first') !== isFirst) withMissing = false;
  }
  if (!withKnown || low >= high) return { feature, kind: 'missing' };
  const bound = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { feature, kind: 'range', low: bound(low), high: bound(high), withMissing };
}

function levelsOf(feature: TreeFeature, steps: readonly Step[]): Condition {
  const all = feature.levels!;
  const source = feature.column.source;
  const rest = source.kind === 'code' && source.unknown >= 0 ? source.unknown : null;
  const holds = (code: number): boolean =>
    steps.every(({ split, isFirst }) => {
      if (split.kind !== 'levels') return true;
      const goesFirst = split.others === 'first' ? !split.second.includes(code) : split.first.includes(code);
      return goesFirst === isFirst;
    });
  const named = all.filter((_, code) => code !== rest);
  const isIn = (level: string): boolean => holds(all.indexOf(level));
  return {
    feature,
    kind: 'levels',
    levels: named.filter(isIn),
    excluded: holds(rest ?? -2) ? named.filter((level) => !isIn(level)) : null,
    withMissing: holds(-1),
  };
}

function conditionOf(fitted: FittedTree, place: number, steps: readonly Step[]): Condition {
  const feature = fitted.features[place]!;
  return feature.levels === null ? rangeOf(feature, steps) : levelsOf(feature, steps);
}

/** What tells a child from its sibling. */
export function answerOf(fitted: FittedTree, parent: number, child: number): Condition {
  const { split, children } = fitted.nodes[parent]!;
  return conditionOf(fitted, split!.feature, [{ split: split!, isFirst: children![0] === child }]);
}

/** What holds in a node, a condition a feature, in the order in which the tree asks. The root has none. */
export function conditionsOf(fitted: FittedTree, at: number): Condition[] {
  const steps = stepsTo(fitted, at);
  return [...new Set(steps.map(({ split }) => split.feature))].map(
    (place) =>
    conditionOf(fitted, place, steps.filter(({ split }) => split.feature === place)), // prettier-ignore
  );
}
