import { existsSync } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { ConfigError, EngineError, listProblems } from '../errors.ts';
import { matchingSql } from '../segments/audience.sql.ts';
import { literal, raw, sql, type Sql } from '../sql/sql.ts';
import { nearest } from '../text/nearest.ts';
import { buildEmpty } from './build-empty.ts';
import { warehouseOf } from './releases.ts';
import { whereIn, type Pipeline } from './spec.ts';
import { unsteadyFunctions } from './unsteady-functions.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Everything in a parsed statement. */
function* nodesIn(value: unknown): Iterable<Node> {
  if (!isNode(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** Parses a condition as the one value of a select; a sentence says why it is none. */
async function parse(engine: Engine, condition: string): Promise<Node | string> {
  const text = `select (\n${condition}\n) as value`;
  const [row] = await engine.rows(
    sql`select cast(json_serialize_sql(${literal(text)}) as varchar) as tree`,
    { tree: 'json' },
    1,
  );
  const tree = row!.tree as { error: boolean; error_message?: string; statements?: readonly { node: Node }[] };
  if (tree.error) return (tree.error_message ?? 'it cannot be read').split('\n', 1)[0]!;
  const [statement, ...others] = tree.statements ?? [];
  const node = statement?.node;
  const values = (node?.['select_list'] ?? []) as readonly Node[];
  const from = node?.['from_table'] as Node | undefined;
  const isOne =
    others.length === 0 && values.length === 1 && from?.['type'] === 'EMPTY' && node?.['where_clause'] === null;
  return isOne && (await standsAlone(engine, condition))
    ? values[0]!
    : 'one expression is allowed, and nothing behind it';
}

/** Whether a condition is one without the brackets around it, which it may close and open anew. */
async function standsAlone(engine: Engine, condition: string): Promise<boolean> {
  const [row] = await engine.rows(
    sql`select cast(json_serialize_sql(${literal(`select 1 where\n${condition}\n`)}) as varchar) as tree`,
    { tree: 'json' },
    1,
  );
  return !(row!.tree as { error: boolean }).error;
}

/** What a parsed condition holds that it must not; null where all is well. */
function forbidden(condition: Node, columns: readonly string[], unsteady: ReadonlySet<string>): string | null {
  for (const node of nodesIn(condition)) {
    const kind = node['class'];
    if (kind === 'SUBQUERY') return 'a query inside it is not allowed';
    if (kind === 'WINDOW' || kind === 'STAR' || kind === 'PARAMETER' || kind === 'LAMBDA')
      return 'it must look at one customer at a time';
    const path = (node['column_names'] ?? []) as readonly string[];
    const named = ((node['function_name'] as string | undefined) ?? path.at(-1) ?? '').toLowerCase();
    if (unsteady.has(named) && (kind !== 'COLUMN_REF' || !columns.includes(named)))
      return `${named} changes from run to run; days are counted to the as-of day: recency_days, days_since_contact`;
    if (kind !== 'COLUMN_REF') continue;
    const column = path.at(-1)!;
    const isKnown = columns.includes(column.toLowerCase()) && (path.length === 1 || path[0] === 'customer');
    if (isKnown && path.length <= 2) continue;
    const near = nearest(column, columns);
    return `no column is called ${path.join('.')}${near === null ? '' : `; did you mean ${near}?`}`;
  }
  return null;
}

/** A condition on one row without values: its constants are evaluated, which binding it leaves to the first row. */
const onNobodySql = (condition: string): Sql =>
  sql`select (${raw(`\n${condition}\n`)}) as value from (select customer.* from (select 1) as nobody left join marts.customer as customer on true) as customer`;

/** Why a condition is none; null where it is one. */
async function problemOf(
  engine: Engine,
  condition: string,
  columns: readonly string[],
  unsteady: ReadonlySet<string>,
): Promise<string | null> {
  const parsed = await parse(engine, condition);
  if (typeof parsed === 'string') return parsed;
  const found = forbidden(parsed, columns, unsteady);
  if (found !== null) return found;
  try {
    await engine.check(matchingSql(condition));
    const [value] = await engine.check(
      sql`select (${raw(`\n${condition}\n`)}) as value from marts.customer as customer`,
    );
    if (value!.type !== 'BOOLEAN') return `it gives a value (${value!.type}), not yes or no`;
    await engine.rows(onNobodySql(condition), { value: 'boolean?' }, 1);
    return null;
  } catch (error) {
    // The tables are empty here: whatever the engine quotes is of the condition.
    const { message, cause } = error as Error;
    const [told = message] = (cause instanceof Error ? cause.message : message).split('\n', 1);
    return told.replace(/^(Failed to extract statements: )?[A-Za-z ]+ Error: /, '');
  }
}

/** Finds audiences whose condition cannot be one, with their places. Needs the tables that `buildEmpty` makes. */
export async function checkAudiences(pipeline: Pipeline, engine: Engine): Promise<ConfigError[]> {
  const columns = (await engine.check(sql`select * from marts.customer`)).map(({ name }) => name);
  const unsteady = await unsteadyFunctions(engine);
  const problems: ConfigError[] = [];
  for (const [audience, { where }] of Object.entries(pipeline.audiences)) {
    const problem = await problemOf(engine, where, columns, unsteady);
    if (problem === null) continue;
    problems.push(
      new ConfigError(
        `${whereIn(pipeline, ['audiences', audience, 'where'])} must be a condition on the columns of marts.customer; ${problem}`,
      ),
    );
  }
  return problems;
}

/** Whether there is anything to check. */
export const hasAudiences = ({ audiences }: Pipeline): boolean => Object.keys(audiences).length > 0;

/** What is wrong with the audiences, on tables without a row that `make` makes. */
async function problemsOn(
  pipeline: Pipeline,
  folders: readonly string[],
  make: (engine: Engine) => Promise<void>,
): Promise<ConfigError[]> {
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const engine = await openDuckdb({ only: { folders } });
  try {
    await make(engine);
    return await checkAudiences(pipeline, engine);
  } finally {
    await engine.close();
  }
}

/** Whether the columns of a release are enough to tell that all is well: they are there already, where those of a run have to be built. */
async function areSoundOn(pipeline: Pipeline, release: string): Promise<boolean> {
  const file = warehouseOf(release);
  if (!existsSync(file)) return false;
  try {
    const problems = await problemsOn(pipeline, [release], async (engine) => {
      await engine.attach(file, 'former');
      await engine.create('marts.customer', sql`select * from "former".marts.customer limit 0`);
    });
    return problems.length === 0;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/**
 * Stops a run before it builds anything.
 *
 * @param release the folder of a release of this version; null: there is none
 * @throws ConfigError with all problems
 */
export async function mustHaveSoundAudiences(pipeline: Pipeline, release: string | null): Promise<void> {
  if (!hasAudiences(pipeline) || (release !== null && (await areSoundOn(pipeline, release)))) return;
  const problems = await problemsOn(pipeline, [], (engine) => buildEmpty(pipeline, engine));
  if (problems.length > 0) throw new ConfigError(listProblems(problems.map(({ message }) => message)));
}
