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
  working: 'working.main.tree',
  even: 'working.main.tree_even',
  odd: 'working.main.tree_odd',
  counts: 'working.main.tree_count',
  lookup: 'working.main.tree_value',
} as const;
