import type { Engine } from '../engine/engine.ts';
import { sql } from '../sql/sql.ts';

/** Functions of the clock and the session that the engine calls consistent; `age` of one day is counted to the clock. */
const wronglyConsistent = /^(age|current_.*|getvariable|getenv|version)$/;

/** Macros, of which the engine says nothing: those whose value follows from their arguments. */
const steadyMacros =
  /^((array|list|map|json|md5)_\w+|date_add|days_in_month|f?div|fmod|json|nullif|round_even|roundbankers|split_part)$/;

/**
 * Functions whose value is not the same for the same data: of the clock, of chance, of the session. All that is not known to be steady counts as
 * such, so that a later engine adds none unseen.
 */
export async function unsteadyFunctions(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows(
    sql`select lower(function_name) as name, bool_and(stability is not null and stability = 'CONSISTENT') as consistent,
        bool_and(function_type = 'macro') as macro
      from duckdb_functions() where function_type in ('scalar', 'macro') group by lower(function_name) order by name`,
    { name: 'text', consistent: 'boolean', macro: 'boolean' },
    10_000,
  );
  const isSteady = ({ name, consistent, macro }: (typeof rows)[number]): boolean =>
    macro ? steadyMacros.test(name) : consistent && !wronglyConsistent.test(name);
  return new Set(rows.filter((row) => !isSteady(row)).map(({ name }) => name));
}
