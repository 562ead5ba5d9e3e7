import { z } from 'zod';
import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

const count = z.object({ baskets: z.number(), leftOut: z.number(), maxItems: z.number() });

const schema = z.object({
  level: z.enum(['basket', 'customer']),
  counts: z.object({ basket: count, customer: count }),
  rules: z.number(),
  stoppedAt: z.number().nullable(),
});

/** What was bought together, as the fitted model counts it; anything else in it is passed over. */
export type BasketModel = Readonly<z.infer<typeof schema>>;

/** Reads the JSON of the fitted model; null where there is none. Throws where it is not one. */
export const parseBasket = (fitted: unknown): BasketModel | null =>
  fitted === undefined ? null : schema.parse(fitted);

const ruleShape = {
  rule: 'integer',
  left_names: 'text',
  right_name: 'text',
  baskets: 'integer',
  confidence: 'number',
  lift: 'number',
  adjusted_p: 'number',
} as const;

/** Who buys the left goods also buys the right one. */
export type ProductRule = Readonly<Row<typeof ruleShape>>;

const substituteShape = {
  name: 'text',
  other_name: 'text',
  baskets: 'integer',
  customers: 'integer',
  yules_q: 'number',
  customer_yules_q: 'number',
} as const;

/** Two goods that the same customers buy, but seldom in one order. */
export type Substitutes = Readonly<Row<typeof substituteShape>>;

const affinityShape = {
  category: 'text',
  other_category: 'text',
  customers: 'integer',
  share: 'number',
  base_share: 'number',
  lift: 'number',
} as const;

/** Who buys from a category also buys from another. */
export type CategoryAffinity = Readonly<Row<typeof affinityShape>>;

const preferenceShape = {
  segment: 'text',
  category: 'text',
  share: 'number',
  base_share: 'number',
  index: 'number',
} as const;

/** The share of the customers of a segment who buy from a category. */
export type CategoryPreference = Readonly<Row<typeof preferenceShape>>;

/** Goods of a group, the first few, and how many they are. */
export interface ProductGroup {
  readonly group: number;
  readonly names: readonly string[];
  readonly products: number;
}

/** What goes together: the first few of everything. */
export interface BasketData {
  /** Rules that are told, of which `rules` are the first. */
  readonly told: number;
  readonly rules: readonly ProductRule[];
  readonly groups: readonly ProductGroup[];
  /** Groups that there are, of which `groups` are the largest. */
  readonly groupsFound: number;
  readonly substitutes: readonly Substitutes[];
  readonly affinities: readonly CategoryAffinity[];
  readonly preferences: readonly CategoryPreference[];
}

/** Fewer customers of both categories say nothing of these. */
const fewest = 10;

/** More than a pipeline has segments. */
const mostSegments = 1_000;

/** So many standard errors above chance. */
const beyondChance = 3;

const most = { rules: 12, groups: 10, names: 8, substitutes: 10, affinities: 8, categories: 12 } as const;

async function readGroups(engine: Engine): Promise<ProductGroup[]> {
  const members = await engine.rows(
    sql`with placed as (
        select group_number, name, product, row_number() over (partition by group_number order by product) as place,
          count(*) over (partition by group_number) as products
        from marts.product_group where group_number <= ${most.groups}
      ) select group_number, name, products from placed where place <= ${most.names} order by group_number, place`,
    { group_number: 'integer', name: 'text', products: 'integer' },
    most.groups * most.names,
  );
  return [...new Set(members.map((member) => member.group_number))].map((group) => {
    const own = members.filter((member) => member.group_number === group);
    return { group, names: own.map(({ name }) => name), products: own[0]!.products };
  });
}

const readPreferences = (engine: Engine): Promise<CategoryPreference[]> =>
  engine.rows(
    sql`with largest as (
        select category, max(base_share) as base_share from marts.category_preference
        group by category order by base_share desc, category limit ${most.categories}
      )
      select preference.segment, preference.category, preference.share, preference.base_share, preference.index
      from marts.category_preference as preference join largest on largest.category = preference.category
      order by largest.base_share desc, preference.category, preference.segment`,
    preferenceShape,
    most.categories * mostSegments,
  );

/** Reads what goes together from the marts. */
export async function readBaskets(engine: Engine): Promise<BasketData> {
  const [told] = await engine.rows(
    sql`select (select count(*) from marts.product_rule where is_told) as told,
      (select count(distinct group_number) from marts.product_group) as groups`,
    { told: 'integer', groups: 'integer' },
    1,
  );
  return {
    told: told!.told,
    rules: await engine.rows(
      sql`select rule, left_names, right_name, baskets, confidence, lift, adjusted_p
        from marts.product_rule where is_told order by rule limit ${most.rules}`,
      ruleShape,
      most.rules,
    ),
    groups: await readGroups(engine),
    groupsFound: told!.groups,
    substitutes: await engine.rows(
      sql`select name, other_name, baskets, customers, yules_q, customer_yules_q
        from marts.product_pair where relation = 'substitutes' order by yules_q, customers desc, product, other_product limit ${most.substitutes}`,
      substituteShape,
      most.substitutes,
    ),
    affinities: await engine.rows(
      sql`select category, other_category, customers, share, base_share, lift
        from marts.category_affinity where category <> 'unknown' and other_category <> 'unknown' and customers >= ${fewest} and z >= ${beyondChance}
        order by lift desc, customers desc, category, other_category limit ${most.affinities}`,
      affinityShape,
      most.affinities,
    ),
    preferences: await readPreferences(engine),
  };
}
