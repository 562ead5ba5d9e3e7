import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceSpec } from './spec.ts';
import type { TableName } from './tables.ts';
import type { Quartiles } from './watch/quartiles.ts';

/** Raised when the same bytes and mapping would give other rows: loads made by another version are made again. */
const loaderVersion = 4;

/** One file read into one table. Its rows lie in `loads/<loadId>/` and never change; a release names the loads it is made of. */
export interface LoadRecord {
  readonly loadId: string;
  readonly source: string;
  readonly table: TableName;
  /** As the pipeline names it: relative to the pipeline file where it lies below it. */
  readonly file: string;
  readonly sha256: string;
  readonly headers: readonly string[];
  /** The columns its rows have; what the file does not feed is not written. */
  readonly columns: readonly string[];
  /** Header records before the first data record. */
  readonly skip: number;
  /** Data records, counted by the byte scanner (Parquet: by its own metadata). */
  readonly records: number;
  readonly blankLines: number;
  /** Records refused while reading: wrong shape, unreadable values, missing required values. */
  readonly rejected: number;
  /** Values that lost digits after the fourth decimal. */
  readonly rounded: number;
  /** Of amounts and quantities, by column, to tell when they come in another unit; earlier versions did not keep them. */
  readonly quartiles?: Readonly<Record<string, Quartiles>>;
  /** Whether no key stands twice among its accepted records, and no order names two customers; earlier versions did not look. */
  readonly hasDistinctKeys?: boolean;
  /** SHA-256 of its rows and its rejects as they were written; earlier versions did not keep it. */
  readonly written?: { readonly rows: string; readonly rejects: string };
}

/** A load in its place in the history of its table: the higher, the later. */
export interface PlacedLoad extends LoadRecord {
  readonly sequence: number;
  /** Not read again this time. */
  readonly known: boolean;
}

/** What of a source has no say in the rows that a file becomes. */
const besides: readonly (keyof SourceSpec)[] = [
  'files',
  'max_rejected',
  'expect',
  'mode',
  'unknown_customer',
  'optional',
  'tables',
  'volume',
  'freshness',
  'unit_change',
];

/** What of a source decides the rows that a file becomes. */
function mappingText(spec: SourceSpec, table: TableName, zone: string): string {
  const reading = Object.entries(spec).filter(([option]) => !besides.includes(option as keyof SourceSpec));
  const { [table]: mapping, purchases = null } = spec.tables;
  return JSON.stringify({ reading, mapping, purchases, zone, loaderVersion });
}

/** Names a load by what it is made from: content, source, mapping and loader. The same name means the same rows. */
export function loadIdOf(sha256: string, source: string, table: TableName, spec: SourceSpec, zone: string): string {
  const text = [sha256, source, table, mappingText(spec, table, zone)].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The files of a load, below the folder of loads. */
export function loadFiles(loads: string, { loadId, table }: { loadId: string; table: TableName }) {
  const file = (name: string): string => join(loads, loadId, name);
  return {
    rows: file(`${table}.parquet`),
    refused: file('refused.parquet'),
    shifts: file('shifts.parquet'),
    rejects: file('rejects.parquet'),
    record: file('load.json'),
  };
}

/** The record of a load that is already there, or null where it is not there or cannot be read: its file is read again then. */
export function readLoad(loads: string, load: { loadId: string; table: TableName }): LoadRecord | null {
  const { record } = loadFiles(loads, load);
  if (!existsSync(record)) return null;
  const text = readFileSync(record, 'utf8');
  try {
    return JSON.parse(text) as LoadRecord;
  } catch {
    return null;
  }
}
