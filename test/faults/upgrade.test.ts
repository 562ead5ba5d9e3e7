import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/sql/sql.ts';
import { temporaryFolder } from '../support/running.ts';
import { keepFigures } from './support/figures.ts';
import { isLong, patience } from './support/level.ts';
import { call } from './support/night.ts';
import { differences, seen, shown, treeOf } from './support/store.ts';

/** Shops of 200 customers with their stores, as earlier versions wrote them. */
const stores = fileURLToPath(new URL('./stores', import.meta.url));

/** The columns of what people decided, with their types: `suppression.channel VARCHAR`. */
async function columnsOfPeople(store: string): Promise<string[]> {
  const engine = await openDuckdb({ file: join(store, 'people.duckdb'), readOnly: true });
  const rows = await engine.rows(
    sql`select table_name || '.' || column_name || ' ' || data_type as called from information_schema.columns order by called`,
    { called: 'text' },
  );
  await engine.close();
  return rows.map(({ called }) => called);
}

/** What the earlier version needs to go on: its release, the loads that it is made of, and a file of decisions with all that it knew of. */
const isOfTheStore = (path: string): boolean => /^(releases|loads)\//.test(path);

describe.runIf(isLong)('a store of an earlier format', () => {
  it(
    'is gone on with, stays there beside what is new, and a rollback to it is whole or says why not',
    { timeout: patience },
    async () => {
      const formats = readdirSync(stores);
      const count = {
        formats: formats.length,
        'gone on with': 0,
        'kept whole': 0,
        'rolled back to': 0,
        'refused in words': 0,
        'same customers': 0,
      };
      for (const [i, format] of formats.entries()) {
        const folder = temporaryFolder();
        execFileSync('tar', ['-xzf', join(stores, format), '-C', folder]);
        const store = join(folder, 'store');
        const before = treeOf(store);
        const decided = await columnsOfPeople(store);
        const night = (hour: number, ...argv: readonly string[]) =>
          call(main, folder, { now: `2026-12-0${i + 1}T0${hour}:00:00Z`, random: '0000' }, argv);
        const next = await night(2, 'run', 'old.yaml');
        const after = treeOf(store);
        const old = shown(before)!;
        if (next.code === 0 && shown(after) !== old) count['gone on with']++;
        else console.error(format, next.lines.slice(-4));
        const changed = differences(after, before).filter((path) => isOfTheStore(path) && before.has(path));
        const columns = new Set(await columnsOfPeople(store));
        if (changed.length === 0 && decided.every((column) => columns.has(column))) count['kept whole']++;
        else console.error(format, changed, decided);
        const customers = (run: string): string[] =>
          readFileSync(join(store, run, 'segments/all-customers.csv'), 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map((line) => line.split(',')[0]!.replaceAll('"', ''))
            .sort();
        if (JSON.stringify(customers(shown(after)!)) === JSON.stringify(customers(old))) count['same customers']++;
        const back = await night(3, 'rollback', '--store', 'store');
        if (back.code === 0 && shown(treeOf(store)) === old && seen(treeOf(store)).size > 0) count['rolled back to']++;
        else if (/an earlier version of bezero made its warehouse/.test(back.lines.at(-1)!)) {
          count['refused in words']++;
          expect([back.code, differences(treeOf(store), after)]).toEqual([5, []]);
        } else console.error(format, back.lines);
        expect((await night(4, 'run', 'old.yaml')).code).toBe(0);
      }
      keepFigures('upgrade', count);
      expect(count).toMatchObject({ formats: 3, 'gone on with': 3, 'kept whole': 3, 'same customers': 3 });
      expect(count['rolled back to'] + count['refused in words']).toBe(3);
    },
  );
});
