import type { Engine } from '../../engine/engine.ts';
import { addClusters, assign, rowsOf, withoutClusters, type Cluster } from './cluster-sums.ts';
import { borderSql, type Centres } from './lloyd.sql.ts';

/**
 * The rows that can still change cluster, as a table. While no centre is farther than `reach` from the anchor, a row that was more than 2·reach
 * nearer to its own centre than to the next keeps its cluster (triangle inequality, as in Hamerly 2010): it is settled, and its sums are known.
 * Borders lie within one another, each in the table of the one before it.
 */
export interface Border {
  readonly table: string;
  readonly anchor: Centres;
  readonly reach: number;
  /** Sums of all rows of the whole table that are not in this one. */
  readonly settled: readonly Cluster[];
}

/** A border is drawn for so many further steps like the last one: enough for the rest of a search that slows down. */
const steps = 8;

/** It pays when its reach is this much less than that of the border around it, or than the distance of the nearest two centres. */
const shrink = { border: 4, centres: 8 } as const;

/** More borders within borders are not worth their tables. */
const deepest = 4;

/** More than distances can be off by rounding. */
const slack = 1e-9;

const distance = (left: readonly number[], right: readonly number[]): number =>
  Math.sqrt(left.reduce((sum, value, j) => sum + (value - right[j]!) ** 2, 0));

/** How far the centre that moved most has moved. */
const farthestMove = (from: Centres, to: Centres): number =>
  Math.max(...from.centres.map((centre, c) => distance(centre, to.centres[c]!)));

/** How far apart the two nearest centres are. */
const nearestPair = ({ centres }: Centres): number =>
  centres.reduce(
    (least, one, c) => centres.slice(c + 1).reduce((so, other) => Math.min(so, distance(one, other)), least),
    Infinity,
  );

/** The borders that no centre has left. */
export function holdingBorders(borders: readonly Border[], centres: Centres): readonly Border[] {
  const left = borders.findIndex(({ anchor, reach }) => farthestMove(anchor, centres) > reach);
  return left < 0 ? borders : borders.slice(0, left);
}

/** The clusters that centres make of all rows, of which only those within the borders are read. */
export async function assignWithin(
  engine: Engine,
  table: string,
  borders: readonly Border[],
  centres: Centres,
): Promise<Cluster[]> {
  const inner = borders.at(-1);
  const read = await assign(engine, inner?.table ?? table, centres);
  return inner ? addClusters(inner.settled, read) : read;
}

/** Draws a border around the rows that the next steps can move, where that pays; `clusters` are those that `centres` make of all rows. */
export async function drawBorder(
  engine: Engine,
  table: string,
  borders: readonly Border[],
  centres: Centres,
  moved: Centres,
  clusters: readonly Cluster[],
  smallest: number,
): Promise<readonly Border[]> {
  const inner = borders.at(-1);
  const reach = steps * farthestMove(centres, moved);
  const rows = rowsOf(inner ? withoutClusters(clusters, inner.settled) : clusters);
  const small = reach * shrink.centres <= nearestPair(centres) && reach * shrink.border <= (inner?.reach ?? Infinity);
  if (!small || rows < smallest || borders.length === deepest) return borders;
  const name = borderTable(table, borders.length + 1);
  await engine.create(name, borderSql(inner?.table ?? table, centres, 2 * reach + slack));
  const settled = withoutClusters(clusters, await assign(engine, name, centres));
  return [...borders, { table: name, anchor: centres, reach, settled }];
}

const borderTable = (table: string, depth: number): string => `${table}_border_${depth}`;

/** Removes the tables of all borders. */
export async function dropBorders(engine: Engine, table: string): Promise<void> {
  for (let depth = 1; depth <= deepest; depth++) await engine.drop(borderTable(table, depth));
}
