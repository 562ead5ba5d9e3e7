import { describe, expect, it } from 'vitest';
import { attributeIdentifiers } from '../../src/pipeline/attribute-identifiers.ts';
import { inEnglish } from '../../src/text/remark.ts';
import { open, table } from '../models/support.ts';

describe('attributeIdentifiers(engine, model, list, features)', () => {
  it('asks about texts and numbers that tell customers apart, and not about measures, groups and few values', async () => {
    const engine = await open();
    await table(engine, 'features.customer', `select 'c' || i as customer_id, i as orders from range(40) as t (i)`);
    await table(
      engine,
      'warehouse.customer_attribute',
      `select 'c' || i as customer_id, unnest(['mail', 'card', 'member no', 'income', 'tariff', 'it''s']) as attribute,
        unnest(['m' || i || '@example.org', '' || (1000 + i), '' || ((i * 7919) % 90001), '' || (20000 + i * 370), 'gold', 'x']) as value
      from range(40) as t (i)
      union all select 'c' || i, 'badge', '' || i from range(9) as t (i)`,
    );
    const ask = async (...features: string[]) =>
      inEnglish(await attributeIdentifiers(engine, 'kmeans', 'features', features));
    expect(await ask('attribute:mail', 'log1p(attribute:card)', 'attribute:member no')).toEqual([
      'attribute:mail has 40 texts in 40 customers, like an identifier, which makes no customers alike; leave it out of the features',
      'log1p(attribute:card) numbers the customers from 1,000 to 1,039; unless that is a measure, leave it out of the features',
      'attribute:member no is another whole number in each of 40 customers, under the name of an identifier; unless that is a measure, leave it out of the features',
    ]);
    expect(await ask('orders', 'attribute:income', 'attribute:tariff', `attribute:it's`, 'attribute:badge')).toEqual(
      [],
    );
    await engine.close();
  });
});
