import { tablesOf } from '../ingest.ts';
import type { LoadRecord } from '../load-record.ts';
import type { SourceSpec } from '../spec.ts';
import type { Finding } from './finding.ts';
import { checkUnits } from './units.ts';
import { checkVolume } from './volume.ts';

/**
 * Holds what is new against what the same source delivered before.
 *
 * @param loads what the release will be made of, in its order
 * @param previous the loads of the release before
 */
export function watchLoads(
  loads: readonly LoadRecord[],
  previous: readonly LoadRecord[],
  sources: Readonly<Record<string, SourceSpec>>,
): Finding[] {
  const isOf = (one: LoadRecord, other: LoadRecord): boolean =>
    one.source === other.source && one.table === other.table;
  return loads.flatMap((load, i) => {
    const spec = sources[load.source]!;
    const before = previous.filter((one) => isOf(one, load));
    // The same content, or read again under a corrected mapping.
    if (before.some(({ sha256 }) => sha256 === load.sha256)) return [];
    const former = spec.mode === 'snapshot' ? before : loads.slice(0, i).filter((one) => isOf(one, load));
    // A first night has the whole past in files of all sizes.
    const counted = before.length === 0 ? [] : former;
    return [
      ...(load.table === tablesOf(spec)[0] ? checkVolume(spec, load, counted) : []),
      ...checkUnits(spec, load, former),
    ];
  });
}
