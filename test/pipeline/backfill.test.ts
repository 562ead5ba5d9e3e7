import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { daysFrom, parseEvery } from '../../src/pipeline/days.ts';
import { currentRelease } from '../../src/pipeline/releases.ts';
import { mustReplaceNoNight } from '../../src/pipeline/replaced-nights.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { openWorkspace } from '../../src/pipeline/workspace.ts';
import { raw } from '../../src/sql/sql.ts';
import { openRelease, runIn, temporaryFolder, type RunSetup } from '../support/running.ts';
import { isFull } from '../support/full.ts';

/** A whole number below `below` that looks random and is not. */
const chance = (seed: number, below: number): number =>
  (((Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0) ^ (Math.imul(seed, 0xc2b2ae35) >>> 7)) >>> 0) % below;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Sixty customers who buy little or much, some of whom change in the course of the year; nobody buys before April. */
function purchases(): string {
  const lines = ['order_id,line_number,customer_id,purchased_at,quantity,unit_price'];
  for (let c = 0; c < 60; c++) {
    for (let n = 0; n < 9; n++) {
      const seed = c * 100 + n;
      const day = dayAfter('2025-04-05', c + chance(seed, 260 - c));
      const level = (c + (day > '2025-08-15' && c % 5 === 0 ? 1 : 0)) % 3;
      lines.push(`o${seed},1,c${c},${day},1,${(10 ** (level + 1) + chance(seed + 7, 9)).toFixed(2)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources:
  purchases: { files: purchases.csv, tables: { purchases: same } }
steps:
  - rfm: { bins: 3, refit: never }
  - kmeans: { features: [log1p(mean_order_value)], k: 3, restarts: 3, refit: { every_days: 80 } }
outputs: { segments: false, parquet: false, report: false }
`;

function shop(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'purchases.csv'), purchases());
  return folder;
}

const past = (asOf: string): string[] => daysFrom('2025-03-31', parseEvery('61d')!, asOf);
/** The nights after the last days of 2025. */
const tonight: RunSetup = { now: '2025-12-30T02:00:00Z', random: '0001' };
const runOfTonight = '2025-12-30T020000Z-0001';
const tomorrow: RunSetup = { now: '2025-12-31T02:00:00Z', random: '0002' };

/** What goes on from night to night: all rows of all its tables. */
async function history(engine: Engine): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (const [table, columns] of Object.entries({
    'segments.membership': '*',
    'segments.size': '*',
    'segments.migration': '*',
    'segments.identity': '*',
    'segments.segment': '*',
    'scores.segment': '*',
    'scores.rfm': '*',
    'models.fitted': 'model, fitted',
    'marts.segment_outcome': '*',
  })) {
    const rows = await engine.rows(
      raw(`select cast(t as varchar) as told from (select ${columns} from ${table}) as t order by told`),
      { told: 'text' },
    );
    told[table] = rows.map((row) => row.told);
  }
  return told;
}

const lines = async (result: RunResult, query: string): Promise<string[]> =>
  (await (await openRelease(result)).rows(raw(query), { told: 'text' })).map(({ told }) => told);

describe('a backfill', () => {
  it.runIf(isFull)('and the night after it are what nights on those days would have been', async () => {
    const folder = shop();
    const backfilled = await runIn(folder, yaml, { ...tonight, past });
    const ours = await history(await openRelease(backfilled));
    const after = await history(await openRelease(await runIn(folder, yaml, tomorrow)));

    const chain = shop();
    for (const [i, asOf] of past('2025-12-29').entries()) {
      const night = runIn(chain, yaml, { ...tonight, random: `1${i}00`, asOf });
      if (asOf === '2025-03-31') await expect(night).rejects.toThrow('kmeans: no customers to fit');
      else await night;
    }
    const last = await runIn(chain, yaml, { ...tonight, random: '2000' });
    const theirs = await history(await openRelease(last));
    for (const [table, rows] of Object.entries(theirs)) expect(ours[table], table).toEqual(rows);
    expect(await history(await openRelease(await runIn(chain, yaml, tomorrow)))).toEqual(after);
    expect(ours['segments.size']!.length).toBe(5 * 3);
    expect(ours['marts.segment_outcome']!.length).toBe(4 * 3);
    const { days, skipped } = backfilled.record.backfill!;
    expect(skipped).toEqual([
      {
        asOf: '2025-03-31',
        reason: expect.stringContaining('nobody had bought yet; the first purchase is of 2025-') as string,
      },
    ]);
    expect(days.map(({ asOf, fittedOn }) => [asOf, fittedOn['kmeans'], fittedOn['rfm']])).toEqual([
      ['2025-05-31', '2025-05-31', '2025-05-31'],
      ['2025-07-31', '2025-05-31', '2025-05-31'],
      ['2025-09-30', '2025-09-30', '2025-05-31'],
      ['2025-11-30', '2025-09-30', '2025-05-31'],
    ]);
    expect(backfilled.record.totals).toEqual(last.record.totals);
  });
});

describe('a backfill in a store with a release', () => {
  /** The segments from the one whose customers spend most on an order. */
  const bySpending = `select segment as told from scores.segment join features.customer using (customer_id)
    group by segment order by sum(mean_order_value) / count(*) desc`;
  const byRecency = yaml.replace('log1p(mean_order_value)', 'recency_days');

  it.runIf(isFull)('keeps ids and earlier days, tells later days anew, and shows nobody a past day', async () => {
    const folder = shop();
    await runIn(folder, byRecency, { now: '2025-07-16T02:00:00Z', random: '0aaa' });
    const before = await runIn(folder, yaml, { now: '2025-12-02T02:00:00Z', random: '0bbb' });
    const order = await lines(before, bySpending);
    expect(order, 'the numbers of a first fit would be no test').not.toEqual(['s1', 's2', 's3']);

    const releases = join(folder, 'store/releases');
    const seen: (string | null)[] = [];
    const since = (asOf: string): string[] => daysFrom('2025-08-31', parseEvery('month')!, asOf);
    await expect(runIn(folder, yaml, { ...tonight, past: since })).rejects.toThrow(
      '--from must lie after the nights that were run, or --replace-history be given; it is 2025-08-31, a night was run as of 2025-12-01, and the past days would take the place of its history',
    );
    const result = await runIn(folder, yaml, {
      ...tonight,
      past: since,
      replaceHistory: true,
      onStep: (title) => {
        if (!title.startsWith('backfill')) return;
        const made = join(releases, `.${runOfTonight}`, 'past');
        seen.push(existsSync(made) ? readdirSync(made).sort().join(' ') : '');
      },
    });
    expect(seen).toEqual(['', '2025-08-31', '2025-09-30', '2025-10-31']);
    expect(readdirSync(result.release).sort()).toEqual(['bezero.duckdb', 'manifest.json', 'run.json']);
    expect(await lines(result, bySpending)).toEqual(order);
    expect(
      await lines(result, `select distinct strftime(as_of, '%Y-%m-%d') as told from segments.size order by told`),
    ).toEqual(['2025-07-15', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-29']);
    expect(result.record.warnings).toEqual([
      'as of 2025-08-31: 1 day of segment history after 2025-08-31 is left out here, until a run of a later day tells it anew. Nothing is lost: the release before, as of 2025-12-01, still has it; "bezero rollback" goes back to that release',
    ]);
    expect(result.record.previous).toBe(before.record.run);
    expect(result.record.backfill!.days.map(({ asOf, fittedOn }) => [asOf, fittedOn['kmeans']])).toEqual([
      ['2025-08-31', '2025-08-31'],
      ['2025-09-30', '2025-08-31'],
      ['2025-10-31', '2025-08-31'],
      ['2025-11-30', '2025-11-30'],
    ]);
    expect((await runIn(folder, yaml, { now: '2025-12-30T03:00:00Z', random: '0ccc' })).published).toBe(false);

    // What a backfill computed, another one may compute again; what was run, it may not.
    const pipeline = readPipeline(join(folder, 'pipeline.yaml'), yaml);
    const replaced = async (from: string, asOf: string): Promise<string> => {
      const work = await openWorkspace(pipeline, new Date('2025-12-31T03:00:00Z'), '0ddd', openDuckdb);
      const told = await mustReplaceNoNight(work, from, asOf).then(() => 'nothing', String);
      await work.discard();
      return told;
    };
    expect(await replaced('2025-08-31', '2025-12-29')).toBe('nothing');
    expect(await replaced('2025-08-31', '2025-12-30')).toContain('a night was run as of 2025-12-29');
    expect(await replaced('2025-07-15', '2025-12-30')).toContain('2 nights were run from 2025-07-15 to 2025-12-29');
  });

  it.runIf(isFull)('changes nothing where a day fails, and says which', async () => {
    const folder = shop();
    const before = await runIn(folder, yaml, { now: '2025-12-02T02:00:00Z', random: '0bbb' });
    const full: typeof openDuckdb = (options) =>
      options?.file?.includes('2025-09-30') ? Promise.reject(new EngineError('no space left')) : openDuckdb(options);
    await expect(runIn(folder, yaml, { ...tonight, past, replaceHistory: true, open: full })).rejects.toThrow(
      'as of 2025-09-30: no space left',
    );
    expect(await currentRelease(join(folder, 'store'))).toBe(before.record.run);
    await runIn(folder, yaml, { ...tomorrow, asOf: '2025-12-01' });
    expect(readdirSync(join(folder, 'store/releases'))).toEqual([before.record.run]);
  });
});

describe('a backfill that cannot be', () => {
  it('says that there is nobody to tell apart, or nothing to tell them apart by', async () => {
    const folder = shop();
    const early = (): string[] => ['2025-03-31', '2025-04-06', '2025-04-07'];
    await expect(runIn(folder, yaml, { ...tonight, past: early })).rejects.toThrow(
      /^no day from 2025-03-31 to 2025-04-07 has customers enough; the last one: kmeans: /,
    );
    await expect(runIn(folder, yaml.replace(/ {2}- kmeans.*\n/, ''), { ...tonight, past })).rejects.toThrow(
      'steps must have kmeans for a backfill; segments are what has a history',
    );
    expect(await currentRelease(join(folder, 'store'))).toBeNull();
  });
});
