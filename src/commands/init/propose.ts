import { canonicalTables, type TableName } from '../../sources/tables.ts';
import { findTables } from './assign.ts';
import { findAttributes } from './attributes.ts';
import { findDateFormat } from './date-format.ts';
import { completePurchases, mapColumn } from './mapping.ts';
import type { ProbedFile } from './probe.ts';
import type { Proposal, TableProposal } from './proposal.ts';
import { findCurrency, settingsOf } from './settings.ts';

/** Proposes how files of one shape map to the canonical tables; null where no table is recognised. */
export function propose(file: ProbedFile): Proposal | null {
  const found = findTables(file);
  if (!found) return null;
  const dates = findDateFormat(found.tables);
  const tables = Object.entries(found.tables).map(([name, columns]): TableProposal => {
    const table = name as TableName;
    const context = { table, columns, file, dateFormat: dates.format };
    const order = Object.keys(canonicalTables[table].columns);
    const lines = [
      ...Object.keys(columns).flatMap((canonical) => mapColumn(canonical, context)),
      ...(table === 'purchases' ? completePurchases(context) : []),
    ].sort((a, b) => order.indexOf(a.canonical) - order.indexOf(b.canonical));
    return { table, lines, attributes: table === 'customers' ? findAttributes(file, found) : [] };
  });
  const lines = tables.flatMap((table) => table.lines);
  const used = new Set([...lines.flatMap(({ uses }) => uses), ...tables.flatMap(({ attributes }) => attributes)]);
  return {
    settings: settingsOf(file, found.tables, dates, lines),
    tables,
    unused: file.columns.filter((column) => !used.has(column)).map(({ header }) => header),
    currency: findCurrency(found.tables),
  };
}
