import type { PlannedStep } from '../pipeline/plan.ts';
import { planPipeline } from '../pipeline/plan.ts';
import type { Effects } from './effects.ts';
import { loadPipeline } from './load-pipeline.ts';
import { formatTable } from './table.ts';

/** Options of `bezero plan`. */
export interface PlanOptions {
  readonly pipeline: string;
  /** Shows the SQL of each step. */
  readonly sql: boolean;
  readonly json: boolean;
}

/** Shows the steps of a pipeline in the order of a run. */
export async function plan(options: PlanOptions, effects: Effects): Promise<void> {
  const steps = planPipeline(await loadPipeline(options.pipeline, effects));
  if (options.json) {
    effects.print(
      JSON.stringify(steps.map(({ name, kind, reads, writes, sql }) => ({ name, kind, reads, writes, sql }))),
    );
  } else if (options.sql) {
    for (const line of steps.flatMap(sqlOf)) effects.print(line);
  } else {
    const rows = steps.map((step, i) => [String(i + 1), step.kind, nameOf(step), step.reads.join(', ')]);
    const columns = [{ name: 'step', right: true }, { name: 'kind' }, { name: 'writes' }, { name: 'reads' }];
    const style = { width: effects.stdout.columns, colors: effects.colors };
    for (const line of formatTable(columns, rows, style)) effects.print(line);
  }
}

/** What a step is called, with what it writes where that is called otherwise. */
const nameOf = ({ name, writes }: PlannedStep): string =>
  writes.length === 0 || writes.join() === name ? name : `${name}: ${writes.join(', ')}`;

/** Statements that a SQL shell takes; steps that are no SQL are comments. */
function sqlOf({ name, kind, sql }: PlannedStep): string[] {
  if (sql === undefined) return [`-- ${kind} ${name}`, ''];
  return [`-- ${kind} ${name}`, `create or replace table ${name} as`, `${sql.trim().replace(/;$/, '')};`, ''];
}
