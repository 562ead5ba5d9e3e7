import { ConfigError } from '../../errors.ts';

/** Splits a list of the command line at its commas; not inside parentheses or double quotes, which are taken off. */
export function splitList(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else {
      if (!quoted && letter === '(') depth++;
      if (!quoted && letter === ')') depth = Math.max(0, depth - 1);
      parts.push(parts.pop()! + letter);
    }
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Reads `name=2,other=0.5` of an option. */
export function readPairs(text: string, option: string): Record<string, number> {
  const pairs = splitList(text).map((pair): [string, number] => {
    const at = pair.lastIndexOf('=');
    const value = Number(pair.slice(at + 1).trim() || 'none');
    if (at <= 0 || !Number.isFinite(value))
      throw new ConfigError(`${option} must be names with a number each, like recency_days=2, got "${pair}"`);
    return [pair.slice(0, at).trim(), value];
  });
  return Object.fromEntries(pairs);
}
