import { constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { syncTree } from '../../disk.ts';
import { openDuckdb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../errors.ts';
import { makeAudiences } from '../audience-step.ts';
import { foldersOfStore } from '../reach.ts';
import type { RunRecord } from '../record.ts';
import { releasedAudiences } from '../release-audiences.ts';
import { warehouseOf, type Release } from '../releases.ts';
import { writeRunJson } from '../manifest.ts';
import { releaseFiles } from '../release-files.ts';
import { areStale, excludeFromCampaigns } from './apply-audiences.ts';
import { applyNames, wantedNames } from './apply-names.ts';
import { attachPeople, peopleHash } from './file.ts';
import { rewriteLists, rewriteReport, wantedOf, withHashes, type Rewritten } from './rewrite.ts';

const suppressions = 'people.suppression';

/** Opens the warehouse as it should be: itself, to read, or a changed copy of it. */
async function openAsDecided(
  store: string,
  folder: string,
  aside: string,
): Promise<{ readonly engine: Engine; readonly changed: boolean }> {
  // Conditions of audiences are read again.
  const only = { folders: foldersOfStore(store) };
  const engine = await openDuckdb({ file: warehouseOf(folder), readOnly: true, searchPath: store, only });
  const people = await attachPeople(engine, store);
  const names = await wantedNames(engine, people);
  if (names.size === 0 && !(await areStale(engine, people))) return { engine, changed: false };
  await engine.close();
  await copyFile(warehouseOf(folder), warehouseOf(aside), constants.COPYFILE_FICLONE);
  const copy = await openDuckdb({ file: warehouseOf(aside), searchPath: store, only });
  const decided = await attachPeople(copy, store);
  await applyNames(copy, names);
  // Conditions may read the names.
  const audiences = await releasedAudiences(copy);
  if (audiences.length > 0) await makeAudiences(copy, audiences, decided);
  await excludeFromCampaigns(copy, decided);
  return { engine: copy, changed: true };
}

/** What tells of the release as a whole. */
const pages: readonly string[] = ['report.html', 'dictionary.html'];

/** Writes aside what of a release is another by now; its audits and warnings are those of its run. */
async function writeAside(
  store: string,
  folder: string,
  aside: string,
  people: string,
  version: string,
): Promise<{ readonly changed: boolean; readonly notes: string[] }> {
  const record = JSON.parse(readFileSync(joinPath(folder, 'run.json'), 'utf8')) as RunRecord;
  const { engine, changed } = await openAsDecided(store, folder, aside);
  const write = async (): Promise<Rewritten> => {
    const { files, notes } = await rewriteLists(engine, aside, record, suppressions);
    files.push(...record.outputs.filter(({ file }) => pages.includes(file)).map(({ sha256, ...file }) => file));
    if (wantedOf(record).report && changed && !(await rewriteReport(engine, aside, record, version, files)))
      notes.push('its report was made by another version of bezero and shows the names of its day');
    return { files, notes };
  };
  const { files, notes } = await write().finally(() => engine.close());
  const outputs = await withHashes(files, aside, folder);
  const rewritten: RunRecord = { ...record, people, outputs, since: null };
  writeRunJson(aside, rewritten);
  await syncTree(aside);
  return { changed, notes };
}

/** A column or a table that is asked for is not there. */
const isOfAnotherShape = (error: unknown): error is EngineError =>
  error instanceof EngineError && /^(Binder|Catalog) Error/.test(error.message);

const tooOld = (run: string, error: EngineError): EngineError =>
  new EngineError(
    `${run}: its lists must be written again, since people may have decided otherwise, but an earlier version of bezero made its warehouse (${error.message}); ` +
      'go to a newer release, or let "bezero run PIPELINE" make one. Nothing has changed',
    { cause: error },
  );

/** Puts what was written aside in its place. */
async function replace(folder: string, aside: string, changed: boolean): Promise<void> {
  for (const name of releaseFiles) {
    if (!existsSync(joinPath(aside, name))) continue;
    rmSync(joinPath(folder, name), { recursive: true, force: true });
    renameSync(joinPath(aside, name), joinPath(folder, name));
  }
  if (changed) renameSync(warehouseOf(aside), warehouseOf(folder));
  await syncTree(folder);
}

/**
 * Writes an older release again under what people have decided by now: nobody who opted out since comes back with it, and segments have the
 * names that were given since. Called before the release becomes current: no reader looks at its files. Where it ends halfway, doing it
 * again does all of it, since the warehouse comes last.
 *
 * @param version of bezero: only the one that made a report makes it again
 * @param stillHeld called before anything of the release is replaced; throws where the lock of the store was lost
 * @returns sentences on what stays as it was
 */
export async function reapplyPeople(
  store: string,
  { run, folder }: Release,
  version: string,
  stillHeld: () => void,
): Promise<string[]> {
  const people = await peopleHash(store);
  if (people === null) return [];
  const aside = joinPath(store, 'releases', `.${run}.again`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  try {
    const { changed, notes } = await writeAside(store, folder, aside, people, version).catch((error: unknown) => {
      throw isOfAnotherShape(error) ? tooOld(run, error) : error;
    });
    stillHeld();
    await replace(folder, aside, changed);
    return notes;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
