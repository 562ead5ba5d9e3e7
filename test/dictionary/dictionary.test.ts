import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { definitionsOf } from '../../src/dictionary/definitions.ts';
import type { DictionaryTable } from '../../src/dictionary/table.ts';
import { unitOf } from '../../src/dictionary/units.ts';
import { readDictionary } from '../../src/pipeline/dictionary.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { open } from '../models/support.ts';

let tables: readonly DictionaryTable[];
const tableOf = (id: string): DictionaryTable => tables.find((table) => table.id === id)!;

beforeAll(async () => {
  const engine = await open();
  tables = await readDictionary(engine);
  await engine.close();
});

describe('the data dictionary', () => {
  it('has every table once, and says what it is', () => {
    const ids = tables.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const layer of ['raw', 'warehouse', 'features', 'models', 'scores', 'segments', 'marts'])
      expect(ids.some((id) => id.startsWith(`${layer}.`))).toBe(true);
    expect(tables.filter(({ meaning }) => meaning === '').map(({ id }) => id)).toEqual([]);
  });

  it('defines every column', () => {
    const undefinedOnes = tables.flatMap(({ id, columns }) =>
      columns.filter(({ definition }) => definition === '').map(({ name }) => `${id}.${name}`),
    );
    expect(undefinedOnes).toEqual([]);
  });

  it('tells no column that is not there', () => {
    const told = tables.flatMap(({ id, grain, columns }) =>
      grain.filter((name) => !columns.some((column) => column.name === name)).map((name) => `${id}.${name}`),
    );
    expect(told).toEqual([]);
  });

  it('leads from a mart to the files and back', () => {
    expect(tableOf('marts.customer_outlook').reads).toContain('scores.clv');
    expect(tableOf('scores.clv').reads).toContain('warehouse.customer_order');
    expect(tableOf('warehouse.customer_order').reads).toContain('raw.returns');
    expect(tableOf('raw.purchases').feeds).toContain('warehouse.order_line');
  });

  it('takes the definition of a column that is handed on from where it is made', () => {
    const column = (id: string, name: string) => tableOf(id).columns.find((one) => one.name === name)!;
    expect(column('marts.customer', 'city').definition).toBe(column('raw.customers', 'city').definition);
    expect(column('marts.customer', 'lifetime_value').unit).toBe('currency');
    expect(column('features.customer_rfm', 'recency_days').unit).toBe('days');
  });

  it('has the SQL of each relation and what holds of it', () => {
    expect(tableOf('marts.total').sql).toMatch(/^with|^select/);
    expect(tableOf('marts.customer_profit').holds).toContain('net_revenue = revenue - returns - discounts');
    expect(tableOf('scores.rfm').sql).toBeNull();
  });
});

it('comments of a select are definitions; the last of one name is of the result', () => {
  const text = `with a as (select x as net, -- inner\n from t)\nselect\n  a.id,\n  sum(a.net) as net, -- of all\n  cast(\n    y as double\n  ) as share, -- of them\n  z -- bare`;
  expect([...definitionsOf(text)]).toEqual([
    ['net', 'of all'],
    ['share', 'of them'],
    ['z', 'bare'],
  ]);
});

it.each([
  ['profit', 'DECIMAL(38,4)', 'currency'],
  ['quantity', 'DECIMAL(18,4)', 'units of the product'],
  ['churn_probability', 'DOUBLE', '0 to 1'],
  ['recency_days', 'INTEGER', 'days'],
  ['customers', 'BIGINT', null],
  ['value_basis', 'VARCHAR', null],
])('%s %s is in %s', (name, type, unit) => {
  expect(unitOf(name, type)).toBe(unit);
});

it('bezero docs writes one page that links every table, or JSON', async () => {
  const folder = temporaryFolder();
  const effects = recordingEffects(folder);
  expect(await main(['docs'], effects)).toBe(0);
  expect(effects.said).toContain('dictionary.html: written');
  const page = readFileSync(join(folder, 'dictionary.html'), 'utf8');
  const linked = new Set([...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id));
  const marked = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect([...linked].filter((id) => !marked.has(id))).toEqual([]);
  expect(tables.filter(({ id }) => !marked.has(id))).toEqual([]);
  const json = recordingEffects(folder);
  expect(await main(['docs', '--json'], json)).toBe(0);
  expect(JSON.parse(json.printed.join(''))).toEqual({ tables: JSON.parse(JSON.stringify(tables)) as unknown });
});
