import type { FittedTree, TreeNode } from '../../src/models/tree/fitted.ts';
import { treeOptions, type TreeOptions } from '../../src/models/tree/options.ts';

/** A tree of rpart at one setting. */
export interface RpartTree {
  readonly leaves: number;
  readonly training_correct: number;
  readonly cv_correct: number;
  readonly variable_importance: Readonly<Record<string, number>>;
  readonly cp_table: { readonly rows: readonly (readonly [number, number, number])[] };
  readonly tree: readonly { readonly node: number; readonly n: number; readonly class_counts: readonly number[] }[];
  readonly splits: readonly {
    readonly node: number;
    readonly variable: string;
    readonly threshold: number | null;
    readonly categories: { readonly left: readonly string[]; readonly right: readonly string[] } | null;
    readonly improvement: number;
  }[];
}

/** What rpart gives for one table; see fixtures/README.md. */
export interface Rpart {
  readonly class_column: string;
  readonly features: readonly string[];
  readonly settings: Readonly<Record<'default' | 'deep' | 'information' | 'full', RpartTree>>;
}

/** Our options for a setting of rpart. */
export const optionsOf = ({ class_column, features }: Rpart, setting: string, more: object = {}): TreeOptions =>
  treeOptions.parse({
    class: class_column,
    features,
    ...(setting === 'information' ? { criterion: 'entropy' } : {}),
    ...(setting === 'deep' || setting === 'full' ? { cp: 0 } : {}),
    ...(setting === 'full' ? { min_split: 2, min_leaf: 1 } : {}),
    ...more,
  });

/** The split of the node that has these rows, as rpart writes it: a set of levels without its side, as sides are free. */
function told({ features }: FittedTree, { split, improvement }: TreeNode) {
  if (split === null) return null;
  const { feature, levels } = features[split.feature]!;
  const named = (codes: readonly number[]): string => codes.map((code) => levels![code]!).sort().join(); // prettier-ignore
  const sets = split.kind === 'levels' ? [named(split.first), named(split.second)].sort() : null;
  return { feature, threshold: split.kind === 'number' ? split.threshold : null, sets, improvement };
}

/** Our splits of the nodes that rpart splits, found by their rows of each class, beside those of rpart. */
export function splitsOf(fitted: FittedTree, { tree, splits }: RpartTree) {
  return splits.map((one) => {
    const counts = tree.find(({ node }) => node === one.node)!.class_counts.join();
    const ours = fitted.nodes.find((node) => node.counts.join() === counts && node.split !== null);
    const { variable, threshold, categories, improvement } = one;
    const sets = categories === null ? null : [[...categories.left].sort().join(), [...categories.right].sort().join()].sort(); // prettier-ignore
    return { ours: ours ? told(fitted, ours) : null, rpart: { feature: variable, threshold, sets, improvement } };
  });
}
