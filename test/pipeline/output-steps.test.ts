import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { literal, sql } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { openRelease, runIn, sampleFolder, sharedFolder } from '../support/running.ts';

const withheld =
  'no customer has email_opt_in: no file holds any e-mail address; map it in the customers source, where there is consent';

/** A shop whose customers have e-mail addresses, and maybe consent. */
function shop(consent: string, outputs: string): { folder: string; yaml: string } {
  const folder = mkdtempSync(join(around, 'shop-'));
  writeFileSync(join(folder, 'customers.csv'), `customer_id,email,email_opt_in\na,a@example.org,${consent}\n`);
  writeFileSync(
    join(folder, 'purchases.csv'),
    'order_id,customer_id,purchased_at,quantity,unit_price\no,a,2026-01-01,1,5\n',
  );
  const yaml = `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
outputs: ${outputs}
`;
  return { folder, yaml };
}

const around = sharedFolder();
const runs = new Map<string, ReturnType<typeof runIn>>();

/** Runs the shop, each way once for all tests. */
function runOf(consent: string, outputs: string): ReturnType<typeof runIn> {
  const run = (): ReturnType<typeof runIn> => {
    const { folder, yaml } = shop(consent, outputs);
    return runIn(folder, yaml);
  };
  const key = `${consent} ${outputs}`;
  const running = runs.get(key) ?? run();
  runs.set(key, running);
  return running;
}

const remarksOf = async (consent: string, outputs: string): Promise<readonly string[]> =>
  (await runOf(consent, outputs)).record.remarks;

const all = '{ segments: true, parquet: true, report: true }';

describe('addresses that no file holds for want of consent', () => {
  it.runIf(isFull)('are told once, whichever files are written', async () => {
    for (const outputs of [
      all,
      '{ segments: false, parquet: true, report: false }',
      '{ segments: true, parquet: false, report: false }',
    ]) {
      expect([outputs, ...(await remarksOf('', outputs))]).toEqual([outputs, withheld]);
    }
  });

  it.runIf(isFull)('are no matter where somebody has consented, or no file is written', async () => {
    expect(await remarksOf('true', '{ segments: true, parquet: true, report: false }')).toEqual([]);
    expect(await remarksOf('', '{ segments: false, parquet: false, report: true }')).toEqual([]);
  });

  it('stand in the report', async () => {
    const { release } = await runOf('', all);
    expect(readFileSync(join(release, 'report.html'), 'utf8')).toContain(withheld);
  });
});

describe('customers.parquet', () => {
  it('says of which day, run, version and currency it is', async () => {
    const result = await runOf('true', '{ segments: true, parquet: true, report: false }');
    const engine = await openRelease(result);
    const file = literal(join(result.release, 'customers.parquet'));
    const rows = await engine.rows(
      sql`select decode(key) as key, decode(value) as value from parquet_kv_metadata(${file})`,
      { key: 'text', value: 'text' },
    );
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toEqual({
      as_of: '2026-01-01',
      currency: 'EUR',
      run: result.record.run,
      bezero: 'test',
    });
  });
});

describe('what the report says to do next', () => {
  it.runIf(isFull)(
    'is true of the linked files: so many are there as it says, by the column it names',
    async () => {
      const { folder, yaml } = sampleFolder();
      const { release } = await runIn(folder, yaml);
      const { document } = parseHTML(readFileSync(join(release, 'report.html'), 'utf8'));
      const actions = [...document.querySelectorAll('#overview ol li')].filter((item) => item.querySelector('a'));
      const seen: string[] = [];
      for (const action of actions) {
        const text = action.textContent.replace(/\s+/g, ' ');
        const file = join(release, decodeURIComponent(action.querySelector('a')!.getAttribute('href')!));
        const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
        expect(text).toContain(`CSV, ${rows.length.toLocaleString('en-GB')} rows`);
        const [, said] = /(?:the|The) ([\d,]+) (?:customers?|prospects?) (?:who|of)/.exec(text) ?? [];
        const [, column, condition, values] =
          /, where (\w+) (is below 0|is [\d.]+ or more|is (.+))(?:,.*)?$/.exec(text) ?? [];
        const [, contacted] = /^Send the campaign .* to ([\d,]+) /.exec(text) ?? [];
        if (contacted !== undefined) {
          expect(Number(contacted.replaceAll(',', ''))).toBe(rows.length);
          seen.push('campaign');
        }
        if (column === undefined) continue;
        const found = rows.filter((row) => {
          if (condition === 'is below 0') return Number(row[column]) < 0;
          return values === undefined ? Number(row[column]) >= 0.9 : values.split(' or ').includes(row[column]!);
        });
        if (said === undefined) expect([text, found.length > 0]).toEqual([text, true]);
        else expect([text, found.length]).toEqual([text, Number(said.replaceAll(',', ''))]);
        seen.push(column);
      }
      expect(seen).toEqual(['complaints_open', 'campaign', 'campaign', 'overdue', 'profit']);
    },
    60_000,
  );
});
