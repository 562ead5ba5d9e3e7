import type { PlannedStep } from '../pipeline/plan.ts';

/** What a step does that is not one select, in a line. */
function deedOf({ name, kind, reads, writes, does }: PlannedStep): string {
  const [read, made] = [reads.join(', '), writes.join(', ')];
  if (kind === 'model' && reads.length === 0 && does === undefined)
    return `is not part of the pipeline: writes ${made} without rows`;
  if (does !== undefined) return `${does(read)}: writes ${made}`;
  switch (kind) {
    case 'load':
      return `reads the files of the sources, and writes what counts of them to ${made}`;
    case 'relation':
      return `writes what the pipeline file sets to ${made}`;
    case 'model':
      return `fits the model on ${read}, and writes what it says of every customer to ${made}`;
    case 'output':
      return `reads ${read}, and writes ${name} of the release`;
  }
}

/** One statement, or a comment where the step is none. */
function statementOf(step: PlannedStep): string[] {
  const { name, kind, sql, isView = false } = step;
  if (sql === undefined) return [`-- ${kind} ${name}: ${deedOf(step)}`, ''];
  const what = isView ? 'view' : 'table';
  return [`-- ${kind} ${name}`, `create or replace ${what} ${name} as`, `${sql.trim().replace(/;$/, '')};`, ''];
}

/** The steps of a run as SQL for a shell on its warehouse: what is one select as a statement, the rest as comments. */
export function planSql(steps: readonly PlannedStep[]): string[] {
  const made = steps.filter(({ sql }) => sql !== undefined).map(({ name }) => name.split('.')[0]!);
  return [
    ...[...new Set(made)].map((schema) => `create schema if not exists ${schema};`),
    '',
    ...steps.flatMap(statementOf),
  ];
}
