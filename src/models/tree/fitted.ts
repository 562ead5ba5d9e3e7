import type { Chance, ClassificationTable } from '../classification-table.ts';
import type { ClassSource } from '../classes.sql.ts';
import type { ModelColumn } from '../feature-set.ts';
import type { Dropped } from '../model.ts';
import type { CrossValidatedStep } from './cross-validate.ts';
import type { TreeOptions } from './options.ts';
import type { PruneStep } from './prune.ts';
import type { Split } from './split.ts';
import type { Remark } from '../../text/remark.ts';

/** A feature that the tree may split by. */
export interface TreeFeature {
  readonly feature: string;
  /** Where its values come from; those of text are codes of levels. */
  readonly column: ModelColumn;
  /** By code, the last `(other)` where there were more than 100; null: it is a number. */
  readonly levels: readonly string[] | null;
  /** All its values were whole numbers. */
  readonly isWhole: boolean;
  /** Every value could be told from the next; else it was split between 256 bins. */
  readonly isExact: boolean;
  /** Rows without a value. */
  readonly missing: number;
}

/** A node. */
export interface TreeNode {
  /** The root is 1, the children of n are 2n and 2n + 1. */
  readonly id: number;
  readonly rows: number;
  /** By class, as the next one. */
  readonly counts: readonly number[];
  /** Posterior probabilities: shares of the node where the priors are the sizes. */
  readonly probabilities: readonly number[];
  /** The class that costs least. */
  readonly class: string;
  /** What putting all its rows into that class costs; without costs and priors, its rows of other classes. */
  readonly risk: number;
  /** Null: a leaf. The rule holds for the rows of the first child. */
  readonly split: Split | null;
  /** By how much the split lowers impurity, times rows. */
  readonly improvement: number;
  /** The complexity, as a share of the error of the root, at which the node becomes a leaf. */
  readonly complexity: number;
  /** Places of the children among `nodes`. */
  readonly children: readonly [number, number] | null;
}

/** A leaf of a tree that was grown without a part, with the rows of that part that come to it. */
export interface HeldOutLeaf {
  /** Rows of the part by class. */
  readonly counts: readonly number[];
  /** By class, of the rows that the tree knows. */
  readonly probabilities: readonly number[];
}

/** A class. */
export interface TreeClass {
  readonly class: string;
  readonly rows: number;
  readonly prior: number;
  /** What a row counts in probabilities: prior · N / rows. */
  readonly weight: number;
}

/** A fitted classification tree: plain, frozen, JSON-safe. */
export interface FittedTree {
  readonly model: 'tree';
  readonly asOf: string;
  readonly options: TreeOptions;
  readonly relation: string;
  readonly key: string;
  readonly row: 'row' | 'customer';
  readonly rows: number;
  /** Where the classes are. */
  readonly source: ClassSource;
  /** The rows of the relation that were fitted, as SQL to stand behind `where`; null: all. */
  readonly among: string | null;
  readonly classes: readonly TreeClass[];
  readonly features: readonly TreeFeature[];
  readonly dropped: readonly Dropped[];
  /** The root first; each node before its children. */
  readonly nodes: readonly TreeNode[];
  /** The trees of cost-complexity pruning, the root alone first; errors in cross-validation where there are parts. */
  readonly sequence: readonly (PruneStep | CrossValidatedStep)[];
  /** The place of this tree among them. */
  readonly chosen: number;
  /** By the rows that were fitted: it flatters. */
  readonly resubstitution: ClassificationTable;
  /** By trees that do not know the rows; null: no parts were asked for. */
  readonly crossValidated: (ClassificationTable & { readonly folds: number }) | null;
  /** The leaves of those trees where there are two classes, whose probabilities are rated; null: more classes, or no parts. */
  readonly heldOut: readonly HeldOutLeaf[] | null;
  readonly chance: Chance;
  readonly warnings: readonly Remark[];
}
