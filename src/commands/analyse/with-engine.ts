import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { name, sql } from '../../sql/sql.ts';
import { readRelease } from '../earlier-release.ts';
import type { Effects } from '../effects.ts';
import { foldersOfStore } from '../../pipeline/reach.ts';
import { currentWarehouse } from '../../pipeline/releases.ts';
import { findStore } from '../store.ts';
import { withTemporary } from '../temporary.ts';
import { unfinishedOf } from '../write-file.ts';

/** What SQL of an analysis reaches besides a folder of its own, as the command line names it. */
export interface Reached {
  /** The file that is analysed. */
  readonly reads?: string;
  /** The file that the engine writes. */
  readonly writes?: string | undefined;
}

/** Opens an engine of its own for one analysis, with a folder for what lives meanwhile, and cleans up. Nothing else can be read or written. */
export async function withEngine<T>(
  effects: Effects,
  { reads, writes, store }: Reached & { readonly store?: string },
  use: (engine: Engine, temporary: string) => Promise<T>,
): Promise<T> {
  const at = (file: string): string => resolve(effects.cwd, file);
  const read = reads === undefined ? [] : [at(reads)].filter(existsSync);
  return withTemporary(effects, async (temporary) => {
    const { openDuckdb } = await import('../../engine/duckdb.ts');
    const only = {
      folders: [realpathSync(temporary), ...(store === undefined ? [] : foldersOfStore(store))],
      files: [...read, ...read.map((file) => realpathSync(file)), ...[writes ?? []].flat().map(at).map(unfinishedOf)],
    };
    const engine = await openDuckdb({ temporary, only, ...(store === undefined ? {} : { searchPath: store }) });
    try {
      return await use(engine, temporary);
    } finally {
      await engine.close();
    }
  });
}

/** Lets `use` read some relations of the current release; whatever it makes besides them is gone afterwards. Throws `ConfigError` where these, or their columns, are not those of this version. */
export async function withRelease<T>(
  { store: given, writes }: Pick<Reached, 'writes'> & { readonly store?: string | undefined },
  effects: Effects,
  relations: readonly string[],
  use: (engine: Engine, release: { readonly run: string; readonly asOf: string }) => Promise<T>,
): Promise<T> {
  const store = findStore(given, effects);
  const { run, file } = await currentWarehouse(store);
  return withEngine(effects, { store, writes }, async (engine) => {
    await engine.attach(file, 'release');
    return readRelease(run, async () => {
      for (const relation of [...relations, 'warehouse.setting'])
        await engine.define(relation, sql`select * from ${name('release')}.${relationName(relation)}`);
      const [setting] = await engine.rows(sql`select as_of from warehouse.setting`, { as_of: 'day' }, 1);
      return use(engine, { run, asOf: setting!.as_of });
    });
  });
}

/** Throws where an option that speaks of a file was given with a store. */
export function refuseOfFile(options: object, ofFile: readonly string[]): void {
  const told = ofFile.find((option) => (options as Readonly<Record<string, unknown>>)[option] !== undefined);
  if (told === undefined) return;
  const flag = told.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new ConfigError(`--${flag} must be left out with a store: it speaks of a file`);
}

/** One of a FILE and a store, where a command takes either. */
export function refuseBoth(file: string | undefined, store: string | undefined): void {
  if (file !== undefined && store !== undefined)
    throw new ConfigError('FILE and --store must not be given together; name one of them');
}
