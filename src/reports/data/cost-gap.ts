import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const gapShape = {
  cost_line: 'text',
  missing: 'text',
  channel: 'text',
  units: 'integer',
  net_revenue: 'number?',
} as const satisfies Shape;

/** A cost that nobody told, so that it counts as nothing; see `marts.cost_gap`. */
export type CostGap = Readonly<Row<typeof gapShape>>;

/** Those with the most units; channels of contacts make more than a few. */
const most = 20;

/** At most 20. */
export const readCostGaps = (engine: Engine): Promise<CostGap[]> =>
  engine.rows(
    sql`select ${columnsOf(gapShape)} from marts.cost_gap order by units desc, cost_line, missing, channel limit ${most}`,
    gapShape,
    most,
  );
