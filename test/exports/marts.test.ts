import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportMarts } from '../../src/exports/marts.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { counting, folder, shopOf } from './support.ts';

const parquet = { format: 'parquet', marts: ['customer'] } as const;

describe('exportMarts(engine, folder, options)', () => {
  it('writes every column of the mart with its type, by id, with addresses by consent', async () => {
    const path = folder();
    const engine = await shopOf([
      {
        customer_id: 'b',
        email: 'b@example.eus',
        email_opt_in: true,
        phone: '600',
        sms_opt_in: true,
        monetary: 12.3456,
      },
      { customer_id: 'a', email: 'a@example.eus', email_opt_in: false, phone: '601', phone_opt_in: true },
    ]);
    const counted = counting(engine);
    expect(await exportMarts(counted.engine, path, parquet)).toEqual([{ file: 'customers.parquet', rows: 2 }]);
    expect(counted.rows()).toBe(0);

    const file = sql`read_parquet(${literal(join(path, 'customers.parquet'))})`;
    const written = await engine.check(sql`select * from ${file}`);
    const mart = await engine.check(sql`select * from marts.customer`);
    const names = written.map((column) => column.name);
    expect(names.indexOf('sms')).toBe(names.indexOf('phone') + 1);
    const others = written.filter((column) => column.name !== 'sms');
    expect(others.slice(0, mart.length)).toEqual(mart);
    expect(others.slice(mart.length).map(({ name }) => name)).toEqual([
      'may_email',
      'may_phone',
      'may_sms',
      'may_post',
      'may_ads',
    ]);
    const rows = await engine.rows(
      sql`select customer_id, email, phone, sms, may_email, cast(monetary as varchar) as monetary from ${file}`,
      {
        customer_id: 'text',
        email: 'text?',
        phone: 'text?',
        sms: 'text?',
        may_email: 'boolean',
        monetary: 'text',
      },
    );
    expect(rows).toEqual([
      { customer_id: 'a', email: null, phone: '601', sms: null, may_email: false, monetary: '0.0000' },
      { customer_id: 'b', email: 'b@example.eus', phone: null, sms: '600', may_email: true, monetary: '12.3456' },
    ]);
  });

  it('carries metadata of its own', async () => {
    const path = folder();
    const engine = await shopOf([{ customer_id: 'a' }]);
    const metadata = { as_of: '2026-11-21', currency: "E'U{R}", run: 'r', bezero: '0.1.0' };
    await exportMarts(engine, path, { ...parquet, metadata });
    const rows = await engine.rows(
      sql`select decode(key) as key, decode(value) as value
        from parquet_kv_metadata(${literal(join(path, 'customers.parquet'))}) order by key`,
      { key: 'text', value: 'text' },
    );
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toEqual(metadata);
  });
});
