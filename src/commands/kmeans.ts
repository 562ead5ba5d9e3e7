import type { Engine } from '../engine/engine.ts';
import { contrastSegments, type FeatureContrast } from '../models/kmeans/contrast.ts';
import { describeKmeans } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { kmeansScoreColumns, kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { featureTables } from '../pipeline/model-part.ts';
import { readOptions, type KmeansFlags } from './analyse/kmeans-options.ts';
import { kmeansPage } from './analyse/kmeans-page.ts';
import { kmeansLines } from './analyse/kmeans-lines.ts';
import { featureColumns, withSubject, type Subject, type SubjectOptions } from './analyse/subject.ts';
import { writePage } from './analyse/write-page.ts';
import type { Effects } from './effects.ts';
import type { DataFile } from './files/data-file.ts';

/** Options of `bezero kmeans`. */
export interface KmeansCommand extends KmeansFlags, SubjectOptions {
  readonly json: boolean;
  /** Of this program, for the page. */
  readonly version: string;
}

const scored = 'file.score';

/** Segments the rows of a file, or the customers of the current release, by k-means. */
export async function kmeans(options: KmeansCommand, effects: Effects): Promise<void> {
  const asked = readOptions(options);
  const needs = { columns: (file: DataFile) => featureColumns(file, asked.features), relations: featureTables };
  await withSubject(options, needs, effects, async (subject) => {
    const done = effects.step('looking for segments');
    const all = options.file === undefined ? asked : { ...asked, customers: 'all' as const };
    const fitted = await fitKmeans(subject.engine, all, subject.input);
    done(`${fitted.clusters.length} segments`);
    const { customer_id: _, ...columns } = kmeansScoreColumns;
    const written = Object.fromEntries(Object.keys(columns).map((column) => [column, column]));
    await subject.writeScores({ query: (kept) => kmeansScoreSql(fitted, kept), columns: written });
    await show(subject, fitted, options, effects);
  });
}

/** How each segment differs from the others, on each feature. */
async function contrastsOf(engine: Engine, fitted: FittedKmeans): Promise<FeatureContrast[]> {
  await engine.create(scored, kmeansScoreSql(fitted));
  return contrastSegments(engine, fitted, scored);
}

async function show(
  { engine, shownAs, row, asOf }: Subject,
  fitted: FittedKmeans,
  options: KmeansCommand,
  effects: Effects,
): Promise<void> {
  const report = describeKmeans(fitted);
  if (options.report !== undefined) {
    const { buildKmeansPage } = await import('../reports/kmeans/page.tsx');
    const frame = { subject: shownAs, rows: row, asOf, version: options.version };
    const html = buildKmeansPage(kmeansPage(fitted, report, await contrastsOf(engine, fitted), frame));
    await writePage(html, options.report, effects);
  }
  if (options.json) {
    const { asOf: _, ...model } = fitted;
    effects.print(JSON.stringify({ source: shownAs, ...(asOf === null ? {} : { asOf }), report, model }));
    return;
  }
  const style = { subject: shownAs, rows: row, width: effects.stdout.columns, colors: effects.colors };
  for (const line of kmeansLines(fitted, report, style)) effects.print(line);
}
