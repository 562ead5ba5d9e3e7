import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects } from '../support/effects.ts';
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
outputs: { report: false }
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
  it('says what is new of a model once, and nothing where all is as it was', async () => {
    const { put, night } = shop();
    expect(await night('--quiet')).toEqual({ code: 0, said: [constant] });
    put('shop-02.csv', lines('S', '02'));
    expect(await night('--quiet')).toEqual({ code: 0, said: [] });
    expect(await night('--quiet')).toEqual({ code: 0, said: [] });
    put('shop-03.csv', lines('S', '03'));
    expect((await night()).said).toContain(constant);
  });

  it('says every night what a source lacks, until it is mended', async () => {
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
