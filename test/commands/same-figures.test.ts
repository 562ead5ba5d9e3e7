import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { FittedBasket } from '../../src/models/basket/fitted.ts';
import { sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { sampleRelease } from '../support/sample-release.ts';

let folder: string;
let engine: Engine;
let report: string;
beforeAll(async () => {
  folder = await sampleRelease();
  engine = await openDuckdb({ file: join(folder, 'store/current/bezero.duckdb'), readOnly: true });
  const { document } = parseHTML(readFileSync(join(folder, 'store/current/report.html'), 'utf8'));
  document.querySelectorAll('svg, script, style').forEach((element) => {
    element.remove();
  });
  report = document.querySelector('body')!.textContent!;
  return () => engine.close();
}, 240_000);

async function printed(...argv: readonly string[]): Promise<string> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  expect(await main(argv, effects), effects.said.join('\n')).toBe(0);
  return effects.printed.join('\n');
}

describe('one figure for one thing', () => {
  it('bezero basket --store and the report tell of the same rules and groups', async () => {
    const [found] = await engine.rows(
      sql`select count(*) as rules, count(*) filter (where is_told) as told,
          (select count(distinct group_number) from marts.product_group) as groups from marts.product_rule`,
      { rules: 'integer', told: 'integer', groups: 'integer' },
    );
    const { rules, told, groups } = found!;
    expect(told).toBeGreaterThan(20);
    const { model } = JSON.parse(await printed('basket', '--store', 'store', '--json')) as { model: FittedBasket };
    expect(model).toMatchObject({ rules, told, pairs: { groups } });
    const text = await printed('basket');
    expect(text).toContain(`${rules} rules with a confidence of 0.2 or more`);
    expect(text).toContain(`the first 20 of ${told}`);
    expect(text).toContain(`in ${groups} groups`);
    expect(text).toMatch(/Potting soil 5 l +Herb planter|Herb planter +Potting soil 5 l/);
    expect(report).toContain(`${told} sets of goods are bought together`);
    expect(report).toContain(`strongest of ${told} rules`);
    expect(report).toContain(`10 largest of ${groups} groups`);
  });

  it('bezero profit and the report tell of the same margin of a segment', async () => {
    const [, margin] = /^s\d .*?(\d+\.\d%) +\d+\.\d%$/m.exec(await printed('profit', '--by', 'segment'))!;
    expect(report).toContain(`leaves ${margin!} as profit, the most`);
  });

  it('the six planted pairs are each other’s nearest neighbours', async () => {
    const { affinities } = JSON.parse(readFileSync(join(folder, 'sample-data/truth.json'), 'utf8')) as {
      affinities: { pairs: readonly { first: string; second: string }[] };
    };
    const rows = await engine.rows(
      sql`select product_id, neighbour_id from models.product_neighbour where product_id <> neighbour_id
        qualify row_number() over (partition by product_id order by similarity desc, neighbour_id) = 1`,
      { product_id: 'text', neighbour_id: 'text' },
    );
    const nearest = new Map(rows.map(({ product_id: product, neighbour_id: neighbour }) => [product, neighbour]));
    expect(affinities.pairs).toHaveLength(6);
    for (const { first, second } of affinities.pairs)
      expect([nearest.get(first), nearest.get(second)]).toEqual([second, first]);
  });
});
