import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { temporaryFolder } from '../support/running.ts';
import { keepFigures } from './support/figures.ts';
import { isLong, patience } from './support/level.ts';
import { call } from './support/night.ts';
import { below, differences, seen, shown, treeOf } from './support/store.ts';

/** Shops of 200 customers with their stores, as earlier versions wrote them. */
const stores = fileURLToPath(new URL('./stores', import.meta.url));

describe.runIf(isLong)('a store of an earlier format', () => {
  it(
    'is gone on with, keeps its releases as they are, and a rollback to them is whole or says why not',
    { timeout: patience },
    async () => {
      const formats = readdirSync(stores);
      const count = {
        formats: formats.length,
        'gone on with': 0,
        'rolled back to': 0,
        'refused in words': 0,
        'same customers': 0,
      };
      for (const [i, format] of formats.entries()) {
        const folder = temporaryFolder();
        execFileSync('tar', ['-xzf', join(stores, format), '-C', folder]);
        const store = join(folder, 'store');
        const before = treeOf(store);
        const night = (hour: number, ...argv: readonly string[]) =>
          call(main, folder, { now: `2026-12-0${i + 1}T0${hour}:00:00Z`, random: '0000' }, argv);
        const next = await night(2, 'run', 'old.yaml');
        const after = treeOf(store);
        const old = shown(before)!;
        if (next.code === 0 && shown(after) !== old && differences(below(after, old), below(before, old)).length === 0)
          count['gone on with']++;
        else console.error(format, next.lines.slice(-4));
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
      expect(count).toMatchObject({ formats: 3, 'gone on with': 3, 'same customers': 3 });
      expect(count['rolled back to'] + count['refused in words']).toBe(3);
    },
  );
});
