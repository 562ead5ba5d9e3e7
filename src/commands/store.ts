import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { foldersOfStore } from '../pipeline/reach.ts';
import { currentWarehouse } from '../pipeline/releases.ts';
import type { Effects } from './effects.ts';

/** The folder of the releases that a command looks at: `--store`, else `$BEZERO_STORE`, else `./store`; with links resolved. */
export function findStore(given: string | undefined, effects: Effects): string {
  const named = given ?? effects.env['BEZERO_STORE'];
  const shown = named ?? './store';
  const store = resolve(effects.cwd, shown);
  if (existsSync(join(store, 'releases'))) return realpathSync(store);
  const hint =
    named === undefined
      ? 'name it with --store DIR, or make one with "bezero run PIPELINE"'
      : '"bezero run PIPELINE" makes one';
  throw new ConfigError(`${shown} must be a store with releases; there is none: ${hint}`);
}

/** What a command needs of the engine besides the store. */
export interface CurrentOptions {
  /** Where the engine spills, and a command may write. */
  readonly temporary?: string;
  /** Files that are written, by their absolute paths. */
  readonly writes?: readonly string[];
}

/**
 * Opens the warehouse of the current release to read; views on loaded files start from the store, and SQL reaches nothing but the store. The
 * caller closes it.
 */
export async function openCurrent(store: string, { writes = [], ...options }: CurrentOptions = {}): Promise<Engine> {
  const { file } = await currentWarehouse(store);
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const only = { folders: foldersOfStore(store), files: writes };
  return openDuckdb({ file, readOnly: true, searchPath: store, only, ...options });
}

/** Opens the current warehouse, lets `use` work with it, and closes it. */
export async function withCurrent<T>(
  store: string,
  use: (engine: Engine) => Promise<T>,
  options?: CurrentOptions,
): Promise<T> {
  const engine = await openCurrent(store, options);
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
