import type { Format } from './format.ts';

/** A change as a share, behind the amount; nothing where it is not known, or too small to be told. */
export const inBrackets = (f: Format, share: number | null): string =>
  share === null || f.change(share) === f.change(0) ? '' : ` (${f.change(share)})`;
