import type { Engine } from '../../engine/engine.ts';
import { addClusters, assign, noClusters, rowsOf, withoutClusters, type Cluster } from './cluster-sums.ts';
import { borderSql, type Centres } from './lloyd.sql.ts';

/**
 * The rows that can still change cluster. While no centre is farther than `reach` from where it was, a row that was more than 2·reach nearer to its
 * own centre than to the next keeps its cluster (triangle inequality; Hamerly 2010), so only the other rows are read, and the sums of the
 * settled ones are added.
 */
interface Border {
  readonly table: string;
  readonly anchor: Centres;
  readonly reach: number;
  readonly rows: number;
  readonly settled: readonly Cluster[];
}

const distance = (left: readonly number[], right: readonly number[]): number =>
  Math.sqrt(left.reduce((sum, value, j) => sum + (value - right[j]!) ** 2, 0));

/** How far the centre that moved most has moved. */
export const farthestMove = (from: Centres, to: Centres): number =>
  Math.max(...from.centres.map((centre, c) => distance(centre, to.centres[c]!)));

/** How near the two nearest centres are. */
function gap({ centres }: Centres): number {
  return Math.min(...centres.flatMap((one, c) => centres.slice(c + 1).map((other) => distance(one, other))));
}

/** A border is drawn for this many further steps like the last one: enough for the rest of a search that slows down. */
const steps = 16;

/** It pays where it is well inside the last border, or in the first place well between the centres. */
const inside = 4;
const between = 16;

/** Rounding of distances, in their units. */
const slack = 1e-9;

/**
 * A working table whose rows are assigned again and again to centres that move less and less: exact, and ever cheaper, because settled rows are not
 * read again. Borders are drawn within borders; one that a centre leaves is given up.
 */
export class BorderSearch {
  readonly #engine: Engine;
  readonly #levels: Border[] = [];
  readonly #table: string;
  readonly #smallest: number;

  /** Tables of fewer rows than `smallest` are read whole. */
  constructor(engine: Engine, table: string, smallest: number) {
    this.#engine = engine;
    this.#table = table;
    this.#smallest = smallest;
  }
}
