import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { leastCount } from '../../../src/models/basket/fit.ts';
import { basketRemarks } from '../../../src/models/basket/remarks.ts';
import { sharedFolder } from '../../support/running.ts';
import { counting, open, openShared, workingTables } from '../support.ts';
import { outcomeOf, written } from './support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { isFull } from '../../support/full.ts';

/** Baskets of 40 goods, some much more frequent than others; goods 2 and 3 stand in for one another, 4 and 5 go together. */
const made = `select 'o' || b as basket, 'c' || (b % 400) as customer, 'g' || lpad(cast(good as varchar), 2, '0') as item,
    'k' || (good % 3) as category
  from (
    select b, unnest([1 + cast(floor(40 * pow(u1, 2)) as integer), 1 + cast(floor(40 * pow(u2, 2)) as integer), case when u3 < 0.2 then 4 else 7 end,
      case when u3 < 0.18 then 5 else 9 end, 1 + cast(floor(40 * u4) as integer)]) as good
    from (select b, hash(b * 5 + 1) % 9973 / 9973.0 as u1, hash(b * 5 + 2) % 9973 / 9973.0 as u2, hash(b * 5 + 3) % 9973 / 9973.0 as u3,
      hash(b * 5 + 4) % 9973 / 9973.0 as u4 from range(4000) as t (b)) as drawn
  ) as line`;

describe('what is bought together', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('counts a good of a basket once, and has the measures of a small table by hand', async () => {
    const { fitted, rules } = await outcomeOf(
      engine,
      `${written(['ab', 'ab', 'ab', 'a', 'b', 'c'])} union all select 'b0', 'c0', 'a', 'k' union all select 'b9', 'c9', null, 'k'`,
      { min_count: 2, confidence: 0 },
    );
    expect(fitted).toMatchObject({ items: 3, least: 2, itemsets: [2, 1], rules: 2, redundant: 0, stoppedAt: null });
    expect(fitted.counts.basket).toMatchObject({ baskets: 6, leftOut: 0, largest: 2 });
    expect(rules[0]).toMatchObject({ baskets: 3, left_baskets: 4, right_baskets: 4, confidence: 0.75, lift: 1.125 });
    expect(rules[0]!.leverage).toBeCloseTo(1 / 2 - 4 / 9, 12);
    expect(rules[0]!.conviction).toBeCloseTo(4 / 3, 12);
    expect(rules[0]!.chi_square).toBeCloseTo(0.375, 12);
    expect(rules[0]!.yules_q).toBeCloseTo((3 - 1) / (3 + 1), 12);
  });

  it('has no conviction where a rule always holds, and no Q where a good is in every basket', async () => {
    const { rules } = await outcomeOf(engine, written(['ab', 'ab', 'b', 'b']), { min_count: 2, confidence: 0 });
    // b follows a as it is in every basket: the rule with nothing on its left is as good.
    expect(rules).toEqual([]);
    const { rules: others } = await outcomeOf(engine, written(['ab', 'ab', 'b', 'c']), { min_count: 2, confidence: 0 });
    expect(others.find(({ right_item: right }) => right === 'b')).toMatchObject({ confidence: 1, conviction: null });
  });

  it('leaves a rule out of the others where a part of its left side says as much', async () => {
    const { fitted, rules } = await outcomeOf(engine, written(['abc', 'abc', 'abc', 'ac', 'ac', 'b', 'd', 'd']), {
      min_count: 2,
      confidence: 0.5,
    });
    // {a, b} → c holds no better than {a} → c, {b, c} → a no better than {c} → a; {a, c} → b no better than {a} → b.
    const left = rules.map((rule) => `${rule.left_items.join('')}>${rule.right_item}`).sort();
    expect(left).toEqual(['a>b', 'a>c', 'b>a', 'b>c', 'c>a', 'c>b']);
    expect(fitted.rules - fitted.redundant).toBe(6);
  });

  it('leaves baskets of too many goods out of all counts, and says so', async () => {
    const wide = `select 'wide' as basket, cast(null as varchar) as customer, 'i' || good as item, 'k' as category from range(120) as t (good)`;
    const plain = await outcomeOf(engine, written(['ab', 'ab', 'ab', 'c']), { min_count: 2 });
    const { fitted, content } = await outcomeOf(engine, `${written(['ab', 'ab', 'ab', 'c'])} union all ${wide}`, {
      min_count: 2,
    });
    expect(fitted.counts.basket).toMatchObject({ baskets: 4, leftOut: 1, largest: 120, maxItems: 100 });
    expect(inEnglish(basketRemarks(fitted))).toEqual(['1 basket of more than 100 goods left out (up to 120)']);
    expect(plain.fitted.rules).toBe(2);
    expect(content).toBe(plain.content);
  });

  it('keeps rules short, and says so, where there are more sets of a size than may be', async () => {
    const { fitted } = await outcomeOf(engine, made, { support: 0.0005, min_count: 2, max_itemsets: 1000 });
    expect(fitted.stoppedAt).toBe(3);
    expect(fitted.itemsets).toHaveLength(2);
    expect(inEnglish(basketRemarks(fitted))[0]).toMatch(
      /^sets of 3 goods and more are left out: there are over 1,000 to count; raise support/,
    );
    const all = await outcomeOf(engine, made, { support: 0.0005, min_count: 2, max_itemsets: 100 });
    expect(all.fitted).toMatchObject({ stoppedAt: 2, pairs: null, rules: 0 });
  });

  it('finds pairs that go together, and goods of a category that stand in for one another', async () => {
    // Each of 300 customers has two baskets, one with x and one with y, and two hundred others have neither.
    const rivals = `select 'o' || i || kind as basket, 'c' || i as customer, kind as item, 'k' as category
        from range(300) as t (i) cross join (values ('x'), ('y')) as two (kind)
      union all select 'p' || i, 'd' || i, 'z', 'k' from range(200) as t (i)`;
    const { fitted, pairs } = await outcomeOf(engine, rivals);
    expect(fitted.pairs).toMatchObject({ complements: 0, substitutes: 1, groups: 0 });
    expect(pairs).toEqual(['x y substitutes']);
    const { fitted: apart } = await outcomeOf(engine, rivals.replace(`kind as item, 'k'`, `kind as item, kind`));
    expect(apart.pairs).toMatchObject({ substitutes: 0 });
    const { pairs: planted } = await outcomeOf(engine, made);
    expect(planted.filter((pair) => pair.startsWith('g04 g05') || pair.startsWith('g05 g04'))).toHaveLength(1);
  });

  it('finds nothing where there is nothing, and nothing in noise', async () => {
    const { fitted } = await outcomeOf(engine, written([]));
    expect(fitted).toMatchObject({ items: 0, itemsets: [], rules: 0, stoppedAt: null });
    const noise = `select cast(b as varchar) as basket, cast(null as varchar) as customer, 'i' || (hash(b * 7 + j) % 60) as item, 'k' as category
      from range(5000) as t (b) cross join range(4) as u (j)`;
    const { fitted: random } = await outcomeOf(engine, noise, { confidence: 0, max_length: 3 });
    expect(random.rules).toBeGreaterThan(1000);
    expect(random.significant).toBeLessThanOrEqual(2);
  });

  it.runIf(isFull)(
    'finds nothing in noise where baskets are of all sizes: large ones hold more of everything',
    async () => {
      const size = 'cast(floor(-4.5 * ln((hash(b * 13 + 5) % 99991 + 0.5) / 99991.0)) as bigint)';
      const noise = `select cast(b as varchar) as basket, cast(b as varchar) as customer, 'i' || cast(floor(60 * pow(hash(b * 131 + j) % 9973 / 9973.0, 1.5)) as integer) as item,
        'k' as category from (select b, unnest(range(1 + ${size})) as j from range(12000) as t (b)) as line`;
      const { fitted, rules } = await outcomeOf(engine, noise, { confidence: 0, max_length: 3 });
      expect(rules.filter(({ lift }) => lift > 1.3).length).toBeGreaterThan(1000);
      expect(fitted.significant).toBeLessThanOrEqual(fitted.rules / 1000);
      expect(fitted.pairs!.complements).toBeLessThanOrEqual(2);
      expect(fitted.pairs!.substitutes).toBe(0);
    },
  );

  it('knows no pairs of baskets where only customers are known', async () => {
    const lines = `select cast(null as varchar) as basket, 'c' || b % 300 as customer, 'i' || hash(b * 131) % 20 as item, 'k' as category from range(3000) as t (b)`;
    const { fitted } = await outcomeOf(engine, lines, { level: 'customer' });
    expect(fitted.pairs).toMatchObject({ complements: 0, substitutes: 0, groups: 0 });
  });

  it('takes the least count that is a share of all, and not less than the least', () => {
    const least = (baskets: number, support: number, count = 2): number =>
      leastCount(baskets, { support, min_count: count });
    expect([least(100, 0.07), least(1000, 0.001), least(9835, 0.001), least(200, 0.001, 5)]).toEqual([7, 2, 10, 5]);
  });

  it.runIf(isFull)(
    'is the same on one, two and four threads, and with the lines shuffled; nothing else is left behind',
    async () => {
      const { content, fitted } = await outcomeOf(engine, made);
      expect(fitted.significant).toBeGreaterThan(0);
      const shuffled = await outcomeOf(engine, `select * from (${made}) as line order by hash(basket || item), basket`);
      expect(shuffled.content).toBe(content);
      expect(await workingTables(engine)).toEqual([]);
      const folder = sharedFolder();
      for (const threads of [1, 2, 4]) {
        const other = await openShared(folder, threads);
        expect((await outcomeOf(other, made)).content).toBe(content);
        await other.close();
      }
    },
  );

  it.runIf(isFull)('reads rows by the number of sets, not by that of baskets', async () => {
    const { engine: counted, fetched } = counting(engine);
    const fit = async (n: number): Promise<number> => {
      fetched.total = 0;
      await outcomeOf(
        counted,
        `select basket || copy as basket, customer || copy as customer, item, category from (${made}) as line cross join range(${n}) as t (copy)`,
        { min_count: 4 },
      );
      return fetched.total;
    };
    const once = await fit(1);
    expect(await fit(5)).toBeLessThanOrEqual(once + 200);
  });
});
