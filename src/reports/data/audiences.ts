import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const shape = {
  audience: 'text',
  title: 'text?',
  description: 'text?',
  customers: 'integer',
  included: 'integer',
  excluded: 'integer',
} as const satisfies Shape;

/** An audience: how many it has, of them included by hand, and how many are held back by hand. */
export type Audience = Readonly<Row<typeof shape>>;

/** More than a pipeline names. */
const most = 1_000;

/** The audiences of the pipeline, by name. */
export const readAudiences = (engine: Engine): Promise<Audience[]> =>
  engine.rows(sql`select ${columnsOf(shape)} from segments.audience order by audience`, shape, most);
