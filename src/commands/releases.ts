import { bytesOf, listReleases } from '../pipeline/releases.ts';
import type { Effects } from './effects.ts';
import { findStore } from './store.ts';
import { printTable } from './table.ts';
import { duration, size } from './words.ts';

/** Options of `bezero releases`. */
export interface ReleasesOptions {
  readonly store?: string;
  readonly json: boolean;
}

/** Lists the releases of a store, newest first. */
export async function releases(options: ReleasesOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const found = await Promise.all(
    (await listReleases(store)).map(async (release) => ({ ...release, bytes: await bytesOf(release) })),
  );
  if (options.json) {
    effects.print(JSON.stringify(found.map(({ record, ...release }) => ({ ...release, ...record }))));
    return;
  }
  if (found.length === 0) {
    effects.say(`${store}: no run has been published yet`);
    return;
  }
  const rows = found.map((release) => [
    release.current ? '*' : '',
    release.run,
    release.record?.asOf ?? null,
    release.record?.pipeline ?? null,
    release.record ? duration(release.record.seconds) : null,
    size(release.bytes),
    release.hasWarehouse ? 'yes' : 'no',
  ]);
  const columns = [
    { name: '' },
    { name: 'run', whole: true },
    { name: 'as of' },
    { name: 'pipeline' },
    { name: 'took', right: true },
    { name: 'size', right: true },
    { name: 'warehouse' },
  ];
  printTable(columns, rows, effects);
}
