import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { sql } from '../sql/sql.ts';
import { nearest } from '../text/nearest.ts';
import { attributeKindSql } from './attribute.sql.ts';
import type { FeatureScope } from './feature-set.ts';

/** So many different attributes are looked through at most, the first by alphabet. */
const mostNames = 1_000;

/** The names of all attributes that some customer has. */
export async function attributeNames(engine: Engine): Promise<string[]> {
  const rows = await engine.rows(
    sql`select attribute from warehouse.customer_attribute group by attribute order by attribute limit ${mostNames}`,
    { attribute: 'text' },
    mostNames,
  );
  return rows.map(({ attribute }) => attribute);
}

/** What is said of an attribute that none of the known ones is. */
export function unknownAttribute(text: string, attribute: string, names: readonly string[]): string {
  const like = nearest(attribute, names);
  const known = like === null ? (names.length === 0 ? '; there are none' : '') : `; did you mean attribute:${like}?`;
  return `${text} must be an attribute that customers have, of those a source keeps in its attributes${known}`;
}

/**
 * What an attribute is to a model: a number where every value of the rows in scope is one, else text. One without a value there is a
 * number. Throws `ConfigError` where no customer at all has it.
 */
export async function attributeKind(
  engine: Engine,
  text: string,
  attribute: string,
  scope: FeatureScope,
): Promise<'number' | 'category'> {
  const [found] = await engine.rows(attributeKindSql(scope, attribute), { known: 'integer', others: 'integer' }, 1);
  if (found!.known === 0) {
    const names = await attributeNames(engine);
    if (!names.includes(attribute)) {
      throw new ConfigError(`${scope.model}: ${unknownAttribute(text, attribute, names)}`);
    }
  }
  return found!.others === 0 ? 'number' : 'category';
}
