import { existsSync, readdirSync } from 'node:fs';
import { join as joinPath, relative, resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import { ConfigError } from '../errors.ts';
import { namingDamage } from '../pipeline/damage.ts';
import { writeSubject, type Held } from '../pipeline/erasure/subject.ts';
import { listReleases } from '../pipeline/releases.ts';
import { withLock } from '../pipeline/lock.ts';
import { sql } from '../sql/sql.ts';
import { ordersOf } from '../pipeline/erasure/orders.ts';
import { loadsIn } from '../pipeline/erasure/places.ts';
import { withListsAlone } from '../pipeline/erasure/releases.ts';
import type { Effects } from './effects.ts';
import { findStore } from './store.ts';
import { printTable } from './table.ts';
import { withTemporary } from './temporary.ts';
import { count, whole } from './words.ts';

/** Options of `bezero subject`. */
export interface SubjectOptions {
  readonly id: string;
  /** Folder to write to. */
  readonly output: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Writes all that a store holds of a person to a folder. */
export async function subject({ id, output, json, ...options }: SubjectOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const target = resolve(effects.cwd, output);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new ConfigError(`--output must be a folder that is not there yet, or is empty; ${output} holds something`);
  const me = { ...effects.process, command: 'bezero subject', since: effects.now().toISOString() };
  // No run changes the store meanwhile: everything is of one moment.
  const held = await withLock(store, me, () =>
    namingDamage(store, () => withTemporary(effects, (folder) => look(store, id, target, folder))),
  );
  const lists = (await withListsAlone(await listReleases(store))).map(({ run }) => run);
  if (held.length === 0)
    throw new ConfigError(
      `ID must be a customer of whom the store holds anything; it holds nothing of ${JSON.stringify(id)}`,
    );
  if (json) effects.print(JSON.stringify({ held, lists }));
  else tell(held, lists, relative(effects.cwd, target) || '.', effects);
}

async function look(store: string, id: string, target: string, folder: string): Promise<Held[]> {
  const engine = await openDuckdb({ searchPath: store, temporary: folder });
  try {
    const ids = joinPath(folder, 'ids.parquet');
    const orders = ordersOf(store, sql`(${id})`, await loadsIn(store));
    await engine.unload(
      sql`select 'customer' as kind, ${id} as id union all select 'order' as kind, id from ${orders} as orders`,
      ids,
      'parquet',
    );
    return await writeSubject(engine, store, ids, target);
  } finally {
    await engine.close();
  }
}

function tell(held: readonly Held[], lists: readonly string[], target: string, effects: Effects): void {
  printTable(
    [
      { name: 'place', whole: true },
      { name: 'rows', right: true },
    ],
    held.map(({ place, rows }) => [place, whole(rows)]),
    effects,
  );
  effects.say(`${count(held.length, 'place')} hold something; written to ${target}, with index.json`);
  if (lists.length > 0)
    effects.say(
      `the lists of ${count(lists.length, 'earlier release')} may name them too, and are not looked through: ${lists.join(', ')}`,
    );
  effects.say('what the shop itself keeps, and copies of released files elsewhere, are not in it');
}
