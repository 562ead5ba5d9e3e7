import type { Engine } from '../../engine/engine.ts';
import { columnTypes, kindOf } from '../../models/feature-set.ts';
import { identifierNotes, type Candidate } from '../../pipeline/identifiers.ts';
import { relationName } from '../../sql/relation.ts';
import { name } from '../../sql/sql.ts';
import { inEnglish } from '../../text/remark.ts';

/**
 * Sentences on features of a file that look like identifiers.
 *
 * @param relation a table with a column for each of the headers: a number, text or yes/no
 */
export async function fileIdentifiers(engine: Engine, relation: string, headers: readonly string[]): Promise<string[]> {
  const types = await columnTypes(engine, relation);
  const candidates = headers.flatMap((header): Candidate[] => {
    const kind = kindOf(types.get(header)!);
    return kind === 'other' ? [] : [{ shownAs: header, header, value: name(header), isText: kind === 'category' }];
  });
  const speech = { row: 'row', list: 'features', key: true } as const;
  return inEnglish(await identifierNotes(engine, relationName(relation), candidates, speech));
}
