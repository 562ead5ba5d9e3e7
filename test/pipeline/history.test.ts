import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { changePeople } from '../../src/pipeline/people/file.ts';
import { name, sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { openRelease, runIn, temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

const header = 'order_id,line_number,customer_id,purchased_at,quantity,unit_price\n';
const order = (id: string, customer: string, day: string, price: number): string =>
  `${id},1,${customer},${day},1,${price}\n`;

/** Twelve customers, half of whom buy for 10 and half for 1,000, so that two segments are plain to see. */
function shop(): {
  folder: string;
  yaml: string;
  buy: (id: string, customer: string, day: string, price: number) => void;
} {
  const folder = temporaryFolder();
  const file = join(folder, 'purchases.csv');
  const people = Array.from({ length: 12 }, (_, i) =>
    order(`o${i}`, `c${i}`, '2026-01-01', i % 2 === 0 ? 10 + i : 1000 + i),
  );
  writeFileSync(file, header + people.join(''));
  const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources:
  purchases: { files: purchases.csv, mode: snapshot, tables: { purchases: same } }
steps:
  - rfm: { bins: 2, refit: never }
  - kmeans: { features: [log1p(monetary)], k: 2, refit: { every_days: 30 } }
outputs: { segments: false, parquet: false, report: false }
`;
  return {
    folder,
    yaml,
    buy: (id, customer, day, price) => {
      appendFileSync(file, order(id, customer, day, price));
    },
  };
}

const night = (day: string) => ({ now: `2026-01-${day}T02:00:00Z`, random: `00${day}` });

/** `segments.event` of a release: `04 s3 split s1`. */
async function eventsOf(release: Parameters<typeof openRelease>[0]): Promise<string[]> {
  const engine = await openRelease(release);
  const rows = await engine.rows(
    sql`select strftime(as_of, '%d') || ' ' || segment || ' ' || event || coalesce(' ' || other_segment, '') as told
      from segments.event order by as_of, segment`,
    { told: 'text' },
  );
  return rows.map(({ told }) => told);
}

describe('the record of a run without a report', () => {
  it.runIf(isFull)('tells what became of the customers of the release before', async () => {
    const { folder, yaml, buy } = shop();
    const first = await runIn(folder, yaml, night('03'));
    buy('p1', 'c0', '2028-01-02', 10);
    const { record } = await runIn(folder, yaml, { now: '2028-01-04T02:00:00Z', random: '0004' });
    expect(first.record.reported!.previous).toBeNull();
    expect(record.reported!.previous).toMatchObject({ runId: first.record.run, customers: { lapsed: 11, losing: 0 } });
  });
});

describe('history from night to night', () => {
  it.runIf(isFull)('tells who moved when, and keeps the cut-points of the first night where it should', async () => {
    const { folder, yaml, buy } = shop();
    const first = await runIn(folder, yaml, night('03'));
    expect(first.steps).toContain('segment history: begins');
    buy('p1', 'c0', '2026-01-03', 1500);
    const second = await runIn(folder, yaml, night('04'));
    expect(second.steps).toContain('segment history: goes on from 2026-01-02');
    expect(second.steps).toContain('rfm: 12 customers scored; by the cut-points of 2026-01-02');
    expect(second.steps).toContain('kmeans: 12 customers scored; model of 2026-01-02 reused: it is 1 day old');
    const engine = await openRelease(second);
    expect(
      await engine.rows(
        sql`select customer_id, segment, cast(entered_on as varchar) as entered_on, cast(left_on as varchar) as left_on
          from segments.membership where customer_id in ('c0', 'c1') order by customer_id, entered_on`,
        { customer_id: 'text', segment: 'text', entered_on: 'day', left_on: 'day?' },
      ),
    ).toEqual([
      { customer_id: 'c0', segment: 's2', entered_on: '2026-01-02', left_on: '2026-01-03' },
      { customer_id: 'c0', segment: 's1', entered_on: '2026-01-03', left_on: null },
      { customer_id: 'c1', segment: 's1', entered_on: '2026-01-02', left_on: null },
    ]);
    expect(
      await engine.rows(
        sql`select from_segment, to_segment, customers from segments.migration order by from_segment, to_segment`,
        { from_segment: 'text?', to_segment: 'text?', customers: 'integer' },
      ),
    ).toEqual([
      { from_segment: 's1', to_segment: 's1', customers: 6 },
      { from_segment: 's2', to_segment: 's1', customers: 1 },
      { from_segment: 's2', to_segment: 's2', customers: 5 },
    ]);
    expect(await engine.rows(sql`select count(*) as n from segments.size`, { n: 'integer' })).toEqual([{ n: 4 }]);
    const cutPoints = sql`select coalesce(cast(up_to as varchar), 'all') as told from models.rfm_cut_point
      where measure = 'monetary' order by told`;
    const before = await openRelease(first);
    expect(await engine.rows(cutPoints, { told: 'text' })).toEqual(await before.rows(cutPoints, { told: 'text' }));
  });

  it.runIf(isFull)('knows nothing of days after the as-of day', async () => {
    const { folder, yaml, buy } = shop();
    buy('p1', 'c0', '2026-01-03', 1500);
    await runIn(folder, yaml, night('06'));
    const earlier = await runIn(folder, yaml, { ...night('07'), asOf: '2026-01-02' });
    expect(earlier.steps).toContain(
      'rfm: 12 customers scored; cut-points are new: there are none from a release before',
    );
    const engine = await openRelease(earlier);
    expect(
      await engine.rows(sql`select count(*) as n, cast(max(entered_on) as varchar) as day from segments.membership`, {
        n: 'integer',
        day: 'day',
      }),
    ).toEqual([{ n: 12, day: '2026-01-02' }]);
  });

  it.runIf(isFull)('finds segments again in a new fit, and says what became of those it does not find', async () => {
    const { folder, yaml, buy } = shop();
    const always = yaml.replace('{ every_days: 30 }', 'always');
    await runIn(folder, always, night('03'));
    buy('p1', 'c0', '2026-01-03', 1500);
    const second = await runIn(folder, always, night('04'));
    expect(second.steps).toContain('kmeans: 12 customers scored; fitted anew: refit is always');
    expect(second.record.remarks).toEqual([]);
    const three = await runIn(folder, always.replace('k: 2', 'k: 3'), night('05'));
    expect(three.record.remarks).toEqual([
      expect.stringMatching(/^kmeans: s3 is new: \d+% of its customers were in s[12]$/),
    ]);
    const one = await runIn(folder, always, night('06'));
    expect(one.record.remarks).toEqual([
      expect.stringMatching(/^kmeans: s\d is gone: \d+% of its customers are in s\d now$/),
    ]);
    const events = await eventsOf(one);
    expect(events.filter((told) => told.startsWith('03'))).toEqual(['03 s1 kept', '03 s2 kept']);
    expect(events.filter((told) => / (split|merged) /.test(told))).toEqual([
      expect.stringMatching(/^04 s3 split s[12]$/),
      expect.stringMatching(/^05 s\d merged s\d$/),
    ]);
    // A night by the stored model adds none; the same day again, or an earlier one, tells what was told of it.
    expect(await eventsOf(await runIn(folder, yaml, night('07')))).toEqual(events);
    expect(await eventsOf(await runIn(folder, always, { ...night('08'), asOf: '2026-01-06', force: true }))).toEqual([
      ...events,
      expect.stringMatching(/^06 s\d kept$/),
      expect.stringMatching(/^06 s\d kept$/),
    ]);
  });

  it.runIf(isFull)('says where a segment keeps a name that is not true any more', async () => {
    const folder = temporaryFolder();
    /** Four groups of customers by their attributes; the last one, which is the largest, moves. */
    const people = (last: readonly [number, number]): void => {
      const groups = [[0, 0], [10, 0], [0, 10], last, last] as const;
      const rows = Array.from({ length: 80 }, (_, i) => {
        const [x, y] = groups[i % 5]!;
        return `c${i},${x + (i % 7) / 10},${y + (i % 5) / 10}\n`;
      });
      writeFileSync(join(folder, 'customers.csv'), `customer_id,x,y\n${rows.join('')}`);
    };
    writeFileSync(join(folder, 'purchases.csv'), header + order('o1', 'c1', '2026-01-01', 10));
    const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources:
  purchases: { files: purchases.csv, mode: snapshot, tables: { purchases: same } }
  customers: { files: customers.csv, mode: snapshot, tables: { customers: { customer_id: customer_id, attributes: { x: x, y: y } } } }
steps:
  - kmeans: { features: ['attribute:x', 'attribute:y'], customers: all, k: 4, refit: always }
outputs: { segments: false, parquet: false, report: false }
`;
    people([12, 12]);
    expect((await runIn(folder, yaml, night('03'))).record.remarks).toEqual([]);
    people([10, 0]);
    const second = await runIn(folder, yaml.replace('k: 4', 'k: 3'), night('04'));
    expect(second.record.remarks).toContainEqual(
      expect.stringMatching(
        /^kmeans: segments keep the names they began with; their features would make others now: s\d "High [xy], high [xy]" \(now: "High x, low y"\)/,
      ),
    );
    const gone = sql`select segment, name from segments.former_segment`;
    const shape = { segment: 'text', name: 'text' } as const;
    const [former] = await (await openRelease(second)).rows(gone, shape);
    expect(former).toEqual({
      segment: expect.stringMatching(/^s\d$/) as string,
      name: expect.stringMatching(/^(High x, low y|Low y, high x)$/) as string,
    });
    const third = await runIn(folder, yaml.replace('k: 4', 'k: 3'), night('05'));
    expect(await (await openRelease(third)).rows(gone, shape)).toEqual([former]);
  });

  it.runIf(isFull)('gives no id twice, and no idle night more work, where a release was rolled back', async () => {
    const { folder, yaml } = shop();
    const always = (k: number): string => yaml.replace('{ every_days: 30 }', 'always').replace('k: 2', `k: ${k}`);
    await runIn(folder, always(2), night('03'));
    const back = await runIn(folder, always(3), night('04'));
    const third = sql`select automatic_name as told from segments.segment where segment = 's3'`;
    expect(await (await openRelease(back)).rows(third, { told: 'text' })).toHaveLength(1);
    const effects = recordingEffects(folder);
    expect([await main(['rollback'], effects), effects.said]).toEqual([0, effects.said]);
    expect((await runIn(folder, always(2), { ...night('05'), asOf: '2026-01-02' })).published).toBe(false);
    const anew = await openRelease(await runIn(folder, always(4), night('05')));
    const told = (table: string) =>
      anew.rows(sql`select string_agg(segment, ' ' order by segment) as told from ${name('segments', table)}`, {
        told: 'text',
      });
    expect(await told('segment')).toEqual([{ told: 's1 s2 s4 s5' }]);
    expect(await told('identity')).toEqual([{ told: 's1 s2 s3 s4 s5' }]);
  });

  it.runIf(isFull)('gives no id twice where a release had no segments in between', async () => {
    const { folder, yaml } = shop();
    const named = sql`select 's3' as segment, 'Rich' as name, timestamp '2026-01-03 02:00:00' as named_at`;
    await changePeople(join(folder, 'store'), () => Promise.resolve({ segment_name: named }));
    await runIn(folder, yaml, night('03'));
    const without = yaml.replace(/ {2}- kmeans.*\n/, '');
    expect((await runIn(folder, without, night('04'))).steps).toContain('kmeans: not part of the pipeline');
    const again = await runIn(folder, yaml, night('05'));
    expect(again.record.remarks).toEqual([
      'kmeans: segments begin anew, with codes of their own; names that people gave stay with former ones: s3 ("bezero segments rename" names those of now)',
    ]);
    const engine = await openRelease(again);
    const segments = sql`select segment, name from segments.segment order by segment`;
    expect(await engine.rows(segments, { segment: 'text', name: 'text' })).toEqual([
      { segment: 's6', name: 'High spend' },
      { segment: 's7', name: 'Low spend' },
    ]);
    const known = sql`select string_agg(segment, ' ' order by segment) as told from segments.identity`;
    expect(await engine.rows(known, { told: 'text' })).toEqual([{ told: 's4 s5 s6 s7' }]);
    expect(await eventsOf(again)).toEqual([]);
  });
});
