import { join as joinPath } from 'node:path';
import { addErasures } from '../pipeline/erasure/list.ts';
import { clean } from '../pipeline/erasure/clean.ts';
import type { Enforced } from '../pipeline/erasure/enforced.ts';
import { enforceErasures } from '../pipeline/erasure/enforce.ts';
import { withLock } from '../pipeline/lock.ts';
import { sweepUnfinished } from '../pipeline/sweep.ts';
import { sql } from '../sql/sql.ts';
import { readGivenIds } from './audiences/given-ids.ts';
import type { Effects } from './effects.ts';
import { findStore } from './store.ts';
import { withTemporary } from './temporary.ts';
import { versions } from './versions.ts';
import { count } from './words.ts';

/** Options of `bezero erase`. */
export interface EraseOptions {
  readonly customer: readonly string[];
  /** A file of ids; `-`: standard input. */
  readonly from?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Removes people from everything that a store holds, and keeps them out. Without ids it ends what was begun. */
export async function erase({ customer, from, json, ...options }: EraseOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  // What holds the store is told to others: it names nobody.
  const me = { ...effects.process, command: 'bezero erase', since: effects.now().toISOString() };
  const [people, done] = await withTemporary(effects, (folder) =>
    withLock(store, me, async (stillHeld): Promise<[number, Enforced]> => {
      await sweepUnfinished(store);
      const cleaning = { version: versions().bezero, stillHeld };
      if (customer.length === 0 && from === undefined) return [0, await enforceErasures(store, cleaning)];
      const given = joinPath(folder, 'given.parquet');
      const number = await writeGiven({ ids: customer, ...(from !== undefined && { from }) }, given, folder, effects);
      stillHeld();
      await addErasures(store, given, effects.now().toISOString().slice(0, 10), () => effects.randomId());
      return [number, await clean(store, cleaning)];
    }),
  );
  if (json) effects.print(JSON.stringify({ people, ...done, mark: undefined }));
  else tell(people, done, effects);
}

async function writeGiven(
  given: { readonly ids: readonly string[]; readonly from?: string },
  file: string,
  folder: string,
  effects: Effects,
): Promise<number> {
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const engine = await openDuckdb({ temporary: folder });
  try {
    const number = await readGivenIds(engine, 'given', given, folder, effects);
    await engine.unload(sql`select customer_id from given`, file, 'parquet');
    return number;
  } finally {
    await engine.close();
  }
}

function tell(people: number, done: Enforced, effects: Effects): void {
  if (people > 0) effects.say(`${count(people, 'customer')} kept out from now on`);
  effects.say(
    done.found === 0 ? 'the store holds nothing of anybody who was erased' : `${count(done.found, 'customer')} erased`,
  );
  if (done.records > 0) effects.say(`${count(done.records, 'record')} made blank in what was read of files`);
  for (const { from, to } of done.rewritten) effects.say(`${from} was written again, as ${to}`);
  for (const run of done.stripped) effects.say(`${run} only has its record left: its lists cannot be written again`);
  for (const note of done.notes) effects.warn(`note: ${note}`);
  if (people > 0) {
    effects.say('the files that were read are yours: take them out there too, and out of copies, mails and platforms');
    effects.say('totals still count them until the next "bezero run PIPELINE"');
  }
}
