import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { EngineError } from '../../src/errors.ts';
import { copyRelease } from '../../src/pipeline/publish.ts';
import { recordingEffects } from '../support/effects.ts';
import { isFull } from '../support/full.ts';
import { temporaryFolder } from '../support/running.ts';

const pipeline = `name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  shop:
    files: shop-*.csv
    tables: { purchases: same }
  web:
    files: web-*.csv
    tables: { purchases: same }
steps:
  - kmeans: { features: [frequency, monetary, complaints], k: 2, restarts: 2 }
outputs: { report: false, segments: false, parquet: false }
`;

/** Order lines of eight customers in a month. */
const lines = (prefix: string, month: string): string =>
  `order_id,customer_id,purchased_at,quantity,amount\n${Array.from({ length: 12 }, (_, i) => `${prefix}${month}${i},C${i % 8},2026-${month}-0${1 + (i % 9)},1,${(i * i + 1).toFixed(2)}`).join('\n')}\n`;

/** A shop's folder, and its nights. */
function shop() {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const put = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  put('nightly.yaml', pipeline);
  put('shop-01.csv', lines('S', '01'));
  put('web-01.csv', lines('W', '01'));
  const night = async (...argv: readonly string[]) => {
    const effects = recordingEffects(folder);
    const code = await main(['run', 'nightly.yaml', ...argv], effects);
    return { code, said: effects.said };
  };
  return { folder, put, night };
}

const constant = 'note: kmeans: complaints is constant; the segments do without it';

describe('bezero run --quiet', () => {
  it.runIf(isFull)('says what is new of a model once, and nothing where all is as it was', async () => {
    const { put, night } = shop();
    expect(await night('--quiet')).toEqual({ code: 0, said: [constant] });
    put('shop-02.csv', lines('S', '02'));
    expect(await night('--quiet')).toEqual({ code: 0, said: [] });
    expect(await night('--quiet')).toEqual({ code: 0, said: [] });
    put('shop-03.csv', lines('S', '03'));
    expect((await night()).said).toContain(constant);
  });

  it.runIf(isFull)('says every night what a source lacks, until it is mended', async () => {
    const { folder, put, night } = shop();
    await night('--quiet');
    rmSync(join(folder, 'web-01.csv'));
    put('shop-02.csv', lines('S', '02'));
    const lacks = 'note: sources.web: no file matches now; it holds what was read on earlier nights';
    expect(await night('--quiet')).toEqual({ code: 0, said: [lacks] });
    expect(await night('--quiet')).toEqual({ code: 0, said: [lacks] });
    put('shop-03.csv', lines('S', '03'));
    expect(await night('--quiet')).toEqual({ code: 0, said: [lacks] });
    put('web-03.csv', lines('W', '03'));
    expect(await night('--quiet')).toEqual({ code: 0, said: [] });
  });

  it('says errors', async () => {
    const { put, night } = shop();
    put('shop-01.csv', 'order_id,customer_id\n1,C1\n');
    const { code, said } = await night('--quiet');
    expect([code, said]).toEqual([3, [expect.stringContaining('sources.shop.tables.purchases must give')]]);
  });
});

describe('bezero run --copy-to', () => {
  it.runIf(isFull)('copies to a folder that it makes', async () => {
    const { folder, night } = shop();
    expect((await night('--quiet', '--copy-to', 'share/crm')).code).toBe(0);
    expect(readdirSync(join(folder, 'share/crm'))).toContain('run.json');
  });

  it('refuses what can be no folder before it runs', async () => {
    const { folder, put, night } = shop();
    put('README.md', 'ours');
    symlinkSync('nowhere', join(folder, 'link'));
    const must = '--copy-to must be a folder to write to, or a place where one can be made; ';
    const file = `${must}${join(folder, 'README.md')} is a file`;
    for (const [target, said] of [
      ['README.md', file],
      ['README.md/a/b', file],
      ['link', `${must}${join(folder, 'link')} is a link to nothing`],
      ['link/a', `${must}${join(folder, 'link')} is a link to nothing`],
      ['', '--copy-to must be a folder, got nothing'],
    ] as const)
      expect(await night('--copy-to', target)).toEqual({ code: 2, said: [said] });
    expect(existsSync(join(folder, 'store'))).toBe(false);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('ours');
  });

  it('says in a sentence what cannot be copied, and does not wait for it', async () => {
    const { folder, put } = shop();
    put('README.md', 'ours');
    mkdirSync(join(folder, '2026-11-21T020000Z-0001/segments'), { recursive: true });
    const release = join(folder, '2026-11-21T020000Z-0001');
    for (const target of [join(folder, 'README.md'), join(folder, 'README.md/a'), '/proc/no/such', '/dev/null/a']) {
      const copied = copyRelease(release, target);
      await expect(copied).rejects.toThrow(EngineError);
      await expect(copied).rejects.toThrow(
        `2026-11-21T020000Z-0001 is published, but could not be copied to ${target}: `,
      );
    }
  });
});

describe('bezero run --as-of', () => {
  it.runIf(isFull)('notes a day after today, in the zone of the pipeline, and goes on', async () => {
    const { put, night } = shop();
    const note = 'note: as of 2031-01-01, which lies after today: everybody looks quiet';
    expect(await night('--quiet', '--as-of', '2031-01-01')).toEqual({ code: 0, said: [note, constant] });
    const rewound =
      'note: 1 day of segment history after 2026-11-21 is left out here, until a run of a later day tells it anew. Nothing is lost: the release before, as of 2031-01-01, still has it; "bezero rollback" goes back to that release';
    expect(await night('--quiet', '--as-of', '2026-11-21')).toEqual({ code: 0, said: [rewound] });
    put('nightly.yaml', pipeline.replace('latest', '2031-01-01'));
    expect((await night('--quiet')).said).toContain(note);
  });
});
