import { existsSync } from 'node:fs';
import { loadFiles, loadIdOf, type LoadRecord, type PlacedLoad } from './load-record.ts';
import type { SourceSpec } from './spec.ts';

/** The loads a release is made of, and what a person should know of how they came together. */
export interface History {
  readonly loads: readonly PlacedLoad[];
  readonly notices: readonly string[];
}

/**
 * Joins what earlier runs loaded with what this run found. A file that was known keeps its place; a file read again under a
 * corrected mapping takes the place of its former load; new files come last. A snapshot source holds what its files hold now.
 *
 * @param previous the loads of the current release, in their order
 * @param found the loads of the files that are there now, in the order of sources and file names
 */
export function joinHistory(
  previous: readonly LoadRecord[],
  found: readonly (LoadRecord & { known: boolean })[],
  sources: Readonly<Record<string, SourceSpec>>,
  loadsFolder: string,
  zone: string,
): History {
  const content = (load: LoadRecord): string => [load.source, load.table, load.sha256].join('\n');
  const waiting = new Map(found.map((load) => [content(load), load]));
  const present = new Set(found.map(({ source, table }) => `${source}\n${table}`));
  const notices: string[] = [];
  const kept: (LoadRecord & { known: boolean })[] = [];
  for (const load of previous) {
    const spec = sources[load.source];
    const again = waiting.get(content(load));
    if (again) {
      kept.push(again);
      waiting.delete(content(load));
    } else if (spec?.tables[load.table] === undefined) {
      notices.push(`${load.file}: is no longer part of the pipeline; its ${load.table} are left out`);
    } else if (spec.mode === 'snapshot' && present.has(`${load.source}\n${load.table}`)) {
      continue;
    } else if (existsSync(loadFiles(loadsFolder, load).rows)) {
      kept.push({ ...load, known: true });
      if (loadIdOf(load.sha256, load.source, load.table, spec, zone) !== load.loadId) {
        notices.push(
          `${load.file}: was read under an earlier mapping and is gone; its ${load.table} stay as they were read`,
        );
      }
    }
  }
  return { loads: [...kept, ...waiting.values()].map((load, i) => ({ ...load, sequence: i })), notices };
}
