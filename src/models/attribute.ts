import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { join, literal, sql } from '../sql/sql.ts';
import { formatFor } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';
import { attributeKindSql } from './attribute.sql.ts';
import type { FeatureScope } from './feature-set.ts';

/** So many different attributes are looked through for one that was meant, the first by alphabet. */
const mostNames = 1_000;

/** Those of some attributes that some customer has. */
export async function attributesThere(engine: Engine, wanted: readonly string[]): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await engine.rows(
    sql`select distinct attribute from warehouse.customer_attribute where attribute in (${join(wanted.map(literal))}) order by attribute`,
    { attribute: 'text' },
    wanted.length,
  );
  return new Set(rows.map(({ attribute }) => attribute));
}

/** The first names of attributes, and how many there are. */
async function attributeNames(engine: Engine): Promise<{ readonly names: string[]; readonly all: number }> {
  const rows = await engine.rows(
    sql`select attribute, count(*) over () as n from (select distinct attribute from warehouse.customer_attribute) as named
      order by attribute limit ${mostNames}`,
    { attribute: 'text', n: 'integer' },
    mostNames,
  );
  return { names: rows.map(({ attribute }) => attribute), all: rows[0]?.n ?? 0 };
}

/** What is said of an attribute that none of the known ones is. `all`: how many there are, where `names` are the first of them alone. */
export function unknownAttribute(
  text: string,
  attribute: string,
  names: readonly string[],
  all: number = names.length,
): string {
  const like = nearest(attribute, names);
  const whole = formatFor('en').whole;
  const searched =
    all > names.length
      ? `; none like it is among the first ${whole(names.length)} by alphabet of the ${whole(all)} that there are`
      : '';
  const none = all === 0 ? '; there are none' : searched;
  const known = like === null ? none : `; did you mean attribute:${like}?`;
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
    if (!(await attributesThere(engine, [attribute])).has(attribute)) {
      const { names, all } = await attributeNames(engine);
      throw new ConfigError(`${scope.model}: ${unknownAttribute(text, attribute, names, all)}`);
    }
  }
  return found!.others === 0 ? 'number' : 'category';
}
