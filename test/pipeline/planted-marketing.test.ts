import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { generateSample } from '../../src/sample/generate-sample.ts';
import { sql } from '../../src/sql/sql.ts';
import { openRelease, runIn, temporaryFolder } from '../support/running.ts';

/** How many seeds of the generator are tried; `BEZERO_SEEDS=20` tries as many as the claims in docs/statistics.md are made of. */
const seeds = Number(process.env['BEZERO_SEEDS'] ?? 2);

/** The nightly pipeline of the sample without its models and files. */
function pipelineOf(): string {
  const file = fileURLToPath(new URL('../../pipelines/nightly.yaml', import.meta.url));
  const nightly = parse(readFileSync(file, 'utf8').replaceAll('../sample-data/', '').replace('../store', 'store')) as {
    audiences: unknown;
  };
  const outputs = { segments: false, workbook: false, parquet: false, report: false };
  return stringify({ ...nightly, steps: [], audiences: {}, outputs });
}

describe.each(Array.from({ length: seeds }, (_, i) => i + 1))('what the sample plants (seed %i)', (seed) => {
  it('is found in where customers come from', async () => {
    const folder = temporaryFolder();
    await generateSample({ customers: 2000, lines: 10, seed }, { folder, format: 'csv' });
    const engine = await openRelease(await runIn(folder, pipelineOf()));
    const ranked = await engine.rows(
      sql`select member, reason, payback_months, is_paid from marts.advertise_next where dimension = 'source' order by rank`,
      { member: 'text', reason: 'text', payback_months: 'integer?', is_paid: 'boolean' },
      8,
    );
    const paid = ranked.filter((row) => row.is_paid);
    if (process.env['BEZERO_SEEDS'] !== undefined) console.log(seed, JSON.stringify(ranked));
    expect(paid[0]).toMatchObject({ member: 'friend', reason: 'better', payback_months: 1 });
    expect(ranked.at(-1)).toMatchObject({ member: 'deal_portal', reason: 'worse' });
    expect(ranked.at(-1)!.payback_months ?? 36).toBeGreaterThan(6);
  });
});
