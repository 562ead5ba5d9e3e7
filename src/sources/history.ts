import { existsSync } from 'node:fs';
import { DataError } from '../errors.ts';
import { loadFiles, loadIdOf, type LoadRecord, type PlacedLoad } from './load-record.ts';
import { remark, type Remark } from '../text/remark.ts';
import type { SourceSpec } from './spec.ts';

/** The loads a release is made of, and what a person should know of how they came together. */
export interface History {
  readonly loads: readonly PlacedLoad[];
  /** Loads that only releases had which were rolled back, and whose files are gone: they do not count. */
  readonly leftBehind: readonly LoadRecord[];
  readonly notices: readonly Remark[];
}

/**
 * Joins what earlier runs loaded with what this run found. A file that was known keeps its place; a file read again under a
 * corrected mapping takes the place of its former load; new files come last, and files that say again what they said before something
 * else. A snapshot source holds what its newest file holds.
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
): Omit<History, 'leftBehind'> {
  const content = (load: LoadRecord): string => [load.source, load.table, load.sha256].join('\n');
  const waiting = new Map<string, LoadRecord & { known: boolean }>();
  const notices: Remark[] = [];
  for (const load of found) {
    const twin = waiting.get(content(load));
    if (twin) notices.push(remark('twinFile', { file: load.file, twin: twin.file, table: load.table }));
    else waiting.set(content(load), load);
  }
  const present = new Set(found.map(({ source, table }) => `${source}\n${table}`));
  const kept: (LoadRecord & { known: boolean })[] = [];
  /** A file that says again what it once said is newer than what it said between. */
  const saidLater = (load: LoadRecord, i: number): boolean =>
    previous
      .slice(i + 1)
      .some((later) => later.file === load.file && later.source === load.source && later.table === load.table);
  for (const [i, load] of previous.entries()) {
    const spec = sources[load.source];
    const again = waiting.get(content(load));
    if (again) {
      if (saidLater(load, i)) continue;
      kept.push(again);
      waiting.delete(content(load));
    } else if (spec?.tables[load.table] === undefined) {
      notices.push(remark('leftPipeline', { file: load.file, table: load.table }));
    } else if (spec.mode === 'snapshot' && present.has(`${load.source}\n${load.table}`)) {
      continue;
    } else if (existsSync(loadFiles(loadsFolder, load).rows)) {
      kept.push({ ...load, known: true });
      if (loadIdOf(load.sha256, load.source, load.table, spec, zone) !== load.loadId) {
        notices.push(remark('earlierMapping', { file: load.file, table: load.table }));
      }
    } else {
      throw new DataError(
        `${load.file}: its ${load.table} of an earlier run must lie in loads/${load.loadId}, and do not; the file is gone too. Put the file back, or roll back to a release that has no part of it`,
      );
    }
  }
  return { loads: [...kept, ...waiting.values()].map((load, i) => ({ ...load, sequence: i })), notices };
}

/**
 * Finds the loads that count no longer: a release that was rolled back had read them, the current one had not, and their files are gone.
 *
 * @param abandoned the loads of releases that are newer than the current one, and those it left behind itself
 */
export function leftBehind(
  abandoned: readonly LoadRecord[],
  found: readonly LoadRecord[],
  loads: readonly LoadRecord[],
  sources: Readonly<Record<string, SourceSpec>>,
): LoadRecord[] {
  const isIn = (all: readonly LoadRecord[], load: LoadRecord): boolean =>
    all.some(({ source, table, sha256 }) => source === load.source && table === load.table && sha256 === load.sha256);
  const isReplaced = (load: LoadRecord): boolean =>
    sources[load.source]?.mode === 'snapshot' && found.some(({ source }) => source === load.source);
  return abandoned.filter(
    (load, i) =>
      sources[load.source]?.tables[load.table] !== undefined &&
      !isIn(loads, load) &&
      !isIn(abandoned.slice(0, i), load) &&
      !isReplaced(load),
  );
}

/** What a person should know of a load that was left behind. */
export const tellLeftBehind = ({ file, table, records }: LoadRecord): Remark =>
  remark('leftBehind', { file, table, records });
