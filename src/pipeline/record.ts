import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedFile } from '../exports/segments.ts';
import type { AuditResult, PreviousRun } from '../reports/context.ts';
import type { LoadRecord } from '../sources/load-record.ts';
import type { Wanted } from './wanted.ts';
import type { Upkeep } from '../text/en/upkeep.ts';
import type { Remark } from '../text/remark.ts';

/** A file of a release. */
export interface PublishedFile extends Omit<ExportedFile, 'rows'> {
  /** Records without the header; null where that has no meaning. */
  readonly rows: number | null;
}

/** What a model of a release is known by. */
export interface ModelRecord {
  /** SHA-256 of the fitted model: another one where anything in it is another; earlier versions did not keep it. */
  readonly id?: string;
  /** The last day that it learnt from. */
  readonly fittedAsOf?: string | null;
  /** Since when it is in use, and why it was used again or fitted anew; left out: it is fitted every night. */
  readonly upkeep?: Upkeep;
}

/** One step as it went. */
export interface StepRecord {
  readonly step: string;
  readonly rows: number | null;
  readonly seconds: number;
}

/** One load of a release and where its records ended. */
export interface InputRecord extends LoadRecord {
  readonly loaded: number;
  /** All rejects: while reading, and for what records mean beside others. */
  readonly rejectedInAll: number;
  readonly skipped: number;
  readonly known: boolean;
}

/** A day before the as-of day of a release, as a backfill computed it. */
export interface PastDay {
  readonly asOf: string;
  /** With a segment. */
  readonly customers: number;
  readonly segments: number;
  /** Customers who were in another segment on the day before in the history. */
  readonly moved: number;
  /** By model, the day it was fitted on: the day itself, or an earlier one whose model was used again. */
  readonly fittedOn: Readonly<Record<string, string>>;
  /** In English. */
  readonly remarks: readonly string[];
  /** The same as data; earlier versions did not keep them. */
  readonly told?: readonly Remark[];
}

/** What a backfill computed before the release's own day. */
export interface BackfillRecord {
  readonly days: readonly PastDay[];
  /** The first days, where they had too few customers for segments. */
  readonly skipped: readonly { readonly asOf: string; readonly reason: string }[];
}

/** `run.json`: what a run did, enough to explain and repeat it. */
export interface RunRecord {
  readonly run: string;
  readonly pipeline: string;
  readonly asOf: string;
  /** ISO 4217 code of all money. */
  readonly currency: string;
  /** The last day on which anything happens in the data; null where nothing does. */
  readonly lastEvent: string | null;
  /** ISO 8601 with zone. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly seconds: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly configHash: string;
  /** What the results follow from: equal fingerprints mean equal results. */
  readonly fingerprint: string;
  readonly inputs: readonly InputRecord[];
  /** Loads of rolled back releases whose files are gone. */
  readonly leftBehind: readonly LoadRecord[];
  /** The release that this one was made after; null for the first. */
  readonly previous: string | null;
  /** Where the release begins a history, or tells it anew. */
  readonly backfill?: BackfillRecord;
  readonly steps: readonly StepRecord[];
  /** By model: convergence and whatever else its fit says of itself. */
  readonly models: Readonly<Record<string, ModelRecord>>;
  readonly totals: { readonly buyers: number; readonly netRevenue: number; readonly profit: number };
  /** What is wrong with sources and records, in English. */
  readonly warnings: readonly string[];
  /** What a reader of the results should know: a feature that is constant, an analysis that tells nothing apart; in English. */
  readonly remarks: readonly string[];
  readonly outputs: readonly (PublishedFile & { readonly sha256: string })[];
  /** Which files were asked for, to write them again; earlier versions did not keep it. */
  readonly wanted?: Wanted;
  /** The release that files of who entered and left compare with; null or left out: there are no such files. */
  readonly since?: { readonly run: string; readonly asOf: string } | null;
  /** What the report tells besides the warehouse and this record, to make it again; earlier versions did not keep it. */
  readonly reported?: {
    readonly title: string;
    readonly previous: PreviousRun | null;
    readonly audits: readonly AuditResult[];
    /** `warnings` and `remarks` as data, to be told in any language; earlier versions did not keep them. */
    readonly warnings?: readonly Remark[];
    readonly remarks?: readonly Remark[];
  };
  /** Marks the list of erased people that the release was held against; left out: nobody had been erased. */
  readonly erasures?: string;
  /** SHA-256 of what people had decided (`people.duckdb`); they may have decided something since where it is another. */
  readonly people: string | null;
}

/** The record of a release, or null where there is none that can be read. */
export function readRunRecord(releaseFolder: string): RunRecord | null {
  const file = join(releaseFolder, 'run.json');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as RunRecord;
  } catch {
    return null;
  }
}

/** The record of the current release of a store; null where there is none that can be read. */
export const currentRecord = (store: string): RunRecord | null => readRunRecord(join(store, 'current'));

/** What the results of a run follow from. */
export function fingerprintOf(facts: {
  version: string;
  configHash: string;
  asOf: string;
  loadIds: readonly string[];
}): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** The moment in the name of a run, in milliseconds since 1970. */
const momentOf = (run: string): number => Date.parse(run.replace(/T(..)(..)(..)Z.*$/, 'T$1:$2:$3Z'));

/**
 * `2026-11-21T020000Z-7f3a`: names of runs are in the order in which they were made, also where the clock was put back or two began in one second.
 *
 * @param last the name of the last run before; null where there is none
 */
export function runIdOf(startedAt: Date, random: string, last: string | null): string {
  const idAt = (moment: number): string =>
    `${new Date(moment).toISOString().slice(0, 19).replaceAll(':', '')}Z-${random}`;
  const id = idAt(startedAt.getTime());
  return last === null || id > last ? id : idAt(momentOf(last) + 1_000);
}
