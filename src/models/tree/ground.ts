import type { Engine } from '../../engine/engine.ts';
import { workingTable } from '../../sql/working-table.ts';
import type { BinnedFeature } from './bin-features.ts';
import type { ClassCosts } from './costs.ts';
import type { LevelFrame } from './counts.sql.ts';
import type { TreeOptions } from './options.ts';

/** What trees grow on. */
export interface Ground {
  readonly engine: Engine;
  readonly tables: Tables;
  readonly features: readonly BinnedFeature[];
  readonly frame: LevelFrame;
  readonly costs: ClassCosts;
  readonly options: TreeOptions;
}

/** What a fit makes while it lasts: all rows as bins, the rows of two levels in turn, the counts of one, bins of listed values. */
export type Tables = Readonly<Record<'working' | 'even' | 'odd' | 'counts' | 'lookup', string>>;

export const newTables = (): Tables => ({
  working: workingTable('tree'),
  even: workingTable('tree_even'),
  odd: workingTable('tree_odd'),
  counts: workingTable('tree_count'),
  lookup: workingTable('tree_value'),
});
