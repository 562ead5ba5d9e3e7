import type { Column } from '../engine/engine.ts';
import type { Relation } from '../sql/relation.ts';
import { definitionsOf } from './definitions.ts';
import type { DictionaryTable, Meanings } from './table.ts';
import { unitOf } from './units.ts';

/** A table of a plan: what it is read from, and its columns. */
export interface PlannedTable {
  readonly id: string;
  readonly reads: readonly string[];
  readonly columns: readonly Column[];
}

/** What a table says of its own columns. */
const ownDefinitions = (relation: Relation | undefined, meanings: Meanings, id: string): ReadonlyMap<string, string> =>
  relation === undefined ? new Map(Object.entries(meanings[id]?.columns ?? {})) : definitionsOf(relation.text);

/**
 * The data dictionary of a warehouse, in the order of its tables. A column that its table does not define is the column of that name of the tables it is made from, as far up as needed,
 * the first of them that defines it.
 *
 * @param tables of a plan, in the order in which they are made
 * @param relations those that are one select
 * @param meanings the others
 */
export function buildDictionary(
  tables: readonly PlannedTable[],
  relations: readonly Relation[],
  meanings: Meanings,
): DictionaryTable[] {
  const relationOf = new Map(relations.map((relation) => [relation.id, relation]));
  const tableOf = new Map(tables.map((table) => [table.id, table]));
  const own = new Map(tables.map(({ id }) => [id, ownDefinitions(relationOf.get(id), meanings, id)]));
  const define = (id: string, column: string): string | undefined => {
    const here = own.get(id)?.get(column);
    if (here !== undefined) return here;
    for (const read of tableOf.get(id)?.reads ?? []) {
      if (!tableOf.get(read)?.columns.some(({ name }) => name === column)) continue;
      const there = define(read, column);
      if (there !== undefined) return there;
    }
    return undefined;
  };
  return tables.map(({ id, reads, columns }) => {
    const relation = relationOf.get(id);
    const meaning = meanings[id];
    return {
      id,
      meaning: relation?.description ?? meaning?.meaning ?? '',
      grain: relation?.grain ?? meaning?.grain ?? [],
      isView: relation?.isView ?? false,
      reads: reads.filter((read) => tableOf.has(read)),
      feeds: tables.filter((other) => other.reads.includes(id)).map((other) => other.id),
      columns: columns.map(({ name, type }) => ({
        ...{ name, type },
        unit: unitOf(name, type),
        definition: define(id, name) ?? '',
      })),
      holds: [...(relation?.holds ?? []), ...(relation?.totals ?? [])],
      sql: relation?.text ?? null,
    };
  });
}
