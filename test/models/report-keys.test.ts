import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { describeDiscriminant } from '../../src/models/discriminant/describe.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { evaluateCounts } from '../../src/models/evaluation/evaluate.ts';
import { describeTree } from '../../src/models/tree/describe.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { sql } from '../../src/sql/sql.ts';
import { fixture, tableOf } from '../oracles/support.ts';

const pages = readFileSync(fileURLToPath(new URL('../../docs/statistics.md', import.meta.url)), 'utf8');

/** The words in code of a text. */
const wordsOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

/** What the table of keys behind a line of the page says: the keys of each row, and the words of its meaning. */
function documented(line: string): { keys: string[]; words: string[] }[] {
  const behind = pages.slice(pages.indexOf(line));
  const table = behind.slice(behind.indexOf('| key | what |')).split('\n\n')[0]!;
  return table
    .split('\n')
    .slice(2)
    .map((row) => {
      const [, keys, ...meaning] = row.split('|');
      return { keys: wordsOf(keys!), words: wordsOf(meaning.join('|')) };
    });
}

/** A value, or the first of a list; of nothing no keys. */
function keysOf(value: unknown): string[] {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null ? Object.keys(one) : [];
}

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
  await tableOf(engine, 'made.raw', fixture('iris.csv'));
  await engine.create(
    'made.iris',
    sql`select *, case when id % 3 = 0 then 'tall' else 'small' end as habit, case when id = 7 then null else sepal_width end as width
      from made.raw`,
  );
});
afterAll(() => engine.close());

const input = { asOf: '', relation: 'made.iris', key: 'id' };

describe.each([
  [
    '### Keys of the report\n',
    async (): Promise<object> => {
      const predictors = ['sepal_length', 'width', 'petal_length', 'habit'];
      return describeDiscriminant(
        await fitDiscriminant(
          engine,
          discriminantOptions.parse({ class: 'species', predictors, covariance: 'shrunk', stepwise: {} }),
          input,
        ),
      );
    },
  ],
  [
    '### Keys of the report of a tree\n',
    async (): Promise<object> => {
      const features = ['width', 'petal_length', 'habit'];
      return describeTree(await fitTree(engine, treeOptions.parse({ class: 'species', features }), input));
    },
  ],
  [
    '`--json` has them as `evaluation`',
    (): Promise<object> =>
      evaluateCounts(
        engine,
        [
          { score: 0.3, rows: 40, hits: 12 },
          { score: 0.6, rows: 30, hits: 16 },
        ],
        { cost: 1, benefit: 3 },
      ),
  ],
])('%s', (title, make) => {
  it('has every key, each with all it holds', async () => {
    const report: Readonly<Record<string, unknown>> = { ...(await make()) };
    const rows = documented(title);
    const listed = rows.flatMap(({ keys }) => keys.filter((key) => !key.includes('.')));
    expect(listed.sort()).toEqual(Object.keys(report).sort());
    for (const { keys, words } of rows)
      for (const key of keys.filter((one) => !one.includes('.') && !general.includes(one))) {
        const missing = keysOf(report[key]).filter((inner) => !words.includes(inner));
        expect(missing, `${key} has keys that its line does not tell`).toEqual([]);
      }
  });
});

/** Told in the pages by what they are about, not key by key. */
const general = ['overall', 'multivariate', 'predictors', 'functions', 'boxM', 'selection', 'unused'];
