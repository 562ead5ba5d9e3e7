import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

const shape = {
  member: 'text',
  opinions: 'integer',
  opinion: 'number',
  z: 'number?',
  adjusted_p: 'number?',
  negative: 'integer',
  neutral: 'integer',
  positive: 'integer',
  by_words: 'integer',
} as const;

/** What was said by, or of, a member; see `marts.opinion`. */
export type Opinion = Readonly<Row<typeof shape>>;

const productShape = { ...shape, product_name: 'text?', product_category: 'text' } as const;

/** What was said of a product. */
export type ProductOpinion = Readonly<Row<typeof productShape>>;

/** What customers say. */
export interface OpinionData {
  /** Null: nobody said anything. */
  readonly all: Opinion | null;
  readonly segments: readonly Opinion[];
  readonly channels: readonly Opinion[];
  /** The most blamed and the most praised of those that enough was said of, worst first; none that differs by chance. */
  readonly products: readonly ProductOpinion[];
  /** Customers and prospects who wait for an answer to a complaint, the customers among them, and the complaints of all. */
  readonly open: { readonly people: number; readonly customers: number; readonly complaints: number };
}

/** One in twenty at most of those who differ so surely is chance: see `adjusted_p` of `marts.opinion`. */
const falseDiscoveryRate = 0.05;

/** Whether an opinion is worse than that of all by more than chance. */
export const isWorse = ({ z, adjusted_p: p }: Opinion): boolean =>
  (z ?? 0) < 0 && p !== null && p <= falseDiscoveryRate;

/** So many products are shown from either end. */
const shown = 5;

const columns = sql`member, opinions, opinion, z, adjusted_p, negative, neutral, positive, by_words`;

/** Reads what customers say: 1,111 rows at most. */
export async function readOpinions(engine: Engine): Promise<OpinionData> {
  const by = (dimension: string, limit: number): Promise<Opinion[]> =>
    engine.rows(
      sql`select ${columns} from marts.opinion where dimension = ${dimension}
        order by opinions desc, member limit ${limit}`,
      shape,
      limit,
    );
  const [all] = await by('all', 1);
  const products = await engine.rows(
    sql`with placed as (
        select ${columns}, product_name, product_category, row_number() over (order by opinion, member) as place, count(*) over () as products
        from marts.opinion where dimension = 'product' and adjusted_p <= ${falseDiscoveryRate}
      )
      select ${columns}, product_name, product_category from placed where place <= ${shown} or place > products - ${shown} order by place`,
    productShape,
    2 * shown,
  );
  const [open] = await engine.rows(
    sql`select count(*) as people, count(*) filter (where not is_prospect) as customers, coalesce(sum(complaints_open), 0) as complaints from marts.customer where complaints_open > 0`,
    { people: 'integer', customers: 'integer', complaints: 'integer' },
    1,
  );
  return {
    all: all ?? null,
    segments: (await by('segment', 1_000)).sort((a, b) => a.opinion - b.opinion || (a.member < b.member ? -1 : 1)),
    channels: await by('channel', 100),
    products,
    open: open!,
  };
}
