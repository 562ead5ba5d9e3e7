import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { nextProduct } from '../../text/en/next-product.ts';
import type { Format } from '../../text/format.ts';

const shape = {
  rank: 'integer',
  product_id: 'text',
  product: 'text',
  score: 'number',
  reason: 'text',
  basis_product_id: 'text?',
  basis_product: 'text?',
  share: 'number',
} as const;

/** A product that a customer is likely to buy next, and why; see `scores.next_product`. */
export type CustomerOffer = Readonly<Row<typeof shape>>;

/** At most five, the first to be offered first; none where nothing is foretold. `tables`: those that there are. */
export async function readOffers(engine: Engine, tables: ReadonlySet<string>, id: string): Promise<CustomerOffer[]> {
  if (!tables.has('scores.next_product')) return [];
  return engine.rows(
    sql`select offer.rank, offer.product_id, coalesce(product.name, offer.product_id) as product, offer.score, offer.reason,
        offer.basis_product_id, coalesce(basis.name, offer.basis_product_id) as basis_product, offer.share
      from scores.next_product as offer
      left join warehouse.product as product on product.product_id = offer.product_id
      left join warehouse.product as basis on basis.product_id = offer.basis_product_id
      where offer.customer_id = ${id} order by offer.rank`,
    shape,
    5,
  );
}

function sayReason({ reason, basis_product: basis, share }: CustomerOffer, f: Format): string {
  const { together, again, popular } = nextProduct(f).reasons;
  if (reason === 'popular') return popular;
  return reason === 'again' || basis === null ? again(share) : together(share, basis);
}

/** What to offer first, and why; then the others. */
export function sayOffers([first, ...others]: readonly CustomerOffer[], f: Format): string {
  if (first === undefined) return '';
  const then = others.length === 0 ? '' : `; then ${others.map(({ product }) => product).join(', ')}`;
  return `${first.product}, ${sayReason(first, f)}${then}`;
}
