import { parquetFiles } from '../sql/files.ts';
import { raw, sql, type Sql } from '../sql/sql.ts';

/** The files that say where in the source file a row of a load came from. */
export interface PositionFiles {
  /** `line`, `problem`, `record`: what the reader could not split. */
  readonly refused: string;
  /** `record`, `shift`, `blanks`: where line numbers leave record numbers. */
  readonly shifts: string;
  /** Header records before the first data record: 0 or 1. */
  readonly skip: number;
}

/** Records that the reader refused, with their record number (1 = first data record). The reader counts empty lines too. */
export function refusedSql({ refused, shifts, skip }: PositionFiles): Sql {
  return sql`select refused.line - coalesce(shifts.blanks, 0) - ${raw(String(skip))} as record, refused.problem, refused.record as record_text
    from ${parquetFiles([refused])} as refused
    asof left join (
      select record + 1 + max(blanks) as line, max(blanks) as blanks from ${parquetFiles([shifts])} group by record
    ) as shifts
      on refused.line >= shifts.line`;
}

/**
 * Adds `record` and `line` to rows that carry `row_number` (1 = first row of the load): rows are numbered without the refused
 * records, and lines run ahead of records where a field holds line breaks or lines are empty.
 */
export function rowPositionsSql(files: PositionFiles, rows: Sql): Sql {
  return sql`select rows.*, row_number + coalesce(earlier.refused, 0) as record
    from (${rows}) as rows
    asof left join (
      select rows_before, max(refused) as refused
      from (
        select record - row_number() over (order by record) as rows_before, row_number() over (order by record) as refused
        from (${refusedSql(files)}) as refused
      ) as numbered
      group by rows_before
    ) as earlier on rows.row_number > earlier.rows_before`;
}

/** Adds `line` (1 = first line of the file) to rows that carry `record`. */
export function linesSql({ shifts, skip }: PositionFiles, rows: Sql): Sql {
  const before = raw(String(skip));
  return sql`select rows.*, rows.record + ${before} + coalesce(shifts.shift, 0) as line
    from (${rows}) as rows
    asof left join (
      select record - ${before} + 1 as record, max(shift) as shift from ${parquetFiles([shifts])} group by record
    ) as shifts
      on rows.record >= shifts.record`;
}
