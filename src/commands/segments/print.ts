import type { Effects } from '../effects.ts';
import { formatTable, type TableColumn } from '../table.ts';

/** Prints a table for people. */
export function printTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | null)[])[],
  effects: Effects,
): void {
  for (const line of formatTable(columns, rows, { width: effects.stdout.columns, colors: effects.colors }))
    effects.print(line);
}

/** `12.3 %`; null where there is no share. */
export const percent = (share: number | null): string | null =>
  share === null ? null : `${(100 * share).toFixed(1)} %`;

/** Text of the data on a line of its own: nothing in it moves the cursor. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
