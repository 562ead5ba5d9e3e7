import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { watchLines } from '../../src/commands/plan-watch.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { relationsOf } from '../../src/sql/relation.ts';
import { raw } from '../../src/sql/sql.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { isFull } from '../support/full.ts';
import { sharedFolder, temporaryFolder } from '../support/running.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Outcome = RecordingEffects & { readonly code: number };

async function bezero(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(argv, effects) };
}

const sample = sharedFolder();
cpSync(join(root, 'pipelines'), join(sample, 'pipelines'), { recursive: true });
symlinkSync(join(root, 'sample-data'), join(sample, 'sample-data'));

/** Plans the sample's pipeline, beside its data. */
async function run(...argv: readonly string[]): Promise<Outcome> {
  return bezero(sample, 'plan', ...argv);
}

describe('bezero plan', () => {
  it('shows the steps in an order in which everything is there when it is read', async () => {
    const { printed, code, cwd } = await run('pipelines/nightly.yaml', '--json');
    expect(code).toBe(0);
    const { steps, problems } = JSON.parse(printed.join('')) as {
      steps: { name: string; kind: string; reads: string[]; writes: string[]; sql?: string }[];
      problems: string[];
    };
    expect(problems).toEqual([]);
    expect(existsSync(join(cwd, 'store'))).toBe(false);
    const there = new Set<string>();
    for (const { name, reads, writes } of steps) {
      for (const relation of reads)
        expect(there.has(relation) || relation.startsWith('raw.'), `${name} reads ${relation}`).toBe(true);
      for (const relation of writes) there.add(relation);
    }
    expect(steps[0]).toMatchObject({ kind: 'load', writes: ['raw.*'] });
    expect(steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['rfm', 'kmeans', 'discriminant', 'marts.customer']),
    );
  });

  it('is a table for people, and says what was checked', async () => {
    const { printed, said } = await run('pipelines/nightly.yaml');
    expect(printed[0]).toMatch(/^step {2}kind +writes +reads$/);
    expect(Math.max(...printed.map((line) => line.length))).toBeLessThanOrEqual(160);
    expect(printed.find((line) => line.includes('features.customer_rfm '))).toMatch(
      /relation +features.customer_rfm +warehouse.customer_order, warehouse.setting$/,
    );
    expect(said).toEqual([
      'checked: 5 files with their headers and first records, the names of the features and the conditions of the audiences',
      'watched: customers, products, campaigns: fewer than 50% (error) or more than 400% of the records of the file before (warn); amounts and quantities in another unit (error)',
      'watched: purchases, interactions: files of fewer than 50% or more than 400% of the usual records, by percentage from the eighth file on (warn); ' +
        'newest record older than twice the longest pause of a year (warn); amounts and quantities in another unit (error)',
    ]);
  });

  it.runIf(isFull)('shows nothing with --quiet where nothing is wrong, but what was asked for', async () => {
    const { printed, said, code } = await run('pipelines/nightly.yaml', '--quiet');
    expect([code, printed, said]).toEqual([0, [], []]);
    expect((await run('pipelines/nightly.yaml', '--quiet', '--sql')).printed.length).toBeGreaterThan(10);
    expect((await run('pipelines/nightly.yaml', '--quiet', '--json')).printed).toHaveLength(1);
  });

  it('refuses a file that is not there, with the nearest, and one that is wrong', async () => {
    expect((await run('pipelines/nigthly.yaml')).said).toEqual([
      'pipelines/nigthly.yaml must be a pipeline file; there is none; did you mean nightly.yaml?',
    ]);
    expect((await run('other/file.yaml')).said).toEqual([
      'other/file.yaml must be a pipeline file; there is none; "bezero init" writes one',
    ]);
    const folder = await run('pipelines');
    expect([folder.code, folder.said[0]]).toEqual([
      2,
      expect.stringMatching(/^pipelines must be a pipeline file that can be read/),
    ]);
    const readme = await run('pipelines/README.md');
    expect(readme.code).toBe(2);
    expect(readme.said[0]).toMatch(/^pipelines\/README.md:\d+:\d+: /);
  });
});

describe('bezero plan --sql', () => {
  let shown: readonly string[];
  beforeAll(async () => {
    shown = (await run('pipelines/nightly.yaml', '--sql')).printed;
  });

  it('shows SQL that an engine takes: tables as tables, views as views', async () => {
    const text = shown.join('\n');
    expect(text).not.toMatch(/;\s*;/);
    const relations = ['warehouse', 'features', 'marts'].flatMap(relationsOf);
    expect(relations.some(({ isView }) => isView)).toBe(true);
    for (const { id, isView } of relations) {
      expect(text).toContain(`-- relation ${id}\ncreate or replace ${isView ? 'view' : 'table'} ${id} as\n`);
    }
    const engine = await openDuckdb();
    for (const statement of text.match(/^create schema [^;]+;/gm)!) await engine.check(raw(statement));
    await engine.close();
  });

  it('says in a line what the steps do that are not one select', () => {
    const deeds = shown.filter((line) => /^-- (load|model|output) |^-- relation (settings|lexicon)/.test(line));
    // In which order steps that do not read each other come is of no consequence.
    const expected = [
      '-- load load: reads the files of the sources, and writes what counts of them to raw.*',
      '-- relation settings: writes what the pipeline file sets to warehouse.setting, warehouse.contact_rate, warehouse.origin_kind',
      '-- relation lexicon: knows what words tell of an opinion, where a text of raw.interactions needs it: writes warehouse.lexicon',
      '-- model models: keeps fitted models, none so far: writes models.fitted',
      expect.stringMatching(/^-- model repurchase: .* to scores.repurchase$/),
      '-- model clv: fits the model on warehouse.customer_order, features.customer_rfm, models.fitted, and writes what it says of every customer to scores.clv, models.clv',
      '-- model attribution: says by marts.touch_transition what is lost without each touch: writes models.touch_effect',
      expect.stringMatching(/^-- model kmeans: .* to scores.segment, .*segments.former_segment$/),
      expect.stringMatching(
        /^-- model rfm: fits the model on features.customer_rfm, models.fitted, and writes what it says of every customer to scores.rfm, models.rfm_cut_point$/,
      ),
      expect.stringMatching(/^-- model discriminant: .* to scores.discriminant$/),
      expect.stringMatching(/^-- model tree: .* to scores.tree, models.tree_rule$/),
      '-- model likely segment: says by features.customer, scores.segment, scores.discriminant, scores.tree, models.fitted which segment each prospect will join: writes models.prospect_model, scores.likely_segment',
      '-- model basket: finds what is bought together in warehouse.order_line, models.fitted: writes models.basket_rule, models.basket_pair, models.basket_group',
      expect.stringMatching(
        /^-- model next_product: .* to scores.next_product, models.product_neighbour, models.next_product_words$/,
      ),
      '-- model lookalike: fits the model on features.customer, warehouse.customer_attribute, warehouse.interaction, warehouse.setting, marts.customer_profit, scores.segment, segments.segment, models.fitted, and writes what it says of every customer to scores.lookalike',
      '-- model audiences: holds the conditions of the audiences against marts.customer: writes segments.audience, segments.audience_member',
      '-- model campaigns: says by marts.customer, marts.account_priority, marts.channel_response, marts.order_value, features.customer_answer, segments.audience_member, warehouse.customer_order, warehouse.interaction, warehouse.setting whom each campaign takes: writes segments.campaign, segments.campaign_candidate, segments.campaign_member',
      '-- model segment history: goes on from the release before by scores.segment, models.fitted, warehouse.setting: writes segments.membership, segments.size, segments.migration, segments.identity, segments.event',
      '-- model campaign effects: compares the arms of campaigns by marts.campaign_plan, marts.campaign_result, marts.campaign_segment_result: writes models.campaign_effect, models.campaign_power',
      '-- output segments/*.csv: reads marts.customer, segments.segment, segments.audience, segments.audience_member, marts.customer_profit, warehouse.setting, segments.campaign, segments.campaign_member, and writes segments/*.csv of the release',
      '-- output segments.xlsx: reads marts.customer, segments.segment, segments.audience, segments.audience_member, marts.customer_profit, warehouse.setting, segments.campaign, segments.campaign_member, and writes segments.xlsx of the release',
      '-- output customers.parquet: reads marts.customer, and writes customers.parquet of the release',
      expect.stringMatching(/^-- output dictionary.html: reads marts/),
      expect.stringMatching(/^-- output report.html: reads marts/),
    ];
    for (const one of expected) expect(deeds).toContainEqual(one);
    expect(deeds.length).toBe(expected.length);
  });
});

const frame = (sources: string, steps = ''): string => `name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
${sources}
${steps}
outputs: { segments: false, parquet: false, report: false }
`;

const source = (name: string, files: string, more = ''): string => `  ${name}:
    files: ${files}
${more}    tables: { purchases: { order_id: Order, customer_id: Who, purchased_at: Day, quantity: Qty, amount: Paid } }`;

const header = 'Order,Who,Day,Qty,Paid\n';

/** Files of a folder, then what plan and run say of its pipeline.yaml. */
async function both(
  pipeline: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ plan: Outcome; run: Outcome; folder: string }> {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries({ ...files, 'pipeline.yaml': pipeline })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const plan = await bezero(folder, 'plan', 'pipeline.yaml');
  return { plan, run: await bezero(folder, 'run', 'pipeline.yaml'), folder };
}

const errorOf = ({ said }: Outcome): string => said.at(-1)!;

describe('bezero plan, before a run', () => {
  it('finds all that is missing at once, in the words and with the code of the run', async () => {
    const { plan, run } = await both(
      frame([source('gone', 'a.csv'), source('none', 'in/*.csv'), source('shop', 'b.csv')].join('\n')),
      { 'b.csv': 'Order,Who,Days,Qty,Paid\n1,C1,2026-01-02,1,5.00\n' },
    );
    expect([plan.code, run.code]).toEqual([3, 3]);
    for (const line of errorOf(run).split('\n')) expect(errorOf(plan)).toContain(line);
    expect(
      errorOf(plan)
        .split('\n')
        .map((line) => line.replace(/ \(.*/, '')),
    ).toEqual([
      'pipeline.yaml:8:12: sources.gone.files must name a file that is there; nothing is found for a.csv',
      'pipeline.yaml:11:12: sources.none.files must name a file that is there; nothing is found for in/*.csv',
      'b.csv: sources.shop.tables.purchases.purchased_at must be a header of the file or an expression over its headers; got "Day", the nearest header is "Days"',
    ]);
    expect([plan.printed, plan.said]).toEqual([[], [errorOf(plan)]]);
    expect((await bezero(plan.cwd, 'plan', 'pipeline.yaml', '--sql')).printed).toEqual([]);
    const json = await bezero(plan.cwd, 'run', 'pipeline.yaml', '--dry-run', '--json');
    expect(json.code).toBe(3);
    const told = JSON.parse(json.printed.join('')) as { steps: unknown[]; problems: string[] };
    expect(told.steps.length).toBeGreaterThan(10);
    expect(told.problems.join('\n')).toBe(errorOf(plan));
  });

  const written: readonly (readonly [what: string, file: string, content: string | Uint8Array, setting: string])[] = [
    ['gzip', 'a.csv.gz', gzipSync(`${header}1,C1,2026-01-02,1,5.00\n`), ''],
    ['UTF-16', 'b.csv', Buffer.from(`\ufeff${header}2,C1,2026-01-02,1,5.00\n`, 'utf16le'), ''],
    [
      'windows-1252',
      'c.csv',
      Buffer.from(`${header}3,Begoña,2026-01-02,1,5.00\n`, 'latin1'),
      '    encoding: windows-1252\n',
    ],
    ['JSON lines', 'd.jsonl', '{"Order":"4","Who":"C1","Day":"2026-01-02","Qty":1,"Paid":5}\n', ''],
  ];

  it.runIf(isFull)('reads the header of compressed files, of any encoding, and of JSON lines', async () => {
    const sources = written.map(([, file, , more]) => source(`shop_${file[0]}`, file, more));
    const files = Object.fromEntries(written.map(([, file, content]) => [file, content]));
    const { plan, run } = await both(frame(sources.join('\n')), files);
    expect([plan.code, run.code], errorOf(plan)).toEqual([0, 0]);
  });

  it.each(written)('finds what is missing in the header of %s, as the run does', async (_, file, content, more) => {
    const { plan, run } = await both(frame(source('shop', file, more).replace('Paid', 'Sum')), { [file]: content });
    expect([plan.code, run.code]).toEqual([3, 3]);
    expect(errorOf(plan)).toBe(errorOf(run));
  });

  it.each([
    ['an empty file', 'a.csv', ''],
    ['a column without a name', 'a.csv', 'Order,Who,,Qty\n1,2,3,4\n'],
    ['what is no gzip', 'a.csv.gz', 'Order,Who\n'],
    ['what is no Parquet', 'a.parquet', 'PAR1'],
  ])('refuses %s as the run does', async (_, file, content) => {
    const { plan, run } = await both(frame(source('shop', file)), { [file]: content });
    expect([plan.code, run.code]).toEqual([3, 3]);
    const beginning = errorOf(run).split(';')[0]!;
    expect(errorOf(plan)).toContain(beginning.slice(beginning.indexOf(':')));
    expect(errorOf(plan)).toContain(file);
  });

  it('finds the date format, the decimal mark and the flag that no record is written in', async () => {
    const { plan, run } = await both(
      frame(`${source('shop', 'a.csv', '    date_format: "%Y.%m.%d"\n')}
  crm:
    files: c.csv
    tables: { customers: { customer_id: Id, birth_date: Born, email_opt_in: May } }`),
      {
        'a.csv': `${header}1,C1,25/01/2026,1,"5,50"\n2,C2,26/01/2026,2,"6,50"\n`,
        'c.csv': 'Id,Born,May\nC1,25/01/1984,perhaps\n',
      },
    );
    expect([plan.code, run.code]).toEqual([3, 3]);
    expect(
      errorOf(plan)
        .split('\n')
        .map((line) => line.replace(/^.*?: sources/, 'sources')),
    ).toEqual([
      'sources.shop.tables.purchases.purchased_at: "Day" of a.csv must hold dates of date_format "%Y.%m.%d"; none of its first 2 values is one: the first looks like "99/99/9999"',
      'sources.shop.tables.purchases.amount: "Paid" of a.csv must hold numbers with decimal_mark "."; none of its first 2 values is one: the first looks like "9,99"',
      'sources.crm.tables.customers.birth_date: "Born" of c.csv must hold dates of ISO 8601 like 2026-11-20, as the source has no date_format; its one value is none: the first looks like "99/99/9999"',
      'sources.crm.tables.customers.email_opt_in: "May" of c.csv must hold yes or no; its one value is none: the first looks like "aaaaaaa"',
    ]);
  });

  it.runIf(isFull)(
    'leaves single records that cannot be read to the run, and all of them where the source allows it',
    async () => {
      const some = await both(frame(source('shop', 'a.csv', '    max_rejected: 2\n')), {
        'a.csv': `${header}1,C1,soon,1,5.50\n2,C2,2026-01-26,2,6.50\n`,
      });
      expect([some.plan.code, some.run.code]).toEqual([0, 0]);
      const all = await both(frame(source('shop', 'a.csv', '    max_rejected: 100%\n')), {
        'a.csv': `${header}1,C1,soon,1,5.50\n`,
      });
      expect([all.plan.code, all.run.code]).toEqual([0, 0]);
    },
  );

  const good = (n: number, first = 0) =>
    Array.from({ length: n }, (_, i) => `${first + i},C${i % 50},2026-01-02,1,5.50`);
  const sold = (...rows: readonly string[]): string => `${header}${rows.join('\n')}\n`;
  const bad = (n: number) => Array.from({ length: n }, (_, i) => `${i},C1,soon,1,5.50`);
  const gone = '    missing_customer: anonymous\n';
  const long = (rows: readonly string[]) => rows.map((row) => row.replace(/,C/, `,${'c'.repeat(400)}`));

  it.runIf(isFull)('says nothing of what a run accepts', async () => {
    const onlyOne =
      'Order,Who,Day,Qty,Paid,Disc\n1,C1,2026-01-02,1,5.00,none\n' +
      good(150, 2)
        .map((row) => `${row},`)
        .join('\n') +
      '\n';
    /** Orders of one file are none of another. */
    const ofFile = (file: string, text: string): string => text.replaceAll(/^(?=\d)/gm, file);
    const some = [...bad(100), ...good(19_900, 100)];
    const files = {
      'one-bad-value.csv': ofFile('a', sold(...good(150)).replace('2026-01-02', 'soon')),
      'one-bad-value-the-only-one.csv': ofFile('b', onlyOne),
      'bad-of-20000.csv': ofFile('c', sold(...some)),
      'bad-of-20000-longer-than-a-beginning.csv': ofFile('d', sold(...long(some))),
      'bad-of-20000-compressed.csv.gz': gzipSync(ofFile('e', sold(...long(some)))),
    };
    const sources = Object.keys(files).map((file, i) => {
      const text = source(`shop_${i}`, file, gone);
      return file.includes('only') ? text.replace('amount: Paid', 'amount: Paid, discount: Disc') : text;
    });
    const { plan, run } = await both(frame(sources.join('\n')), files);
    expect([plan.code, run.code], `${errorOf(plan)}\n${errorOf(run)}`).toEqual([0, 0]);
    for (const file of Object.keys(files)) expect(run.said.join('\n')).toContain(file);
  });

  it.each([
    ['two of a few', sold(...bad(2), ...good(50, 2)), '2 of its first 52 values are none'],
    ['more than are looked at first', sold(...bad(300), ...good(19_700, 300)), '300 of its first '],
    ['all of a long file', sold(...long(bad(20_000))), 'none of its first '],
    ['all of a long file, compressed', gzipSync(sold(...long(bad(20_000)))), 'none of its first '],
  ])('finds what a run stops at: %s', async (_, content, words) => {
    const file = typeof content === 'string' ? 'a.csv' : 'a.csv.gz';
    const { plan, run } = await both(frame(source('shop', file, words.startsWith('300') ? gone : '')), {
      [file]: content,
    });
    expect([plan.code, run.code]).toEqual([3, 3]);
    expect(errorOf(plan)).toContain(words);
    expect(errorOf(plan)).toContain('the first looks like "aaaa"');
  });

  it('shows no value of any table: a column may be mapped wrongly', async () => {
    const { plan } = await both(frame(source('shop', 'a.csv').replace('Day', 'Mail')), {
      'a.csv': `Order,Who,Mail,Qty,Paid\n1,C1,ane.ruiz7@x.example,1,5.00\n`,
    });
    expect(plan.said.join('\n')).not.toContain('ane');
    expect(errorOf(plan)).toContain('its one value is none: the first looks like "aaa.aaaa9@a.aaaaaaa"');
  });

  it('finds every feature that no table has, with its place', async () => {
    const { plan, run } = await both(
      frame(
        source('shop', 'a.csv'),
        `steps:
  - kmeans: { features: [frequncy, region, log1p(region)], k: 2 }
  - discriminant:
      class: segmnt
      predictors: [region, agee_years, sample_key, first_purchased_on]
  - tree: { features: [region, monetary], prospects: true }`,
      ),
      { 'a.csv': `${header}1,C1,2026-01-02,1,5.00\n` },
    );
    expect([plan.code, run.code]).toEqual([2, 2]);
    expect(errorOf(plan).split('\n')).toEqual([
      'pipeline.yaml:11:26: steps[0].kmeans.features[0]: frequncy must be a column of features.customer; did you mean frequency?',
      'pipeline.yaml:11:44: steps[0].kmeans.features[2]: log1p(region) must be a number; its column is text or yes/no',
      'pipeline.yaml:14:28: steps[1].discriminant.predictors[1]: agee_years must be a column of features.customer; did you mean age_years?',
      'pipeline.yaml:14:52: steps[1].discriminant.predictors[3]: first_purchased_on must be a number, text or yes/no; its column is DATE',
      'pipeline.yaml:13:14: steps[1].discriminant.class: class must be segment, rfm_segment or a column of features.customer; got segmnt; did you mean segment?',
      'pipeline.yaml:15:23: steps[2].tree.features: features must be known before a purchase where prospects is true; got monetary, which only a purchase makes known: leave out such features, or prospects',
    ]);
    expect(errorOf(run)).toBe('kmeans: frequncy must be a column of features.customer; did you mean frequency?');
  });

  it('does not mind files that are gone, where a pattern names them and an earlier night read them', async () => {
    const { plan, run, folder } = await both(frame(source('shop', 'in/*.csv')), {
      'in/a.csv': `${header}1,C1,2026-01-02,1,5.00\n`,
    });
    expect([plan.code, run.code]).toEqual([0, 0]);
    rmSync(join(folder, 'in/a.csv'));
    expect((await bezero(folder, 'plan', 'pipeline.yaml')).code).toBe(0);
    expect((await bezero(folder, 'run', 'pipeline.yaml')).code).toBe(0);
  });

  it('reads the beginning of a large file only', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'pipeline.yaml'), frame(source('shop', 'a.csv')));
    // Beyond the beginning there is nothing that could be read.
    const rows = '1,C1,2026-01-02,1,5.00\n'.repeat(50_000);
    writeFileSync(join(folder, 'a.csv'), Buffer.concat([Buffer.from(header + rows), Buffer.alloc(3_000_000, 0xff)]));
    expect((await bezero(folder, 'plan', 'pipeline.yaml')).code).toBe(0);
    writeFileSync(join(folder, 'b.csv.gz'), gzipSync(header + rows.repeat(10)).subarray(0, 9_000));
    writeFileSync(join(folder, 'pipeline.yaml'), frame(source('shop', 'b.csv.gz')));
    expect((await bezero(folder, 'plan', 'pipeline.yaml')).code).toBe(0);
  });
});

it('says what is watched of sources as their options say it', () => {
  const { sources } = readPipeline(
    'shop.yaml',
    `name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  a: { files: a.csv, volume: { min: 10, severity: error }, freshness: { warn_after_days: 1, error_after_days: 7 }, unit_change: error, tables: { purchases: same } }
  b: { files: b.csv, volume: { severity: ignore }, freshness: { severity: ignore }, unit_change: ignore, tables: { interactions: same } }
  c: { files: c.csv, volume: { severity: ignore }, freshness: { warn_after_days: 9 }, unit_change: ignore, tables: { customers: same } }
  d: { files: d.csv, volume: { severity: ignore }, unit_change: ignore, tables: { products: same } }
`,
  );
  expect(watchLines(sources)).toEqual([
    'watched: a: files of fewer than 10 or more than 400% of the usual records, by percentage from the eighth file on (error); newest record older than 1 day (warn); ' +
      'newest record older than 7 days (error); amounts and quantities in another unit (error)',
    'watched: b, d: nothing',
    'watched: c: newest file older than 9 days (warn)',
  ]);
});
