import type { ComponentChildren, VNode } from 'preact';
import type { Format } from '../../text/format.ts';
import type { PageTexts } from '../../text/en/pages/index.ts';
import { SegmentName, Unfold } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import type { DiscriminantPage, FTest } from './data.ts';

type ClassWords = PageTexts['classes'];

/** What every part of the page is made from. */
export interface DiscriminantView {
  readonly t: ClassWords;
  /** Of two classes. */
  readonly r: PageTexts['response'];
  readonly f: Format;
  readonly page: DiscriminantPage;
}

/** A word that the page defines. */
export type ClassTerm = keyof ClassWords['definitions'] | keyof PageTexts['response']['definitions'];

/** More classes than these are no columns of a table. */
export const mostColumns = 20;

/** From what p on a difference may well be chance. */
export const level = 0.05;

/** A header of a table that links to what it means. */
export const head = (term: ClassTerm, text: string): VNode => <a href={`#term-${term}`}>{text}</a>;

/** The name of a class with its colour. */
export const className = ({ page }: DiscriminantView, index: number): VNode => (
  <SegmentName index={index} name={page.classes[index]?.name ?? ''} />
);

/** Tables up to this length are open. */
const open = 14;

/** A table that is unfolded on demand where it is long. */
export function LongTable<Row>({
  view: { t },
  label,
  rows,
  columns,
}: {
  view: DiscriminantView;
  label: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
}): VNode {
  const table: ComponentChildren = <Table label={label} rows={rows} columns={columns} />;
  return rows.length <= open ? <>{table}</> : <Unfold label={t.unfold(label, rows.length)}>{table}</Unfold>;
}

/** F, its degrees of freedom and p, as columns. */
export function testColumns<Row>({ t, f }: DiscriminantView, testOf: (row: Row) => FTest): TableColumn<Row>[] {
  return [
    { header: head('test', t.f), kind: 'number', cell: (row) => f.fixed(testOf(row).f, 3) },
    { header: t.df1, kind: 'number', cell: (row) => f.number(testOf(row).df1) },
    { header: t.df2, kind: 'number', cell: (row) => f.number(testOf(row).df2) },
    { header: head('p', t.significance), kind: 'number', cell: (row) => t.p(testOf(row).p) },
  ];
}
