import { raw, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';

/** What cells are made of. */
export interface Cells {
  readonly classes: number;
  /** Of the cross-validation; 1 where there are none. */
  readonly parts: number;
}

/** Cells of one region. */
export const kindsOf = ({ classes, parts }: Cells): number => classes * parts;

/**
 * The cell of a row: its region, part and class in one small number, (region · parts + part) · classes + class, so that rows are counted
 * by one column.
 */
export const kindSql = (part: Sql, label: Sql, { classes }: Cells): Sql =>
  sql`(${part}) * ${whole(classes)} + ${label}`;

/** Region, part and class of a cell. */
export const regionOfCell = (cells: Cells): Sql => sql`cell // ${whole(kindsOf(cells))}`;
export const partOfCell = ({ classes, parts }: Cells): Sql => sql`(cell // ${whole(classes)}) % ${whole(parts)}`;
export const classOfCell = ({ classes }: Cells): Sql => sql`cell % ${whole(classes)}`;

/** The narrowest type for the cells of so many regions that their differences have too. */
export const cellType = (regions: number, cells: Cells): Sql =>
  raw(regions * kindsOf(cells) < 2 ** 15 ? 'smallint' : 'integer');
