import type { Engine } from '../../engine/engine.ts';
import { columnTypes, kindOf } from '../../models/feature-set.ts';
import { readNumber } from '../../sources/convert.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { name, sql, type Sql } from '../../sql/sql.ts';
import { fieldText, type DataFile } from './data-file.ts';

/** Numbers that stand for classes are seldom more than these. */
const mostNumbers = 20;

/**
 * A sentence on a column of classes that are numbers, and too many to stand for anything but themselves; null: they are classes.
 *
 * @param relation a table with the column, of text as it stands in a file of text
 */
export async function classNote(
  engine: Engine,
  file: DataFile,
  relation: string,
  header: string,
): Promise<string | null> {
  const isNumber = kindOf((await columnTypes(engine, relation)).get(header)!) === 'number';
  if (file.text === null && !isNumber) return null;
  const [value, number, from]: readonly [Sql, Sql, string] =
    file.text === null
      ? [name(header), name(header), relation]
      : [fieldText(file, header), readNumber(fieldText(file, header), file.text.style), file.relation];
  const [found] = await engine.rows(
    sql`select count(${value}) as known, count(${number}) as numbers, count(distinct ${number}) as distinct_numbers from ${relationName(from)}`,
    { known: 'integer', numbers: 'integer', distinct_numbers: 'integer' },
    1,
  );
  const { known, numbers, distinct_numbers: distinct } = found!;
  return numbers < known || distinct <= mostNumbers
    ? null
    : `${header} has ${distinct} different numbers, like a measure and not a class; name another --class, or group its numbers first`;
}
