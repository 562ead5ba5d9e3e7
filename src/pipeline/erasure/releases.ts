import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { sync, syncTree } from '../../disk.ts';
import { openDuckdb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { writeManifest, writeRunJson } from '../manifest.ts';
import { attachPeople } from '../people/file.ts';
import { rewriteLists, rewriteReport, wantedOf, withHashes, type Rewritten } from '../people/rewrite.ts';
import { readRunRecord, type RunRecord } from '../record.ts';
import { againOf, warehouseOf, type Release } from '../releases.ts';
import { copyWithout } from './copy.ts';

/** The name of a release that was written again: that of its run, with how often it was. It stays in its place among releases. */
export function nameAgain(run: string): string {
  const { first, times } = againOf(run);
  return `${first}e${times + 1}`;
}

/** Writes what people and programs read of a release again, into the folder of its new warehouse. */
async function writeFiles(
  engine: Engine,
  release: Release,
  aside: string,
  record: RunRecord,
  version: string,
): Promise<Rewritten> {
  const { files, notes } = await rewriteLists(engine, aside, record, 'people.suppression');
  const page = record.outputs.find(({ file }) => file === 'dictionary.html');
  if (page) {
    await copyFile(joinPath(release.folder, page.file), joinPath(aside, page.file));
    files.push({ file: page.file, rows: page.rows });
  }
  if (wantedOf(record).report) {
    const report = { file: 'report.html', rows: null };
    if (await rewriteReport(engine, aside, record, version, [...files, report])) files.push(report);
    else notes.push('its report was made by another version of bezero, which alone could write it again; it is gone');
  }
  return { files, notes };
}

/** What a release was written again for. */
export interface Rewriting {
  /** Parquet file of `kind` and `id`. */
  readonly ids: string;
  /** The list of who was erased, as its mark. */
  readonly list: string;
  /** Of bezero. */
  readonly version: string;
  /** What other releases are called by now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Writes a release again without some people, as a release of another name, whole or not at all. Its totals are those of its run.
 *
 * @returns its name, and sentences on what is gone from it
 */
export async function rewriteRelease(
  store: string,
  release: Release,
  { ids, list, version, renamed }: Rewriting,
): Promise<{ readonly run: string; readonly notes: readonly string[] }> {
  const record = readRunRecord(release.folder)!;
  const run = nameAgain(release.run);
  const releases = joinPath(store, 'releases');
  const aside = joinPath(releases, `.${run}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  const previous = record.previous === null ? null : (renamed.get(record.previous) ?? record.previous);
  const engine = await openDuckdb({ file: warehouseOf(aside), searchPath: store });
  const write = async (): Promise<Rewritten> => {
    await copyWithout(engine, warehouseOf(release.folder), ids);
    await attachPeople(engine, store);
    return writeFiles(engine, release, aside, { ...record, run }, version);
  };
  const { files, notes } = await write().finally(() => engine.close());
  const outputs = await withHashes(files, aside);
  const again: RunRecord = { ...record, run, previous, outputs, since: null, erasures: list };
  writeRunJson(aside, again);
  await syncTree(aside);
  renameSync(aside, joinPath(releases, run));
  await sync(releases);
  return { run, notes };
}

/** What of a release tells of nobody, and stays where its lists cannot be written again. */
const ofNobody = ['run.json', 'manifest.json', 'dictionary.html'];

/** Releases whose lists may name people, and cannot be looked through: their warehouses are gone, their files are not. */
export async function withListsAlone(releases: readonly Release[]): Promise<Release[]> {
  const without = releases.filter(({ hasWarehouse }) => !hasWarehouse);
  const names = await Promise.all(without.map(({ folder }) => readdir(folder)));
  return without.filter((_, i) => names[i]!.some((name) => !ofNobody.includes(name)));
}

/** Says in the record of a release by which list it was held, and which files it still has. */
async function writeMark(folder: string, record: RunRecord, list: string): Promise<void> {
  const marked: RunRecord = { ...record, erasures: list };
  const unfinished = joinPath(folder, '.run.json');
  writeManifest(folder, marked);
  writeFileSync(unfinished, `${JSON.stringify(marked, null, 1)}\n`);
  await sync(unfinished);
  renameSync(unfinished, joinPath(folder, 'run.json'));
  await sync(folder);
}

/**
 * Takes the lists from a release that has no warehouse any more to write them again from. Its record and its totals stay.
 *
 * @returns whether there was anything to take
 */
export async function stripRelease({ folder }: Release, list: string): Promise<boolean> {
  const gone = (await readdir(folder)).filter((entry) => !ofNobody.includes(entry));
  for (const entry of gone) rmSync(joinPath(folder, entry), { recursive: true, force: true });
  const record = readRunRecord(folder);
  if (record) {
    const outputs = record.outputs.filter(({ file }) => existsSync(joinPath(folder, file)));
    await writeMark(folder, { ...record, outputs }, list);
  }
  return gone.length > 0;
}

/** Marks a release that holds none of the people. */
export const markRelease = ({ folder }: Release, list: string): Promise<void> =>
  writeMark(folder, readRunRecord(folder)!, list);
