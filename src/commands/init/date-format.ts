import type { TableName } from '../../sources/tables.ts';
import type { Assignment } from './assign.ts';
import { swapped } from './dates.ts';
import { typeOf } from './mapping.ts';

/** How the dates of a file are written. */
export interface FoundDates {
  /** `iso`, or a strptime format. */
  readonly format: string;
  /** The same format with day and month swapped, where nothing in the file tells which is right. */
  readonly rival: string | null;
  /** A date that the two read differently. */
  readonly example: string;
}

/** The format that most date columns of a file share; the first of the most important table decides. */
export function findDateFormat(tables: Assignment): FoundDates {
  const dated = Object.entries(tables)
    .flatMap(([table, columns]) =>
      Object.entries(columns).filter(([canonical]) => ['time', 'day'].includes(typeOf(table as TableName, canonical))),
    )
    .map(([, column]) => column)
    .filter(({ dates }) => dates.length > 0);
  const [main, ...others] = dated;
  if (!main) return { format: 'iso', rival: null, example: '' };
  const shared = (format: string): number => others.filter(({ dates }) => dates.includes(format)).length;
  const format = main.dates.toSorted((a, b) => shared(b) - shared(a))[0]!;
  const rival = swapped(format);
  const isOpen = rival !== null && main.dates.includes(rival) && shared(rival) === shared(format);
  const differs = (date: string): boolean =>
    /^(\d+)\D(\d+)/
      .exec(date)
      ?.slice(1)
      .every((part, _, [first]) => part === first) === false;
  return { format, rival: isOpen ? rival : null, example: main.values.find(differs) ?? main.values[0]! };
}
