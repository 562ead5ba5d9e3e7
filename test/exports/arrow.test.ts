import { tableFromIPC, type Table } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { writeArrow } from '../../src/exports/arrow.ts';
import { raw } from '../../src/sql/sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

async function arrowOf(text: string, format: 'file' | 'stream' = 'file'): Promise<Table> {
  const pieces: Uint8Array[] = [];
  const query = raw(text);
  const { rows } = await writeArrow(engine, query, await engine.check(query), format, (bytes) => {
    pieces.push(bytes);
  });
  const table = tableFromIPC(Buffer.concat(pieces));
  expect(table.numRows).toBe(rows);
  return table;
}

/** An unscaled decimal as Arrow keeps it: four words, least first, in two's complement. */
const decimal = (words: unknown): bigint =>
  BigInt.asIntN(
    128,
    [...(words as Uint32Array)].reduceRight((value, word) => (value << 32n) | BigInt(word), 0n),
  );

describe('writeArrow(engine, query, columns, format, send)', () => {
  it('gives every SQL type its Arrow type', async () => {
    const table =
      await arrowOf(`select true as boolean, 1::tinyint as tinyint, 1::smallint as smallint, 1::integer as integer, 1::bigint as bigint,
      1::hugeint as hugeint, 1::utinyint as utinyint, 1::usmallint as usmallint, 1::uinteger as uinteger, 1::ubigint as ubigint,
      1.5::float as float, 1.5::double as double, 1.25::decimal(18,4) as money, 1.5::decimal(4,1) as small, date '2026-11-21' as date,
      timestamp '2026-11-21 02:00:00' as timestamp, timestamptz '2026-11-21 02:00:00+00' as zoned, 'x' as varchar, [1, 2] as list, {a: 1} as struct`);
    expect(Object.fromEntries(table.schema.fields.map((field) => [field.name, String(field.type)]))).toEqual({
      boolean: 'Bool',
      tinyint: 'Int8',
      smallint: 'Int16',
      integer: 'Int32',
      bigint: 'Int64',
      hugeint: 'Decimal[38e0]',
      utinyint: 'Uint8',
      usmallint: 'Uint16',
      uinteger: 'Uint32',
      ubigint: 'Uint64',
      float: 'Float32',
      double: 'Float64',
      money: 'Decimal[18e+4]',
      small: 'Decimal[4e+1]',
      date: 'Date32<DAY>',
      timestamp: 'Timestamp<MICROSECOND>',
      zoned: 'Timestamp<MICROSECOND, UTC>',
      varchar: 'Utf8',
      list: 'Utf8',
      struct: 'Utf8',
    });
    expect(table.get(0)!['list']).toBe('[1, 2]');
  });

  it.each(['file', 'stream'] as const)('keeps values exactly, nulls too, as a %s', async (format) => {
    const table = await arrowOf(
      `select * from (values
        (9007199254740993::bigint, -1234.5678::decimal(18,4), date '1969-12-31', timestamp '2026-11-21 02:03:04.567891', 'Ñandú שלום 🙂', true),
        (null, null, null, null, null, null),
        ((-9223372036854775807 - 1)::bigint, 99999999999999.9999::decimal(18,4), date '2026-11-21', timestamp '1969-12-31 23:59:59.999999', '', false)
      ) as v (whole, money, day, moment, text, flag)`,
      format,
    );
    const column = (name: string): unknown[] => [...table.getChild(name)!];
    expect(column('whole')).toEqual([9007199254740993n, null, -9223372036854775808n]);
    expect(column('money').map((value) => (value === null ? null : decimal(value)))).toEqual([
      -12345678n,
      null,
      999999999999999999n,
    ]);
    expect([...(table.getChild('day')!.data[0]!.values as Int32Array).slice(0, 3)]).toEqual([-1, 0, 20778]);
    expect([...(table.getChild('moment')!.data[0]!.values as BigInt64Array).slice(0, 3)]).toEqual([
      1795226584567891n,
      0n,
      -1n,
    ]);
    expect(column('text')).toEqual(['Ñandú שלום 🙂', null, '']);
    expect(column('flag')).toEqual([true, null, false]);
    expect(table.getChild('day')!.nullCount).toBe(1);
  });

  it.each([
    ['tinyint', '-128', '127'],
    ['smallint', '-32768', '32767'],
    ['integer', '-2147483648', '2147483647'],
    ['bigint', '-9223372036854775808', '9223372036854775807'],
    ['utinyint', '0', '255'],
    ['usmallint', '0', '65535'],
    ['uinteger', '0', '4294967295'],
    ['ubigint', '0', '18446744073709551615'],
    ['double', '-1.7976931348623157e+308', '1.7976931348623157e+308'],
  ])('keeps the least and the largest %s', async (type, least, largest) => {
    const table = await arrowOf(`select unnest(['${least}'::${type}, null, '${largest}'::${type}]) as v`);
    expect([...table.getChild('v')!].map((value) => (value === null ? null : String(value)))).toEqual([
      least,
      null,
      largest,
    ]);
  });

  it('keeps sums that need 128 bits, and refuses those that need more digits than a decimal has', async () => {
    const table = await arrowOf(
      'select sum(x) as total from (values (9223372036854775807), (9223372036854775807)) as v (x)',
    );
    expect(decimal(table.getChild('total')!.get(0))).toBe(18446744073709551614n);
    const tooLong = arrowOf('select 170141183460469231731687303715884105727::hugeint as h');
    await expect(tooLong).rejects.toThrow(EngineError);
    await expect(tooLong).rejects.toThrow(/at most 38 digits/);
  });

  it('streams many rows in a few batches, in order, and writes a schema where there are none', async () => {
    const table = await arrowOf(
      "select r::integer as r, 'n' || r as name, r % 3 = 0 as third from range(150000) as t (r)",
    );
    expect(table.batches.map((batch) => batch.numRows)).toEqual([65536, 65536, 150000 - 2 * 65536]);
    expect(table.getChild('r')!.toArray()).toEqual(Int32Array.from({ length: 150000 }, (_, i) => i));
    expect(table.get(149_999)!.toJSON()).toEqual({ r: 149_999, name: 'n149999', third: false });
    const empty = await arrowOf('select 1::bigint as a where false', 'stream');
    expect(String(empty.schema.fields[0]!.type)).toBe('Int64');
  });

  it('takes columns of the same name', async () => {
    const table = await arrowOf('select 1 as a, 2 as a');
    expect(table.schema.fields.map((field) => field.name)).toEqual(['a', 'a']);
    expect(table.getChildAt(1)!.get(0)).toBe(2);
  });
});
