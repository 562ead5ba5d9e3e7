import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { describeSegments } from '../../src/segments/describe.ts';
import { featureSql, neighbourSql } from '../../src/segments/feature.sql.ts';
import { segmentSql } from '../../src/segments/segment.sql.ts';
import { show } from '../../src/sql/sql.ts';
import { languageOf } from '../../src/text/messages.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { pointCurrent } from '../../src/pipeline/releases.ts';
import { makeRelease, makeStore } from '../support/store.ts';

const names = new Map([
  ['s1', 'Frequent'],
  ['s2', 'Recent'],
  ['s10', 'New'],
]);

/** Words as a run makes them. */
const { t, f } = languageOf('en', 'EUR');
const described = describeSegments(
  t,
  [...names.keys()].map((segment) => ({
    segment,
    customers: segment === 's1' ? 2 : 1,
    features:
      segment === 's1' ? [{ feature: 'channel_share:phone', effect: 1.5, mean: 0.75, base: 0.11, middle: null }] : [],
    shares: null,
  })),
  f,
  { automatic: names, given: new Map() },
);

const quartiles = { base_lower_quartile: 0, base_upper_quartile: 0.5 };
const feature = { segment: 's1', customers: 2, median: 1, base_median: 0, ...quartiles, sd: 0.5, base_sd: 1 };

const tables = {
  'warehouse.setting': `select 'EUR' as currency`,
  'segments.segment': show(segmentSql(described)),
  'segments.feature': show(
    featureSql([
      {
        ...feature,
        feature: 'channel_share:phone',
        mean: 0.75,
        base_mean: 0.11,
        index: 681.8,
        effect_size: 1.5,
        rank: 1,
      },
      { ...feature, feature: 'log1p(monetary)', mean: 10, base_mean: 20.5, index: 48.8, effect_size: -0.4, rank: 2 },
    ]),
  ),
  'segments.neighbour': show(neighbourSql([{ segment: 's1', nearest_segment: 's10', distance: 2 }])),
  'segments.typical_customer': `select * from (values ('s1', 1, 'd'), ('s1', 2, e'a\\x1b')) as typical (segment, place, customer_id)`,
  'segments.size': `select cast(as_of as date) as as_of, segment, customers from (values
    ('2026-01-01', 's1', 3), ('2026-01-02', 's1', 2), ('2026-01-02', 's2', 1), ('2026-01-03', 's1', 2), ('2026-01-03', 's2', 1),
    ('2026-01-03', 's10', 1)) as size (as_of, segment, customers)`,
  'segments.migration': `select cast(as_of as date) as as_of, from_segment, to_segment, customers from (values
    ('2026-01-02', 's1', 's1', 2), ('2026-01-02', 's1', 's2', 1), ('2026-01-03', 's1', 's1', 1), ('2026-01-03', 's1', 's10', 1),
    ('2026-01-03', 's2', 's2', 1), ('2026-01-03', null, 's1', 1)) as migration (as_of, from_segment, to_segment, customers)`,
  'segments.membership': `select customer_id, segment, cast(entered_on as date) as entered_on, cast(left_on as date) as left_on from (values
    ('a', 's1', '2026-01-01', null), ('b', 's1', '2026-01-01', '2026-01-02'), ('b', 's2', '2026-01-02', null),
    ('c', 's1', '2026-01-01', '2026-01-03'), ('c', 's10', '2026-01-03', null), ('d', 's1', '2026-01-03', null))
    as membership (customer_id, segment, entered_on, left_on)`,
  'features.customer': `select * from (values ('a', 7), ('b', 1), ('d', 9)) as customer (customer_id, orders)`,
  'models.tree_rule': `select 's1' as class, 1 as rank, 'orders above 5' as words, '"orders" >= 5.5' as condition, 2000 as customers, 0.9996 as purity, 1.0 as coverage`,
  'marts.customer': `select * from (values ('a', 'Ane'), ('b', '=Ben'), ('c', e'C\\x1b[31m'), ('d', null), ('p', 'Prospect'))
    as customer (customer_id, name)`,
  'marts.segment_profit': `select segment, 2 as customers, 0.1 as customer_share, amount as net_revenue, 0.1 as net_revenue_share,
    0 as shipping_charged, amount - 100 as profit, 0.1 as profit_share from (values ('s1', 200.0), ('s2', 100.0), ('s10', 200.0), ('none', 1e6)) as profit (segment, amount)`,
  'marts.customer_profit': `select 500.0 as net_revenue, 0 as revenue_without_cost, 300.0 as cost_of_goods, 0 as fulfilment, 0 as cost_to_serve,
    0 as campaign_cost, 0 as acquisition_cost`,
  'marts.segment_profile': `select 's1' as segment, 'frequency' as feature, 9.0 as mean, 8.0 as median, 3.0 as base_mean, 300.0 as index
    union all select 's1', 'monetary', 10.0, 1.0, 20.5, 48.8`,
};

async function setUp(made: Readonly<Record<string, string>> = tables) {
  const folder = temporaryFolder();
  await makeStore(folder, made);
  const run = async (...argv: readonly string[]) => {
    const effects = recordingEffects(folder);
    const code = await main(['segments', ...argv], effects);
    return { code, said: effects.said, printed: effects.printed };
  };
  const json = async (...argv: readonly string[]) =>
    JSON.parse((await run(...argv, '--json')).printed.join('')) as unknown;
  return { folder, run, json };
}

describe('bezero segments', () => {
  it('lists them in the order of their codes, with shares and the first day', async () => {
    const { run, json } = await setUp();
    const { printed } = await run();
    expect(printed).toHaveLength(5);
    expect(printed[0]).toMatch(/^code +name +customers +of customers +of net revenue +of profit +since$/);
    expect(printed[2]).toMatch(/^s1 +Frequent +2 +50\.0% +40\.0% +50\.0% +2026-01-01$/);
    expect(printed[4]).toMatch(/^s10 +New +1 +25\.0% +40\.0% +50\.0% +2026-01-03$/);
    expect(described[0]!.description).toMatch(/^2 customers, 50% of those in a segment\./);
    expect(((await json('list')) as { segment: string }[]).map(({ segment }) => segment)).toEqual(['s1', 's2', 's10']);
    expect((await run('shwo')).said[0]).toMatch(/^unknown command segments shwo; there are list, show, rename/);
  });

  it('says of a segment that nobody is in it', async () => {
    const made = tables['segments.segment'];
    const { run } = await setUp({
      ...tables,
      'segments.segment': `select * replace (case when segment = 's2' then 0 else customers end as customers) from (${made})`,
    });
    const { printed, said } = await run();
    expect(printed[3]).toMatch(/^s2 +Recent +0 +0\.0% /);
    expect(said).toContain('nobody is in s2 now');
  });

  it('tells no profit where no cost is known: it would be the revenue', async () => {
    const costs = tables['marts.customer_profit']
      .replace('0 as rev', '500.0 as rev')
      .replace('300.0 as cost', '0 as cost');
    const { json, run } = await setUp({ ...tables, 'marts.customer_profit': costs });
    const unknown = { profit: null, profit_share: null };
    expect(await json('list')).toMatchObject([unknown, unknown, unknown]);
    expect((await run()).said).toContain('no costs are known, so profit cannot be told');
    expect((await run('show', 's1')).printed.join('\n')).toMatch(
      /^net revenue .+, no costs are known, so profit cannot/m,
    );
  });

  it('shows all of one, by code or name', async () => {
    const { folder, run, json } = await setUp();
    const byCode = await run('show', 'S1');
    expect(byCode.printed).toEqual((await run('show', 'frequent')).printed);
    const text = byCode.printed.join('\n');
    expect(text).toContain(described[0]!.description);
    expect(text).toMatch(/^net revenue €200 \(40\.0% of all segments\), profit €100 \(50\.0% of all segments\)$/m);
    const query = 'select customer_id from features.customer where "orders" >= 5.5';
    expect(text).toContain(`rule: orders above 5: >99.9% of 2,000 are in it, 100.0% of it\n  as SQL: ${query}\n`);
    const found = recordingEffects(folder);
    expect(await main(['sql', `${query} order by customer_id`, '--json'], found)).toBe(0);
    expect(Buffer.concat(found.written).toString()).toBe('{"customer_id":"a"}\n{"customer_id":"d"}\n');
    expect(text).toMatch(/^nearest segment: s10 New\ntypical customers: d, a\\u001b$/m);
    expect(text).toMatch(
      /^ordered by phone +75\.0% +11\.0% +100\.0% +0\.0% +682 +1\.50\nmoney spent +€10\.00 .* −0\.40$/m,
    );
    expect(text).toMatch(/^orders +9\.00 +3\.00 +8\.00 +300$/m);
    expect(text.match(/money spent/g)).toHaveLength(1);
    expect(text).toMatch(
      /^its features would make another automatic name by now: By phone \("bezero segments rename"/m,
    );
    expect(await json('show', 's1')).toMatchObject({
      segment: 's1',
      nameNow: 'By phone',
      nearest: { segment: 's10', name: 'New', distance: 2 },
      typical: ['d', 'a\u001b'],
      rules: [{ words: 'orders above 5', condition: '"orders" >= 5.5', customers: 2000 }],
      features: [{ feature: 'channel_share:phone', effect_size: 1.5 }, { feature: 'log1p(monetary)' }],
      sizes: [{ customers: 3 }, { customers: 2, entered: 0, left: 1 }, { customers: 2, entered: 1, left: 1 }],
      moves: [
        { way: 'entered', other: null, customers: 1 },
        { way: 'left', other: 's10', customers: 1 },
      ],
    });
    expect((await run('show', 'recnt')).said).toEqual([
      'SEGMENT must be the code or the name of a segment, got "recnt"; did you mean "Recent"?',
    ]);
  });

  it('renames one for good, by code or name, and takes it back', async () => {
    const { run } = await setUp();
    const listed = async (): Promise<string> => (await run()).printed.join('\n');
    expect((await run('rename', 's2', '  Mountain regulars ')).said[0]).toBe(
      's2 is called "Mountain regulars" from now on; before: "Recent"',
    );
    expect(await listed()).toMatch(/s2 +Mountain regulars/);
    expect((await run('rename', 'mountain  REGULARS', 'Climbers')).code).toBe(0);
    expect((await run('rename', 's2', 'Climbers')).said).toEqual(['s2 is called "Climbers" already']);
    expect((await run('rename', 's2', '--automatic')).said[0]).toBe(
      's2 is called "Recent" from now on; before: "Climbers"',
    );
    expect(await listed()).toMatch(/s2 +Recent/);
  });

  it('gives a name to the segment that was given it last, also where the other is in another release', async () => {
    const { folder, run } = await setUp();
    const store = join(folder, 'store');
    const older = tables['segments.segment'].replaceAll(`'s10'`, `'s9'`);
    await run('rename', 's10', 'Climbers');
    await makeRelease(store, '2026-11-20T020000Z-0000', { ...tables, 'segments.segment': older });
    await pointCurrent(store, '2026-11-20T020000Z-0000');
    const { said } = await run('rename', 's2', 'climbers');
    expect(said[1]).toMatch(/^s10, which is not in this release, .* it is told apart: "climbers \(s10\)"$/);
    await pointCurrent(store, '2026-11-21T020000Z-7f3a');
    const listed = (await run()).printed.slice(3).map((line) => line.split(/ {2,}/).slice(0, 2));
    expect(listed).toEqual([
      ['s2', 'climbers'],
      ['s10', 'Climbers (s10)'],
    ]);
    expect((await run('rename', 's2', 'CLIMBERS')).said.join('\n')).not.toContain('not in this release');
  });

  it.each([
    [['s1', 'recent'], /^NAME must be no other segment's; "recent" is what s2 is called$/],
    [['s1', 'Ｒecent'], /is what s2 is called$/],
    [['s1', ' '], /^NAME must have 1 to 60 characters, got 0$/],
    [['s1', 'x'.repeat(61)], /got 61$/],
    [['s1', ' None'], /^NAME must not be "None": so are customers told who are in no segment$/],
    [['s1', 'S7'], /^NAME must not look like the code of a segment/],
    [['s1', 'a\nb'], /^NAME must be one line of characters that can be seen; it holds a line break \(U\+000A\)$/],
    [['s1', 'a\u2028b'], /it holds a line break \(U\+2028\)$/],
    [['s1', 'a\u001b[31m'], /it holds a control character \(U\+001B\)$/],
    [['s1', 'a\tb'], /it holds a control character \(U\+0009\)$/],
    [['s1', '\u202egnp'], /it holds a mark that turns the direction of the text around it \(U\+202E\)$/],
    [['s1', 'a\u200bb'], /it holds a character that is not seen \(U\+200B\)$/],
    [['s1'], /^NAME must be given, or --automatic/],
    [['s1', 'x', '--automatic'], /^NAME must be left out with --automatic$/],
    [['s7', 'x'], /^SEGMENT must be the code or the name of a segment, got "s7"; there are s1, s2, s10$/],
  ])('refuses to rename %j', async (argv, sentence) => {
    const { run } = await setUp();
    const { code, said } = await run('rename', ...argv);
    expect([code, said[0]]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it.each([
    'Families <3 kids & pets',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '=1+1; "quoted", it’s 100% “so”',
    'לקוחות טובים',
    'نامه‌ها 👩‍👧',
    '👑'.repeat(30),
  ])('takes %j as it is: whatever shows a name escapes it', async (name) => {
    const { run, json } = await setUp();
    expect((await run('rename', 's1', name)).code).toBe(0);
    expect(await json('list')).toMatchObject([{ name }, {}, {}]);
    expect((await run('show', name)).code).toBe(0);
  });

  it('tells the sizes of a segment by day, and where a customer was', async () => {
    const { run, json } = await setUp();
    expect((await run('history', 's1')).printed.slice(2).map((line) => line.split(/ +/))).toEqual([
      ['2026-01-01', '3', '–', '–'],
      ['2026-01-02', '2', '0', '1'],
      ['2026-01-03', '2', '1', '1'],
    ]);
    expect(await json('history', '--customer', 'c')).toEqual({
      customer_id: 'c',
      stays: [
        { segment: 's1', entered_on: '2026-01-01', left_on: '2026-01-03', name: 'Frequent' },
        { segment: 's10', entered_on: '2026-01-03', left_on: null, name: 'New' },
      ],
    });
    expect((await run('history', '--customer', 'p')).said).toEqual(['p has never been in a segment']);
    expect((await run('history', '--customer', 'x')).said[0]).toMatch(/must be the id of a customer .* got "x"$/);
    expect((await run('history')).said[0]).toBe('SEGMENT or --customer ID must be given, one of the two');
  });

  it('counts who went where since the run before, and over a span of days', async () => {
    const { run, json } = await setUp();
    expect((await run('migrations')).printed.slice(2).map((line) => line.split(/ {2,}/))).toEqual([
      ['s1', 'Frequent', '1', '–', '1'],
      ['s2', 'Recent', '–', '1', '–'],
      ['none', 'No segment before', '1', '–', '–'],
    ]);
    expect((await run('migrations')).said[0]).toBe(
      'Since 2 January 2026, 1 of 3 customers (33.3%) moved to another segment; 1 who had none is in one now.',
    );
    expect((await run('migrations', '--from', '2026-01-01', '--to', '2026-01-02')).said[0]).toBe(
      'From 1 January 2026 to 2 January 2026, 1 of 3 customers (33.3%) moved to another segment.',
    );
    expect(await json('migrations', '--from', '2026-01-01', '--to', '2026-01-03')).toMatchObject({
      ...{ from: '2026-01-01', to: '2026-01-03', before: 3, moved: 2, came: 1, went: 0 },
      migrations: [
        { from_segment: 's1', to_segment: 's1', customers: 1 },
        { from_segment: 's1', to_segment: 's2', customers: 1 },
        { from_segment: 's1', to_segment: 's10', customers: 1 },
        { from_segment: null, to_segment: 's1', customers: 1 },
      ],
    });
    expect((await run('migrations', '--from', '2026-01-03')).said[0]).toMatch(/^--from must be before --to/);
    expect((await run('migrations', '--from', '2025-01-03')).said[0]).toMatch(/^--from must be 2026-01-01 or later/);
    expect((await run('migrations', '--to', 'monday')).said[0]).toBe(
      '--to must be a day like 2026-11-20, got "monday"',
    );
  });

  it('takes the last run for a day that was not run, and says which', async () => {
    const later = `select * from (${tables['segments.size']}) union all select date '2026-01-09', 's1', 3`;
    const { run, json } = await setUp({ ...tables, 'segments.size': later });
    const plain = await run('migrations', '--from', '2026-01-03', '--to', '2026-01-09');
    const { said, printed } = await run('migrations', '--from', '2026-01-05', '--to', '2026-12-31');
    expect(printed).toEqual(plain.printed);
    expect(said).toEqual([
      '2026-01-05 was not run; --from is taken for 2026-01-03, the last day before it that was; the next is 2026-01-09',
      '2026-12-31 was not run; --to is taken for 2026-01-09, the last day before it that was',
      ...plain.said,
    ]);
    expect(plain.said).toHaveLength(2);
    expect(await json('migrations', '--from', '2026-01-05')).toMatchObject({ from: '2026-01-03', to: '2026-01-09' });
    const same = await run('migrations', '--from', '2026-01-04', '--to', '2026-01-05');
    expect([same.code, same.said.at(-1)]).toEqual([2, '--from must be before --to, got 2026-01-03 and 2026-01-03']);
  });

  it('shows a release of before features were kept', async () => {
    const folder = temporaryFolder();
    const { 'segments.feature': _, 'segments.neighbour': _n, 'segments.typical_customer': _t, ...older } = tables;
    await makeStore(folder, older);
    const effects = recordingEffects(folder);
    expect(await main(['segments', 'show', 's1'], effects)).toBe(0);
    expect(effects.printed.join('\n')).toMatch(/^Besides the model\n(.+\n){3}money spent /m);
  });

  it('calls a segment what people called it last, everywhere', async () => {
    const { folder, run, json } = await setUp();
    await run('rename', 's10', 'Beginners');
    expect((await run('migrations')).printed.join('\n')).not.toContain('New');
    expect((await run('show', 's1')).printed.join('\n')).toContain('nearest segment: s10 Beginners');
    expect((await run('migrations', '--left', 's1', '--csv', 'left.csv')).printed[2]).toMatch(/ s10 +Beginners$/);
    expect(readFileSync(join(folder, 'left.csv'), 'utf8')).toContain('s10,Beginners');
    expect(await json('migrations', '--left', 's1')).toMatchObject({ customers: [{ to_segment_name: 'Beginners' }] });
  });

  it('tells who left a segment that is gone, also on the day that nobody was left in any', async () => {
    const { run, json } = await setUp({
      ...tables,
      'segments.former_segment': `select 's5' as segment, 'Guests' as name`,
      'segments.size': `select * from (${tables['segments.size']}) union all select date '2026-01-03', 's5', 2`,
      'segments.migration': `select * from (${tables['segments.migration']}) union all
        select date '2026-01-03', null, 's5', 2 union all select date '2026-01-04', 's5', null, 2`,
      'segments.membership': `select * from (${tables['segments.membership']}) union all
        select unnest(['e', 'f']), 's5', date '2026-01-03', date '2026-01-04'`,
    });
    expect(await json('history', 's5')).toMatchObject({
      days: [
        { as_of: '2026-01-03', customers: 2, entered: 2, left: 0 },
        { as_of: '2026-01-04', customers: 0, entered: 0, left: 2 },
      ],
    });
    const left = await run('migrations', '--left', 'S5');
    expect(left.printed.slice(2).map((line) => line.split(/ +/))).toEqual([
      ['e', '2026-01-04', 'none'],
      ['f', '2026-01-04', 'none'],
    ]);
    expect((await run('history', '--customer', 'e')).printed.at(-1)).toMatch(/^s5 +Guests \(no more\) +2026-01-03 /);
    expect((await run('migrations')).printed.join('\n')).toMatch(/^s5 +Guests \(no more\) /m);
    expect((await run('migrations', '--left', 's6')).said[0]).toMatch(/^SEGMENT must be the code or the name/);
  });

  it('leaves no half of a file, and says where none can be written', async () => {
    const { folder, run } = await setUp();
    const { code, said } = await run('migrations', '--left', 's1', '--csv', 'no/left.csv');
    expect([code, said[0]]).toEqual([2, expect.stringMatching(/no\/left\.csv must be a file that can be written: /)]);
    await run('migrations', '--left', 's1', '--csv', 'left.csv');
    expect(readdirSync(folder).filter((file) => file.startsWith('left'))).toEqual(['left.csv']);
  });

  it('lists who came and who went, with days, and writes all of them for spreadsheets', async () => {
    const { folder, run, json } = await setUp();
    const left = await run('migrations', '--from', '2026-01-01', '--left', 's1', '--limit', '1', '--csv', 'left.csv');
    expect(left.printed.slice(2)).toEqual(['c         C\\u001b[31m  2026-01-03  s10  New']);
    expect(left.said).toEqual(['left.csv: 2 customers']);
    expect(readFileSync(join(folder, 'left.csv'), 'utf8').split('\r\n')).toEqual([
      'customer_id,name,left_on,to_segment,to_segment_name',
      'c,C\u001b[31m,2026-01-03,s10,New',
      `b,'=Ben,2026-01-02,s2,Recent`,
      '',
    ]);
    expect(await json('migrations', '--entered', 's1')).toMatchObject({
      total: 1,
      customers: [{ customer_id: 'd', name: null, entered_on: '2026-01-03', from_segment: null }],
    });
  });
});
