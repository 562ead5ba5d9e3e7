import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ConfigError } from '../../src/errors.ts';
import { resolveFeatures, type FeatureScope } from '../../src/models/feature-set.ts';
import { valuesSql } from '../../src/models/feature-set.sql.ts';
import { sql } from '../../src/sql/sql.ts';
import { open, table } from './support.ts';

let engine: Engine;
const scope: FeatureScope = {
  model: 'discriminant',
  relation: 'features.customer',
  key: 'customer_id',
  where: sql`true`,
};

beforeAll(async () => {
  engine = await open();
  await table(
    engine,
    'features.customer',
    `select * from (values
      ('a', 3, 10.5, 'fair', true, date '2026-01-01'),
      ('b', 0, -2.5, 'web', false, null),
      ('c', null, -1, 'web', true, null),
      ('d', 7, 0, null, true, null)
    ) as t (customer_id, orders, monetary, source, opt_in, since)`,
  );
  await table(
    engine,
    'features.customer_category',
    `select * from (values ('a', 'Toys', 0.25), ('b', 'Toys', 1), ('a', 'Books', 0.75)) as t (customer_id, category, share)`,
  );
  await table(
    engine,
    'warehouse.customer_attribute',
    `select * from (values
      ('a', 'points', '12.5'), ('b', 'points', ' 3e1 '), ('d', 'points', '-1'),
      ('a', 'tariff', 'gold'), ('b', 'tariff', 'basic'), ('c', 'tariff', 'basic'), ('d', 'tariff', '7'),
      ('a', 'Tariff', '1_000'), ('z', 'points', 'n/a')
    ) as t (customer_id, attribute, value)`,
  );
});

afterAll(() => engine.close());

async function values(texts: readonly string[], categories: 'code' | 'refuse' = 'code') {
  const set = await resolveFeatures(engine, texts, scope, categories);
  const columns = set.columns.map((_, i) => [`x${i + 1}`, 'number?'] as const);
  const rows = await engine.rows(
    sql`select * from (${valuesSql(set, scope.where)}) as v order by customer_id`,
    { customer_id: 'text', ...Object.fromEntries(columns) },
    10,
  );
  return { set, rows: rows.map((row) => columns.map(([column]) => (row as Record<string, unknown>)[column])) };
}

describe('resolveFeatures(engine, texts, scope, categories) and valuesSql(set, where)', () => {
  it('reads numbers as they are, missing ones as null', async () => {
    expect((await values(['orders', 'monetary'])).rows).toEqual([
      [3, 10.5],
      [0, -2.5],
      [null, -1],
      [7, 0],
    ]);
  });

  it('transforms, and marks what has no logarithm as not a number', async () => {
    const { rows } = await values(['log1p(orders)', 'log1p(monetary)', 'signed_log(monetary)']);
    expect(rows[0]).toEqual([Math.log(4), Math.log(11.5), Math.log(11.5)]);
    expect(rows[1]).toEqual([0, NaN, -Math.log(3.5)]);
    expect(rows[2]).toEqual([null, NaN, -Math.log(2)]);
  });

  it('joins shares, 0 where a customer has none', async () => {
    expect((await values(['category_share:Toys', 'category_share:Books'])).rows).toEqual([
      [0.25, 0.75],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('joins attributes: numbers where all values of the rows in scope are, with transforms, missing ones as null', async () => {
    const { set, rows } = await values(['attribute:points', 'signed_log(winsorise(attribute:points, 0.34))']);
    expect(set.columns[1]!.limits).toEqual({ low: 12.5, high: 12.5 });
    const drawn = Math.log(13.5);
    expect(rows).toEqual([
      [12.5, drawn],
      [30, drawn],
      [null, null],
      [-1, drawn],
    ]);
  });

  it('codes attributes that are text by level, also where the engine alone would take them for numbers', async () => {
    const { set, rows } = await values(['attribute:tariff', 'attribute:Tariff']);
    expect(set.codings).toEqual([
      { column: 'attribute:tariff', reference: 'basic', levels: ['attribute:tariff=7', 'attribute:tariff=gold'] },
      { column: 'attribute:Tariff', reference: '1_000', levels: [] },
    ]);
    expect(rows).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
    await expect(values(['attribute:tariff'], 'refuse')).rejects.toThrow(ConfigError);
  });

  it('takes a later value of a numeric attribute that is no number for missing', async () => {
    const set = await resolveFeatures(engine, ['attribute:points'], scope, 'code');
    await table(engine, 'made.new', `select 'z' as customer_id`);
    expect(await engine.rows(valuesSql({ ...set, relation: 'made.new' }, sql`true`), { x1: 'number?' })).toEqual([
      { x1: null },
    ]);
  });

  it('names the attribute that was meant, and refuses to bend one that is text', async () => {
    await expect(values(['attribute:point'])).rejects.toThrow(
      new ConfigError(
        'discriminant: attribute:point must be an attribute that customers have, of those a source keeps in its attributes; ' +
          'did you mean attribute:points?',
      ),
    );
    await expect(values(['log1p(attribute:tariff)'])).rejects.toThrow(
      new ConfigError(
        'discriminant: log1p(attribute:tariff) must be a number; not every value of the attribute is one',
      ),
    );
  });

  it('knows every attribute, however many there are, and says how many it looked through for one like a misspelt one', async () => {
    const many = await open();
    onTestFinished(() => many.close());
    await table(many, 'features.customer', `select 'a' as customer_id, 1 as orders`);
    await table(
      many,
      'warehouse.customer_attribute',
      `select 'z' as customer_id, 'a' || i as attribute, '1' as value from range(1203) as t (i)
        union all select 'z', 'tariff', '1'`,
    );
    const resolve = (feature: string) => resolveFeatures(many, [feature], scope, 'code');
    expect((await resolve('attribute:tariff')).columns).toHaveLength(1);
    await expect(resolve('attribute:tarif')).rejects.toThrow(
      'of those a source keeps in its attributes; none like it is among the first 1,000 by alphabet of the 1,204 that there are',
    );
  });

  it('codes text and yes/no by level against the most frequent one, missing as missing', async () => {
    const { set, rows } = await values(['source', 'opt_in']);
    expect(set.codings).toEqual([
      { column: 'source', reference: 'web', levels: ['source=fair'] },
      { column: 'opt_in', reference: 'true', levels: ['opt_in=false'] },
    ]);
    expect(rows).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
      [null, 0],
    ]);
  });

  it('takes the first by alphabet of equally frequent levels as reference, and puts the 13th and later together', async () => {
    await table(
      engine,
      'made.many',
      `select i as id, 'level ' || chr(cast(97 + i % 14 as integer)) as kind from range(28) as t (i)`,
    );
    const wide = { ...scope, relation: 'made.many', key: 'id' };
    const set = await resolveFeatures(engine, ['kind'], wide, 'code');
    expect(set.codings[0]!.reference).toBe('level a');
    expect(set.columns.map((column) => column.name)).toEqual([
      ...'bcdefghijkl'.split('').map((letter) => `kind=level ${letter}`),
      'kind=(other)',
    ]);
    const [sums] = await engine.rows(
      sql`select sum(x11) as l, sum(x12) as other, count(x12) as known from (${valuesSql(set, sql`true`)}) as v`,
      { l: 'integer', other: 'integer', known: 'integer' },
    );
    expect(sums).toEqual({ l: 2, other: 4, known: 28 });
  });

  it('treats a level that was not there at the fit as missing', async () => {
    const set = await resolveFeatures(engine, ['source'], scope, 'code');
    await table(engine, 'made.later', `select 'z' as customer_id, 'radio' as source`);
    const later = { ...set, relation: 'made.later' };
    expect(await engine.rows(valuesSql(later, sql`true`), { x1: 'number?' })).toEqual([{ x1: null }]);
  });

  it('says what is not there and what it cannot use', async () => {
    await expect(values(['order'])).rejects.toThrow(
      new ConfigError('discriminant: order must be a column of features.customer; did you mean orders?'),
    );
    await expect(values(['log1p(customer_id)'])).rejects.toThrow(
      new ConfigError(
        'discriminant: log1p(customer_id) must tell what rows have in common; customer_id identifies each row of features.customer; leave it out',
      ),
    );
    await expect(values(['since'])).rejects.toThrow(/since must be a number, text or yes\/no; its column is DATE/);
    await expect(values(['source'], 'refuse')).rejects.toThrow(
      /source must be a number; its column is text or yes\/no/,
    );
    await expect(values(['log1p(source)'])).rejects.toThrow(ConfigError);
  });

  it('refuses more columns than one model can be', async () => {
    const columns = Array.from({ length: 9 }, (_, j) => `'v' || hash(i + ${j * 1000}) % 30 as c${j}`);
    await table(engine, 'made.levels', `select i as id, ${columns.join(', ')} from range(500) as t (i)`);
    const many = { ...scope, relation: 'made.levels', key: 'id' };
    const texts = columns.map((_, j) => `c${j}`);
    await expect(resolveFeatures(engine, texts, many, 'code')).rejects.toThrow(
      new ConfigError('discriminant: features must make at most 100 columns; with their levels they make 108'),
    );
  });

  it('quotes names from the data', async () => {
    await table(engine, 'made.odd', `select 1 as id, 5 as "a ""b""; drop", 'x''y' as c union all select 2, 6, 'z'`);
    const odd = { ...scope, relation: 'made.odd', key: 'id' };
    const set = await resolveFeatures(engine, ['a "b"; drop', 'c'], odd, 'code');
    const rows = await engine.rows(valuesSql(set, sql`true`), { x1: 'number', x2: 'number' });
    expect(rows).toHaveLength(2);
  });
});
