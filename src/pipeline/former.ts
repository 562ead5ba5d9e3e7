import { existsSync } from 'node:fs';
import type { Column, Engine } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import { relationName } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import type { Upkeep } from '../text/en/upkeep.ts';
import { warehouseOf } from './releases.ts';

/** What its database is called beside the one in the making. */
const catalogue = 'former';

/** A release, or a day of a backfill, that another goes on from. */
export interface Origin {
  /** Holds its warehouse. */
  readonly folder: string;
  readonly asOf: string;
}

/** The warehouse of the release before, to carry on from: stored models, the history of the segments. */
export interface Former {
  readonly asOf: string;
  /** The parts of the name of a table there; null where it has no such table. */
  table(relation: string): readonly string[] | null;
  /** A fitted model as it was stored; null where there is none. */
  model(name: string): Promise<Stored | null>;
  /** How it came about; null where that was not kept. */
  upkeep(name: string): Promise<Upkeep | null>;
}

/** What every stored model says of itself. */
export interface Stored {
  /** The day it is as of: it knows nothing later. */
  readonly asOf: string;
  /** Of one that was made to be used again. */
  readonly basis?: { readonly asOf: string };
}

/** The day that a model was fitted on, which may be before the day of its figures. */
export const fittedOn = ({ basis, asOf }: Stored): string | undefined => basis?.asOf ?? asOf;

/** Makes the warehouse of a release readable. Null where only its files were kept. */
export async function attachFormer(engine: Engine, { folder, asOf }: Origin): Promise<Former | null> {
  const file = warehouseOf(folder);
  if (!existsSync(file)) return null;
  await engine.attach(file, catalogue);
  const there = await tablesIn(engine, catalogue);
  const table = (relation: string): readonly string[] | null =>
    there.has(relation) ? [catalogue, ...relation.split('.')] : null;
  const models = relationName(`${catalogue}.models.fitted`);
  let columns: Promise<readonly Column[]> | null = null;
  return {
    asOf,
    table,
    async model(name) {
      if (table('models.fitted') === null) return null;
      const [stored] = await engine.rows(
        sql`select fitted from ${models} where model = ${name}`,
        { fitted: 'json' },
        1,
      );
      return (stored?.fitted as Stored | undefined) ?? null;
    },
    async upkeep(name) {
      columns ??= engine.check(sql`select * from ${models}`);
      if (!(await columns).some((column) => column.name === 'upkeep')) return null;
      const query = sql`select upkeep from ${models} where model = ${name}`;
      const [stored] = await engine.rows(query, { upkeep: 'json?' }, 1);
      return (stored?.upkeep as Upkeep | null | undefined) ?? null;
    },
  };
}
