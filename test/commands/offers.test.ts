import { expect, it, onTestFinished } from 'vitest';
import { readOffers, sayOffers } from '../../src/commands/customer/offers.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import { formatFor } from '../../src/text/format.ts';
import { open, table } from '../models/support.ts';

const f = formatFor('en');

it('bezero customer tells what to offer first, and why, then the others', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  expect(await readOffers(engine, await tablesIn(engine), 'c1')).toEqual([]);
  await table(
    engine,
    'scores.next_product',
    `select customer_id, rank, product_id, 0.5 as score, reason, basis_product_id, share from (values
      ('c1', 2, 'cup', 'again', 'cup', 0.2), ('c1', 1, 'pot', 'together', 'lid', 0.405), ('c1', 3, 'rug', 'popular', null, 0.1),
      ('c2', 1, 'cup', 'again', 'cup', 0.2), ('c3', 1, 'rug', 'popular', null, 0.1))
      as offer (customer_id, rank, product_id, reason, basis_product_id, share)`,
  );
  await table(
    engine,
    'warehouse.product',
    `select * from (values ('pot', 'Pot'), ('lid', null)) as product (product_id, name)`,
  );
  const tables = await tablesIn(engine);
  const said = async (id: string): Promise<string> => sayOffers(await readOffers(engine, tables, id), f);
  expect(await said('c1')).toBe('Pot, bought by 41% of those who bought lid; then cup, rug');
  expect(await said('c2')).toBe('cup, bought again by 20% of those who bought it');
  expect(await said('c3')).toBe('rug, one of the best sellers');
  expect(await said('c4')).toBe('');
});
