import { dirname } from 'node:path';
import { hashFile } from '../disk.ts';
import { EngineError, listProblems } from '../errors.ts';
import { loadFiles, type PlacedLoad } from './load-record.ts';

/**
 * Holds the loads that were read on earlier nights against their hashes: Parquet files have no check sums of their own, and a bit that a disk
 * has lost would be another amount.
 *
 * @throws EngineError with every load that is not as it was written
 */
export async function mustBeUnharmed(folder: string, loads: readonly PlacedLoad[]): Promise<void> {
  const problems: string[] = [];
  for (const load of loads) {
    if (!load.known || !load.written) continue;
    const files = loadFiles(folder, load);
    for (const part of ['rows', 'rejects'] as const)
      if ((await hashFile(files[part])) !== load.written[part])
        problems.push(
          `${files[part]}: must be as it was written, and is another now: the disk or a program has changed it. ` +
            `Remove the folder ${dirname(files[part])}: the next run reads ${load.file} again. Where that file is gone, take the folder from a backup`,
        );
  }
  if (problems.length > 0) throw new EngineError(listProblems(problems));
}
