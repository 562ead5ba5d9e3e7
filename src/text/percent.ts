import { formatFor } from './format.ts';

const f = formatFor('en');

/** A share of one as English writes it: `12.3%`. */
export const percent = (share: number, digits = 1): string => f.share(share, digits);
