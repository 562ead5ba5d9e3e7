import type { Engine } from '../../../src/engine/engine.ts';
import type { z } from 'zod';
import { fitRfm } from '../../../src/models/rfm/fit.ts';
import type { FittedRfm } from '../../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../../src/models/rfm/options.ts';
import { rfmScoreSql } from '../../../src/models/rfm/score.sql.ts';
import type { Row } from '../../../src/engine/engine.ts';
import type { Measured } from './reference.ts';
import { table } from '../support.ts';

/** The columns of `scores.rfm` as they are decoded. */
export const scoreShape = {
  customer_id: 'text',
  recency_score: 'integer',
  frequency_score: 'integer',
  monetary_score: 'integer',
  rfm_cell: 'text',
  rfm_score: 'number',
  rfm_segment: 'text',
} as const;

/** A decoded row of scores. */
export type ScoreRow = Row<typeof scoreShape>;

/** Options as a pipeline writes them. */
export type Written = z.input<typeof rfmOptions>;

const input = { asOf: '2026-11-20', relation: 'made.measured' };

/** Makes `made.measured` of customers. */
export async function measured(engine: Engine, customers: readonly Measured[]): Promise<void> {
  const rows = customers.map(
    ({ id, recency, frequency, monetary }) => `('${id}', ${recency}, ${frequency}, ${monetary})`,
  );
  await table(
    engine,
    input.relation,
    `select customer_id, recency_days, frequency, cast(monetary as decimal(18, 4)) as monetary
      from (values ${rows.join(', ')}) as t (customer_id, recency_days, frequency, monetary)`,
  );
}

/** Fits and scores a relation, `made.measured` where none is named. */
export async function scored(
  engine: Engine,
  written: Written,
  relation = input.relation,
): Promise<{ fitted: FittedRfm; rows: Map<string, ScoreRow> }> {
  const fitted = await fitRfm(engine, rfmOptions.parse(written), { ...input, relation });
  const rows = await engine.rows(rfmScoreSql(fitted), scoreShape, 100_000);
  return { fitted, rows: new Map(rows.map((row) => [row.customer_id, row])) };
}
