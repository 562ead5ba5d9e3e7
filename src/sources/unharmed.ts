import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { hashFile } from '../disk.ts';
import { EngineError, listProblems } from '../errors.ts';
import { loadFiles, type LoadRecord, type PlacedLoad } from './load-record.ts';

/** What of some loads is not as its record says: which file, and what to do. Those of earlier versions have no hashes to be held against. */
export async function harmIn(
  folder: string,
  loads: readonly LoadRecord[],
): Promise<{ readonly found: string; readonly advice: string }[]> {
  const harm: { found: string; advice: string }[] = [];
  for (const load of loads) {
    if (!load.written) continue;
    const files = loadFiles(folder, load);
    for (const part of ['rows', 'rejects'] as const) {
      const hash = existsSync(files[part]) ? await hashFile(files[part]) : null;
      if (hash !== load.written[part])
        harm.push({
          found: `${files[part]}: must be as it was written, and is ${hash === null ? 'missing' : 'another now: the disk or a program has changed it'}`,
          advice: `Remove the folder ${dirname(files[part])}: the next run reads ${load.file} again. Where that file is gone, take the folder from a backup`,
        });
    }
  }
  return harm;
}

/**
 * Holds the loads that were read on earlier nights against their hashes: Parquet files have no check sums of their own, and a bit that a disk
 * has lost would be another amount.
 *
 * @throws EngineError with every load that is not as it was written
 */
export async function mustBeUnharmed(folder: string, loads: readonly PlacedLoad[]): Promise<void> {
  const harm = await harmIn(
    folder,
    loads.filter(({ known }) => known),
  );
  if (harm.length > 0) throw new EngineError(listProblems(harm.map(({ found, advice }) => `${found}. ${advice}`)));
}
