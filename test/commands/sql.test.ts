import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Effects } from '../../src/commands/effects.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/sql/sql.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { makeStore } from '../support/store.ts';

const customers = `select * from (values
  ('007', 'Ane', 12.5::decimal(18,4), date '2026-11-20', 3::bigint), ('008', null, null, null, 0)) as v (customer_id, name, profit, last_day, orders)`;

let store: string;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  store = await makeStore(folder, { 'marts.customer': customers, 'marts.many': 'select range as n from range(2500)' });
  return () => {
    rmSync(folder, { recursive: true });
  };
});

/** What a query on a small release did, in a folder of its own. */
async function runSql(
  argv: readonly string[],
  more: Partial<Effects> = {},
): Promise<RecordingEffects & { readonly code: number }> {
  const folder = temporaryFolder();
  const temporary = mkdtempSync(join(folder, 'tmp-'));
  const effects = recordingEffects(folder, { env: { TMPDIR: temporary, BEZERO_STORE: store }, ...more });
  const code = await main(['sql', ...argv], effects);
  expect(readdirSync(temporary)).toEqual([]);
  return { ...effects, code };
}

describe('bezero sql', () => {
  it('prints a table: numbers right, nulls named', async () => {
    const { printed, said, code } = await runSql(['select * from marts.customer order by customer_id']);
    expect(printed).toEqual([
      'customer_id  name   profit  last_day    orders',
      '───────────  ────  ───────  ──────────  ──────',
      '007          Ane   12.5000  2026-11-20       3',
      '008          null     null  null             0',
    ]);
    expect([code, said]).toEqual([0, []]);
  });

  it('prints 1,000 rows where not told otherwise, and says that there are more', async () => {
    const thousand = await runSql(['from marts.many order by n']);
    expect(thousand.printed).toHaveLength(1002);
    expect(thousand.said).toEqual(['the first 1,000 rows; --limit N shows more']);
    const all = await runSql(['from marts.many order by n', '--limit', '2500']);
    expect(all.printed).toHaveLength(2502);
    expect(all.said).toEqual([]);
  });

  it.each([
    ['csv', 'customer_id,name,profit,last_day,orders\n007,Ane,12.5000,2026-11-20,3\n008,,,,0\n'],
    [
      'json',
      '{"customer_id":"007","name":"Ane","profit":12.5000,"last_day":"2026-11-20","orders":3}\n' +
        '{"customer_id":"008","name":null,"profit":null,"last_day":null,"orders":0}\n',
    ],
  ])('streams %s to standard output', async (format, expected) => {
    const { written, printed } = await runSql(['from marts.customer order by customer_id', '--format', format]);
    expect(Buffer.concat(written).toString()).toBe(expected);
    expect(printed).toEqual([]);
  });

  it('takes --json for JSON, and --limit for any format', async () => {
    const { written } = await runSql(['from marts.many order by n', '--json', '-n', '2']);
    expect(Buffer.concat(written).toString()).toBe('{"n":0}\n{"n":1}\n');
  });

  it('streams Arrow that other programs read with its types', async () => {
    const { written } = await runSql(['from marts.customer order by customer_id', '--format', 'arrow']);
    const table = tableFromIPC(Buffer.concat(written));
    expect(table.schema.fields.map(({ name, type }) => `${name} ${String(type)}`)).toEqual([
      'customer_id Utf8',
      'name Utf8',
      'profit Decimal[18e+4]',
      'last_day Date32<DAY>',
      'orders Int64',
    ]);
    expect(table.getChild('orders')!.toArray()).toEqual(BigInt64Array.of(3n, 0n));
  });

  it('streams Parquet to a pipe', async () => {
    const { written } = await runSql(['from marts.customer', '--format', 'parquet']);
    expect(Buffer.concat(written).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('writes files by their ending, whole or not at all', async () => {
    for (const name of ['out.csv', 'out.jsonl', 'out.parquet', 'out.arrow']) {
      const { cwd, said, written, code } = await runSql(['from marts.customer order by customer_id', '-o', name]);
      expect([code, said, written]).toEqual([0, [`${name}: 2 rows`], []]);
      expect(existsSync(join(cwd, `${name}.unfinished`))).toBe(false);
      const file = join(cwd, name);
      if (name.endsWith('.arrow')) expect(tableFromIPC(readFileSync(file)).numRows).toBe(2);
      else {
        const engine = await openDuckdb();
        const [found] = await engine.rows(sql`select count(*) as n from ${{ parts: [`'${file}'`] }}`, { n: 'integer' });
        expect(found!.n).toBe(2);
        await engine.close();
      }
    }
    const failed = await runSql(["select error('no') from marts.customer", '-o', 'out.csv']);
    expect([failed.code, failed.said]).toEqual([2, ['QUERY must be SQL that can be run: Invalid Input Error: no']]);
    expect(readdirSync(failed.cwd).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('reads the query from standard input', async () => {
    const { printed } = await runSql(['-'], { readInput: () => Promise.resolve('select 1 as one;\n') });
    expect(printed.at(-1)).toBe('  1');
  });

  it.each([
    'show all tables',
    'describe marts.customer',
    'summarize marts.customer',
    'values (1)',
    'with t as (select 1) from t;',
    'from range(3) -- c',
  ])('runs %s', async (query) => {
    expect((await runSql([query])).code).toBe(0);
  });

  it.each([
    'show all tables',
    '-- all\nDESCRIBE marts.customer',
    'desc marts.customer;',
    '/* a */ summarize marts.customer -- b',
  ])('writes what %s gives in every format', async (query) => {
    const csv = await runSql([query, '--format', 'csv']);
    expect([csv.code, csv.said]).toEqual([0, []]);
    const lines = Buffer.concat(csv.written).toString().trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const name of ['out.csv', 'out.json', 'out.parquet', 'out.arrow']) {
      const { code, said } = await runSql([query, '-o', name]);
      expect([code, said]).toEqual([0, [`${name}: ${lines.length - 1} rows`]]);
    }
    const one = await runSql([query, '--json', '-n', '1']);
    expect(Buffer.concat(one.written).toString().trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['-- names\nselect 1 as one']],
    [['--names\nselect 1 as one', '--format', 'table']],
    [['--', '-- names\nselect 1 as one']],
  ])('takes no comment for an option: %j', async (argv) => {
    const { printed, said, code } = await runSql(argv);
    expect([code, said, printed.at(-1)]).toEqual([0, [], '  1']);
  });

  it.each([
    ["select 'x'::integer", 'Conversion Error'],
    ['select name::integer from marts.customer', 'Conversion Error'],
    ['select 9223372036854775807 + n from marts.many', 'Out of Range Error'],
  ])('blames %s on who wrote it', async (query, kind) => {
    for (const format of ['table', 'csv', 'arrow']) {
      const { code, said } = await runSql([query, '--format', format]);
      expect(said.join('\n')).toMatch(new RegExp(`^QUERY must be SQL that .*: ${kind}`));
      expect(code).toBe(2);
    }
  });

  it.each([
    ['drop table marts.customer', /QUERY must be one query that only reads|read-only/],
    ['create table x as select 1', /QUERY must/],
    ["copy marts.customer to 'x.csv'", /QUERY must/],
    ["attach 'x.duckdb'", /QUERY must/],
    ['set threads = 1', /QUERY must be one query that only reads/],
    ['select 1; select 2', /QUERY must be SQL .* one statement at a time/],
    ['select 1); drop table marts.customer; --', /QUERY must be SQL/],
    ['', /QUERY must be a query like .* got nothing/],
    ['select nme from marts.customer', /Candidate bindings: "name"/],
    ['selct 1', /syntax error at or near "selct"/],
  ])('refuses %s', async (query, message) => {
    const { code, said } = await runSql([query]);
    expect(said.join('\n')).toMatch(message);
    expect(code).toBe(2);
  });

  it('sends no bytes to a terminal, and no half-known file name', async () => {
    const terminal = await runSql(['from marts.customer', '--format', 'parquet'], {
      stdout: { isTerminal: true, columns: 80 },
    });
    expect(terminal.said).toEqual(['parquet must go to a file (-o FILE) or a pipe, not to a terminal']);
    const unknown = await runSql(['from marts.customer', '-o', 'out.xlsx']);
    expect(unknown.said).toEqual([
      '--output must end in .csv, .json, .jsonl, .ndjson, .parquet, .arrow, .feather where --format is left out, got "out.xlsx"',
    ]);
    const nowhere = await runSql(['from marts.customer', '-o', 'no/such/folder.csv']);
    expect([terminal.code, unknown.code, nowhere.code]).toEqual([2, 2, 2]);
  });

  it('fits the terminal and counts the rows for people', async () => {
    const { printed, said } = await runSql(["select repeat('x', 200) as long, 1 as n"], {
      stdout: { isTerminal: true, columns: 40 },
    });
    expect(Math.max(...printed.map((line) => line.length))).toBe(40);
    expect(said).toEqual(['1 row']);
  });
});

describe('the store that a command looks at', () => {
  it('is --store, else $BEZERO_STORE, else ./store', async () => {
    const folder = temporaryFolder();
    const near = await makeStore(folder, { 'marts.customer': customers });
    const look = async (argv: readonly string[], cwd: string, env: Effects['env']): Promise<string> => {
      const effects = recordingEffects(cwd, { env });
      return (
        String(await main(['sql', 'select count(*) as n from marts.customer', ...argv], effects)) + effects.said.join()
      );
    };
    expect(await look(['--store', near], '/', {})).toBe('0');
    expect(await look([], '/', { BEZERO_STORE: near })).toBe('0');
    expect(await look([], folder, {})).toBe('0');
    expect(await look(['--store', near], '/', { BEZERO_STORE: '/nowhere' })).toBe('0');
    expect(await look([], '/', {})).toBe(
      '2./store must be a store with releases; there is none: name it with --store DIR, or make one with "bezero run PIPELINE"',
    );
    expect(await look([], '/', { BEZERO_STORE: '/nowhere' })).toMatch(/^2\/nowhere must be a store/);
  });
});
