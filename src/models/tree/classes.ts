import type { Engine } from '../../engine/engine.ts';
import { BezeroError, ConfigError, ModelError } from '../../errors.ts';
import { classSource, readClasses } from '../discriminant/classes.ts';
import type { ClassSource } from '../discriminant/working.sql.ts';

/** The same sentence, of this model. */
function ofTree(error: unknown): unknown {
  if (!(error instanceof BezeroError)) return error;
  const message = error.message.replace(/^discriminant:/, 'tree:');
  return error instanceof ConfigError ? new ConfigError(message) : new ModelError(message);
}

/** Where the classes of a tree are, and what they are in the order of their names. */
export async function readTreeClasses(
  engine: Engine,
  column: string,
  table: { readonly relation: string; readonly key: string; readonly columns: readonly string[] },
): Promise<{ source: ClassSource; classes: string[] }> {
  try {
    const source = classSource(column, table.relation, table.key, table.columns);
    return { source, classes: await readClasses(engine, source) };
  } catch (error) {
    throw ofTree(error);
  }
}
