import type { PluralForms } from '../../../text/format.ts';
import type { View } from '../../view.ts';

/** Rows with a name; those that stand for several have none of their own. */
export interface Placed {
  readonly place: number;
  readonly member: string | null;
  readonly members: number;
}

/** The name of a row; of several, how many they are. */
export const labelOf = ({ t }: View, row: Placed, others: PluralForms): string =>
  row.members > 1 ? t.page.others(row.members, others) : (row.member ?? t.page.unknown);

/** What the bars of revenue are: what is left of net revenue by its name, or net revenue alone where that is not known. */
export const revenueLegend = ({ t }: View, left: string | null): { mark: string; text: string }[] =>
  left === null
    ? [{ mark: 'bar gain', text: t.profit.netRevenue }]
    : [
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: left },
      ];

/** The row with the most of something; the first of equal ones. */
export const largest = <Row>(rows: readonly Row[], of: (row: Row) => number): Row =>
  rows.reduce((best, row) => (of(row) > of(best) ? row : best));
