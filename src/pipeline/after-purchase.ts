import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { columnTypes } from '../models/feature-set.ts';
import { relationsOf } from '../sql/relation.ts';
import { parseFeature } from '../text/feature.ts';

/** What is sold: whatever is made of it is known of nobody who has not bought. */
const sales = 'warehouse.order_line';

/** Everyone, and how they first got in touch: those who bought are among them, but nothing here says what. */
const before: ReadonlySet<string> = new Set(['warehouse.customer', 'features.customer_approach']);

/** Whether a relation follows from sales, by what the contracts say it reads. */
function salesTeller(): (id: string) => boolean {
  const reads = new Map(
    ['warehouse', 'features'].flatMap(relationsOf).map((relation) => [relation.id, relation.reads]),
  );
  const tells = (id: string): boolean =>
    id === sales || (!before.has(id) && (reads.get(id) ?? []).some((source) => tells(source)));
  return tells;
}

/**
 * Those of some features that exist only after a purchase: shares of purchases, and columns of `features.customer` that come from a table which follows from sales. Of a
 * prospect they are missing or 0, whatever they will buy. Attributes, and what a list of customers or their contacts say, are known before. Needs the tables of `features`.
 */
export async function afterPurchase(engine: Engine, features: readonly string[]): Promise<string[]> {
  const tells = salesTeller();
  const { reads, grain } = relationsOf('features').find(({ id }) => id === 'features.customer')!;
  const columns = new Set<string>();
  for (const part of reads.filter((id) => tells(id)))
    for (const column of (await columnTypes(engine, part)).keys()) columns.add(column);
  for (const column of grain) columns.delete(column);
  return features.filter((text) => {
    const { source } = parseFeature(text);
    if (source.kind === 'share') return tells(`features.customer_${source.of}`);
    return source.kind === 'column' && columns.has(source.column);
  });
}

/** Refuses to tell of prospects by what only a purchase makes known. @throws ConfigError */
export async function refuseAfterPurchase(
  engine: Engine,
  model: 'tree' | 'lookalike',
  features: readonly string[],
): Promise<void> {
  const late = await afterPurchase(engine, features);
  if (late.length > 0)
    throw new ConfigError(
      `${model}: features must be known before a purchase${model === 'tree' ? ' where prospects is true' : ''}; got ${late.join(', ')}, which only a purchase makes known: ` +
        `leave out such features${model === 'tree' ? ', or prospects' : ''}`,
    );
}
