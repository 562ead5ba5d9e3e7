import { bgnbd, mbgnbd } from './beta-geometric.ts';
import type { Family, FamilyName } from './family.ts';
import { nbd } from './nbd.ts';
import { pareto } from './pareto.ts';

/** The models of purchases by name. */
export const families: Readonly<Record<FamilyName, Family>> = { bgnbd, mbgnbd, pareto, nbd };

/** What they are called. */
export const familyTitles: Readonly<Record<FamilyName, string>> = {
  bgnbd: 'BG/NBD',
  mbgnbd: 'MBG/NBD',
  pareto: 'Pareto/NBD',
  nbd: 'NBD',
};
