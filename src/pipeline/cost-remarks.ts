import type { Engine } from '../engine/engine.ts';
import { readCostGaps } from '../reports/data/cost-gap.ts';
import { readWorth } from '../reports/data/worth.ts';
import { remark, type Remark } from '../text/remark.ts';

/** What a run remarks of costs that nobody told; nothing where none is known at all: then nothing speaks of profit. */
export async function costRemarks(engine: Engine): Promise<Remark[]> {
  if ((await readWorth(engine)) !== 'profit') return [];
  const gaps = await readCostGaps(engine);
  return gaps.length === 0 ? [] : [remark('costGaps', { gaps })];
}
