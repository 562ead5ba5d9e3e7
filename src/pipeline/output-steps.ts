import type { NamedAudience } from '../exports/lists.ts';
import { exportMarts, fileMetadata, type ColumnarFormat } from '../exports/marts.ts';
import { exportSegments, type Profiles } from '../exports/segments.ts';
import { explainWithheld } from '../exports/withheld.ts';
import { readWorth } from '../reports/data/worth.ts';
import { dictionaryStep } from './dictionary-step.ts';
import { runningCampaigns } from './release-campaigns.ts';
import { writeReport } from './report-file.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep, StepContext } from './step.ts';
import { wantedFiles, type Wanted } from './wanted.ts';

/** Tells which addresses no file holds for want of consent, where files hold people. */
export async function tellWithheld(pipeline: Pipeline, { engine, remarks }: StepContext): Promise<void> {
  const { segments, workbook, parquet, arrow } = wantedFiles(pipeline);
  if (!segments && !workbook && ![...parquet, ...arrow].includes('customer')) return;
  const note = await explainWithheld(engine);
  if (note !== null) remarks.push(note);
}

/** What files and sheets of segments and audiences are made of. */
const segmentReads = [
  'marts.customer',
  'segments.segment',
  'segments.audience',
  'segments.audience_member',
  'marts.customer_profit',
  'warehouse.setting',
];

/** And files of campaigns. */
const campaignReads = ['segments.campaign', 'segments.campaign_member'];

const segments = ({ audiences }: Pipeline, profiles: Profiles, changes: boolean): PlannedStep => ({
  name: 'segments/*.csv',
  kind: 'output',
  reads: [...segmentReads, ...campaignReads],
  writes: [],
  async run(context) {
    const { engine, folder, files } = context;
    const since = (changes && context.since) || null;
    const written = await exportSegments(engine, folder, {
      profiles,
      since,
      audiences: namedAudiences(audiences),
      campaigns: await runningCampaigns(engine),
      noCosts: (await readWorth(engine)) !== 'profit',
    });
    files.push(...written);
    const compared = since === null && changes ? '; who entered and left: nothing to compare with' : '';
    return { rows: written.reduce((sum, { rows }) => sum + rows, 0), outcome: `${written.length} files${compared}` };
  },
});

/** In the order of their names. */
const namedAudiences = (audiences: Pipeline['audiences']): NamedAudience[] =>
  Object.entries(audiences)
    .map(([audience, { title = null, description = null }]) => ({ audience, title, description }))
    .sort((a, b) => (a.audience < b.audience ? -1 : 1));

const workbook = (
  { name, company = name, currency, audiences }: Pipeline,
  { language }: NonNullable<Wanted['workbook']>,
): PlannedStep => ({
  name: 'segments.xlsx',
  kind: 'output',
  reads: [...segmentReads, ...campaignReads],
  writes: [],
  async run(context) {
    const { engine, folder, files, asOf, runId } = context;
    // What packs it is not loaded where nobody wants it.
    const { exportWorkbook } = await import('../exports/workbook/export.ts');
    const noCosts = (await readWorth(engine)) !== 'profit';
    const told = { company, asOf, run: runId, currency, language, campaigns: await runningCampaigns(engine) };
    const written = await exportWorkbook(engine, folder, { ...told, audiences: namedAudiences(audiences), noCosts });
    files.push(written);
    return { rows: written.rows, outcome: `${written.rows} rows` };
  },
});

const columnar = ({ currency }: Pipeline, format: ColumnarFormat, marts: readonly string[]): PlannedStep => ({
  name: marts.join() === 'customer' ? `customers.${format}` : `marts/*.${format}`,
  kind: 'output',
  reads: marts.map((mart) => `marts.${mart}`),
  writes: [],
  async run(context) {
    const { engine, folder, files, asOf, runId, version } = context;
    const metadata = fileMetadata({ asOf, currency, run: runId, versions: { bezero: version } });
    const written = await exportMarts(engine, folder, { format, marts, metadata });
    files.push(...written);
    const rows = written.reduce((sum, file) => sum + file.rows, 0);
    return { rows, outcome: written.length === 1 ? `${rows} rows` : `${written.length} files` };
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
  'audience_member',
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
    'models.campaign_effect',
    'models.campaign_power',
    'models.touch_effect',
    ...segmentTables,
  ],
  writes: [],
  async run(context) {
    const { engine, folder, files } = context;
    const length = await writeReport(engine, folder, { title: company, currency, ...context });
    files.push({ file: 'report.html', rows: null });
    return { rows: null, outcome: `${Math.ceil(length / 1000)} kB` };
  },
});

/** What a release holds besides the warehouse, as the pipeline asks. The report comes last: it tells of the others. */
export function outputSteps(pipeline: Pipeline, marts: readonly string[], made: readonly PlannedStep[]): PlannedStep[] {
  const wanted = wantedFiles(pipeline);
  const formats = (['parquet', 'arrow'] as const).filter((format) => wanted[format].length > 0);
  return [
    ...(wanted.segments ? [segments(pipeline, wanted.segments, wanted.changes)] : []),
    ...(wanted.workbook ? [workbook(pipeline, wanted.workbook)] : []),
    ...formats.map((format) => columnar(pipeline, format, wanted[format])),
    ...(wanted.dictionary === true ? [dictionaryStep(marts, made)] : []),
    ...(wanted.report ? [report(pipeline, marts)] : []),
  ];
}
