import type { Engine } from '../engine/engine.ts';
import { parseSource } from '../text/feature.ts';
import { attributesThere } from './attribute.ts';
import { columnTypes, type ModelColumn } from './feature-set.ts';

const sourceOf = ({ source }: ModelColumn) =>
  source.kind === 'level' || source.kind === 'code' ? parseSource(source.column) : source;

/** The first column of a stored model that the tables have no more; undefined: all are there. */
export async function lackingColumn<Column extends ModelColumn>(
  engine: Engine,
  relation: string,
  columns: readonly Column[],
): Promise<Column | undefined> {
  const types = await columnTypes(engine, relation);
  const wanted = columns.map(sourceOf).flatMap((source) => (source.kind === 'attribute' ? [source.attribute] : []));
  const there = await attributesThere(engine, [...new Set(wanted)]);
  return columns.find((column) => {
    const source = sourceOf(column);
    if (source.kind === 'attribute') return !there.has(source.attribute);
    return source.kind === 'column' && !types.has(source.column);
  });
}
