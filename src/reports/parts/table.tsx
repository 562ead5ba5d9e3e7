import type { ComponentChildren, VNode } from 'preact';
import type { TermId } from '../../text/messages.ts';

/** One column of a table: what stands above it, and what it shows of a row. */
export interface TableColumn<Row> {
  readonly header: ComponentChildren;
  /** The term that defines the column; its header links there. */
  readonly term?: TermId | undefined;
  /** `number` is set to the end of the line; `tinted` cells stand apart from each other. */
  readonly kind?: 'text' | 'number' | 'tinted';
  readonly cell: (row: Row) => ComponentChildren;
  /** A class for the cell, by its value. */
  readonly mark?: (row: Row) => string | undefined;
}

interface TableProps<Row> {
  /** What the table shows, for those who cannot see it at once. */
  readonly label: string;
  /** The first column names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Rows that sum up the others. */
  readonly sums?: readonly Row[];
  /** Rows that stand out among the others: results of an account. */
  readonly emphasis?: (row: Row) => boolean;
  /** Many narrow columns. */
  readonly dense?: boolean;
}

const classes = (...names: readonly (string | undefined | false)[]): string | undefined =>
  names.filter((name) => name !== undefined && name !== false && name !== '').join(' ') || undefined;

const kinds = { text: undefined, number: 'num', tinted: 'tinted' } as const;

function Cells<Row>({ columns, row }: { columns: readonly TableColumn<Row>[]; row: Row }): VNode {
  return (
    <>
      {columns.map(({ kind = 'text', cell, mark }, i) =>
        i === 0 ? <th scope="row">{cell(row)}</th> : <td class={classes(kinds[kind], mark?.(row))}>{cell(row)}</td>,
      )}
    </>
  );
}

/** A table that scrolls within itself, never with the page; it can be reached and scrolled by keyboard. */
export function Table<Row>({ label, columns, rows, sums = [], emphasis, dense }: TableProps<Row>): VNode {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table class={dense === true ? 'dense' : undefined}>
        <thead>
          <tr>
            {columns.map(({ header, term, kind = 'text' }) => (
              <th scope="col" class={kinds[kind]}>
                {term === undefined ? header : <a href={`#term-${term}`}>{header}</a>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class={emphasis?.(row) === true ? 'result' : undefined}>
              <Cells columns={columns} row={row} />
            </tr>
          ))}
          {sums.map((row) => (
            <tr class="sum">
              <Cells columns={columns} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
