import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckdbOptions } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { ConfigError, EngineError } from '../errors.ts';
import type { LoadRecord } from '../sources/load-record.ts';
import type { Origin } from './former.ts';
import { readRunRecord, runIdOf, type RunRecord } from './record.ts';
import { currentRelease, listReleases, warehouseOf } from './releases.ts';
import { reachOf } from './reach.ts';
import type { Pipeline } from './spec.ts';
import { sweepUnfinished } from './sweep.ts';

/** Where a run works, aside of what readers see. */
export interface Workspace {
  /** Folder of the releases. */
  readonly store: string;
  readonly runId: string;
  readonly startedAt: Date;
  /** Folder of the release in the making. */
  readonly folder: string;
  readonly temporary: string;
  /** Where the warehouses of past days are made. */
  readonly past: string;
  /** The current release, and what its run recorded. */
  readonly current: { readonly folder: string; readonly record: RunRecord } | null;
  /** What the release in the making goes on from: the current one. */
  readonly origin: Origin | null;
  /** What releases after the current one had read, as they were rolled back; and what it left behind of earlier ones. */
  readonly abandoned: readonly LoadRecord[];
  /** The warehouse in the making; opened when it is first asked for. */
  engine(): Promise<Engine>;
  /** Makes another warehouse in a folder. The caller closes it. */
  openIn(folder: string): Promise<Engine>;
  /** Ends the engine, so that its file is whole. */
  closeEngine(): Promise<void>;
  /** Removes everything: nothing has to be made. */
  discard(): Promise<void>;
}

/** Sweeps what died and begins a new release. Only under the lock of the store. */
export async function openWorkspace(
  pipeline: Pipeline,
  startedAt: Date,
  random: string,
  open: (options: DuckdbOptions) => Promise<Engine>,
): Promise<Workspace> {
  const { store, engine: settings } = pipeline;
  if (store.includes(',')) throw new ConfigError(`store must be a path without a comma; it is ${store}`);
  await sweepUnfinished(store);
  const releases = await listReleases(store);
  const runId = runIdOf(startedAt, random, releases[0]?.run ?? null);
  const folder = join(store, 'releases', `.${runId}`);
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });
  mkdirSync(join(store, 'loads'), { recursive: true });
  const run = await currentRelease(store);
  const currentFolder = run === null ? null : join(store, 'releases', run);
  const record = currentFolder === null ? null : readRunRecord(currentFolder);
  if (run !== null && record === null) {
    throw new EngineError(
      `${store}/current must be a whole release; ${run} has no run.json that can be read. "bezero rollback" goes to another`,
    );
  }
  const later = releases.filter((release) => run !== null && release.run > run);
  const abandoned = [
    ...((record as Partial<RunRecord> | null)?.leftBehind ?? []),
    ...later.flatMap((release) => readRunRecord(release.folder)?.inputs ?? []),
  ];
  const only = await reachOf(pipeline);
  const openIn = (place: string): Promise<Engine> =>
    open({
      only,
      file: warehouseOf(place),
      searchPath: store,
      temporary,
      ...(settings.threads === undefined ? {} : { threads: settings.threads }),
      ...(settings.memory_limit === undefined ? {} : { memoryLimit: settings.memory_limit }),
    });
  let opened: Promise<Engine> | null = null;
  const closeEngine = async (): Promise<void> => {
    const engine = await opened;
    opened = null;
    await engine?.close();
  };
  return {
    store,
    runId,
    startedAt,
    folder,
    temporary,
    past: join(folder, 'past'),
    current: currentFolder === null || record === null ? null : { folder: currentFolder, record },
    origin: currentFolder === null || record === null ? null : { folder: currentFolder, asOf: record.asOf },
    abandoned,
    engine() {
      opened ??= openIn(folder);
      return opened;
    },
    openIn,
    closeEngine,
    async discard() {
      await closeEngine();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
