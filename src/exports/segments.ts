import { mkdir } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { audienceColumns, customerColumns, prospectColumns, type ExportColumns } from './columns.ts';
import { segmentFileName } from './file-name.ts';
import { peopleSql } from './people.sql.ts';

/** One file that was written: its path within the release, and its records without the header. */
export interface ExportedFile {
  /** `segments/s1-loyal-regulars.csv` */
  readonly file: string;
  readonly rows: number;
  /** The segment that the file holds; left out: all customers, prospects. */
  readonly segment?: string;
  /** The audience that the file holds. */
  readonly audience?: string;
}

/** What an export may be told. */
export interface ExportOptions {
  /** A relation of `customer_id`, `channel` (`people.suppression`): whom a channel must not reach, whatever they opted into. */
  readonly suppressions?: string;
  /** Nothing is known of any cost: profit and gross margin would be net revenue by another name, and their cells stay empty. */
  readonly noCosts?: boolean;
  /** Names of the audiences that get a file each, in order. */
  readonly audiences?: readonly string[];
}

/** A segment and the name of its file within `segments/`. */
export interface SegmentFile {
  readonly segment: string;
  readonly file: string;
}

/** Most money first; customers who never bought last; the id decides between equals. */
const byMoney = sql`monetary desc nulls last, person.customer_id`;

const byLikeness = sql`likely_segment nulls last, cast(likely_segment_probability as decimal(18, 4)) desc nulls last,
  person.customer_id`;

/** The files of the segments that `segments.segment` lists, in the order of their codes. */
export async function segmentFiles(engine: Engine): Promise<SegmentFile[]> {
  const segments = await engine.rows(
    sql`select segment, name from segments.segment order by length(segment), segment`,
    { segment: 'text', name: 'text?' },
    1_000,
  );
  const files: SegmentFile[] = [];
  for (const { segment, name } of segments) {
    const file = segmentFileName(
      segment,
      name ?? '',
      files.map((other) => other.file),
    );
    files.push({ segment, file });
  }
  return files;
}

/**
 * Writes `segments/all-customers.csv`, `segments/prospects.csv` and one file per segment and per audience below `folder`, for spreadsheets: UTF-8 with a
 * byte order mark, CRLF, no formula, declared columns, rows by money and id. The engine writes them: no customer comes to TypeScript.
 */
export async function exportSegments(
  engine: Engine,
  folder: string,
  options: ExportOptions = {},
): Promise<ExportedFile[]> {
  await mkdir(joinPath(folder, 'segments'), { recursive: true });
  const write = async (
    file: string,
    columns: ExportColumns,
    where: Sql,
    order: Sql,
    among?: Sql,
  ): Promise<ExportedFile> => {
    const query = peopleSql({
      columns,
      where,
      order,
      suppressions: options.suppressions,
      unknown: options.noCosts ? ['gross_margin', 'profit'] : [],
      ...(among === undefined ? {} : { among }),
    });
    const { rows } = await engine.unload(query, joinPath(folder, 'segments', file), 'people-csv');
    return { file: `segments/${file}`, rows };
  };
  const written: ExportedFile[] = [
    await write('all-customers.csv', customerColumns, sql`not is_prospect`, byMoney),
    await write('prospects.csv', prospectColumns, sql`is_prospect`, byLikeness),
  ];
  for (const { segment, file } of await segmentFiles(engine)) {
    written.push({ ...(await write(file, customerColumns, sql`segment = ${segment}`, byMoney)), segment });
  }
  for (const audience of options.audiences ?? []) {
    const members = sql`(select customer_id, how from segments.audience_member where audience = ${audience})`;
    written.push({
      ...(await write(`audience-${audience}.csv`, audienceColumns, sql`true`, byMoney, members)),
      audience,
    });
  }
  return written;
}
