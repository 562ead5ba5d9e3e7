import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { named, phrase } from '../phrase.ts';

/** How far segments differ: what the bars of a segment are, and how large is large. */
export const effects = (f: Format): Messages['effects'] => ({
  term: 'Efektuaren tamaina (Cohenen d)',
  scale: (least, full) =>
    `da ezaugarri baten barra eta haren ondoko zenbakia: segmentuaren batezbestekoa gainerako guztienarengandik zenbat aldentzen den, desbideratze estandarretan. ${f.fixed(0.2, 1)} txikia da, ${f.fixed(0.5, 1)} ertaina, eta ${f.fixed(0.8, 1)} edo gehiago handia; eskuinera, segmentuak gehiago du; ezkerrera, gutxiago. Efektua ${f.fixed(least, 1)} baino txikiagoa duten ezaugarriek ez dute barrarik; barra betea ${f.whole(full)} edo gehiago da.`,
  signed: (value) => f.signed(value, 2),
  means: (here, all) => `${here} (guztiak: ${all})`,
  fingerprint: (name) =>
    phrase`Zerk bereizten duen “${named(name)}” segmentua: haren batezbestekoak guztienen ondoan, eta efektuaren tamaina (Cohenen d) gainerakoen aldean; handiena lehenik.`,
});
