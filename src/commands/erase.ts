import { join as joinPath } from 'node:path';
import { ConfigError } from '../errors.ts';
import { namingDamage } from '../pipeline/damage.ts';
import { lookForGiven, type Given } from '../pipeline/erasure/given.ts';
import { addErasures } from '../pipeline/erasure/list.ts';
import { clean } from '../pipeline/erasure/clean.ts';
import type { Enforced } from '../pipeline/erasure/enforced.ts';
import { writeJournal } from '../pipeline/journal.ts';
import { withLock } from '../pipeline/lock.ts';
import { currentRelease } from '../pipeline/releases.ts';
import { sweepUnfinished } from '../pipeline/sweep.ts';
import { sql } from '../sql/sql.ts';
import { readGivenIds } from './audiences/given-ids.ts';
import type { Effects } from './effects.ts';
import { warnOfOldDecisions } from './remarks.ts';
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

/** What was done, and for whom. */
interface Erased extends Enforced {
  /** Who are kept out from now on. */
  readonly people: number;
  /** Who had been erased before. */
  readonly before: number;
}

/**
 * Removes people from everything that a store holds, and keeps them out. Without ids it ends what was begun.
 *
 * @throws ConfigError where the store holds nothing of one of them, who was not erased before either; nothing is touched then
 */
export async function erase({ customer, from, json, ...options }: EraseOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  // What holds the store is told to others: it names nobody.
  const me = { ...effects.process, command: 'bezero erase', since: effects.now().toISOString() };
  const done = await withTemporary(effects, (folder) =>
    withLock(store, me, (stillHeld) =>
      namingDamage(store, async (): Promise<Erased> => {
        await sweepUnfinished(store);
        const cleaning = { version: versions().bezero, stillHeld };
        /** Cleans the store, and notes in its journal how many are gone; where an earlier command died before it came to that, too. */
        const end = async (people: number, before: number): Promise<Erased> => {
          const cleaned = await clean(store, cleaning);
          const gone = people > 0 ? people : cleaned.found;
          if (gone > 0) {
            const [at, release] = [effects.now().toISOString(), await currentRelease(store)];
            writeJournal(store, { at, outcome: 'erased', people: gone, release });
          }
          return { people, before, ...cleaned };
        };
        if (customer.length === 0 && from === undefined) return end(0, 0);
        const file = joinPath(folder, 'given.parquet');
        const number = await writeGiven({ ids: customer, ...(from !== undefined && { from }) }, file, folder, effects);
        const typed = customer.map((id) => id.replaceAll('\ufeff', '').trim());
        const given = await lookForGiven(store, file, typed);
        if (given.unknown > 0) throw unknownPeople(given, number, typed);
        stillHeld();
        const people = number - given.before;
        if (people > 0)
          await addErasures(store, file, effects.now().toISOString().slice(0, 10), () => effects.randomId());
        return end(people, given.before);
      }),
    ),
  );
  if (json) effects.print(JSON.stringify({ ...done, mark: undefined }));
  else tell(done, effects);
}

/** Says how many they are and where they were given, not who: logs keep what is said. */
function unknownPeople({ unknown, typed: found, lists }: Given, of: number, typed: readonly string[]): ConfigError {
  const numbers = typed.flatMap((id, i) => (found.includes(id) ? [i + 1] : []));
  const places = [
    ...(numbers.length > 0 ? [`--customer: number ${numbers.join(', ')}`] : []),
    ...(unknown > found.length ? [`--from: ${unknown - found.length}`] : []),
  ];
  return new ConfigError(
    `every id must be of a customer of whom the store holds anything; of ${unknown} of ${count(of, 'id')} it holds nothing (${places.join('; ')}). ` +
      'Nothing was erased; correct the ids and erase again' +
      (lists > 0 ? `. The lists of ${count(lists, 'earlier release')} without a warehouse are not looked through` : ''),
  );
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

function tell({ people, before, ...done }: Erased, effects: Effects): void {
  if (before > 0) effects.say(`${count(before, 'customer')} had been erased before`);
  if (people > 0) effects.say(`${count(people, 'customer')} kept out from now on`);
  effects.say(
    done.found === 0 ? 'the store holds nothing of anybody who was erased' : `${count(done.found, 'customer')} erased`,
  );
  if (done.records > 0) effects.say(`${count(done.records, 'record')} made blank in what was read of files`);
  for (const { from, to } of done.rewritten) effects.say(`${from} was written again, as ${to}`);
  for (const run of done.stripped)
    effects.say(
      `${run} only has its record left: its warehouse is gone, and its lists cannot be written again without it`,
    );
  for (const note of done.notes) effects.warn(`note: ${note}`);
  if (done.caughtUp) warnOfOldDecisions(effects);
  if (people > 0) {
    effects.say('the files that were read are yours: take them out there too, and out of copies, mails and platforms');
    effects.say('totals still count them until the next "bezero run PIPELINE"');
  }
}
