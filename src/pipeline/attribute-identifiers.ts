import type { Engine } from '../engine/engine.ts';
import { attributeKind } from '../models/attribute.ts';
import { attributeNumber } from '../models/attribute.sql.ts';
import { literal, sql } from '../sql/sql.ts';
import { parseFeature } from '../text/feature.ts';
import { identifierNotes } from './identifiers.ts';

/**
 * Sentences on attributes among the features of a model that look like identifiers of customers.
 *
 * @param list what the step calls its features: `predictors`
 */
export async function attributeIdentifiers(
  engine: Engine,
  model: string,
  list: string,
  features: readonly string[],
): Promise<string[]> {
  const scope = { model, relation: 'features.customer', key: 'customer_id', where: sql`true` };
  const notes: string[] = [];
  for (const { text, source } of features.map(parseFeature)) {
    if (source.kind !== 'attribute') continue;
    const { attribute } = source;
    const isText = (await attributeKind(engine, text, attribute, scope)) === 'category';
    const value = isText ? sql`value` : attributeNumber(sql`value`);
    const from = sql`(select value from warehouse.customer_attribute where attribute = ${literal(attribute)}) as kept`;
    const candidate = { shownAs: text, header: attribute, value, isText };
    const advice = `leave it out of the ${list}`;
    notes.push(...(await identifierNotes(engine, from, [candidate], { row: 'customer', advice })));
  }
  return notes;
}
