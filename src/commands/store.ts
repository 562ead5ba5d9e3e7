import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
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

/** Opens the warehouse of the current release to read; views on loaded files start from the store. The caller closes it. */
export async function openCurrent(store: string, temporary?: string): Promise<Engine> {
  const { file } = await currentWarehouse(store);
  const { openDuckdb } = await import('../engine/duckdb.ts');
  return openDuckdb({ file, readOnly: true, searchPath: store, ...(temporary === undefined ? {} : { temporary }) });
}

/** Opens the current warehouse, lets `use` work with it, and closes it. */
export async function withCurrent<T>(
  store: string,
  use: (engine: Engine) => Promise<T>,
  temporary?: string,
): Promise<T> {
  const engine = await openCurrent(store, temporary);
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
