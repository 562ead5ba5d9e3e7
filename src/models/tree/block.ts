import { raw, type Sql } from '../../sql/sql.ts';

/**
 * Rows of a region that are counted together: those of a part that a tree there must not know, or (null) of all other parts. A row of a working
 * table says in one small number where it stands and what it is: its cell, block · classes + class.
 */
export interface Block {
  readonly region: number;
  readonly part: number | null;
}

/** The blocks of a level. */
export interface Blocks {
  readonly all: readonly Block[];
  /** The block of a part in a region; null where it has none of its own. */
  readonly own: (region: number, part: number) => number | null;
  /** Where a row goes that comes to a region out of a block of a part; null: no tree there knows it. */
  readonly target: (region: number, part: number | null) => number | null;
}

const blocksFrom = (all: readonly Block[], unknown: (region: number, part: number) => boolean): Blocks => {
  const places = new Map(all.map(({ region, part }, place) => [`${region} ${part}`, place]));
  const at = (region: number, part: number | null): number | null => places.get(`${region} ${part}`) ?? null;
  return {
    all,
    own: at,
    target(region, part) {
      if (part !== null && unknown(region, part)) return null;
      return (part === null ? null : at(region, part)) ?? at(region, null);
    },
  };
};

/** All rows, by part. */
export const rootBlocks = (parts: number): Blocks =>
  blocksFrom(
    parts === 0 ? [{ region: 0, part: null }] : Array.from({ length: parts }, (_, part) => ({ region: 0, part })),
    () => false,
  );

/**
 * The blocks of some regions, by the part (null: none) that each tree there must not know. A part has a block of its own only where a tree takes it off
 * what others count; rows that the only tree of a region must not know are left out.
 */
export function blocksOf(regions: readonly (readonly (number | null)[])[], parts: number): Blocks {
  const alone = (region: number): boolean => regions[region]!.length === 1;
  const all = regions.flatMap((unknown, region): Block[] => {
    const own = alone(region) ? [] : unknown.flatMap((part) => (part === null ? [] : [{ region, part }]));
    return own.length > 0 && own.length === parts ? own : [...own, { region, part: null }];
  });
  return blocksFrom(all, (region, part) => alone(region) && regions[region]![0] === part);
}

/** The narrowest type for the cells of so many blocks, that their differences have too. */
export const cellType = (blocks: number, classes: number): Sql =>
  raw(blocks * classes < 2 ** 15 ? 'smallint' : 'integer');
