import { existsSync } from 'node:fs';
import { EngineError } from '../errors.ts';
import { beforeCurrent } from './line.ts';
import { peopleFile } from './people/file.ts';
import { listReleases, warehouseOf, type Release } from './releases.ts';

/** A file of a store that is not as it was written, and the way out. */
export interface Damage {
  readonly found: string;
  readonly advice: string;
}

/** Reads every stored value of a database file; what keeps it from being read whole, or null. */
async function harmOf(file: string): Promise<string | null> {
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const { readWhole } = await import('../engine/read-whole.ts');
  const engine = await openDuckdb();
  try {
    await engine.attach(file, 'looked_at');
    await readWhole(engine, 'looked_at');
    return null;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return `${file} must be as it was written, and cannot be read whole: ${error.message}`;
  } finally {
    await engine.close();
  }
}

/** Looks whether what people decided can be read, to the last value; null: it can, or there is none. */
export async function damageOfPeople(store: string): Promise<Damage | null> {
  const found = existsSync(peopleFile(store)) ? await harmOf(peopleFile(store)) : null;
  return found === null ? null : { found, advice: `restore ${peopleFile(store)} from your newest backup` };
}

/** What goes to another release than the current one, which is of no use: one before it if there is one; null where none has a warehouse. */
export async function wayFromCurrent(store: string): Promise<string | null> {
  const releases = await listReleases(store);
  const way = [...beforeCurrent(releases), ...releases].find(({ hasWarehouse, current }) => hasWarehouse && !current);
  return way ? `go to another release ("bezero rollback ${way.run}")` : null;
}

/** Looks whether the warehouse of a release can be read, to the last value. */
export async function damageOfWarehouse(
  store: string,
  { folder, current }: Pick<Release, 'folder' | 'current'>,
): Promise<Damage | null> {
  const found = await harmOf(warehouseOf(folder));
  if (found === null) return null;
  const way = current ? await wayFromCurrent(store) : null;
  const restore = `restore ${folder} from a backup`;
  return { found, advice: way ? `${way} and run again, or ${restore}` : restore };
}

/** What the engine says of a file that is not as it was written: not always which. */
const tellsOfDamage =
  /Corrupt database file|not a valid DuckDB database file|Could not read enough bytes|^(Serialization|INTERNAL) Error/;

/** Lets `work` use the databases of a store; where one of them is damaged, the error names the file and the way out. */
export async function namingDamage<T>(store: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError) || !tellsOfDamage.test(error.message)) throw error;
    const releases = await listReleases(store);
    const looks = [
      () => damageOfPeople(store),
      ...releases.filter(({ hasWarehouse }) => hasWarehouse).map((one) => () => damageOfWarehouse(store, one)),
    ];
    for (const look of looks) {
      const damage = await look();
      if (damage) throw new EngineError(`${damage.found}; ${damage.advice}`, { cause: error });
    }
    throw error;
  }
}
