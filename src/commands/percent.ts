import { formatFor } from '../text/format.ts';

const f = formatFor('en');

/** `12.3%` */
export const percent = (share: number): string => f.share(share, 1);
