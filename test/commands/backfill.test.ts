import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

const pipeline = `name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources: { shop: { files: shop.csv, tables: { purchases: same } } }
steps:
  - kmeans: { features: [frequency, monetary, complaints], k: 2, restarts: 2 }
outputs: { report: false, segments: false, parquet: false }
`;

/** Orders of eight customers in each month of early 2026. */
const orders = ['01', '02', '03', '04'].flatMap((month) =>
  Array.from({ length: 12 }, (_, i) => `${month}${i},C${i % 8},2026-${month}-${10 + i},1,${i * i + 1}`),
);

describe('bezero backfill', () => {
  it.runIf(isFull)('says the days before it begins, one line a day, and what is new on a day', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'nightly.yaml'), pipeline);
    writeFileSync(
      join(folder, 'shop.csv'),
      `order_id,customer_id,purchased_at,quantity,amount\n${orders.join('\n')}\n`,
    );
    const effects = recordingEffects(folder);
    const words = ['backfill', 'nightly.yaml', '--from', '2025-12-31', '--to', '2026-03-01', '--json'];
    expect(await main(words, effects), effects.said.join('\n')).toBe(0);
    const { said, printed } = effects;
    const days = said.indexOf('3 days before 2026-04-21: 2025-12-31, 2026-01-31, 2026-02-28');
    expect(days).toBeGreaterThan(0);
    expect(said.slice(days + 1, days + 3)).toEqual([
      'backfill 2026-01-31 (2 of 3): 8 customers in 2 segments, found anew; 0 moved',
      expect.stringMatching(/^backfill 2026-02-28 \(3 of 3\): 8 customers in 2 segments, /),
    ]);
    expect(said.findIndex((line) => line.startsWith('settings: as of 2026-04-21'))).toBeGreaterThan(days + 2);
    const notes = said.filter((line) => line.startsWith('note: ') || line.startsWith('the history'));
    expect(notes.slice(0, 2)).toEqual([
      expect.stringMatching(
        /^note: 2025-12-31 is skipped: nobody had bought yet; the first purchase is of 2026-01-\d\d$/,
      ),
      'note: as of 2026-01-31: kmeans: complaints is constant; the segments do without it',
    ]);
    expect(said.filter((line) => line.includes('2026-02-28: kmeans: complaints'))).toEqual([]);
    expect(said).toContainEqual(
      expect.stringMatching(
        /^the history has 2 past days from 2026-01-31 on, and then the as-of day; segments were found anew on /,
      ),
    );
    const record = JSON.parse(printed.join('')) as { asOf: string; published: boolean; backfill: { days: unknown[] } };
    expect([record.asOf, record.published, record.backfill.days.length]).toEqual(['2026-04-21', true, 2]);

    // A night after these days is none that a backfill computed.
    appendFileSync(join(folder, 'shop.csv'), 'x,C1,2026-05-01,1,20\n');
    const again = recordingEffects(folder);
    const since = ['backfill', 'nightly.yaml', '--from', '2026-03-31'];
    expect(await main(since, again)).toBe(2);
    expect(again.said.at(-1)).toMatch(/^--from must lie after .+ a night was run as of 2026-04-21, /);
    expect(await main([...since, '--replace-history'], again), again.said.join('\n')).toBe(0);
    expect(again.said.filter((line) => line.includes('of segment history after'))).toEqual([
      'note: as of 2026-03-31: 1 day of segment history after 2026-03-31 is left out here, until a run of a later day tells it anew. Nothing is lost: the release before, as of 2026-04-21, still has it; "bezero rollback" goes back to that release',
    ]);

    const late = recordingEffects(folder);
    expect(await main(['backfill', 'nightly.yaml', '--from', '2026-05-01'], late)).toBe(2);
    expect(late.said.at(-1)).toBe('--from must be a day before the as-of day 2026-05-01; got 2026-05-01');
  });

  it('finds mistakes in what was asked before it touches the store or the data', async () => {
    const told = async (text: string, from: string) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'nightly.yaml'), text);
      const effects = recordingEffects(folder);
      const code = await main(['backfill', 'nightly.yaml', '--from', from], effects);
      return [code, effects.said, existsSync(join(folder, 'store'))];
    };
    const settled = pipeline.replace('as_of: latest', 'as_of: 2026-01-15');
    expect(await told(settled, '2026-01-15')).toEqual([
      2,
      ['--from must be a day before the as-of day 2026-01-15; got 2026-01-15'],
      false,
    ]);
    expect(await told(pipeline.replace('latest', 'yesterday'), '2190-01-01')).toEqual([
      2,
      [expect.stringMatching(/^--from must be a day before the as-of day /)],
      false,
    ]);
    expect(await told(pipeline.replace(/ {2}- kmeans.+\n/, '  - rfm: {}\n'), '2025-01-01')).toEqual([
      2,
      [expect.stringMatching(/nightly.yaml: steps must have kmeans for a backfill; segments are what has a history$/)],
      false,
    ]);
    expect(await told(pipeline, '2026-02-30')).toEqual([
      2,
      ['--from must be a day like 2026-11-20, got "2026-02-30"'],
      false,
    ]);
  });
});
