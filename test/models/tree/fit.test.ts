import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { describeTree } from '../../../src/models/tree/describe.ts';
import { fitTree } from '../../../src/models/tree/fit.ts';
import type { FittedTree } from '../../../src/models/tree/fitted.ts';
import { classRules, leafRules } from '../../../src/models/tree/leaf-rules.ts';
import { treeOptions } from '../../../src/models/tree/options.ts';
import { treeScoreSql } from '../../../src/models/tree/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { languageOf } from '../../../src/text/messages.ts';
import { customers, open, table } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { isFull } from '../../support/full.ts';

const english = languageOf('en');
let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await customers(engine, 4000);
});
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>, relation = 'made.row', key = 'id'): Promise<FittedTree> =>
  fitTree(engine, treeOptions.parse({ folds: 0, ...options }), { asOf: '2026-11-20', relation, key });

const hashed = (seed: number, upTo: number): string => `hash(i * 7 + ${seed}) % ${upTo}`;

/** 600 rows with two numbers, one of them often missing, a text of five levels and a class of three values. */
const mixed = (n = 600): Promise<void> =>
  table(
    engine,
    'made.row',
    `select i as id, x, case when ${hashed(2, 5)} > 0 then y end as y, t,
        case when x + 3 * (y % 3) > 16 then 'high' when t in ('b', 'd') or ${hashed(9, 12)} = 0 then 'low' else 'mid' end as class
      from (select i, ${hashed(1, 21)} as x, ${hashed(3, 9)} / 4 as y, case when ${hashed(4, 11)} > 0 then chr(cast(97 + ${hashed(5, 5)} as integer)) end as t
        from range(${n}) as r (i))`,
  );

interface Scored {
  readonly id: string;
  readonly leaf: number;
  readonly assigned_class: string;
  readonly probability: number;
}

const scores = async (fitted: FittedTree): Promise<Scored[]> => {
  const shape = { customer_id: 'text', leaf: 'integer', assigned_class: 'text', probability: 'number' } as const;
  const rows = await engine.rows(sql`${treeScoreSql(fitted)} order by customer_id`, shape, 100_000);
  return rows.map(({ customer_id, ...row }) => ({ id: customer_id, ...row }));
};

/** The leaf of a row by the published splits, as a person would read them. */
function walk(fitted: FittedTree, row: Readonly<Record<string, number | string | null>>): number {
  let at = 0;
  for (;;) {
    const { split, children, id } = fitted.nodes[at]!;
    if (split === null || children === null) return id;
    const { feature, levels } = fitted.features[split.feature]!;
    const value = row[feature] ?? null;
    let first: boolean;
    if (split.kind === 'missing') first = value === null;
    else if (split.kind === 'number')
      first = value === null ? split.missing === 'first' : Number(value) < split.threshold;
    else {
      const code = value === null ? -1 : levels!.indexOf(String(value));
      first = split.first.includes(code) || (!split.second.includes(code) && split.others === 'first');
    }
    at = children[first ? 0 : 1];
  }
}

describe('fitTree(engine, options, input)', () => {
  it('scores each row in SQL as its published splits read, and its rules as SQL hold for just those rows', async () => {
    await mixed();
    const fitted = await fit({ class: 'class', features: ['x', 'y', 't'], cp: 0, min_split: 4, min_leaf: 2 });
    expect(new Set(fitted.nodes.flatMap(({ split }) => (split ? [split.kind] : [])))).toContain('levels');
    const shape = { id: 'text', x: 'number', y: 'number?', t: 'text?' } as const;
    const rows = await engine.rows(raw('select id, x, cast(y as double) as y, t from made.row'), shape);
    const scored = new Map((await scores(fitted)).map((one) => [one.id, one]));
    for (const row of rows) expect(scored.get(row.id)!.leaf).toBe(walk(fitted, row));
    const rules = leafRules(english, fitted);
    expect(rules.length).toBeGreaterThan(5);
    for (const rule of rules) {
      const found = await engine.rows(sql`select id from made.row where ${raw(rule.condition)} order by id`, {
        id: 'text',
      });
      const leaf = [...scored.values()].filter((one) => one.leaf === rule.leaf);
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(leaf.map(({ id }) => id)));
      expect(found).toHaveLength(rule.rows);
      expect(leaf.every((one) => one.assigned_class === rule.class)).toBe(true);
    }
  });

  it('splits the root as a search through every cut and every set of levels does, missing values on the better side', async () => {
    await mixed(300);
    const rows = await engine.rows(raw('select x, cast(y as double) as y, t, class from made.row'), {
      ...({ x: 'number', y: 'number?', t: 'text?', class: 'text' } as const),
    });
    const classes = ['high', 'low', 'mid'];
    const gini = (some: typeof rows): number =>
      some.length -
      classes.reduce((sum, c) => sum + some.filter((row) => row.class === c).length ** 2, 0) / Math.max(1, some.length);
    const gain = (rule: (row: (typeof rows)[number]) => boolean): number => {
      const [first, second] = [rows.filter(rule), rows.filter((row) => !rule(row))];
      return Math.min(first.length, second.length) < 7 ? 0 : gini(rows) - gini(first) - gini(second);
    };
    const ys = [...new Set(rows.flatMap(({ y }) => (y === null ? [] : [y])))];
    const best = {
      x: Math.max(...rows.map(({ x }) => gain((row) => row.x < x))),
      y: Math.max(
        ...ys.flatMap((y) => [gain((row) => row.y === null || row.y < y), gain((row) => row.y !== null && row.y < y)]),
        gain((row) => row.y === null),
      ),
      t: Math.max(
        ...Array.from({ length: 64 }, (_, set) =>
          gain((row) => ((set >> [null, 'a', 'b', 'c', 'd', 'e'].indexOf(row.t)) & 1) === 1),
        ),
      ),
    };
    for (const [feature, improvement] of Object.entries(best)) {
      const fitted = await fit({ class: 'class', features: [feature], depth: 1, cp: 0 });
      const root = describeTree(fitted).lines[0]!;
      expect(root.isLeaf ? 0 : root.improvement).toBeCloseTo(root.isLeaf ? 0 : improvement, 8);
      expect(root.isLeaf).toBe(fitted.nodes.length === 1);
    }
    expect(Object.values(best).filter((one) => one > 0).length).toBe(3);
  });

  it('takes a row with a weight for as many rows, and one with the weight 0 for none', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, ${hashed(1, 30)} as x, ${hashed(2, 4)} as w, case when ${hashed(1, 30)} + ${hashed(3, 12)} > 20 then 'a' else 'b' end as class from range(200) as r (i)`,
    );
    await table(
      engine,
      'made.repeated',
      `select row_number() over () as id, x, class from made.row, range(cast(w as bigint)) where w > 0`,
    );
    const options = { class: 'class', features: ['x'], cp: 0 };
    const [weighed, repeated] = [await fit({ ...options, weight: 'w' }), await fit(options, 'made.repeated')];
    expect(weighed.nodes.length).toBeGreaterThan(1);
    expect(weighed.nodes).toEqual(repeated.nodes);
    expect(weighed.sequence).toEqual(repeated.sequence);
  });

  it.runIf(isFull)('grows the trees of a cross-validation together as it would grow each alone', async () => {
    await mixed();
    const options = { class: 'class', features: ['x', 'y', 't'], cp: 0.005 };
    await engine.create('made.parted', raw(`select *, id % 4 as part from made.row`));
    const together = await fit({ ...options, folds: 4, fold: 'part' }, 'made.parted');
    let correct = 0;
    for (let part = 0; part < 4; part++) {
      await table(engine, 'made.rest', `select * from made.parted where part <> ${part}`);
      await table(engine, 'made.held', `select * from made.parted where part = ${part}`);
      const alone = await fit(options, 'made.rest');
      const scored = new Map(
        (await scores({ ...alone, relation: 'made.held' })).map((one) => [one.id, one.assigned_class]),
      );
      for (const row of await engine.rows(raw('select id, class from made.held'), { id: 'text', class: 'text' }))
        if (scored.get(row.id) === row.class) correct++;
    }
    expect(together.crossValidated!.total).toBe(600);
    expect(together.crossValidated!.correct).toBe(correct);
  });

  it('has bins of equal width, or with as many rows each where the values are skewed, and its thresholds part rows as its bins did', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, x, exp(20 * x) as skewed, case when x > 0.37 then 'a' else 'b' end as class
        from (select i, (hash(i) % 1000003) / 1000003.0e0 as x from range(20000) as r (i))`,
    );
    for (const feature of ['x', 'skewed']) {
      const fitted = await fit({ class: 'class', features: [feature] });
      expect(fitted.features[0]!.isExact).toBe(false);
      expect(fitted.resubstitution.hitRatio).toBeGreaterThan(0.99);
      const scored = await scores(fitted);
      for (const { id, rows } of fitted.nodes.filter(({ split }) => split === null))
        expect(scored.filter(({ leaf }) => leaf === id)).toHaveLength(rows);
    }
  });

  it('takes costs as altered priors, and puts rows where they cost least', async () => {
    await mixed();
    const options = { class: 'class', features: ['x', 'y', 't'] };
    const plain = await fit(options);
    const dear = await fit({ ...options, costs: { low: { mid: 20, high: 20 } } });
    const recall = ({ resubstitution: { classes, counts } }: FittedTree): number => {
      const c = classes.indexOf('low');
      return counts[c]![c]! / counts[c]!.reduce((sum, one) => sum + one, 0);
    };
    expect(recall(dear)).toBeGreaterThan(recall(plain));
    expect(dear.nodes[0]!.class).toBe('low');
    const equal = await fit({ ...options, priors: 'equal' });
    for (const share of equal.nodes[0]!.probabilities) expect(share).toBeCloseTo(1 / 3, 12);
    const same = await fit({ ...options, class_weights: { low: 2, mid: 2, high: 2 } });
    expect(same.nodes.map(({ id, class: label }) => [id, label])).toEqual(
      plain.nodes.map(({ id, class: label }) => [id, label]),
    );
  });

  it('describes a class by its leaves, the largest part of it first; one without a leaf by where it is most frequent', async () => {
    const rows = [[0, 'a', 10], [0, 'c', 1], [1, 'b', 40], [1, 'c', 2], [2, 'a', 30]] as const; // prettier-ignore
    const repeated = rows.map(([x, label, n]) => `select ${x} as x, '${label}' as class from range(${n})`);
    await table(engine, 'made.row', `select row_number() over () as id, * from (${repeated.join(' union all ')}) as r`);
    const described = classRules(
      english,
      await fit({ class: 'class', features: ['x'], cp: 0, min_split: 2, min_leaf: 1 }),
    );
    const near = (value: number): number => expect.closeTo(value, 12) as number;
    const told = described.map(({ rules }) => rules.map(({ rows: n, support, purity, coverage, lift }) => [n, support, purity, coverage, lift])); // prettier-ignore
    expect(told).toEqual([
      [
        [30, near(30 / 83), 1, near(30 / 40), near(83 / 40)],
        [11, near(11 / 83), near(10 / 11), near(10 / 40), near(10 / 11 / (40 / 83))],
      ],
      [[42, near(42 / 83), near(40 / 42), 1, near(40 / 42 / (40 / 83))]],
      [[11, near(11 / 83), near(1 / 11), near(1 / 3), near(1 / 11 / (3 / 83))]],
    ]);
  });

  it('tells the segments of k-means apart by the features that made them, in sentences', async () => {
    const fitted = await fit(
      { class: 'segment', features: ['log1p(frequency)', 'recency_days', 'is_prospect'], folds: 3 },
      'features.customer',
      'customer_id',
    );
    expect(fitted.classes.map((one) => one.class)).toEqual(['s1', 's2', 's3']);
    const rules = classRules(english, fitted);
    expect(rules).toHaveLength(3);
    for (const { class: label, rules: own } of rules) {
      expect(own.length).toBeGreaterThan(0);
      expect(own[0]!.sentence).toMatch(new RegExp(`^(orders|days since last purchase) .*% of [0-9,]+ are ${label}$`));
    }
    expect(fitted.dropped).toEqual([{ feature: 'is_prospect', reason: 'is constant', why: { code: 'constant' } }]);
    const scored = await scores(fitted);
    expect(scored).toHaveLength(4000);
  });

  it.each([
    ['one class', `select i as id, i as x, 'a' as class from range(50) as r (i)`, /class has one value, a/],
    ['a constant feature', `select i as id, 1 as x, i % 2 as class from range(50) as r (i)`, /no feature varies \(x\)/],
    [
      'no values at all',
      `select i as id, cast(null as double) as x, i % 2 as class from range(50) as r (i)`,
      /no feature varies \(x\)/,
    ],
    [
      'text without values',
      `select i as id, cast(null as varchar) as x, i % 2 as class from range(50) as r (i)`,
      /no feature varies \(x\)/,
    ],
    [
      'values that are not finite',
      `select i as id, case when i = 3 then cast('nan' as double) else i end as x, i % 2 as class from range(50) as r (i)`,
      /x must be finite; it is not in 1 rows/,
    ],
    ['no rows', `select i as id, i as x, 'a' as class from range(0) as r (i)`, /nothing to learn from/],
  ])('refuses %s in a sentence', async (_, select, sentence) => {
    await table(engine, 'made.row', select);
    const error = await fit({ class: 'class', features: ['x'] }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ModelError);
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).toMatch(/^tree: /);
  });

  it('is its root, and says so, where no leaf could have enough rows or nothing tells the classes apart', async () => {
    await table(engine, 'made.row', `select i as id, i as x, i % 2 as class from range(12) as r (i)`);
    const fitted = await fit({ class: 'class', features: ['x'], folds: 3 });
    expect(fitted.nodes).toHaveLength(1);
    expect(inEnglish(fitted.warnings)[0]).toMatch(/the tree is its root/);
    expect(describeTree(fitted).rules[0]!.sentence).toBe('everyone: 50% of 12 are 0');
    expect((await scores(fitted)).every(({ leaf }) => leaf === 1)).toBe(true);
  });

  it.each([
    [{ features: ['z'] }, /z must be a column of made.row/],
    [{ features: ['class'] }, /must not name class/],
    [{ features: ['x', 'log1p(x)'] }, /must not name x twice/],
    [{ priors: { a: 1 } }, /priors names a, which is no class/],
    [{ costs: { 0: { 2: 1 } } }, /costs names 2, which is no class/],
    [{ fold: 'q' }, /fold must be a column, got q/],
    [{ prune: 'cv', folds: 0 }, /folds must be from 2/],
  ])('refuses %j', async (options, sentence) => {
    await table(engine, 'made.row', `select i as id, i as x, i % 2 as class from range(60) as r (i)`);
    const error = await fit({ class: 'class', features: ['x'], folds: 2, ...options }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toMatch(sentence);
  });
});
