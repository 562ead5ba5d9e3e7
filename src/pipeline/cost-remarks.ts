import type { Engine } from '../engine/engine.ts';
import { readCostGaps } from '../reports/data/cost-gap.ts';
import { readWorth } from '../reports/data/worth.ts';
import { sayGaps } from '../text/en/cost-gap.ts';
import { formatFor } from '../text/format.ts';

/** What a run remarks of costs that nobody told; nothing where none is known at all: then nothing speaks of profit. */
export async function costRemarks(engine: Engine, currency: string): Promise<string[]> {
  if ((await readWorth(engine)) !== 'profit') return [];
  const said = sayGaps(await readCostGaps(engine), formatFor('en', currency));
  return said === null ? [] : [said];
}
