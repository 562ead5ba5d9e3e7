import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { script } from '../../src/reports/script/index.ts';
import { main } from '../../src/cli.ts';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { hashFile } from '../../src/disk.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { figures, fixture } from '../oracles/support.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

type Outcome = RecordingEffects & { readonly code: number };

async function bezero(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(argv, effects) };
}

/** A folder with one file, and a call of the command on it. */
function withFile(
  name: string,
  content: string | Buffer,
): { folder: string; kmeans: (...argv: string[]) => Promise<Outcome> } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  return { folder, kmeans: (...argv) => bezero(folder, 'kmeans', name, ...argv) };
}

const jsonOf = ({ printed }: Outcome) =>
  JSON.parse(printed.join('')) as {
    source: string;
    report: { k: number; within: number; missing: object[] };
    model: FittedKmeans;
  };

/** Two groups, 12 rows each. */
const people = Array.from({ length: 24 }, (_, i) => ({
  id: `p${i}`,
  age: (i % 2) * 40 + 20 + (i % 5),
  spent: (i % 2) * 1000 + i + 0.5,
  tariff: i % 2 ? 'gold' : 'basic',
}));
const csv = [
  'id,age,spent,tariff',
  ...people.map(({ id, age, spent, tariff }) => `${id},${age},${spent},${tariff}`),
  '',
].join('\n');

describe('bezero kmeans FILE', () => {
  it.each([
    ['iris', 'sepal_length,sepal_width,petal_length,petal_width', 150],
    [
      'wine',
      'alcohol,malic_acid,ash,alcalinity_of_ash,magnesium,total_phenols,flavanoids,nonflavanoid_phenols,proanthocyanins,color_intensity,hue,od280_od315_of_diluted_wines,proline',
      178,
    ],
  ] as const)('reaches the smallest sums of squares known of %s', async (data, features, n) => {
    const best = (
      figures('kmeans_best_known.json') as { case: string; k: number; best_known_total_within_ss: number }[]
    ).filter((one) => one.case === data);
    for (const k of [3, 5]) {
      const outcome = jsonOf(
        await bezero('/', 'kmeans', fixture(`${data}.csv`), '-f', features, '-k', String(k), '--json'),
      );
      const known = best.find((one) => one.k === k)!.best_known_total_within_ss * (n / (n - 1));
      expect(outcome.report.within / known).toBeGreaterThan(1 - 1e-9);
      expect(outcome.report.within / known).toBeLessThan(1.001);
    }
  });

  it('never writes over what it reads, by whatever name, nor two files into one', async () => {
    const { folder, kmeans } = withFile('people.csv', csv);
    symlinkSync(join(folder, 'people.csv'), join(folder, 'link.csv'));
    symlinkSync(folder, join(folder, 'here'));
    for (const [option, name] of [
      ['--scores', './people.csv'],
      ['--scores', 'link.csv'],
      ['--report', 'here/people.csv'],
    ] as const) {
      const { code, said } = await kmeans('-f', 'age', '-k', '2', option, name);
      expect([code, said]).toEqual([
        2,
        [`${option} must be another file than the one that is read; ${name} is people.csv itself`],
      ]);
    }
    const both = await kmeans('-f', 'age', '-k', '2', '--scores', 'new.csv', '--report', 'here/new.csv');
    expect([both.code, both.said]).toEqual([2, ['--scores and --report must be two files; both are new.csv']]);
    expect((await kmeans('-f', 'age', '-k', '2', '--report', 'page.txt')).said).toEqual([
      '--report must be a file whose name ends in .html, got "page.txt"',
    ]);
    expect((await bezero(folder, 'rfm', 'link.csv', '--scores', 'people.csv')).said).toEqual([
      '--scores must be another file than the one that is read; people.csv is link.csv itself',
    ]);
    expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toBe(csv);
  });

  it('reads one column, also of decimal commas, and says what is wrong with an empty file or a folder', async () => {
    const one = withFile('one.csv', 'income\n1,5\n2,5\n\n30,5\n31,7\n');
    expect((await one.kmeans('-f', 'income', '-k', '2')).printed[0]).toBe('one.csv: 4 rows in 2 segments');
    const empty = await withFile('e.csv', '\n').kmeans('-f', 'a');
    expect([empty.code, empty.said]).toEqual([3, ['e.csv must hold rows under a header; it is empty']]);
    mkdirSync(join(one.folder, 'd.parquet'));
    for (const [verb, folder] of [
      ['kmeans', '.'],
      ['rfm', '.'],
      ['rfm', 'd.parquet'],
    ] as const) {
      const { code, said } = await bezero(one.folder, verb, folder, ...(verb === 'kmeans' ? ['-f', 'a'] : []));
      expect([code, said]).toEqual([2, [`${folder} must be a file; it is a folder: name a file in it`]]);
    }
  });

  it('says under which name a column is written where capitals alone tell it from another', async () => {
    const { folder, kmeans } = withFile('a.csv', 'A,a,a_2\n1,7,x\n2,8,x\n30,9,y\n31,10,y\n');
    const { said } = await kmeans('-f', 'A', '-k', '2', '--scores', 'out.csv');
    expect(said).toContain('a.csv: a is called a_3 in out.csv: capitals alone do not tell columns apart');
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      'A,a_3,a_2,segment,distance,second_segment,margin',
      expect.stringMatching(/^1,7,x,s/),
    ]);
  });

  it('measures in standard deviations, said or not, unless told not to', async () => {
    const { kmeans } = withFile('people.csv', csv);
    const scaled = async (...argv: string[]) =>
      jsonOf(await kmeans('-f', 'age,spent', '-k', '2', '--json', ...argv)).model.options.standardize;
    expect([await scaled(), await scaled('--standardize'), await scaled('--no-standardize')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('prints sizes, centres and what k was judged by', async () => {
    const { kmeans } = withFile('people.csv', csv);
    const { printed, said, code } = await kmeans('-f', 'age,log1p(spent),tariff', '-k', '2..3', '--weights', 'age=2');
    expect([code, said[0]]).toEqual([0, 'reading people.csv: 24 rows, 4 columns']);
    expect(printed[0]).toBe('people.csv: 24 rows in 2 segments');
    const text = printed.join('\n');
    expect(text).toMatch(/^k {2}silhouette .*\n.*\n2 .* chosen$/m);
    expect(text).toContain('rule: the largest mean silhouette');
    expect(text).toMatch(
      /^The number of segments: k from \d+ to \d+ was tried \(--k 2\.\.10 for others\), judged on /m,
    );
    expect(text).toMatch(/^s1 +12 +50\.0%/m);
    expect(text).toMatch(/^age +2 +41.92 +/m);
    expect(text).toMatch(/^spent +1 +\d+/m);
    expect(text).toMatch(/^spent: the logarithm is in the model; told is the typical value, brought back$/m);
    expect(text).toMatch(/^tariff=gold +1 +50\.0% +/m);
    expect(text).toMatch(/^converged after /m);
  });

  it('sets a dash where a criterion has no value, and a true minus', async () => {
    const { kmeans } = withFile(
      'a.csv',
      ['x', ...[-5.5, 1, 9].flatMap((x) => Array(8).fill(x) as number[]), ''].join('\n'),
    );
    const text = (await kmeans('-f', 'x', '-k', '2..3')).printed.join('\n');
    expect(text).toMatch(/^2 +0\.776 +87\.9 +0\.289 +−0\.\d+ /m);
    expect(text).toMatch(/^3 +1\.000 +– +0\.000 +– +– /m);
    expect(text).toMatch(/^x +1 +1\.5 +−5\.5 \(−1\.18\) /m);
  });

  it('writes every column of the file with the segment of each row, in the order of the file', async () => {
    const { folder, kmeans } = withFile('people.csv', csv.replace('tariff\n', 'Segment\n'));
    const run = await kmeans('-f', 'age,spent', '-k', '2', '--scores', 'out.csv');
    expect(run.said.at(-1)).toBe('out.csv: 24 rows');
    const lines = readFileSync(join(folder, 'out.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('id,age,spent,Segment,segment_2,distance,second_segment,margin');
    expect(lines[1]).toMatch(/^p0,20,0.5,basic,s\d,\d\.\d+,s\d,\d\.\d+$/);
    expect(lines).toHaveLength(26);
    await kmeans('-f', 'age,spent', '-k', '2', '--key', 'id', '--scores', 'out.parquet');
    const engine = await openDuckdb();
    const [found] = await engine.rows(
      sql`select count(distinct segment_2) as segments, count(*) as n from read_parquet(${literal(join(folder, 'out.parquet'))})`,
      { segments: 'integer', n: 'integer' },
    );
    await engine.close();
    expect(found).toEqual({ segments: 2, n: 24 });
  });

  it('reads quoted line breaks, decimal commas, UTF-16 and gzip alike, and says which rule it took', async () => {
    const rows = people.map(({ id, age, spent }) => `"${id}\r\nx";${age};${String(spent).replace('.', ',')}`);
    const text = ['name;age;spent', ...rows, ''].join('\r\n');
    const plain = withFile('people.csv', text);
    const packed = withFile('people.csv.gz', gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le')));
    const [one, two] = [
      await plain.kmeans('-f', 'age,spent', '-k', '2', '--json'),
      await packed.kmeans('-f', 'age,spent', '-k', '2', '--json'),
    ];
    expect(one.said).toContain(
      'people.csv: numbers are read with a decimal comma: 0,5 is 0.5; --decimal-mark . reads them the other way',
    );
    expect(jsonOf(one).model).toEqual(jsonOf(two).model);
    const points = withFile('people.csv', csv);
    expect(jsonOf(await points.kmeans('-f', 'age,spent', '-k', '2', '--json')).report.within).toBe(
      jsonOf(one).report.within,
    );
  });

  it('takes a Parquet file with its types', async () => {
    const folder = temporaryFolder();
    const engine = await openDuckdb();
    await engine.unload(
      sql`select i as id, cast(i % 2 * 100 + i as decimal(9, 2)) as a, i % 2 = 0 as b, date '2026-01-01' as d from range(40) as t (i)`,
      join(folder, 'made.parquet'),
      'parquet',
    );
    await engine.close();
    const run = await bezero(folder, 'kmeans', 'made.parquet', '-f', 'a,b', '-k', '2', '--json');
    expect(jsonOf(run).model.clusters.map(({ customers }) => customers)).toEqual([20, 20]);
    expect((await bezero(folder, 'kmeans', 'made.parquet', '-f', 'a,d')).said.at(-1)).toMatch(
      /d must be a number, text or yes\/no; its column is DATE/,
    );
  });

  it('says so where numbers are taken for text by their decimal mark, and what reads them', async () => {
    const rows = people.map(({ id, spent, age }, i) => `${id};${String(spent).replace('.', ',')};${age};x${i % 3}`);
    const { kmeans } = withFile('people.csv', ['id;spent;age;kind', ...rows, ''].join('\n'));
    const told = async (...argv: string[]) =>
      (await kmeans(...argv, '-k', '2')).said.filter((line) => / as text|--key/.test(line));
    expect(await told('-f', 'spent,kind', '--decimal-mark', '.')).toEqual([
      'people.csv: spent is taken as text and coded by level; "0,5" is a number with a decimal comma, and the file is read with a decimal point; --decimal-mark , reads it as 0.5',
    ]);
    expect(await told('-f', 'spent,kind')).toEqual([]);
    const mixed = people.map(({ spent, age }) => `${String(spent).replace('.', ',')};${age}.5;${age}.25`);
    const both = withFile('both.csv', ['spent;age;score', ...mixed, ''].join('\n'));
    expect((await both.kmeans('-f', 'spent,age,score', '-k', '2')).said).toContain(
      'both.csv: spent is taken as text and coded by level; "0,5" is a number with a decimal comma, and the file is read with a decimal point; write the numbers of the file in one way',
    );
  });

  it('asks about features that look like identifiers, and not about measures', async () => {
    const rows = people.map(
      ({ id, age, spent, tariff }, i) =>
        `${id},${i + 100},${(i * 7919) % 90_001},${age * 1000 + i * 37},${spent},${tariff}`,
    );
    const { kmeans } = withFile('people.csv', ['who,place,Kundennummer,income,spent,tariff', ...rows, ''].join('\n'));
    const told = async (features: string) =>
      (await kmeans('-f', features, '-k', '2')).said.filter((line) => line.includes('--key'));
    expect(await told('income,spent,log1p(spent),tariff')).toEqual([]);
    expect(await told('who,place,Kundennummer,income')).toEqual([
      'people.csv: who has 24 texts in 24 rows, like an identifier, which makes no rows alike; leave it out of the features, or name it with --key',
      'people.csv: place numbers the rows from 100 to 123; unless that is a measure, leave it out of the features, or name it with --key',
      'people.csv: Kundennummer is another whole number in each of 24 rows, under the name of an identifier; unless that is a measure, leave it out of the features, or name it with --key',
    ]);
  });

  it('says of dates that stand as text that each is a category', async () => {
    const rows = people.map(({ spent }, i) => `${spent},${10 + (i % 19)}-0${1 + (i % 9)}-2024,0${1 + (i % 2)}/01/2024`);
    const { kmeans } = withFile('people.csv', ['spent,since,seen', ...rows, ''].join('\n'));
    const { said } = await kmeans('-f', 'spent,since,seen', '-k', '2');
    expect(said.filter((line) => line.startsWith('people.csv: '))).toEqual([
      'people.csv: since holds dates as text (dd-mm-yyyy); each date became a category; turn it into a number (days) first',
      'people.csv: seen holds dates as text (dd/mm/yyyy or mm/dd/yyyy); each date became a category; turn it into a number (days) first',
    ]);
  });

  it('names the place of a text that stands among numbers, and of a record of another shape', async () => {
    const { kmeans } = withFile('people.csv', csv.replace('p3,63,1003.5', 'p3,63,n/a').replace('p5,60,', 'p5,,'));
    const refused = await kmeans('-f', 'age,spent', '-k', '2');
    expect([refused.code, refused.said.at(-1)]).toEqual([
      3,
      'people.csv:5: spent must be a number, got "n/a"; its 23 other values can be read. Correct the file, or say with --nulls what means no value',
    ]);
    const taken = jsonOf(await kmeans('-f', 'age,spent', '-k', '2', '--nulls', 'n/a', '--json'));
    expect(taken.report.missing).toEqual([
      { feature: 'age', customers: 1, rule: 'mean' },
      { feature: 'spent', customers: 1, rule: 'mean' },
    ]);
    const short = withFile('people.csv', csv.replace('p7,62,1007.5,gold', 'p7,62'));
    expect((await short.kmeans('-f', 'age')).said.at(-1)).toBe(
      'people.csv:9: every record must have 4 fields like the header; this one has too few fields',
    );
  });

  it('writes one page that needs nothing else, whatever the headers hold', async () => {
    const { folder, kmeans } = withFile('<i>people.csv', csv.replace('age', '<script>alert(1)</script>'));
    const page = async (): Promise<string> => {
      const { code, said } = await kmeans(
        '-f',
        '<script>alert(1)</script>,spent',
        '-k',
        '2..3',
        '--report',
        'out.html',
      );
      expect([code, said.at(-1)]).toEqual([0, 'out.html: written']);
      return readFileSync(join(folder, 'out.html'), 'utf8');
    };
    const html = await page();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en"/);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html.replace(`<script>${script}</script>`, '')).not.toMatch(/<script|<i>|<link|<img|style="/);
    expect(html).toContain('The number of segments');
    expect(html).toContain('24 rows in 2 segments');
    expect(await page()).toBe(html);
  });

  it('calls rows rows, and says where there is one alone', async () => {
    const told = async (...ages: number[]) =>
      (
        await withFile('a.csv', `age,x\n${ages.map((age) => `${age},1`).join('\n')}\n`).kmeans('-f', 'age', '-k', '4')
      ).said.at(-1);
    expect(await told(30)).toBe('kmeans: there is one row alone; segments need two or more that differ');
    expect(await told(1, 2, 3, 3)).toBe('kmeans: 3 distinct rows for k = 4; lower k or check the features');
  });

  it('refuses what it cannot take, with what was meant', async () => {
    const { kmeans } = withFile('people.csv', csv);
    const told = async (...argv: string[]) => (await kmeans(...argv)).said.at(-1);
    expect(await told('-f', 'agee')).toBe(
      '--features must name columns of people.csv; there is no agee; did you mean age?',
    );
    expect(await told('-f', 'age,agee')).toBe(
      '--features must name columns of people.csv; there is no agee; its columns are id, age, spent, tariff',
    );
    expect(await told('-f', 'age', '--weights', 'age=0')).toBe(
      '--weights (age) must be numbers above 0, 1000 at most, got "age=0"',
    );
    expect(await told('-f', 'attribute:tariff')).toMatch(/is a feature of a store, and a file has its columns alone$/);
    expect(await told('-f', 'log1p(tariff)')).toMatch(/^people.csv:2: tariff must be a number, got "basic"/);
    expect(await told('-f', 'age', '-k', '1')).toBe(
      '--k must be a whole number from 2 to 100, auto, or a range within 2 to 20 like 3..8, got "1"',
    );
    expect(await told('-f', 'age', '--weights', 'spent=2')).toBe('kmeans: weights.spent must be named like a feature');
    expect(await told('-f', 'age', '--key', 'tariff')).toBe(
      'people.csv:4: tariff must tell the rows apart, to be their --key; "basic" stands on line 2 too',
    );
    expect(await told('-f', 'age', '--scores', 'x.doc')).toBe('--scores must end in .csv or .parquet, got "x.doc"');
    expect(await told('-f', 'age', '--store', 'store')).toBe(
      'FILE and --store must not be given together; name one of them',
    );
    expect(await told()).toMatch(/^--features must be given/);
    expect((await withFile('people.csv', 'a,b\n').kmeans('-f', 'a')).said.at(-1)).toBe(
      'people.csv: must hold rows; it has none',
    );
  });
});

describe('bezero kmeans --store', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bezero-'));
    const purchases = people.map(({ id, spent }, i) => `o${i},1,${id},2026-01-0${1 + (i % 9)},1,${spent}`);
    writeFileSync(
      join(folder, 'purchases.csv'),
      ['order_id,line_number,customer_id,purchased_at,quantity,unit_price', ...purchases, ''].join('\n'),
    );
    writeFileSync(join(folder, 'people.csv'), csv);
    const yaml = `name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  people: { files: people.csv, tables: { customers: { customer_id: id, attributes: { tariff: tariff } } } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
outputs: { segments: false, parquet: false, report: false }
`;
    writeFileSync(join(folder, 'shop.yaml'), yaml);
    await bezero(folder, 'run', 'shop.yaml');
    return () => {
      rmSync(folder, { recursive: true });
    };
  });

  it('takes the features of a release, attributes too, and leaves it as it was', async () => {
    const warehouse = (): string => warehouseOf(realpathSync(join(folder, 'store/current')));
    const before = await hashFile(warehouse());
    const run = await bezero(
      folder,
      'kmeans',
      '-f',
      'log1p(monetary),attribute:tariff',
      '-k',
      '2',
      '--scores',
      'out.csv',
    );
    expect([run.code, run.printed[0]]).toEqual([0, expect.stringMatching(/^2026-.*: 24 customers in 2 segments$/)]);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toMatch(
      /^customer_id,segment,distance,second_segment,margin\np0,s2,/,
    );
    expect(await hashFile(warehouse())).toBe(before);
  });

  it('names the column at fault within a transform, and the choices', async () => {
    const run = await bezero(folder, 'kmeans', '-f', 'signed_log(profit)');
    expect(run.said.at(-1)).toMatch(
      /^kmeans: signed_log\(profit\) must be a column of features\.customer; it has no profit; its columns are .*recency_days, /,
    );
  });

  it('says where no store is', async () => {
    const empty = await bezero(temporaryFolder(), 'kmeans', '-f', 'monetary');
    expect(empty.said.at(-1)).toMatch(/must be a store with releases; there is none/);
  });
});

describe('the order of the rows of a file without --key', () => {
  /** Few different values, so that many rows are equal, and no groups: what is chosen hangs on the sample. */
  const rows = Array.from({ length: 6000 }, (_, i) => {
    const [a, b] = [(i * 7919) % 61, (i * 104_729) % 53];
    return `${a},${b},${(a + b + ((i * 31) % 40)) % 3 === 0 ? 'yes' : 'no'}`;
  });
  const shuffled = rows.map((_, i) => rows[(i * 4999) % 6000]!);
  const fileOf = (lines: readonly string[]): string => ['a,b,c', ...lines, ''].join('\n');

  it.runIf(isFull).each([
    ['kmeans', '-f', 'a,b', '--k', '3..4'],
    ['discriminant', '--class', 'c', '-f', 'a,b'],
    ['tree', '--class', 'c', '-f', 'a,b'],
  ])('changes nothing of bezero %s', async (verb, ...flags) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rows.csv'), fileOf(rows));
    const first = await bezero(folder, verb, 'rows.csv', ...flags, '--json');
    writeFileSync(join(folder, 'rows.csv'), fileOf(shuffled));
    const second = await bezero(folder, verb, 'rows.csv', ...flags, '--json');
    expect([first.code, first.said]).toEqual([0, second.said]);
    expect(JSON.parse(second.printed.join(''))).toEqual(JSON.parse(first.printed.join('')));
  });
});
