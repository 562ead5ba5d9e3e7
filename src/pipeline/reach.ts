import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reach } from '../engine/duckdb.ts';
import { findFiles } from '../sources/find.ts';
import type { Pipeline } from './spec.ts';

/** What SQL on a store may reach: the store, and the relative paths by which its warehouses find the loads. */
export const foldersOfStore = (store: string): string[] => [store, 'loads'];

/** What a run may reach: its store, and the folders of the files that its sources name, also where they are links. */
export async function reachOf({ store, sources, file }: Pipeline): Promise<Reach> {
  const folders = new Set(foldersOfStore(store));
  for (const { files } of Object.values(sources)) {
    // What cannot be found is told when it is read.
    const { found } = await findFiles(files, dirname(file)).catch(() => ({ found: [] }));
    for (const path of found) folders.add(dirname(path)).add(dirname(realpathSync(path)));
  }
  return { folders: [...folders] };
}
