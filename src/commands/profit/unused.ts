import { columnsCalled, matchHeaders } from '../init/match.ts';
import type { DataFile } from '../files/data-file.ts';

/** Options by what a header must say for a column to be one of them. */
const options: Readonly<Record<string, readonly string[]>> = {
  cost: ['cost'],
  profit: ['profit'],
  shipping: ['shipping'],
  discount: ['discount', 'discount-rate'],
};

/** Options that one column is enough for. */
const rivals: Readonly<Record<string, readonly string[]>> = {
  cost: ['cost', 'profit'],
  profit: ['cost', 'profit'],
  shipping: ['shipping'],
  discount: ['discount', 'discountRate'],
};

/** Sentences on columns whose header says that they belong to an account, and that no option names: they change nothing. */
export function unusedColumns({ headers }: DataFile, given: object, used: readonly string[]): string[] {
  const named = given as Readonly<Record<string, unknown>>;
  const columns = headers
    .filter((header) => !used.includes(header))
    .map((header) => ({ header, values: [], distinct: 0, styles: [], dates: [] }));
  const matches = matchHeaders(columns).filter(({ table, strength }) => table === 'purchases' && strength >= 2);
  return Object.entries(options).flatMap(([role, flags]) => {
    if (rivals[role]!.some((rival) => named[rival] !== undefined)) return [];
    const called = role === 'profit' || role === 'discount' ? columnsCalled(columns, role) : [];
    const found = [
      ...called.map(({ header }) => header),
      ...matches.filter(({ canonical }) => canonical === role).map(({ column }) => column.header),
    ];
    return [...new Set(found)].map(
      (header) =>
        `the column ${header} is not used; ${flags.map((flag) => `--${flag} "${header}"`).join(' or ')} makes it count`,
    );
  });
}
