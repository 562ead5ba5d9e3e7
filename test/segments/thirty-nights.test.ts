import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { kmeansOptions, type KmeansOptions as Options } from '../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../src/models/kmeans/score.sql.ts';
import type { Former } from '../../src/pipeline/former.ts';
import { historyStep } from '../../src/pipeline/history-step.ts';
import { kmeansPart } from '../../src/pipeline/kmeans-part.ts';
import { makeModel } from '../../src/pipeline/model-part.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import type { StepContext } from '../../src/pipeline/step.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { open, table } from '../models/support.ts';
import { isFull } from '../support/full.ts';

const people = 2000;
const movedPerNight = people / 100;
const nights = 30;
const kinds = 5;

const dayOf = (night: number): string => new Date(Date.UTC(2026, 0, 1 + night)).toISOString().slice(0, 10);

/** A number in (0, 1) that depends on customer, kind and column alone. */
const uniform = (column: number): string => `((hash(i * 1009 + kind * 31 + ${column}) % 999983 + 0.5) / 999983.0)`;
/** A bell of mean 0 and standard deviation 1 that ends at ±3.46: twelve uniforms. */
const bell = (column: number): string =>
  `(${Array.from({ length: 12 }, (_, one) => uniform(column * 12 + one)).join(' + ')} - 6)`;

/** The centres of the kinds, in standard deviations of a kind times what `apart` says. */
const centres = { a: [0, 2, 4, 1, 3], b: [0, 3, 1, 4, 2], c: [4, 0, 2, 3, 1] } as const;

/** What is known of every customer by a kind of their own: three features, one of them skewed. */
function featuresSql(apart: number): string {
  const at = (column: keyof typeof centres, j: number): string =>
    `([${centres[column].join(', ')}][kind + 1] * ${apart} + ${bell(j)})`;
  return `select 'c' || i as customer_id, ${at('a', 1)} as visits, exp(${at('b', 2)} / 4) as monetary, 100 * ${at('c', 3)} as days
    from planted.person`;
}

/** Moves 1 % of the customers to another kind, and writes down who went from where to where. */
async function plant(engine: Engine, night: number): Promise<void> {
  await engine.create(
    'planted.next',
    raw(`select i, kind as before, case when place <= ${movedPerNight} then cast((kind + 1 + hash(i + ${night}) % ${kinds - 1}) % ${kinds} as bigint) else kind end as kind
      from (select i, kind, row_number() over (order by md5(i || ' ' || ${night}), i) as place from planted.person) as drawn`),
  );
  await engine.append(
    'planted.move',
    raw(`select cast('${dayOf(night)}' as date) as as_of, i, before, kind from planted.next where kind <> before`),
  );
  await table(engine, 'planted.person', 'select i, kind from planted.next');
}

const former = (asOf: string): Former => ({
  asOf,
  table: (relation) => ['former', relation.split('.')[1]!],
  model: () => Promise.reject(new Error('the model of the night before is at hand')),
  upkeep: () => Promise.resolve({ on: asOf, asOf, isReused: false, why: [] }),
});

/** One night as a run makes it: a fit or the stored model, ids that last, scores, history. */
async function night(engine: Engine, at: number, options: Options, stored: FittedKmeans | null): Promise<FittedKmeans> {
  const asOf = dayOf(at);
  const before = stored === null ? null : former(stored.asOf);
  await engine.create('warehouse.setting', sql`select cast(${asOf} as date) as as_of`);
  const context = { engine, asOf, version: '', today: asOf, erasures: null, former: before, people: nobody };
  const made = await makeModel(
    kmeansPart,
    options,
    { former: before, stored, later: null, people: nobody, windows: [] },
    context as unknown as StepContext,
  );
  const text = JSON.stringify(made.fitted);
  await engine.create('models.fitted', sql`select 'kmeans' as model, ${text} as fitted`);
  await engine.create('scores.segment', kmeansScoreSql(made.fitted));
  await historyStep.run({ engine, asOf, former: before, people: nobody } as StepContext);
  for (const kept of ['scores.segment', ...historyStep.writes])
    await engine.create(`former.${kept.split('.')[1]!}`, raw(`select * from ${kept}`));
  await engine.append(
    'planted.seen',
    sql`select cast(${asOf} as date) as as_of, customer_id, segment from scores.segment`,
  );
  return JSON.parse(text) as FittedKmeans;
}

/** A season of nights in which only planted moves happen, or nothing at all. Models by night. */
async function season(
  apart: number,
  refit: Options['refit'],
  moves: boolean,
): Promise<{ engine: Engine; models: FittedKmeans[] }> {
  const engine = await open({ threads: 1 });
  opened.push(engine);
  const features = ['visits', 'log1p(monetary)', 'days'];
  const options = kmeansOptions.parse({ features, k: kinds, restarts: 3, sample: 500, refit });
  await table(engine, 'planted.person', `select i, i % ${kinds} as kind from range(${people}) as t (i)`);
  await table(
    engine,
    'planted.move',
    `select current_date as as_of, i, kind as before, kind from planted.person limit 0`,
  );
  await table(engine, 'planted.seen', `select current_date as as_of, '' as customer_id, '' as segment limit 0`);
  const models: FittedKmeans[] = [];
  for (let at = 0; at <= nights; at++) {
    if (moves && at > 0) await plant(engine, at);
    await table(engine, 'features.customer', featuresSql(apart));
    models.push(await night(engine, at, options, models.at(-1) ?? null));
  }
  return { engine, models };
}

const opened: Engine[] = [];
afterAll(async () => {
  for (const engine of opened) await engine.close();
});

/** Rows of text, in their order. */
const told = async (engine: Engine, query: string): Promise<string[]> =>
  (await engine.rows(raw(`select told from (${query}) as listed order by told`), { told: 'text' }, 10_000)).map(
    (row) => row.told,
  );
const count = async (engine: Engine, query: string): Promise<number> =>
  (await engine.rows(raw(`select count(*) as n from (${query}) as counted`), { n: 'integer' }))[0]!.n;

const migrations = `select as_of || ' ' || from_segment || ' ' || to_segment || ' ' || customers as told
  from segments.migration where from_segment <> to_segment`;
const idsOf = ({ clusters }: FittedKmeans): string => clusters.map(({ segment }) => segment).sort().join(' '); // prettier-ignore

/** The segment of every customer on their features now, from the published means and deviations alone. */
function nearestSql({ clusters, features }: FittedKmeans): string {
  const values = ['visits', 'ln(1 + monetary)', 'days'];
  const distance = (c: number): string =>
    values.map((value, j) => `((${value} - ${clusters[c]!.features[j]!.mean}) / ${features[j]!.sd})**2`).join(' + ');
  const listed = clusters.map(({ segment }, c) => `{'away': ${distance(c)}, 'segment': '${segment}'}`);
  return `select customer_id, list_sort([${listed.join(', ')}])[1].segment as segment from features.customer`;
}

describe('nights on which nothing changes', () => {
  it.runIf(isFull)('keep every id and move nobody, though the model is fitted anew every time', async () => {
    const { engine, models } = await season(3, 'always', false);
    for (const model of models) expect(model.clusters).toEqual(models[0]!.clusters);
    expect(await told(engine, migrations)).toEqual([]);
    expect(await count(engine, 'select * from segments.membership')).toBe(people);
    expect(await told(engine, `select distinct event || ' ' || share as told from segments.event`)).toEqual([
      'kept 1.0',
    ]);
    expect(await count(engine, 'select * from segments.event')).toBe(nights * kinds);
  });
});

describe('nights on which 1 % of the customers change', () => {
  describe('with the stored model', () => {
    let engine: Engine;
    let models: FittedKmeans[];
    beforeAll(async () => {
      ({ engine, models } = await season(4, { every_days: 365 }, true));
    });

    it('give exactly the migrations that were planted', async () => {
      expect(await count(engine, 'select * from planted.move')).toBe(nights * movedPerNight);
      // Which segment a kind is follows from the first night, on which nobody has moved.
      await table(
        engine,
        'planted.name',
        `select cast(substr(customer_id, 2) as integer) % ${kinds} as kind, any_value(segment) as segment, count(distinct segment) as found
          from planted.seen where as_of = date '${dayOf(0)}' group by all`,
      );
      expect(await count(engine, 'select distinct segment from planted.name where found = 1')).toBe(kinds);
      const planted = `select as_of || ' ' || old.segment || ' ' || new.segment || ' ' || count(*) as told
        from planted.move join planted.name as old on old.kind = before join planted.name as new on new.kind = move.kind
        group by as_of, old.segment, new.segment`;
      expect(await told(engine, migrations)).toEqual(await told(engine, planted));
      expect(await count(engine, 'select * from segments.event')).toBe(0);
      expect(models.every((model) => model.asOf === dayOf(0))).toBe(true);
    });

    it('have a membership row for every move, and the sizes that follow', async () => {
      expect(await count(engine, 'select * from segments.membership')).toBe(people + nights * movedPerNight);
      expect(await count(engine, 'select * from segments.membership where left_on is null')).toBe(people);
      const seen = `select as_of || ' ' || segment || ' ' || count(*) as told from planted.seen group by as_of, segment`;
      expect(
        await told(engine, `select as_of || ' ' || segment || ' ' || customers as told from segments.size`),
      ).toEqual(await told(engine, seen));
    });
  });

  it.runIf(isFull)('count every changed nearest centre where the groups overlap', async () => {
    const { engine, models } = await season(1.2, { every_days: 365 }, true);
    await table(engine, 'planted.now', nearestSql(models[0]!));
    expect(await count(engine, `select * from planted.now join scores.segment using (customer_id) where now.segment <> segment.segment`)).toBe(0); // prettier-ignore
    const last = `select seen.segment || ' ' || now.segment as pair from planted.seen join planted.now on now.customer_id = seen.customer_id
      where as_of = date '${dayOf(nights - 1)}' and seen.segment <> now.segment`;
    const found = await told(engine, `${migrations} and as_of = date '${dayOf(nights)}'`);
    expect(found.length).toBeGreaterThan(3);
    expect(found).toEqual(
      await told(
        engine,
        `select '${dayOf(nights)} ' || pair || ' ' || count(*) as told from (${last}) as moved group by pair`,
      ),
    );
  });

  it.runIf(isFull)('keep all ids with a refit every night, and at least 99 % of the unchanged customers', async () => {
    const { engine, models } = await season(1.5, 'always', true);
    expect(new Set(models.map(idsOf))).toEqual(new Set(['s1 s2 s3 s4 s5']));
    expect(new Set(models.map(({ asOf }) => asOf)).size).toBe(nights + 1);
    expect(await told(engine, 'select distinct event as told from segments.event')).toEqual(['kept']);
    expect(await count(engine, 'select * from segments.event')).toBe(nights * kinds);
    const stayed = `select today.as_of, count(*) as n, sum(case when today.segment = before.segment then 1 else 0 end) as same
      from planted.seen as today
      join planted.seen as before on before.customer_id = today.customer_id and before.as_of = today.as_of - 1
      anti join planted.move on 'c' || move.i = today.customer_id and move.as_of = today.as_of
      group by today.as_of`;
    const byNight = await engine.rows(
      raw(`select n, cast(same as integer) as same from (${stayed}) as counted order by as_of`),
      {
        n: 'integer',
        same: 'integer',
      },
    );
    expect(byNight).toHaveLength(nights);
    for (const { n, same } of byNight) {
      expect(n).toBe(people - movedPerNight);
      expect(same / n).toBeGreaterThanOrEqual(0.99);
    }
    // Those who never moved, from the first night to the last.
    const never = `select first.segment = last.segment as same from planted.seen as first
      join planted.seen as last on last.customer_id = first.customer_id
      anti join planted.move on 'c' || move.i = first.customer_id
      where first.as_of = date '${dayOf(0)}' and last.as_of = date '${dayOf(nights)}'`;
    const all = await count(engine, never);
    expect(all).toBeGreaterThan(people / 2);
    expect((await count(engine, `${never} and first.segment = last.segment`)) / all).toBeGreaterThanOrEqual(0.99);
  });
});
