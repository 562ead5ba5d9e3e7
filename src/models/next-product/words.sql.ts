import { join, literal, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';

/** Why a product is offered, in a language; shares are of one. */
export interface ReasonWords {
  /** Of those who bought `product`, so many bought it. */
  readonly together: (share: number, product: string) => string;
  /** So many of its buyers bought it on several days. */
  readonly again: (share: number) => string;
  readonly popular: string;
}

/** Stands for the name of a product, where the words around it are cut. */
const mark = '\u0000';

/** Less than half a percent is some share still. */
const shareOf = (percent: number): number => (percent === 0 ? 0.001 : percent / 100);

const percents = Array.from({ length: 101 }, (_, percent) => percent);

/**
 * `models.next_product_words`: the words before and after the name of the product that a reason names, by the reason and its share in percent. So the engine makes the sentences.
 */
export function wordsSql({ together, again, popular }: ReasonWords): Sql {
  const row = (reason: string, percent: number, words: string): Sql => {
    const [before = '', after = ''] = words.split(mark);
    return sql`(${literal(reason)}, ${whole(percent)}, ${literal(before)}, ${literal(after)})`;
  };
  const rows = percents.flatMap((percent) => [
    row('together', percent, together(shareOf(percent), mark)),
    row('again', percent, again(shareOf(percent))),
    row('popular', percent, popular),
  ]);
  return sql`select reason, cast(percent as integer) as percent, before, after
    from (values ${join(rows)}) as words (reason, percent, before, after)`;
}
