import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/pipeline/run.ts';
import { sql } from '../../src/sql/sql.ts';
import { openRelease, runIn, sharedFolder } from '../support/running.ts';

const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: 2026-01-31
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  interactions: { files: interactions.csv, tables: { interactions: same }, max_rejected: 30% }
outputs: { segments: false, parquet: false, report: false }
`;

const contacts = [
  // What the Python package afinn says of it: 3 (fnielsen/afinn, README).
  ['said-1', 'en', 'This is utterly excellent!', ''],
  ['said-2', 'en', 'I hate it. It does not work', ''],
  ['said-3', 'eu', 'Oso ona', ''],
  ['said-4', 'es', '', '0.25'],
  ['said-5', 'en', 'excellent', '-1'],
  ['stars', 'en', 'excellent', '5'],
];

describe('opinions', () => {
  let run: RunResult;
  const folder = sharedFolder();
  beforeAll(async () => {
    writeFileSync(join(folder, 'customers.csv'), 'customer_id,language\nen,en\neu,eu\nes,es\n');
    const rows = contacts.map(([id, customer, text, score]) => `${id},${customer},2026-01-02,email,${text},${score}`);
    writeFileSync(
      join(folder, 'interactions.csv'),
      `interaction_id,customer_id,occurred_at,channel,text,sentiment\n${rows.join('\n')}\n`,
    );
    run = await runIn(folder, yaml);
  });

  it('are as given, else by the words of English texts, else unknown', async () => {
    const engine = await openRelease(run);
    const rows = await engine.rows(
      sql`select interaction_id, score, is_given from warehouse.opinion order by interaction_id`,
      { interaction_id: 'text', score: 'number', is_given: 'boolean' },
    );
    expect(rows).toEqual([
      { interaction_id: 'said-1', score: 0.6, is_given: false },
      { interaction_id: 'said-2', score: -0.6, is_given: false },
      { interaction_id: 'said-4', score: 0.25, is_given: true },
      { interaction_id: 'said-5', score: -1, is_given: true },
    ]);
  });

  it('are rejected where they are of another scale', async () => {
    const engine = await openRelease(run);
    const rows = await engine.rows(sql`select line, column_name, reason, value from raw.rejects`, {
      line: 'integer',
      column_name: 'text',
      reason: 'text',
      value: 'text',
    });
    expect(rows).toEqual([{ line: 7, column_name: 'sentiment', reason: 'not_from_minus_1_to_1', value: '5' }]);
  });
});
