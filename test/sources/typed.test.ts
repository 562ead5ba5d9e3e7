import { expect, it, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { readField, sqlTypes, type Reading } from '../../src/sources/convert.sql.ts';
import type { ColumnType } from '../../src/sources/tables.ts';
import { readTyped } from '../../src/sources/typed.sql.ts';
import { join, raw, sql } from '../../src/sql/sql.ts';

const style = {
  ...({ decimalMark: '.', thousandsMark: '', sourceZone: 'UTC', zone: 'UTC', nulls: [] } as const),
  dateFormat: undefined,
};

it.each<[ColumnType, string, string[]]>([
  ['time', 'DATE', ['2024-02-29', '1899-12-31', '2200-01-01', '0044-03-15', 'infinity']],
  ['time', 'TIMESTAMP', ['2024-02-29 23:59:59.123456', '1700-01-01', '2199-12-31 12:00:00']],
  ['money', 'INTEGER', ['-2147483648', '7']],
  ['money', 'BIGINT', ['999999999999', '1000000000000', '-9223372036854775808']],
  ['quantity', 'DECIMAL(18,2)', ['0.01', '-5.50', '1000000000000.00', '9999999999999999.99']],
  ['money', 'DECIMAL(38,4)', ['0.0001', '1e30']],
  ['id', 'VARCHAR', ['a', ' b ', '', '  ', 'a\u00a0']],
])('reads %s of %s as its text is read', async (wanted, type, values) => {
  const engine = await openDuckdb({ threads: 1 });
  onTestFinished(() => engine.close());
  const column = raw(`cast(text as ${type})`);
  const shown = ({ value, problems, rounded }: Reading) => {
    const when = problems!(value).map((one) => sql`coalesce(${one.when}, false)`);
    return sql`select text, ${join(when, ' or ')} as is_bad, case when not is_bad then cast(cast(${value} as ${raw(sqlTypes[wanted])}) as varchar) end as value,
      ${rounded?.(value) ?? raw('false')} and not is_bad as is_rounded
      from (select unnest([${join([...values, null].map((one) => sql`${one}`))}]) as text) as one`;
  };
  const read = (reading: Reading) =>
    engine.rows(shown(reading), { text: 'text?', is_bad: 'boolean', value: 'text?', is_rounded: 'boolean' });
  const typed = await read(readTyped(column, type, wanted)!);
  expect(typed).toHaveLength(values.length + 1);
  expect(typed).toEqual(await read(readField(sql`cast(${column} as varchar)`, wanted, style)));
});

it.each<[ColumnType, string]>([
  ['money', 'DOUBLE'],
  ['money', 'DECIMAL(18,6)'],
  ['time', 'TIMESTAMP WITH TIME ZONE'],
  ['time', 'VARCHAR'],
  ['id', 'INTEGER'],
])('leaves %s of %s to be read as text', (wanted, type) => {
  expect(readTyped(raw('x'), type, wanted)).toBeNull();
});
