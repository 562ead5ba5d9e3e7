import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Mailing } from '../../src/commands/mail/deliver.ts';
import { letterOfRun } from '../../src/commands/mail/letters.ts';
import { readRunRecord, type RunRecord } from '../../src/pipeline/record.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { unzip } from '../exports/read-workbook.ts';
import { recordingEffects } from '../support/effects.ts';
import { isFull } from '../support/full.ts';
import { sharedFolder } from '../support/running.ts';

/** Every step, and much to remark: costs that nobody told, a feature that is constant, an audience of nobody, a campaign without answers, a source without files. */
const yaml = (language: string): string => `name: nightly
company: Haitzondo
language: ${language}
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: data/customers.csv, tables: { customers: same }, mode: snapshot }
  products: { files: data/products.csv, tables: { products: same }, mode: snapshot }
  purchases: { files: data/purchases.csv, tables: { purchases: same }, missing_customer: anonymous }
  interactions: { files: data/interactions.csv, tables: { interactions: same } }
  campaigns: { files: data/campaigns.csv, tables: { campaigns: same }, mode: snapshot }
  late: { files: data/late-*.csv, tables: { purchases: same } }
costs: { fulfilment_per_order: 3.20, contacts: { call_center: 3 } }
steps:
  - rfm: {}
  - kmeans: { k: { from: 2, to: 4 }, features: [log1p(monetary), recency_days, discount_share, 'channel_share:fax'] }
  - discriminant: { predictors: [age_years, annual_income, gender] }
  - tree: { features: [age_years, annual_income], prospects: true, depth: 3 }
  - repurchase: { within_days: 90 }
  - clv: { horizon: 12 months, discount: 10% per year, bootstrap: 20 }
  - basket: { support: 0.002, confidence: 0.2, max_length: 2 }
  - next_product: { within_days: 90 }
  - lookalike: { seed: profitable, features: [age_years, annual_income] }
audiences:
  bat: { where: monetary > 50, title: Bat }
  inor: { where: monetary < -1 }
campaigns:
  lehena: { audience: bat, channel: email, starts_on: 2025-12-15, ends_on: 2026-01-31, unit_cost: 0.05, budget: 150, holdout: 20% }
  bigarrena: { audience: bat, channel: sms, starts_on: 2025-12-15, ends_on: 2026-01-31, unit_cost: 0.05, budget: 150 }
outputs: { workbook: true, parquet: false }
mail: { to: [ana@example.org], from: crm@example.org, smtp: { host: localhost } }
`;

/** Words of English sentences that none of the others has. */
const english =
  /\b(the|of|and|is|are|was|were|by|with|from|not|has|have|for|their|there|which|who|whom|that|than|only|none|nobody|too|each|them|they|it)\b/i;

/** What is called the same everywhere: codes, commands, and outcomes of contacts, which are words of the data. */
const code = /"bezero [^"]+"|\S*[_=/]\S*|answered, clicked[^.;]*?(?=[.;])/g;

const isEnglish = (text: string): boolean => english.test(text.replace(code, ' '));

/** All that a page shows or reads out; its SQL aside. */
function sayingsOf(page: string): string[] {
  const { document } = parseHTML(page);
  for (const part of document.querySelectorAll('script, style, pre, code')) part.remove();
  const said: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) said.push(node.textContent ?? '');
    for (const child of node.childNodes) visit(child);
  };
  visit(document.documentElement);
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-sort', 'data-filter', 'data-pick'])
    for (const part of document.querySelectorAll(`[${name}]`)) said.push(part.getAttribute(name)!);
  return said;
}

const release = { es: '', eu: '' };
const record: Partial<Record<string, RunRecord>> = {};

beforeAll(async () => {
  const folder = sharedFolder();
  const effects = recordingEffects(folder);
  const run = async (...argv: readonly string[]): Promise<void> => {
    if ((await main(argv, effects)) !== 0) throw new Error(effects.said.join('\n'));
  };
  await run('sample', '--customers', '300', '--out', 'data');
  // Names of the data are nobody's language: codes of their own.
  const rename = (file: string): void => {
    const [header, ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const named = lines.map((line) => line.replace(/^([^,]*),("[^"]*"|[^,]*),/, '$1,n-$1,'));
    writeFileSync(join(folder, file), [header, ...named, ''].join('\n'));
  };
  for (const file of ['products', 'campaigns']) rename(`data/${file}.csv`);
  const late = join(folder, 'data/late-1.csv');
  writeFileSync(late, 'order_id,customer_id,purchased_at,quantity,unit_price\nL1,0000001,2025-06-01,1,10\n');
  for (const [language, day] of [
    ['es', '2025-12-21'],
    ['eu', '2025-12-31'],
  ] as const) {
    writeFileSync(join(folder, 'nightly.yaml'), yaml(language));
    await run('run', 'nightly.yaml', '--as-of', day);
    rmSync(late, { force: true });
    release[language] = realpathSync(join(folder, 'store/current'));
    record[language] = readRunRecord(release[language])!;
  }
});

describe.runIf(isFull).each(['es', 'eu'] as const)('a release in %s', (language) => {
  it('holds no English sentence in its report', () => {
    const said = sayingsOf(readFileSync(join(release[language], 'report.html'), 'utf8'));
    expect(said.length).toBeGreaterThan(2_000);
    expect([...new Set(said.filter(isEnglish))]).toEqual([]);
  });

  it('tells its remarks, which its record has in English', () => {
    const { remarks, warnings, reported } = record[language]!;
    expect(reported!.remarks!.map(({ code: kind }) => kind)).toEqual(
      expect.arrayContaining(['dropped', 'emptyAudiences', 'littleKnown', 'assigned', 'costGaps']),
    );
    expect(remarks.filter(isEnglish)).toEqual(remarks);
    expect(warnings.length).toBe(language === 'eu' ? 1 : 0);
  });

  it('holds none in its files, the workbook and the mail', async () => {
    const files = readdirSync(release[language], { recursive: true, encoding: 'utf8' });
    const cells = files
      .filter((file) => file.endsWith('.csv'))
      .flatMap((file) => {
        const text = readFileSync(join(release[language], file), 'utf8');
        const rows: string[][] = parse(text, { bom: true, delimiter: [',', ';'], from: 2, relax_column_count: true });
        return rows.flat();
      });
    expect(cells.length).toBeGreaterThan(5_000);
    expect([...new Set(cells.filter(isEnglish))]).toEqual([]);
    const sheets = [...unzip(join(release[language], 'segments.xlsx'))].filter(([path]) => path.includes('sheet'));
    const told = sheets.flatMap(([, xml]) => [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => text!));
    expect(told.length).toBeGreaterThan(5_000);
    expect([...new Set(told.filter(isEnglish))]).toEqual([]);

    const folder = join(release[language], '../../..');
    const pipeline = readPipeline(join(folder, 'nightly.yaml'), yaml(language)) as Mailing;
    const mail = { ...pipeline, mail: { ...pipeline.mail, attach_report: false } };
    const ran = { record: record[language]!, release: release[language], published: true, former: null };
    const { subject, text } = await letterOfRun(mail, ran, undefined, recordingEffects(folder));
    expect([subject, ...text.split('\n')].filter(isEnglish)).toEqual([]);
  });
});
