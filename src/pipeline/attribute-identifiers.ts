import type { Engine } from '../engine/engine.ts';
import { attributeKind } from '../models/attribute.ts';
import { attributeNumber } from '../models/attribute.sql.ts';
import { literal, sql } from '../sql/sql.ts';
import { parseFeature } from '../text/feature.ts';
import type { Remark } from '../text/remark.ts';
import { identifierNotes } from './identifiers.ts';

/**
 * Remarks on attributes among the features of a model that look like identifiers of customers.
 *
 * @param list what the step calls its features: `predictors`
 */
export async function attributeIdentifiers(
  engine: Engine,
  model: string,
  list: string,
  features: readonly string[],
): Promise<Remark[]> {
  const scope = { model, relation: 'features.customer', key: 'customer_id', where: sql`true` };
  const notes: Remark[] = [];
  for (const { text, source } of features.map(parseFeature)) {
    if (source.kind !== 'attribute') continue;
    const { attribute } = source;
    const isText = (await attributeKind(engine, text, attribute, scope)) === 'category';
    const value = isText ? sql`value` : attributeNumber(sql`value`);
    const from = sql`(select value from warehouse.customer_attribute where attribute = ${literal(attribute)}) as kept`;
    const candidate = { shownAs: text, header: attribute, value, isText };
    notes.push(...(await identifierNotes(engine, from, [candidate], { row: 'customer', list, key: false })));
  }
  return notes;
}
