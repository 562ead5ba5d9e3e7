import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import type { BasketLevel } from '../../models/basket/options.ts';
import { readField } from '../../sources/convert.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { count } from '../words.ts';
import { requireHeader, requireRows } from './columns.ts';
import { fieldText, readDataFile, textStyleOf, type DataFile, type ReadingOptions } from './data-file.ts';

/** The columns of a file of baskets. */
export interface BasketColumns {
  readonly basket?: string;
  readonly item?: string;
  readonly customer?: string;
  /** What kind of good an item is: only goods of one kind can stand in for one another. */
  readonly category?: string;
  /** How many pieces; 0 or less: nothing was bought. */
  readonly quantity?: string;
}

const holds = { basket: 'tells the baskets apart', customer: 'says who bought', item: 'says what was bought' } as const;

const lines = 'file.line';

/** Throws where a column that is needed was not named, or is not there. */
function requireColumns(file: DataFile, columns: BasketColumns, level: BasketLevel): void {
  for (const role of [level, 'item'] as const)
    if (columns[role] === undefined)
      throw new ConfigError(
        `--${role} must name the column of ${file.shownAs} that ${holds[role]}; its columns are ${file.headers.join(', ')}`,
      );
  for (const role of ['basket', 'item', 'customer', 'category', 'quantity'] as const)
    if (columns[role] !== undefined) requireHeader(file, columns[role], `--${role}`);
}

/** Whether something was bought in a row: true where no column says how much, null where it does not. */
function wasBought(file: DataFile, header: string | undefined): Sql {
  if (header === undefined) return raw('true');
  return sql`${readField(fieldText(file, header), 'quantity', textStyleOf(file)).value} > 0`;
}

/** Reads a file of baskets, a row for each good of a basket, as lines of `basket, customer, item, category`; says what of it does not count. */
export async function openBaskets(
  engine: Engine,
  shownAs: string,
  temporary: string,
  options: BasketColumns & ReadingOptions,
  level: BasketLevel,
  effects: Effects,
): Promise<Sql> {
  const done = effects.step(`reading ${shownAs}`);
  const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
  done(`${count(file.rows, 'row')}, ${count(file.headers.length, 'column')}`);
  requireRows(file);
  requireColumns(file, options, level);
  const column = (header: string | undefined): Sql =>
    header === undefined ? raw('cast(null as varchar)') : sql`trim(${fieldText(file, header)})`;
  await engine.create(
    lines,
    sql`select ${column(options.basket)} as basket, ${column(options.customer)} as customer,
        ${column(options.item)} as item, ${column(options.category)} as category, ${wasBought(file, options.quantity)} as is_bought
      from ${relationName(file.relation)}`,
  );
  const [missing] = await engine.rows(
    sql`select count(*) - count(item) as items, count(item) - count(case when ${raw(level)} is not null then item end) as owners,
        count(*) filter (where is_bought is null) as pieces, count(*) filter (where not is_bought) as back
      from ${relationName(lines)}`,
    { items: 'integer', owners: 'integer', pieces: 'integer', back: 'integer' },
    1,
  );
  const { items, owners, pieces, back } = missing!;
  if (items > 0) effects.say(`${shownAs}: ${count(items, 'row')} without ${options.item!} left out`);
  if (owners > 0) effects.say(`${shownAs}: ${count(owners, 'row')} without ${options[level]!} left out`);
  if (pieces > 0) effects.say(`${shownAs}: ${count(pieces, 'row')} without a number in ${options.quantity!} left out`);
  if (back > 0)
    effects.say(
      `${shownAs}: ${count(back, 'row')} in which nothing was bought (${options.quantity!} of 0 or less) left out`,
    );
  return sql`select basket, customer, item, category from ${relationName(lines)} where is_bought`;
}
