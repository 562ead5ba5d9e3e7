/** A column with its comment: `amounts.lines as lines, -- sold and returned`; the name is the last word before the comma. */
const commented = /^\s*(?:.*[\s.)])?([a-z_][a-z0-9_]*),?\s+--\s+(.+)$/;

/** What the comments of a select say of its columns, by name; where a name stands several times, the last one is of the result. */
export function definitionsOf(select: string): ReadonlyMap<string, string> {
  const found = select.split('\n').flatMap((line) => {
    const [, name, definition] = commented.exec(line) ?? [];
    return name === undefined ? [] : [[name, definition!] as const];
  });
  return new Map(found);
}
