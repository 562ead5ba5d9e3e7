import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { DataError } from '../../src/errors.ts';
import { parseRelation, type Relation } from '../../src/sql/relation.ts';
import { buildLayer } from '../support/build.ts';
import { company } from '../support/company.ts';
import { allRelations } from '../support/contracts.ts';
import { createInputs, type GivenTables } from '../support/given.ts';

/** All relations, one of them with a mistake: `right` in its text replaced by `wrong`. */
const withMistake = (id: string, right: string, wrong: string): Relation[] =>
  allRelations().map((relation) => {
    if (relation.id !== id) return relation;
    expect(relation.text).toContain(right);
    return { ...relation, text: relation.text.replace(right, wrong) };
  });

describe('a mistake in the SQL stops the run', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await openDuckdb({ threads: 1 });
  });
  afterEach(() => engine.close());

  const build = async (relations: readonly Relation[], given: GivenTables = company): Promise<void> => {
    await createInputs(engine, given);
    await buildLayer(engine, ...relations);
  };

  it('holds without one', async () => {
    await build(allRelations());
  });

  it.each([
    [
      'net and gross that do not fit',
      withMistake('warehouse.order_line', 'cast(net_amount as decimal', 'cast(net_amount + 0.0001 as decimal'),
      'warehouse.order_line: must hold: gross_amount = net_amount + discount; broken by 7 rows',
    ],
    [
      'orders without the anonymous ones',
      withMistake(
        'warehouse.customer_order',
        'from warehouse.order_line',
        'from warehouse.order_line where customer_id is not null',
      ),
      'warehouse.customer_order: must hold: (select row(',
    ],
    [
      'a profit that leaves out what belongs to no customer',
      withMistake('marts.customer_profit', `select '' as customer_id`, `select 'ane' as customer_id`),
      'marts.customer_profit: must hold: customer_id is unique; broken by 1 row',
    ],
    [
      'a cent in the margin',
      withMistake('marts.customer_profit', 'gross_margin - fulfilment', 'gross_margin - 0.01 - fulfilment'),
      'marts.customer_profit: must hold: profit = gross_margin - fulfilment - cost_to_serve - campaign_cost - acquisition_cost; broken by 5 rows',
    ],
    [
      'a split without any row',
      withMistake(
        'marts.group_profit',
        "total.dimension = 'all'",
        "total.dimension = 'all' and sums.dimension <> 'region'",
      ),
      'marts.reconciliation: must hold: amount = warehouse; broken by',
    ],
  ])('%s', async (_, relations, message) => {
    const run = build(relations);
    await expect(run).rejects.toThrow(DataError);
    await expect(run).rejects.toThrow(message);
  });

  it('a join that multiplies lines', async () => {
    const products = company['raw.products']!;
    await expect(build(allRelations(), { ...company, 'raw.products': [...products, ...products] })).rejects.toThrow(
      'warehouse.order_line: must hold: order_id, line_number is unique; broken by 6 rows',
    );
  });

  it('a rule that counts nothing', async () => {
    const header = '-- marts.one: a row\n-- grain: one row\n-- totals: true) then null when (false\n';
    const relation = parseRelation(`${header}select 1 as n\n`, 'one.sql');
    await expect(buildLayer(engine, relation)).rejects.toThrow('column bad2 must be a value; got null');
  });
});
