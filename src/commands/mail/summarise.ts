import type { RunRecord } from '../../pipeline/record.ts';
import { reportContext } from '../../pipeline/report-file.ts';
import { warehouseOf } from '../../pipeline/releases.ts';
import type { ReportSummary } from '../../reports/summary.ts';

/** The first screen of the report of a release, in plain sentences. */
export async function summarise(record: RunRecord, release: string, store: string): Promise<ReportSummary> {
  const { openDuckdb } = await import('../../engine/duckdb.ts');
  const { summariseReport } = await import('../../reports/summary.ts');
  const engine = await openDuckdb({ file: warehouseOf(release), readOnly: true, searchPath: store });
  try {
    const { run: runId, versions, outputs: files, reported } = record;
    const told = { title: record.pipeline, previous: null, audits: [], warnings: [], remarks: [], ...reported };
    const version = versions['bezero'] ?? '';
    return await summariseReport(engine, await reportContext(engine, { ...record, ...told, runId, version, files }));
  } finally {
    await engine.close();
  }
}
