import type { Engine } from '../../../engine/engine.ts';
import { relationName } from '../../../sql/relation.ts';
import { join, name, sql } from '../../../sql/sql.ts';
import { numbered } from '../../literal.sql.ts';
import { positionOf, type Space } from '../space.ts';
import { toPoints, type Points } from '../hartigan.ts';
import { distanceSteps, silhouetteSteps } from './steps.ts';

/** The silhouette of a labelling, −1 … 1. */
export interface Silhouette {
  /** Over all rows. */
  readonly mean: number;
  /** By cluster, in the order of their numbers; one without rows has none. */
  readonly clusters: readonly { readonly place: number; readonly rows: number; readonly mean: number }[];
}

/** A table to be judged: `member`, `u1 … up`, and the clusters by each labelling, from 1, in columns. */
export interface Labelled {
  readonly table: string;
  readonly space: Space;
  /** The columns of the labellings, and into how many clusters at most each divides. */
  readonly labels: readonly { readonly column: string; readonly k: number }[];
  /** Mean squared distance of the rows from their mean, for the size of the steps distances are counted in. */
  readonly meanSquare: number;
}

/** A labelling of points: the cluster of each, from 0, and how many there are. */
interface Labelling {
  readonly places: Int32Array;
  readonly sizes: Float64Array;
  /** By cell the cluster that it is in. */
  readonly ofCell: Int32Array;
}

/** Points that every labelling puts together are a cell: the cell of each, and a point of each cell. */
function cellsOf(
  labels: readonly Float64Array[],
  n: number,
): { readonly cells: Int32Array; readonly firsts: number[] } {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const cells = Int32Array.from({ length: n }, (_, i) => {
    const key = labels.map((label) => label[i]).join(' ');
    const cell = known.get(key) ?? firsts.length;
    if (cell === firsts.length) {
      known.set(key, cell);
      firsts.push(i);
    }
    return cell;
  });
  return { cells, firsts };
}

function labellingOf(label: Float64Array, k: number, firsts: readonly number[]): Labelling {
  const places = Int32Array.from(label, (place) => place - 1);
  const sizes = new Float64Array(k);
  for (const place of places) sizes[place]! += 1;
  return { places, sizes, ofCell: Int32Array.from(firsts, (i) => places[i]!) };
}

/** Adds up, in whole steps, the distances of a point to the points of each cell. */
function sumByCell({ values, n, p }: Points, i: number, cells: Int32Array, steps: number, sums: Float64Array): void {
  sums.fill(0);
  for (let other = 0; other < n; other++) {
    let square = 0;
    for (let j = 0; j < p; j++) {
      const apart = values[i * p + j]! - values[other * p + j]!;
      square += apart * apart;
    }
    sums[cells[other]!]! += Math.round(Math.sqrt(square) * steps);
  }
}

/** The silhouette of a point of a cluster, from its summed distances to every one. */
function silhouetteOf(own: number, totals: Float64Array, sizes: Float64Array): number {
  if (sizes[own]! < 2) return 0;
  const inside = totals[own]! / (sizes[own]! - 1);
  let outside = Infinity;
  for (let c = 0; c < sizes.length; c++)
    if (c !== own && sizes[c]! > 0) outside = Math.min(outside, totals[c]! / sizes[c]!);
  if (outside === Infinity || inside === outside) return 0;
  return inside < outside ? 1 - inside / outside : outside / inside - 1;
}

/**
 * Silhouettes (Rousseeuw 1987) of labellings of one table: for a row, a is its mean distance to the others of its
 * cluster, b the least mean distance to those of another one; s = (b − a)/max(a, b). A row alone in its cluster has 0,
 * and so has one with a = b = 0 (scikit-learn's rules). All pairs are taken, once for all labellings, so the table should be a
 * sample: 4,096 rows make 17 million distances. Distances and silhouettes are whole numbers of steps, so that their sums are
 * exact, up to 16,384 rows.
 */
export async function readSilhouettes(
  engine: Engine,
  { table, space, labels, meanSquare }: Labelled,
): Promise<Silhouette[]> {
  const p = space.means.length;
  const columns = [...numbered('u', p), ...labels.map(({ column }) => column)];
  const doubles = join(columns.map((column) => sql`cast(${name(column)} as double) as ${name(column)}`));
  const read = await engine.numbers(sql`select ${doubles} from ${relationName(table)} order by member`);
  const n = read[0]!.length;
  const at = (i: number): number[] => read.slice(0, p).map((column) => column[i]!);
  const points = toPoints(Array.from({ length: n }, (_, i) => positionOf(at(i), space)));
  const { cells, firsts } = cellsOf(read.slice(p), n);
  const labellings = labels.map(({ k }, i) => labellingOf(read[p + i]!, k, firsts));
  const sums = labels.map(({ k }) => new Float64Array(k));
  const totals = labels.map(({ k }) => new Float64Array(k));
  const byCell = new Float64Array(firsts.length);
  const steps = distanceSteps(meanSquare);
  const shares = silhouetteSteps(n);
  for (let i = 0; i < n; i++) {
    sumByCell(points, i, cells, steps, byCell);
    for (const [l, { places, sizes, ofCell }] of labellings.entries()) {
      const to = totals[l]!.fill(0);
      byCell.forEach((total, cell) => (to[ofCell[cell]!]! += total));
      sums[l]![places[i]!]! += Math.round(silhouetteOf(places[i]!, to, sizes) * shares);
    }
  }
  return labellings.map(({ sizes }, l) => {
    const mean = (total: number, rows: number): number => (rows === 0 ? 0 : total / rows / shares);
    const clusters = [...sizes].flatMap((rows, c) =>
      rows === 0 ? [] : [{ place: c + 1, rows, mean: mean(sums[l]![c]!, rows) }],
    );
    return {
      mean: mean(
        sums[l]!.reduce((sum, total) => sum + total, 0),
        n,
      ),
      clusters,
    };
  });
}
