import { ConfigError, DataError, EngineError, listProblems, type BezeroError } from '../errors.ts';
import { planPipeline, type PlannedStep } from '../pipeline/plan.ts';
import type { Effects } from './effects.ts';
import { loadPipeline } from './load-pipeline.ts';
import { planSql } from './plan-sql.ts';
import { watchLines } from './plan-watch.ts';
import { printTable, widest } from './table.ts';
import { count } from './words.ts';

/** Options of `bezero plan`. */
export interface PlanOptions {
  readonly pipeline: string;
  /** Shows the SQL of each step. */
  readonly sql: boolean;
  readonly json: boolean;
  /** Shows no table, only problems. */
  readonly quiet: boolean;
}

/**
 * Checks what a run would trip over at once, and shows the steps of a pipeline in the order of a run; where there are problems, only
 * them.
 *
 * @throws BezeroError with all problems, of the kind that the run would end with
 */
export async function plan(options: PlanOptions, effects: Effects): Promise<void> {
  const pipeline = await loadPipeline(options.pipeline, effects);
  const steps = planPipeline(pipeline);
  const { checkPipeline } = await import('../pipeline/check.ts');
  const { problems, files } = await checkPipeline(pipeline);
  if (options.json) {
    effects.print(
      JSON.stringify({
        steps: steps.map(({ name, kind, reads, writes, sql }) => ({ name, kind, reads, writes, sql })),
        problems: problems.map(({ message }) => message),
        watched: Object.entries(pipeline.sources).map(([source, { volume, freshness, unit_change }]) => ({
          ...{ source, volume, freshness, unit_change },
        })),
      }),
    );
  }
  if (problems.length > 0) throw inOne(problems);
  if (options.sql && !options.json) for (const line of planSql(steps)) effects.print(line);
  else if (!options.json && !options.quiet) {
    const rows = steps.map((step, i) => [String(i + 1), step.kind, nameOf(step), step.reads.join(', ')]);
    const columns = [{ name: 'step', right: true }, { name: 'kind' }, { name: 'writes' }, { name: 'reads' }];
    // Where nothing limits the line, as in a file, it would be as long as the longest list of tables; --json has them all.
    const columnsWide = Math.min(effects.stdout.columns, widest);
    printTable(columns, rows, { ...effects, stdout: { ...effects.stdout, columns: columnsWide } });
  }
  effects.say(
    `checked: ${count(files, 'file')} with their headers and first records, the names of the features and the conditions of the audiences`,
  );
  for (const line of watchLines(pipeline.sources)) effects.say(line);
}

/** What a step is called, with what it writes where that is called otherwise. */
const nameOf = ({ name, writes }: PlannedStep): string =>
  writes.length === 0 || writes.join() === name ? name : `${name}: ${writes.join(', ')}`;

/** All problems as one error of the kind of the first: a run would stop there. */
function inOne(problems: readonly BezeroError[]): BezeroError {
  const message = listProblems(problems.map((problem) => problem.message));
  const [first] = problems;
  if (first instanceof ConfigError) return new ConfigError(message);
  return first instanceof DataError ? new DataError(message) : new EngineError(message);
}
