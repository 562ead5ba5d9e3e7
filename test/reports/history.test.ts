import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/reports/data/history.ts';
import { readReport } from '../../src/reports/data/index.ts';
import { changesOf, flowsOf, summariseMoves } from '../../src/reports/moves.ts';
import { sql } from '../../src/sql/sql.ts';
import { movesOn, sizesOn } from './given-segments.ts';
import { buildReport } from '../../src/reports/build.ts';
import { parseHTML } from 'linkedom';
import { company, context, reportOf, warehouseOf } from './support.ts';

describe('segments over time', () => {
  it('tell which grew and shrank most, and a segment that is no more by its id', async () => {
    const { textOf, document } = await reportOf();
    const figure = [...document.querySelectorAll('#segments figure')].find((one) =>
      one.textContent.includes('Segments over time'),
    )!;
    expect(figure.querySelector('figcaption p')!.textContent).toBe(
      'Since 31 December 2025, Hagglers grew most, from 14 to 25 customers; s4 (no more) shrank most, from 10 to 0 customers.',
    );
    const rows = [...figure.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual(['31 January 20264040.0%3535.0%2525.0%–', '31 December 20253838.8%3636.7%1414.3%1010.2%']);
    expect(textOf('#overview')).toContain(
      'Since 31 December 2025, 14 customers (14.3%) moved to another segment, 9 of them from s4 (no more) to Hagglers. 3 customers are new in the segments.',
    );
  });

  it('call a segment that is no more by its last name', async () => {
    const { textOf } = await reportOf({
      ...company,
      'segments.former_segment': [{ segment: 's4', name: 'Strangers' }],
    });
    expect(textOf('#segments')).toContain('Strangers (no more) shrank most, from 10 to 0 customers.');
    expect(textOf('#segments')).toContain('s4 Strangers (no more)');
    expect(textOf('#segments')).toContain('10 customers left Strangers (no more): 9 to Hagglers');
  });

  it('are shown by month or longer where many days were run', async () => {
    const days = Array.from({ length: 1_000 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 31 - i)).toISOString().slice(0, 10),
    );
    const engine = await warehouseOf({ 'marts.total': company['marts.total'] });
    await engine.create(
      'marts.segment_size',
      sql`select cast('2026-01-31' as date) - cast(day as integer) as as_of, 's1' as segment, 'One' as segment_name,
          cast(day as bigint) as customers, cast(1 as double) as share from generate_series(0, 999) as run (day)`,
    );
    const { sizes, step } = await readHistory(engine);
    expect(step).toBe('month');
    expect(sizes.length).toBeLessThanOrEqual(60);
    expect(sizes.at(-1)!.as_of).toBe(days[0]);
    expect(sizes.at(-2)!.as_of).toBe('2025-12-31');
  });

  it('and moves are not shown on the first day', async () => {
    const { textOf } = await reportOf({
      ...company,
      'marts.segment_size': sizesOn('2026-01-31', { s1: 40, s2: 35, s3: 25 }),
      'marts.segment_migration': [],
    });
    expect(textOf('#segments')).not.toMatch(/over time|Who moved/);
    expect(textOf('#overview')).not.toContain('moved');
  });
});

describe('a segment with nobody in it', () => {
  it('is shown as such, and over time', async () => {
    const { document, textOf } = await reportOf({
      ...company,
      'segments.segment': [
        ...company['segments.segment'],
        { segment: 's4', name: 'Ghosts', customers: 0, description: '0 customers: nobody is in it now.' },
      ],
      'marts.segment_size': [
        ...sizesOn('2025-12-31', { s1: 38, s2: 36, s3: 14, s4: 10 }),
        ...sizesOn('2026-01-31', { s1: 40, s2: 35, s3: 25, s4: 0 }),
      ],
    });
    const card = [...document.querySelectorAll('#segments .cards > li')].at(-1)!.textContent;
    expect(card).toMatch(/^s4 Ghosts *Customers0/);
    expect(card).toContain('Profit each–');
    expect(card).toContain('0 customers: nobody is in it now.');
    expect(textOf('#segments')).toContain('Ghosts shrank most, from 10 to 0 customers.');
    expect(document.documentElement.outerHTML).not.toContain('NaN');
  });
});

describe('who moved', () => {
  it('is summed up by segment', async () => {
    const data = await readReport(await warehouseOf(company));
    expect(summariseMoves(data)).toMatchObject({ since: '2025-12-31', before: 98, moved: 14, came: 3, went: 1 });
    const flows = flowsOf(data).map(({ segment, entered, came, left, went }) => [segment, entered, came, left, went]);
    expect(flows).toEqual([
      ['s1', 1, 3, 2, 0],
      ['s2', 2, 0, 2, 1],
      ['s3', 11, 0, 0, 0],
      ['s4', 0, 0, 10, 0],
    ]);
    const before = new Map([['s1', 38], ['s2', 36], ['s3', 14], ['s4', 10]]); // prettier-ignore
    for (const [segment, entered, came, left, went] of flows as [string, number, number, number, number][]) {
      const now = data.segments.find((one) => one.segment === segment)?.customers ?? 0;
      expect(before.get(segment)! + entered + came - left - went).toBe(now);
    }
  });

  it('is told in sentences, and from where to where as a matrix', async () => {
    const { document } = await reportOf();
    const figure = [...document.querySelectorAll('#segments figure')].find((one) =>
      one.textContent.includes('Who moved'),
    )!;
    expect(figure.querySelector('figcaption p')!.textContent).toBe(
      'Since 31 December 2025, 14 of 98 customers (14.3%) moved to another segment; 3 who had none are in one now and 1 is in none any more.',
    );
    expect([...figure.querySelectorAll('figcaption li')].map((item) => item.textContent)).toEqual([
      '10 customers left s4 (no more): 9 to Hagglers and 1 to Loyal regulars.',
      '2 customers left Loyal regulars, all for Passers-by.',
      '2 customers left Passers-by, all for Hagglers.',
    ]);
    const cells = [...figure.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['From ↓ to →', 's1', 's2', 's3', 'None now', 'Before'],
      ['s1  Loyal regulars', '3694.7%', '25.3%', '–', '–', '38'],
      ['s2  Passers-by', '–', '3391.7%', '25.6%', '12.8%', '36'],
      ['s3  Hagglers', '–', '–', '14100.0%', '–', '14'],
      ['s4 (no more)', '110.0%', '–', '990.0%', '–', '10'],
      ['No segment before', '3100.0%', '–', '–', '–', '3'],
      ['Now', '40', '35', '25', '1', '101'],
    ]);
  });

  it('is nobody, where everybody stayed: a sentence without a chart', async () => {
    const stayed = movesOn('2026-01-31', '2026-01-30', [['s1', 's1', 40], ['s2', 's2', 35], ['s3', 's3', 25]]); // prettier-ignore
    const { textOf, document } = await reportOf({ ...company, 'marts.segment_migration': stayed });
    expect(textOf('#segments')).toContain('Since 30 January 2026, none of 100 customers moved to another segment.');
    const figure = [...document.querySelectorAll('figure')].find((one) => one.textContent.includes('Who moved'))!;
    expect(figure.querySelector('svg')).toBeNull();
    expect(textOf('#overview')).toContain('no customer has moved from one segment to another');
  });

  it('tells of segments that are new, merged or gone, where the history has events', async () => {
    const engine = await warehouseOf(company);
    await engine.create(
      'segments.event',
      sql`select cast(as_of as date) as as_of, segment, event, other_segment, cast(share as double) as share
        from (values ('2026-01-31', 's4', 'merged', 's3', 0.9), ('2026-01-31', 's3', 'kept', null, null),
          ('2025-12-31', 's2', 'new', null, null)) as event (as_of, segment, event, other_segment, share)`,
    );
    const { born, ended } = changesOf(await readReport(engine));
    expect([born.length, ended.length]).toEqual([0, 1]);
    const { document } = parseHTML(await buildReport(engine, context));
    for (const section of ['overview', 'segments']) {
      expect(document.querySelector(`#${section}`)!.textContent).toContain(
        'The segment s4 (no more) is gone: 90% of its customers are in Hagglers now.',
      );
    }
  });
});
