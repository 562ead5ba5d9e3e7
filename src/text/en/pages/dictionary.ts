import type { Format } from '../../format.ts';
import { figure, phrase, type Phrase } from '../../phrase.ts';

/** The page of `bezero docs`. */
export const dictionary = (f: Format) => ({
  title: 'Data dictionary',
  headline: (tables: number, columns: number): string =>
    `${f.whole(tables)} tables, ${f.whole(columns)} columns: what each one means, and what it is made from`,
  eyebrow: phrase`The warehouse of every release, store/current/bezero.duckdb`,
  skip: 'Skip to the tables',
  contents: 'Layers',
  intro: phrase`A release is one database. Files become ${figure('raw')}, and each layer is made from those before it. ${figure('bezero sql')} reads all of them: bezero sql "select * from marts.total".`,
  layers: {
    raw: phrase`What counts of the files, as it was read: typed, checked, nothing else changed.`,
    warehouse: phrase`Customers, products, orders and contacts, up to the as-of day; and what the pipeline says.`,
    features: phrase`What is known of each customer, one row each: what models learn from.`,
    models: phrase`What models have learnt.`,
    scores: phrase`What models say of each customer.`,
    segments: phrase`Segments that last, who is in them and was, and audiences.`,
    marts: phrase`What people read: the tables behind the report and the files.`,
  },
  oneRow: 'One row for each',
  reads: 'Made from',
  roots: 'Of the files',
  feeds: 'Made into',
  isView: 'A view: it is computed where it is read.',
  column: 'Column',
  type: 'Type',
  unit: 'Unit',
  definition: 'What it is',
  holds: 'What holds of it, checked by every run',
  sql: 'The SQL that makes it',
  tables: (count: number): string => f.count(count, { one: 'table', other: 'tables' }),
  footer: (version: string): Phrase => phrase`bezero ${version}`,
});
