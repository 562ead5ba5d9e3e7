import type { PlannedStep } from '../pipeline/plan.ts';

/** What a step does that is not one select, in a line. */
function deedOf({ name, kind, reads, writes }: PlannedStep): string {
  const made = writes.join(', ');
  switch (kind) {
    case 'load':
      return `reads the files of the sources, and writes what counts of them to ${made}`;
    case 'relation':
      return `writes what the pipeline file sets to ${made}`;
    case 'model':
      if (name === 'models') return `writes ${made}, which fitted models are kept in, empty`;
      if (name === 'audiences')
        return `holds the conditions of the audiences against ${reads.join(', ')}: writes ${made}`;
      if (name === 'campaigns') return `says by ${reads.join(', ')} whom each campaign takes: writes ${made}`;
      if (name === 'campaign effects') return `compares the arms of campaigns by ${reads.join(', ')}: writes ${made}`;
      if (name === 'attribution') return `says by ${reads.join(', ')} what is lost without each touch: writes ${made}`;
      if (name === 'likely segment')
        return `says by ${reads.join(', ')} which segment each prospect will join: writes ${made}`;
      if (name === 'basket' && reads.length > 0)
        return `finds what is bought together in ${reads.join(', ')}: writes ${made}`;
      if (name === 'segment history') return `goes on from the release before by ${reads.join(', ')}: writes ${made}`;
      return reads.length === 0
        ? `is not part of the pipeline: writes ${made} without rows`
        : `fits the model on ${reads.join(', ')}, and writes what it says of every customer to ${made}`;
    case 'output':
      return `reads ${reads.join(', ')}, and writes ${name} of the release`;
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
