import type { Engine } from '../../engine/engine.ts';
import type { BinnedFeature } from './bin-features.ts';
import type { ClassCosts } from './costs.ts';
import type { LevelFrame } from './counts.sql.ts';
import type { TreeOptions } from './options.ts';

/** What trees grow on. */
export interface Ground {
  readonly engine: Engine;
  readonly features: readonly BinnedFeature[];
  readonly frame: LevelFrame;
  readonly costs: ClassCosts;
  readonly options: TreeOptions;
}

/** What a fit makes while it lasts: all rows as bins, the rows of two levels in turn, the counts of one, bins of listed values. */
export const tables = {
  working: 'models.working_tree',
  even: 'models.working_tree_even',
  odd: 'models.working_tree_odd',
  counts: 'models.working_tree_count',
  lookup: 'models.working_tree_value',
} as const;
