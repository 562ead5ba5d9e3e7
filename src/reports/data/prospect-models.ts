import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

/** A model that says which segment somebody belongs to. */
export type Assigner = 'discriminant' | 'tree';

const shape = {
  model: 'text',
  customers: 'integer',
  measured: 'integer?',
  correct: 'integer?',
  hit_ratio: 'number?',
  chance: 'number',
  is_used: 'boolean',
} as const;

/**
 * A model that can assign prospects. `hit_ratio`: the share of the `customers` with a segment on the day of its fit that it puts into their own, with their part left out of its fit; of those
 * `measured`, who have all that it asks for, `correct` are. Null: not measured. `chance`: the share of the largest segment.
 */
export type ProspectModel = Readonly<Row<typeof shape>> & { readonly model: Assigner };

/** The models that can assign prospects, the one that does first. */
export async function readProspectModels(engine: Engine): Promise<ProspectModel[]> {
  const rows = await engine.rows(
    sql`select ${columnsOf(shape)} from models.prospect_model order by is_used desc nulls last, model`,
    shape,
    2,
  );
  return rows as ProspectModel[];
}
