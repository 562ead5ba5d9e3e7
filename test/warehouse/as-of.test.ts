import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { buildLayer } from '../support/build.ts';
import { company } from '../support/company.ts';
import { allRelations } from '../support/contracts.ts';
import { fingerprints } from '../support/fingerprint.ts';
import { isFull } from '../support/full.ts';
import { createInputs, type GivenRow, type GivenTables } from '../support/given.ts';

const relations = allRelations();

async function build(given: GivenTables): Promise<Record<string, string>> {
  const engine = await openDuckdb({ threads: 1 });
  await createInputs(engine, given);
  await buildLayer(engine, ...relations);
  const content = await fingerprints(engine, relations);
  await engine.close();
  return content;
}

const asOf = (day: string): GivenTables => ({
  ...company,
  'warehouse.setting': company['warehouse.setting']!.map((setting) => ({ ...setting, as_of: day })),
});

/** The rows whose day in `column` is not after `day`. */
const upTo = (day: string, column: string, rows: readonly GivenRow[] = []): GivenRow[] =>
  rows.filter((row) => String(row[column] ?? '').slice(0, 10) <= day);

const all = new Map<string, ReturnType<typeof build>>();

/** What is built of the whole company as of a day, once for all tests. */
function allAsOf(day: string): ReturnType<typeof build> {
  const built = all.get(day) ?? build(asOf(day));
  all.set(day, built);
  return built;
}

describe('nothing after the as-of day is visible', () => {
  it.each(isFull ? ['2025-11-30', '2026-01-09', '2026-01-31'] : ['2026-01-31'])(
    'as of %s all is as if later rows did not exist',
    async (day) => {
      const given = asOf(day);
      const known = {
        ...given,
        'raw.customers': upTo(day, 'acquired_on', given['raw.customers']),
        'raw.purchases': upTo(day, 'purchased_at', given['raw.purchases']),
        'raw.interactions': upTo(day, 'occurred_at', given['raw.interactions']),
      };
      expect(await allAsOf(day)).toEqual(await build(known));
    },
  );

  it('and the day itself is', async () => {
    expect(await allAsOf('2026-01-31')).not.toEqual(await build(asOf('2026-01-30')));
  });
});
