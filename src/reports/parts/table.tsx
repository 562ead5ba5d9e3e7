import type { ComponentChildren, VNode } from 'preact';
import type { TermId } from '../../text/messages.ts';
import { Source } from './source.tsx';

/** One column of a table: what stands above it, and what it shows of a row. */
export interface TableColumn<Row> {
  readonly header: ComponentChildren;
  /** The term that defines the column; its header links there. */
  readonly term?: TermId | undefined;
  /** `number` is set to the end of the line; `tinted` cells stand apart from each other. */
  readonly kind?: 'text' | 'number' | 'tinted';
  readonly cell: (row: Row) => ComponentChildren;
  /** What the cell is sorted by, where what it says is neither a word nor a number: a day; null comes last. */
  readonly value?: (row: Row) => number | null;
  /** The segment that the column is of: it stays where that is compared with others. */
  readonly segment?: string | undefined;
  /** A class for the cell, by its value. */
  readonly mark?: (row: Row) => string | undefined;
}

interface TableProps<Row> {
  /** What the table shows, for those who cannot see it at once. */
  readonly label: string;
  /** The first column names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** The relation that the rows are made of, where they are not rows as they were read: `marts.whale`. */
  readonly from?: string;
  /** Rows that sum up the others. */
  readonly sums?: readonly Row[];
  /** Rows that stand out among the others: results of an account. */
  readonly emphasis?: (row: Row) => boolean;
  /** The rows follow from each other, like the lines of an account: they keep their order. */
  readonly ordered?: boolean;
  /** Many narrow columns. */
  readonly dense?: boolean;
  /** On a phone, each row is a block of lines with the header before each figure: nothing is out of sight. For tables of a few rows. */
  readonly stacked?: boolean;
}

const classes = (...names: readonly (string | undefined | false)[]): string | undefined =>
  names.filter((name) => name !== undefined && name !== false && name !== '').join(' ') || undefined;

const kinds = { text: undefined, number: 'num', tinted: 'tinted' } as const;

const valueOf = <Row,>(value: TableColumn<Row>['value'], row: Row): string | undefined =>
  value === undefined ? undefined : String(value(row) ?? '');

/** A day as a number that later days are above. */
export const dayValue = (day: string | null): number | null =>
  day === null ? null : Number(day.slice(0, 10).replaceAll('-', ''));

function Cells<Row>({
  columns,
  row,
  named,
}: {
  columns: readonly TableColumn<Row>[];
  row: Row;
  named: boolean;
}): VNode {
  return (
    <>
      {columns.map(({ header, kind = 'text', cell, mark, value }, i) =>
        i === 0 ? (
          <th scope="row" data-value={valueOf(value, row)}>
            {cell(row)}
          </th>
        ) : (
          <td
            class={classes(kinds[kind], mark?.(row))}
            data-value={valueOf(value, row)}
            data-label={named && typeof header === 'string' ? header : undefined}
          >
            {cell(row)}
          </td>
        ),
      )}
    </>
  );
}

/** A table that scrolls within itself, never with the page; it can be reached and scrolled by keyboard. */
export function Table<Row>({
  label,
  columns,
  rows,
  from,
  sums = [],
  emphasis,
  ordered,
  dense,
  stacked,
}: TableProps<Row>): VNode {
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabIndex={0}>
        <table
          class={classes(dense === true && 'dense', stacked === true && 'stacked')}
          data-ordered={ordered === true || undefined}
        >
          <thead>
            <tr>
              {columns.map(({ header, term, kind = 'text', segment }) => (
                <th scope="col" class={kinds[kind]} data-segment={segment}>
                  {term === undefined ? header : <a href={`#term-${term}`}>{header}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr class={emphasis?.(row) === true ? 'result' : undefined}>
                <Cells columns={columns} row={row} named={stacked === true} />
              </tr>
            ))}
            {sums.map((row) => (
              <tr class="sum">
                <Cells columns={columns} row={row} named={stacked === true} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Source rows={rows} from={from} />
    </>
  );
}
