import type { FoundTables } from './assign.ts';
import type { ProbedColumn, ProbedFile } from './probe.ts';

/** More different values than this make no groups of customers. */
const mostValues = 50;

/**
 * Columns that no canonical column takes and that seem to tell something of the customer: few values and, where customers come again,
 * always the same one for a customer.
 *
 * @param others columns that are taken otherwise
 */
export function findAttributes(
  file: ProbedFile,
  { subject, tables }: FoundTables,
  others: readonly ProbedColumn[],
): ProbedColumn[] {
  const id = tables.customers?.['customer_id'];
  if (!id || (subject !== 'customers' && id.distinct > file.records.length * 0.8)) return [];
  const taken = new Set([...Object.values(tables).flatMap((columns) => Object.values(columns)), ...others]);
  return file.columns.filter(
    (column) =>
      !taken.has(column) &&
      column.distinct > 1 &&
      column.distinct <= mostValues &&
      column.dates.length === 0 &&
      isConstantWithin(id, column, file),
  );
}

/** Has a column one value for each value of another? */
export function isConstantWithin(group: ProbedColumn, column: ProbedColumn, { columns, records }: ProbedFile): boolean {
  const [by, at] = [columns.indexOf(group), columns.indexOf(column)];
  const values = new Map<string, string>();
  return records.every((record) => {
    const known = values.get(record[by]!) ?? record[at]!;
    values.set(record[by]!, known);
    return known === record[at];
  });
}
