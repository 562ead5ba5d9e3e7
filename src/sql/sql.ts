/** A value that travels beside the text of a statement, never inside it. */
export type SqlValue = string | number | bigint | boolean | null;

/** A piece of SQL: text with holes for values. Plain, frozen data; it is compiled once, when it is sent. */
export interface Sql {
  readonly parts: readonly SqlPart[];
}

type SqlPart = string | { readonly value: SqlValue };

/** The text of a statement with `$1 … $n` for its values. */
export interface CompiledSql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const freeze = (parts: readonly SqlPart[]): Sql => Object.freeze({ parts: Object.freeze(parts) });

const isSql = (hole: unknown): hole is Sql => typeof hole === 'object' && hole !== null && 'parts' in hole;

/**
 * Builds SQL. Interpolated values become parameters; interpolated `Sql` is spliced in. Names and literal text must be asked
 * for: `name`, `literal`, `raw`.
 */
export function sql(strings: TemplateStringsArray, ...holes: readonly (SqlValue | Sql)[]): Sql {
  const parts: SqlPart[] = [strings[0] ?? ''];
  holes.forEach((hole, i) => {
    if (isSql(hole)) parts.push(...hole.parts);
    else parts.push({ value: hole });
    parts.push(strings[i + 1] ?? '');
  });
  return freeze(parts);
}

/** SQL text taken as it is. Only for text that the project itself wrote, or that was bound as one expression before. */
export const raw = (text: string): Sql => freeze([text]);

/** A quoted identifier; several parts make a qualified one: `name('warehouse', 'customer')`. */
export const name = (...path: readonly string[]): Sql =>
  raw(path.map((part) => `"${part.replaceAll('"', '""')}"`).join('.'));

/** A quoted text literal, for the places where an engine takes no parameter (table functions, views). */
export const literal = (text: string): Sql => raw(`'${text.replaceAll("'", "''")}'`);

/** Pieces with a separator between them; no pieces give empty SQL. */
export function join(pieces: readonly Sql[], separator = ', '): Sql {
  return freeze(pieces.flatMap((piece, i) => (i === 0 ? piece.parts : [separator, ...piece.parts])));
}

/** The statement as an engine takes it. */
export function compile(query: Sql): CompiledSql {
  const values: SqlValue[] = [];
  const text = query.parts.map((part) => (typeof part === 'string' ? part : `$${values.push(part.value)}`)).join('');
  return { text, values };
}

/** The statement for people to read: values shown in place. Never executed. */
export function show(query: Sql): string {
  return query.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return typeof part.value === 'string' ? `'${part.value.replaceAll("'", "''")}'` : String(part.value);
    })
    .join('');
}
