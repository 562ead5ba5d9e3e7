import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { buildReport } from '../../src/reports/build.ts';
import { relationName } from '../../src/sql/relation.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { sampleRelease } from '../support/sample-release.ts';
import { context } from './support.ts';
import { isFull } from '../support/full.ts';

it.runIf(isFull)('a report of 50,000 customers has at most 1.1 times the bytes of that of 2,000', async () => {
  const engine = await openDuckdb();
  const release = realpathSync(join(await sampleRelease(), 'store/current'));
  await engine.attach(warehouseOf(release), 'release');
  const bounded = ['segments.typical_customer'];
  /** The tables of the sample, with so many of every customer. */
  const sizeOf = async (times: number): Promise<number> => {
    for (const table of await tablesIn(engine, 'release')) {
      if (/^raw\.|^warehouse\.|^features\./.test(table) && table !== 'raw.loads' && table !== 'raw.rejects') continue;
      const from = sql`release.${relationName(table)}`;
      const isOfCustomers =
        !bounded.includes(table) &&
        (await engine.check(sql`select * from ${from}`)).some(({ name }) => name === 'customer_id');
      const many = sql`select rows.* replace (rows.customer_id || '-' || series.i as customer_id) from ${from} as rows
        cross join range(${raw(String(times))}) as series (i)`;
      await engine.create(table, isOfCustomers ? many : sql`select * from ${from}`);
    }
    return Buffer.byteLength(await buildReport(engine, context));
  };
  const [few, many] = [await sizeOf(1), await sizeOf(25)];
  const [{ customers }] = (await engine.rows(sql`select count(*) as customers from marts.customer`, {
    customers: 'number',
  })) as [{ customers: number }];
  await engine.close();
  expect(customers).toBe(50_000);
  expect(few).toBeGreaterThan(100_000);
  expect(many / few).toBeLessThan(1.1);
});
