import { join } from 'node:path';
import { readRunRecord } from '../record.ts';
import { currentRelease } from '../releases.ts';

/** The list of erased people that the current release was held against, as its mark; null where it was held against none. */
export async function markOfCurrent(store: string): Promise<string | null> {
  const run = await currentRelease(store);
  return run === null ? null : (readRunRecord(join(store, 'releases', run))?.erasures ?? null);
}
