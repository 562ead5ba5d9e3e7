import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { whyNobodyRanked } from './remarks/buying.ts';

/** Who resembles the best. */
export const lookalikes = (f: Format): Messages['lookalikes'] => ({
  none: phrase`Ez da inor ordenatzen bezero onenen antzaren arabera: pipelineak ez du lookalike urratsik.`,
  nobody: (why) => phrase`Ez da inor ordenatzen bezero onenen antzaren arabera: ${whyNobodyRanked(f)(why)}.`,
  profitable: (seeds) => phrase`irabazi handieneko bezeroak (${f.whole(seeds)})`,
  ofSegment: (name, seeds) => phrase`“${named(name)}” segmentua (${f.whole(seeds)} bezero)`,
  finding: (ranked, whom, lift) =>
    phrase`Oraindik erosi ez eta antzaren arabera ordenatutako bezero potentzialak: ${figure(f.whole(ranked))}. Eredua: ${whom}. Erosleekin probatuta, lehen dezilak ausazko aukerak halako ${figure(f.fixed(lift, 1))} ditu.`,
  found: 'Zenbat aurkitzen diren lehenengoen artean',
  liftSentence: (lift, low, high) =>
    phrase`Lehen dezilak ausazko aukerak halako ${figure(f.fixed(lift, 2))} ditu (tartea, ${f.share(0.95)}: ${f.fixed(low, 2)} – ${f.fixed(high, 2)}).`,
  measured: (buyers) =>
    phrase`${f.whole(buyers)} eroslerekin probatua, zatika, zati bakoitza gainerakoei egindako doikuntzaz ordenatuta. Bezero potentzial baten probabilitatea erosle batena da: erosten duenean. Ez du esaten erosiko duen ala ez.`,
  threshold: (base, others) =>
    phrase`Postua dute, eta lookalikes.csv fitxategian daude, gutxienez probabilitate hau duten bezero potentzialak: ${f.share(base, 1)}, hau da, eredu direnek erosleen artean duten kuota. Probabilitate txikiagokoak eta posturik gabekoak: ${figure(f.whole(others))}.`,
  byRank: 'postuaren arabera',
  byChance: 'ausazko aukera',
  taken: 'Hartutako erosleen kuota',
  gain: 'Antza bilatzen zaienen kuota',
  tenth: 'Dezila',
  buyers: 'Erosleak',
  seeds: 'Bilatutakoak',
  rate: 'Kuota',
  lift: 'Lift',
  weights: 'Zerk egiten duen alde',
  weightsSentence: phrase`Ezaugarri baten desbideratze estandar batek zenbat mugitzen duen aukeren logaritmoa, gainerakoak berdin. Bakoitzaren probabilitatea, postua eta arrazoi nagusia CSV fitxategien lookalike_probability, lookalike_rank eta lookalike_reason zutabeetan daude.`,
  feature: 'Ezaugarria',
  weight: 'Pisua',
  above: 'batezbestekoaren gainetik',
  below: 'batezbestekoaren azpitik',
  not: (value) => `ez ${value}`,
});
