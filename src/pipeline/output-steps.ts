import { exportParquet, parquetMetadata } from '../exports/parquet.ts';
import { exportSegments } from '../exports/segments.ts';
import { explainWithheld } from '../exports/withheld.ts';
import { readWorth } from '../reports/data/worth.ts';
import { writeReport } from './report-file.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep, StepContext } from './step.ts';

/** Tells, once a run, which addresses no file holds for want of consent. */
async function tellWithheld({ engine, remarks }: StepContext): Promise<void> {
  const note = await explainWithheld(engine);
  if (note !== null && !remarks.includes(note)) remarks.push(note);
}

const segments = ({ audiences }: Pipeline): PlannedStep => ({
  name: 'segments/*.csv',
  kind: 'output',
  reads: [
    'marts.customer',
    'segments.segment',
    'segments.audience',
    'segments.audience_member',
    'marts.customer_profit',
  ],
  writes: [],
  async run(context) {
    const { engine, folder, files } = context;
    const written = await exportSegments(engine, folder, {
      audiences: Object.keys(audiences).sort(),
      noCosts: (await readWorth(engine)) !== 'profit',
    });
    await tellWithheld(context);
    files.push(...written);
    return { rows: written.reduce((sum, { rows }) => sum + rows, 0), outcome: `${written.length} files` };
  },
});

const parquet = ({ currency }: Pipeline): PlannedStep => ({
  name: 'customers.parquet',
  kind: 'output',
  reads: ['marts.customer'],
  writes: [],
  async run(context) {
    const { engine, folder, files, asOf, runId, version } = context;
    const metadata = parquetMetadata({ asOf, currency, run: runId, versions: { bezero: version } });
    const written = await exportParquet(engine, folder, { metadata });
    await tellWithheld(context);
    files.push(...written);
    return { rows: written[0]?.rows ?? 0, outcome: `${written[0]?.rows ?? 0} customers` };
  },
});

/** What the report tells of segments besides the marts. */
const segmentTables = [
  'segment',
  'feature',
  'neighbour',
  'typical_customer',
  'former_segment',
  'event',
  'audience',
].map((table) => `segments.${table}`);

const report = ({ name, company = name, currency }: Pipeline, marts: readonly string[]): PlannedStep => ({
  name: 'report.html',
  kind: 'output',
  reads: [
    ...marts,
    'models.fitted',
    'models.rfm_cut_point',
    'models.tree_rule',
    'models.prospect_model',
    ...segmentTables,
  ],
  writes: [],
  async run({ engine, folder, files, ...context }) {
    const length = await writeReport(engine, folder, { title: company, currency, files, ...context });
    files.push({ file: 'report.html', rows: null });
    return { rows: null, outcome: `${Math.ceil(length / 1000)} kB` };
  },
});

/** What a release holds besides the warehouse, as the pipeline asks. The report comes last: it names the other files. */
export function outputSteps(pipeline: Pipeline, marts: readonly string[]): PlannedStep[] {
  const { outputs } = pipeline;
  return [
    ...(outputs.segments ? [segments(pipeline)] : []),
    ...(outputs.parquet ? [parquet(pipeline)] : []),
    ...(outputs.report ? [report(pipeline, marts)] : []),
  ];
}
