import { existsSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { hashFile } from '../../disk.ts';
import type { Engine } from '../../engine/engine.ts';
import { exportMarts, fileMetadata } from '../../exports/marts.ts';
import { exportSegments } from '../../exports/segments.ts';
import { exportWorkbook } from '../../exports/workbook/export.ts';
import { readWorth } from '../../reports/data/worth.ts';
import { isSpoken } from '../../text/messages.ts';
import type { PublishedFile, RunRecord } from '../record.ts';
import { releasedAudiences } from '../release-audiences.ts';
import { runningCampaigns } from '../release-campaigns.ts';
import { writeReport } from '../report-file.ts';
import type { Wanted } from '../wanted.ts';

/** Earlier versions took any language of a workbook, and wrote it in English. */
const inSpoken = (workbook: Wanted['workbook']): Wanted['workbook'] =>
  workbook && (isSpoken(workbook.language ?? 'en') ? workbook : {});

/** Which files a release has; those of earlier versions are told by their names. */
export function wantedOf({ wanted, outputs }: RunRecord): Wanted {
  if (wanted) return { ...wanted, workbook: inSpoken(wanted.workbook) };
  const has = (name: string): boolean => outputs.some(({ file }) => file.startsWith(name));
  return {
    segments: has('segments/') ? { people: {} } : null,
    changes: false,
    workbook: null,
    parquet: has('customers.parquet') ? ['customer'] : [],
    arrow: [],
    report: has('report.html'),
  };
}

/** The files that were written, and sentences on what of the release is another. */
export interface Rewritten {
  readonly files: PublishedFile[];
  readonly notes: string[];
}

/**
 * Writes the lists of a release again, from its warehouse as it is by now.
 *
 * @param suppressions the table of who opted out since
 */
export async function rewriteLists(
  engine: Engine,
  aside: string,
  record: RunRecord,
  suppressions: string,
): Promise<Rewritten> {
  const wanted = wantedOf(record);
  const files: PublishedFile[] = [];
  const noCosts = (await readWorth(engine)) !== 'profit';
  const lists = { suppressions, noCosts, audiences: await releasedAudiences(engine) };
  const campaigns = await runningCampaigns(engine);
  if (wanted.segments)
    files.push(...(await exportSegments(engine, aside, { profiles: wanted.segments, campaigns, ...lists })));
  if (wanted.workbook) {
    const company = record.reported?.title ?? record.pipeline;
    files.push(await exportWorkbook(engine, aside, { ...record, company, ...wanted.workbook, campaigns, ...lists }));
  }
  const metadata = fileMetadata(record);
  for (const format of ['parquet', 'arrow'] as const)
    files.push(...(await exportMarts(engine, aside, { format, marts: wanted[format], suppressions, metadata })));
  const notes = record.outputs.some(({ change }) => change !== undefined)
    ? ['its lists of who entered and who left are gone: others may have been taken in since; whole lists replace them']
    : [];
  return { files, notes };
}

/** Writes the report of a release again; only the version that made it can, and says so where it cannot. */
export async function rewriteReport(
  engine: Engine,
  aside: string,
  record: RunRecord,
  version: string,
  files: readonly PublishedFile[],
): Promise<boolean> {
  const { run: runId, reported } = record;
  if (!reported || record.versions['bezero'] !== version) return false;
  await writeReport(engine, aside, { ...record, warnings: [], remarks: [], ...reported, runId, version, files });
  return true;
}

/** The files with their hashes; each lies in the first of some folders that has it. */
export const withHashes = (
  files: readonly PublishedFile[],
  ...folders: readonly [string, ...string[]]
): Promise<(PublishedFile & { readonly sha256: string })[]> =>
  Promise.all(
    files.map(async (output) => {
      const paths = folders.map((folder) => joinPath(folder, output.file));
      return { ...output, sha256: await hashFile(paths.find((path) => existsSync(path)) ?? paths[0]!) };
    }),
  );
