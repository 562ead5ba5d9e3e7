import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { edgesOf, findCrowded, type BinnedFeature } from './bin-features.ts';
import { lookupSql } from './binning.sql.ts';
import { countsSql, membersSql } from './counts.sql.ts';
import type { Tables } from './ground.ts';
import { total } from './node.ts';
import { rowValuesSql, workingSql, type TreeRows } from './working.sql.ts';

/**
 * Makes the working table and the counts of its rows, anew where some features need other bins.
 *
 * @returns the features with the bins that they have in it
 */
export async function makeWorking(
  engine: Engine,
  tables: Tables,
  rows: TreeRows,
  features: readonly BinnedFeature[],
): Promise<readonly BinnedFeature[]> {
  if (features.some(({ binning }) => binning.kind === 'list'))
    await engine.create(tables.lookup, lookupSql(features.map(({ binning }) => binning)));
  const count = { classes: rows.classes.length, isWeighted: rows.weight !== null };
  const make = async (some: readonly BinnedFeature[]): Promise<void> => {
    await engine.create(tables.working, workingSql(rows, some, tables.lookup));
    await engine.create(tables.counts, countsSql(tables.working, some.length, count));
  };
  await make(features);
  const crowded = await findCrowded(engine, tables.counts, features, count.classes);
  if (crowded.length === 0) return features;
  const better = [...features];
  for (const i of crowded)
    better[i] = { ...features[i]!, binning: await edgesOf(engine, rowValuesSql(rows, [features[i]!.column])) };
  await make(better);
  return better;
}

/** Rows by class: of all, then without each part. */
export async function readRoots(engine: Engine, working: string, rows: TreeRows): Promise<number[][]> {
  const [classes, parts] = [rows.classes.length, Math.max(1, rows.folds)];
  const members = membersSql({ isWeighted: rows.weight !== null });
  const found = await engine.rows(
    sql`select cell, ${members} as members from ${relationName(working)} group by cell order by cell`,
    { cell: 'integer', members: 'integer' },
    classes * parts,
  );
  const byCell = new Map(found.map(({ cell, members: n }) => [cell, n]));
  const ofPart = (part: number, c: number): number => byCell.get(part * classes + c) ?? 0;
  const all = rows.classes.map((_, c) => total(Array.from({ length: parts }, (_, part) => ofPart(part, c))));
  return [all, ...Array.from({ length: rows.folds }, (_, part) => all.map((n, c) => n - ofPart(part, c)))];
}
