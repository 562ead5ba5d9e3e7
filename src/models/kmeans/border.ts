import type { Engine } from '../../engine/engine.ts';
import { addClusters, assign, rowsOf, withoutClusters, type Cluster } from './cluster-sums.ts';
import { borderSql } from './lloyd.sql.ts';
import { distance, nearestRule, type Position, type Space } from './space.ts';

/**
 * The rows that can still change cluster, as a table. While no centre is farther than `reach` from where it was, a row
 * that was more than 2·reach nearer to its own centre than to the next keeps its cluster (triangle inequality, as in
 * Hamerly 2010): it is settled, and its sums are known. Borders lie within one another, each in the table of the one
 * before it.
 */
export interface Border {
  readonly table: string;
  /** Where the centres were. */
  readonly centres: readonly Position[];
  readonly reach: number;
  /** Sums of all rows of the whole table that are not in this one. */
  readonly settled: readonly Cluster[];
}

/** One iteration: the centres, the clusters they make of all rows, and the centres that those have. */
export interface Step {
  readonly centres: readonly Position[];
  readonly clusters: readonly Cluster[];
  readonly moved: readonly Position[];
}

/** A border is drawn for so many further steps like the last one. */
const steps = 8;

/**
 * It pays when its reach is this much less than that of the border around it, or than the distance of the nearest two
 * centres.
 */
const shrink = { border: 4, centres: 8 } as const;

/** More borders within borders are not worth their tables. */
const deepest = 4;

/** More than rounding can do to a distance, relative to the distance of a centre from the origin. */
const slack = 1e-6;

/** How far the centre that moved most has moved. */
const farthestMove = (from: readonly Position[], to: readonly Position[]): number =>
  Math.max(...from.map((centre, c) => distance(centre, to[c]!)));

/** How far apart the two nearest centres are. */
const nearestPair = (centres: readonly Position[]): number =>
  Math.min(...centres.flatMap((one, c) => centres.slice(c + 1).map((other) => distance(one, other))));

const farthestOut = (centres: readonly Position[]): number => Math.max(...centres.map((one) => Math.hypot(...one)));

const borderTable = (table: string, depth: number): string => `${table}_border_${depth}`;

/** The borders that no centre has left. */
export function holdingBorders(borders: readonly Border[], centres: readonly Position[]): readonly Border[] {
  const left = borders.findIndex((border) => farthestMove(border.centres, centres) > border.reach);
  return left < 0 ? borders : borders.slice(0, left);
}

/** The clusters that centres make of all rows, of which only those within the borders are read. */
export async function assignWithin(
  engine: Engine,
  table: string,
  space: Space,
  borders: readonly Border[],
  centres: readonly Position[],
): Promise<Cluster[]> {
  const inner = borders.at(-1);
  const read = await assign(engine, inner?.table ?? table, space, centres);
  return inner ? addClusters(inner.settled, read) : read;
}

/**
 * Draws a border around the rows that the next steps can move, where that pays and at least `smallest` rows are read
 * now.
 */
export async function drawBorder(
  engine: Engine,
  table: string,
  space: Space,
  borders: readonly Border[],
  { centres, clusters, moved }: Step,
  smallest: number,
): Promise<readonly Border[]> {
  const inner = borders.at(-1);
  const reach = steps * farthestMove(centres, moved);
  const rows = rowsOf(inner ? withoutClusters(clusters, inner.settled) : clusters);
  const small = reach * shrink.centres <= nearestPair(centres) && reach * shrink.border <= (inner?.reach ?? Infinity);
  if (!small || rows < smallest || borders.length === deepest) return borders;
  const name = borderTable(table, borders.length + 1);
  const margin = 2 * reach + slack * (1 + farthestOut(centres));
  await engine.create(name, borderSql(inner?.table ?? table, nearestRule(space, centres), margin));
  const settled = withoutClusters(clusters, await assign(engine, name, space, centres));
  return [...borders, { table: name, centres, reach, settled }];
}

/** Removes the tables of all borders. */
export async function dropBorders(engine: Engine, table: string): Promise<void> {
  for (let depth = 1; depth <= deepest; depth++) await engine.drop(borderTable(table, depth));
}
