import { expect, it } from 'vitest';
import { nextProductSql } from '../../../src/models/next-product/score.sql.ts';
import { isFull } from '../../support/full.ts';
import { sharedFolder } from '../../support/running.ts';
import { contentOf, openShared } from '../support.ts';
import { fitShop, shop } from './shop.ts';

const folder = sharedFolder();

async function foretold(threads: number, order: string): Promise<string> {
  const engine = await openShared(folder, threads);
  try {
    await shop(engine, 3_000, 70, order);
    const fitted = await fitShop(engine);
    expect(fitted.used).not.toBeNull();
    await engine.create('scores.next_product', nextProductSql(fitted));
    return `${JSON.stringify(fitted)} ${await contentOf(engine, 'scores.next_product')}`;
  } finally {
    await engine.close();
  }
}

it.runIf(isFull)(
  'what is bought next is foretold and measured with the same bytes on 1, 2 and 4 threads, and with the lines shuffled',
  async () => {
    const once = await foretold(1, 'i');
    expect(await foretold(2, 'hash(i)')).toBe(once);
    expect(await foretold(4, 'i desc')).toBe(once);
  },
);
