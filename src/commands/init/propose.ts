import { canonicalTables, type TableName } from '../../sources/tables.ts';
import { settleAmounts } from './amounts.ts';
import { findTables } from './assign.ts';
import { findAttributes, isConstantWithin } from './attributes.ts';
import { addConsent, soundsLikeConsent } from './consent.ts';
import { findDateFormat } from './date-format.ts';
import { completePurchases, mapColumn, newestWins, type MapContext } from './mapping.ts';
import { nameColumns, nameLines } from './person-name.ts';
import type { ProbedColumn, ProbedFile } from './probe.ts';
import type { MappingLine, Proposal, TableProposal } from './proposal.ts';
import { findCurrency, settingsOf } from './settings.ts';

/** Proposes how files of one shape map to the canonical tables; null where no table is recognised. */
export function propose(file: ProbedFile): Proposal | null {
  const found = findTables(file);
  if (!found) return null;
  const dates = findDateFormat(found.tables);
  const tables = Object.entries(found.tables).map(([name, columns]): TableProposal => {
    const table = name as TableName;
    const settled = table === 'purchases' ? settleAmounts(file, columns) : { columns, remarks: {} };
    const context = { table, file, tables: found.tables, dateFormat: dates.format, ...settled };
    const order = Object.keys(canonicalTables[table].columns);
    const lines = linesOf(context).sort((a, b) => order.indexOf(a.canonical) - order.indexOf(b.canonical));
    const taken = lines.flatMap(({ uses }) => uses);
    return { table, lines, attributes: table === 'customers' ? findAttributes(file, found, taken) : [] };
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

function linesOf(context: MapContext): MappingLine[] {
  const { table } = context;
  const mapped = Object.keys(context.columns).flatMap((canonical) => mapColumn(canonical, context));
  if (table === 'purchases') return [...mapped, ...completePurchases(context)];
  return table === 'customers' ? completeCustomers(mapped, context) : mapped;
}

/** Adds a name that is spread over several columns, and what sounds like consent. */
function completeCustomers(mapped: readonly MappingLine[], { columns, file, tables }: MapContext): MappingLine[] {
  const id = columns['customer_id'];
  const parts = nameColumns(file.columns);
  const names = (parts ? nameLines(parts) : []).map((line) => {
    const differ = id !== undefined && line.uses.some((column) => !isConstantWithin(id, column, file));
    return differ ? { ...line, check: newestWins } : line;
  });
  const written = new Set(names.map(({ canonical }) => canonical));
  const lines = [...mapped.filter(({ canonical }) => !written.has(canonical)), ...names];
  const placed = new Set<ProbedColumn>(Object.values(tables).flatMap((table) => Object.values(table)));
  return addConsent(
    lines,
    file.columns.filter((one) => !placed.has(one) && soundsLikeConsent(one)),
  );
}
