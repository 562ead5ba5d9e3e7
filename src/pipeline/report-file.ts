import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { AuditResult, PreviousRun, ReportContext } from '../reports/context.ts';
import { languageOf } from '../text/messages.ts';
import { sayRemark, type Remark } from '../text/remark.ts';
import { tagOf } from './language.ts';
import type { PublishedFile } from './record.ts';

/** What the report of a release tells besides its warehouse. */
export interface Reported {
  readonly title: string;
  readonly asOf: string;
  readonly runId: string;
  readonly currency: string;
  readonly version: string;
  readonly previous: PreviousRun | null;
  readonly audits: readonly AuditResult[];
  readonly warnings: readonly Remark[];
  readonly remarks: readonly Remark[];
  readonly files: readonly PublishedFile[];
}

/** A reader of the report opens whole lists in a spreadsheet. */
const isForReaders = ({ profile = 'people', change }: PublishedFile): boolean =>
  profile === 'people' && change === undefined;

/** What the report is made from besides the warehouse. */
export async function reportContext(engine: Engine, reported: Reported): Promise<ReportContext> {
  const { title, asOf, runId, currency, version, previous, audits, warnings, remarks, files } = reported;
  const locale = await tagOf(engine);
  const { t } = languageOf(locale, currency);
  const said = (all: readonly Remark[]): string[] => all.map((one) => sayRemark(t, one));
  return {
    title,
    asOf,
    runId,
    currency,
    locale,
    version,
    audits,
    warnings: said(warnings),
    remarks: said(remarks),
    files: files.filter(isForReaders).map(({ rows, ...file }) => ({ ...file, rows: rows ?? 0 })),
    ...(previous ? { previous } : {}),
  };
}

/** Writes `report.html` to a folder; returns its length in characters. */
export async function writeReport(engine: Engine, folder: string, reported: Reported): Promise<number> {
  // Charts and pages are heavy to load; a run that builds nothing does without them.
  const { buildReport } = await import('../reports/build.ts');
  const html = await buildReport(engine, await reportContext(engine, reported));
  writeFileSync(join(folder, 'report.html'), html);
  return html.length;
}
