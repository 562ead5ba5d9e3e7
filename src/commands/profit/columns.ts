import { ConfigError } from '../../errors.ts';
import { requireHeader } from '../files/columns.ts';
import type { DataFile } from '../files/data-file.ts';
import type { FurtherColumns } from '../files/transactions.ts';

/** What the user says of the columns of a file beyond those of transactions. */
export interface AccountColumns {
  /** What the goods of a row cost. */
  readonly cost?: string;
  /** What is left of a row after the cost of its goods. */
  readonly profit?: string;
  readonly shipping?: string;
  readonly product?: string;
  /** The share of the price that was taken off a row; its amount is what is left. */
  readonly discountRate?: string;
}

/** What rows of a file can be grouped by besides its columns. */
export const month = 'month';

/** The column that groups of rows are told by, in the typed rows: the i-th of `--by`. */
export const groupColumn = (i: number): string => `group_${i + 1}`;

/** What is read of a file besides its transactions; throws `ConfigError` where a column is not there. */
export function furtherColumns(file: DataFile, given: AccountColumns, by: readonly string[]): FurtherColumns {
  if (given.cost !== undefined && given.profit !== undefined)
    throw new ConfigError('--cost and --profit must not be given together; one follows from the other');
  const { product, discountRate, ...monies } = given;
  const money = Object.fromEntries(
    Object.entries(monies).flatMap(([role, header]: [string, string | undefined]) =>
      header === undefined ? [] : [[role, header] as const],
    ),
  );
  for (const [role, header] of Object.entries(money)) requireHeader(file, header, `--${role}`);
  if (product !== undefined) requireHeader(file, product, '--product');
  if (discountRate !== undefined) requireHeader(file, discountRate, '--discount-rate');
  const grouped = by.flatMap((header, i) => {
    if (header === month && !file.headers.includes(month)) return [];
    requireHeader(file, header, '--by');
    return [[groupColumn(i), header] as const];
  });
  return {
    money,
    text: { ...(product === undefined ? {} : { product_id: product }), ...Object.fromEntries(grouped) },
    ...(discountRate === undefined ? {} : { discountRate }),
  };
}
