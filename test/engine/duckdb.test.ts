import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine, Shape } from '../../src/engine/engine.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import { EngineError } from '../../src/errors.ts';
import { literal, name, raw, sql } from '../../src/sql/sql.ts';
import { sharedFolder, temporaryFolder } from '../support/running.ts';
import { withPoints } from '../faults/support/points.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const one = async (value: string, shape: Shape): Promise<unknown> =>
  (await engine.rows(raw(`select ${value} as x`), shape, 1))[0]?.['x'];

/** Text that means something to SQL, CSV, HTML or a terminal. */
const hostile = [
  `'`,
  `"`,
  `''; drop table t; --`,
  'a,b;c\td',
  'line\nbreak\r\n',
  '\u2028',
  '$1',
  '\\',
  '<script>',
  '日本',
  'שלום (x)',
  '',
  ' ',
];

describe('rows(query, shape, limit)', () => {
  it.each([
    ['42::utinyint', 'integer', 42],
    ['9007199254740991::bigint', 'integer', Number.MAX_SAFE_INTEGER],
    ['170141183460469231731687303715884105727::hugeint', 'bigint', 2n ** 127n - 1n],
    ['7::integer', 'bigint', 7n],
    ['0.1::double', 'number', 0.1],
    ['12.3400::decimal(18, 4)', 'number', 12.34],
    ['12.3400::decimal(18, 4)', 'text', '12.3400'],
    [`date '2026-02-28'`, 'day', '2026-02-28'],
    ['true', 'boolean', true],
    [`'{"a": [1, null]}'`, 'json', { a: [1, null] }],
    ['null', 'text?', null],
  ] as const)('reads %s as %s', async (value, kind, expected) => {
    expect(await one(value, { x: kind })).toEqual(expected);
  });

  it.each([
    ['9007199254740993::bigint', 'integer', /x must be a safe integer; got bigint/],
    ['0.5', 'integer', /x must be a safe integer/],
    [`'abc'`, 'number', /x must be a number; got string/],
    [`''`, 'number', /x must be a number/],
    ['true', 'number', /x must be a number; got boolean/],
    [`'yes'`, 'boolean', /x must be true or false; got string/],
    ['null', 'text', /x must be a value; got null/],
  ] as const)('refuses %s as %s', async (value, kind, sentence) => {
    await expect(one(value, { x: kind })).rejects.toThrow(sentence);
  });

  it('refuses a column that is not there, and more rows than it was told', async () => {
    await expect(engine.rows(sql`select 1 as y`, { x: 'integer' }, 1)).rejects.toThrow('no column x; it has y');
    const three = raw('select i from range(3) as t (i)');
    expect(await engine.rows(three, { i: 'integer' }, 3)).toHaveLength(3);
    await expect(engine.rows(three, { i: 'integer' }, 2)).rejects.toThrow('at most 2 rows');
  });

  it.each(hostile)('takes %j as a value, a literal and a name', async (text) => {
    const [row] = await engine.rows(sql`select ${text} as a, ${literal(text)} as b`, { a: 'text', b: 'text' }, 1);
    expect(row).toEqual({ a: text, b: text });
    if (text !== '') expect((await engine.check(sql`select 1 as ${name(text)}`))[0]?.name).toBe(text);
  });

  it('says what was wrong in one sentence, without the statement', async () => {
    const found = await engine.rows(raw('select 1 as x\nfrom nothing'), {}).then(
      () => null,
      (error: unknown) => error,
    );
    expect(found).toBeInstanceOf(EngineError);
    expect((found as Error).message).toMatch(/^Catalog Error: .*nothing[^\n]*$/);
  });
});

describe('tables and files', () => {
  const folder = sharedFolder();

  it.each([
    ['machine-csv', 'a,b\nx,1\n"y,""z""",\n'],
    ['people-csv', 'a,b\r\nx,1\r\n"y,""z""",\r\n'],
    ['json', '{"a":"x","b":1}\n{"a":"y,\\"z\\"","b":null}\n'],
  ] as const)('writes %s', async (format, expected) => {
    const file = join(folder, `it's ${format}`);
    const query = sql`select * from (values ('x', 1), ('y,"z"', null)) as t (a, b)`;
    expect(await engine.unload(query, file, format)).toEqual({ rows: 2 });
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  it('writes Parquet that reads back as it was, with metadata', async () => {
    const file = join(folder, 'rows.parquet');
    const values = hostile.map((text, i) => sql`select ${i} as place, ${text} as said`);
    const query = values.reduce((all, next) => sql`${all} union all ${next}`);
    await engine.unload(query, file, 'parquet', { 'a "key"': `it's` });
    const back = await engine.rows(sql`select said from read_parquet(${file}) order by place`, { said: 'text' }, 99);
    expect(back.map(({ said }) => said)).toEqual(hostile);
    const [kept] = await engine.rows(
      sql`select decode(key) as key, decode(value) as value from parquet_kv_metadata(${file})`,
      { key: 'text', value: 'text' },
      1,
    );
    expect(kept).toEqual({ key: 'a "key"', value: `it's` });
  });

  it('fills tables with numbers in their order, to the last bit; what is not finite is null', async () => {
    await engine.create('made.filled', sql`select cast(1 as integer) as id, 0.5::double as x`);
    const n = 5000;
    const id = Float64Array.from({ length: n }, (_, i) => i + 2);
    const x = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? NaN : i % 3 === 1 ? 1 / i : -Infinity));
    await engine.fill('made.filled', [id, x]);
    const rows = await engine.rows(sql`select * from made.filled order by id`, { id: 'integer', x: 'number?' });
    expect(rows.map((row) => row.id)).toEqual([1, ...id]);
    expect(rows.map((row) => row.x)).toEqual([0.5, ...Array.from(x, (one) => (Number.isFinite(one) ? one : null))]);
    const read = await engine.numbers(sql`select cast(id as double), x from made.filled order by id`);
    expect(read).toEqual([Float64Array.of(1, ...id), Float64Array.of(0.5, ...x.map((one) => (one > 0 ? one : NaN)))]);
    expect(await engine.numbers(sql`select x from made.filled where false`)).toEqual([new Float64Array()]);
    await expect(engine.fill('made.filled', [id])).rejects.toThrow(EngineError);
    await expect(engine.fill('made.missing', [id])).rejects.toThrow(EngineError);
    await engine.drop('made.filled');
  });

  it('makes, appends to, names and drops tables, and binds without running', async () => {
    expect(await engine.create('made.t', sql`select 1 as a, 'x' as b`)).toEqual({ rows: 1 });
    expect(await engine.append('made.t', sql`select 'y' as b, 2 as a`)).toEqual({ rows: 1 });
    await engine.define('made.v', sql`select b from made.t where a = 2`);
    expect(await engine.rows(sql`select b from made.v`, { b: 'text' }, 1)).toEqual([{ b: 'y' }]);
    expect(await engine.check(sql`select a, b from made.t where a > ${1}`)).toEqual([
      { name: 'a', type: 'INTEGER' },
      { name: 'b', type: 'VARCHAR' },
    ]);
    await expect(engine.check(sql`select c from made.t`)).rejects.toThrow('c');
    await expect(engine.check(raw('select 1; drop table made.t'))).rejects.toThrow('one statement at a time');
    for (const relation of ['made.v', 'made.t', 'made.never']) await engine.drop(relation);
    expect([...(await tablesIn(engine))].filter((relation) => relation.startsWith('made.'))).toEqual([]);
  });

  it('drops what is there, also where it became a view by another name, or is gone', async () => {
    await engine.create('made.other', sql`select 1 as a`);
    await engine.drop('memory.made.other');
    await engine.drop('made.other');
    await engine.create('memory.made.other', sql`select 1 as a`);
    await engine.drop('made.other');
    await engine.define('made.other', sql`select 2 as a`);
    await engine.drop('memory.made.other');
    await expect(engine.check(sql`from made.other`)).rejects.toThrow('other');
  });

  it('has on disk what was written when it is closed, and reads another database beside its own', async () => {
    const [a, b] = [join(folder, 'a.duckdb'), join(folder, 'b.duckdb')];
    for (const [file, value] of [
      [a, 1],
      [b, 2],
    ] as const) {
      const written = await openDuckdb({ file });
      await written.create('made.t', sql`select cast(${value} as integer) as x`);
      await written.close();
    }
    const read = await openDuckdb({ file: a, readOnly: true });
    await read.attach(b, 'former');
    const both = await read.rows(
      sql`select x from made.t union all select x from former.made.t order by x`,
      { x: 'integer' },
      2,
    );
    expect(both).toEqual([{ x: 1 }, { x: 2 }]);
    expect(await tablesIn(read, 'former')).toEqual(new Set(['made.t']));
    await read.detach('former');
    await expect(read.create('made.u', sql`select 1 as x`)).rejects.toThrow(EngineError);
    await read.close();
  });

  it('does what is sent while something runs beside it, and makes its file whole whatever was left unread', async () => {
    const file = join(folder, 'beside.duckdb');
    const beside = await openDuckdb({ file });
    await beside.create('made.t', sql`select range as x from range(100000)`);
    const all = sql`select x from made.t`;
    const peek = async (): Promise<number> => {
      for await (const { rows } of beside.chunks(all)) return rows;
      return 0;
    };
    const refused = [1, 2].map(() => expect(beside.rows(all, { x: 'integer' }, 2)).rejects.toThrow('at most 2 rows'));
    const made = [1, 2].map((i) => beside.create(`made.t${i}`, all));
    expect(Math.min(...(await Promise.all([peek(), peek()])))).toBeGreaterThan(0);
    expect(await Promise.all(made)).toEqual([{ rows: 100_000 }, { rows: 100_000 }]);
    await Promise.all(refused);
    await beside.close();
    expect(existsSync(`${file}.wal`)).toBe(false);
  });

  it('shares the rows of a table among threads in groups as small as it is told', async () => {
    const groups = async (rowGroup?: number) => {
      const file = join(temporaryFolder(), 'rows.duckdb');
      const made = await openDuckdb({ file, threads: 2, ...(rowGroup === undefined ? {} : { rowGroup }) });
      await made.create('made.t', raw('select i from range(20000) as t (i)'));
      const query = sql`select count(distinct row_group_id) as n from pragma_storage_info('made.t')`;
      const [found] = await made.rows(query, { n: 'integer' }, 1);
      await made.close();
      return found!.n;
    };
    expect([await groups(), await groups(2048)]).toEqual([1, 10]);
  });
});

it('a database that could not be opened to the end is open no more: it is opened anew, and closed to all else', async () => {
  const folder = temporaryFolder();
  const options = { file: join(folder, 'half.duckdb'), only: { folders: [folder] } };
  let failed = 0;
  for (let at = 0; ; at++) {
    let met = 0;
    const strike = (): void => {
      if (met++ === at) throw new Error('IO Error: no answer');
    };
    const opened = await withPoints('statement', folder, strike, () => openDuckdb(options)).catch(String);
    if (typeof opened !== 'string') {
      await opened.close();
      break;
    }
    expect(opened).toContain('no answer');
    failed++;
    const again = await openDuckdb(options);
    await expect(again.rows(raw(`select content from read_text('/etc/hostname')`), {})).rejects.toThrow(/Permission/);
    await again.close();
  }
  expect(failed).toBeGreaterThan(5);
});
