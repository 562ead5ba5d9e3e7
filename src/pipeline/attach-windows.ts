import type { Engine } from '../engine/engine.ts';
import type { LabelWindow } from '../models/repurchase/window.ts';
import type { Origin } from './former.ts';
import { warehouseOf } from './releases.ts';

/** Makes past features readable, and says which windows lie between them. The last one ends with the third of them, or with the as-of day. */
export async function attachWindows(
  engine: Engine,
  past: readonly Origin[],
  asOf: string,
): Promise<readonly LabelWindow[]> {
  const tables: string[] = [];
  for (const [i, { folder }] of past.entries()) {
    await engine.attach(warehouseOf(folder), `window_${i + 1}`);
    tables.push(`window_${i + 1}.features.customer`);
  }
  return past.slice(0, 2).map(({ asOf: since }, i) => ({
    since,
    until: past[i + 1]?.asOf ?? asOf,
    before: tables[i]!,
    after: tables[i + 1] ?? 'features.customer',
  }));
}
