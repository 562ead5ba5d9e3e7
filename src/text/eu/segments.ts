import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { cases, nouns, worth } from './words.ts';

/** Who the segments are. */
export const segments = (f: Format): Messages['segments'] => ({
  none: phrase`Ez da segmenturik egin: pipelineak ez du k-means urratsik, edo ez zegoen multzokatzeko bezerorik.`,
  finding: (count, customers, explained) =>
    phrase`${figure(f.count(customers, nouns.customer))} ${figure(f.count(count, { other: 'segmentutan' }))} banatzen dira, ereduaren ezaugarrien arabera multzokatuta.${explained === null ? '' : ` Segmentuek bezeroen arteko aldeen ${f.share(explained)} azaltzen dute.`}`,
  customers: 'Bezeroak',
  share: 'Bezeroen kuota',
  ofSegments: phrase`Kuotak segmentu guztien baturarenak dira, bezero potentzialik eta erosketa anonimorik gabe.`,
  segment: 'Segmentua',
  file: 'Fitxategia',
  balance: (by) => `Bezeroak eta ${worth[by].label.toLowerCase()}, aurrez aurre`,
  balanceSentence: (by, above, below) =>
    above.length > 0 && below.length > 0
      ? phrase`${worth[by].share}, bezeroen kuotaren aldean: handiagoa dutenak, ${named(f.list(above))}; txikiagoa dutenak, ${named(f.list(below))}.`
      : phrase`Segmentu guztiek antzeko kuotak dituzte: bezeroena eta ${worth[by].whole} kuota.`,
  distinct: (label, times) => (times >= 1 ? `${label} ${f.number(times)}×` : `${label} ${f.fixed(times, 2)}×`),
  apart: (name) => `Zerk bereizten duen “${name}” segmentua`,
  also: (items) => `Gainera, guztien batezbestekoaren aldean: ${f.list(items)}`,
  rules: (count) => f.plural(count, { one: 'Arau gisa', other: 'Arau gisa' }),
  rule: (words, customers, purity, coverage) =>
    phrase`${words}. Hau betetzen duten ${figure(f.count(customers, cases.customerPartitive))} ${figure(f.share(purity))} segmentuan daude, eta segmentuaren ${figure(f.share(coverage))} dira.`,
  ruleSql: 'SQL gisa',
  mean: 'Batezbestekoa',
  ofAll: (value) => `guztiak: ${value}`,
  customer: 'Bezeroa',
  typical: (count) => (count === 1 ? 'Bezerorik tipikoena' : `${f.whole(count)} bezero tipikoenak`),
  lastPurchase: 'Azken erosketa',
  medians: 'Medianak',
  profile: 'Segmentu bakoitzaren profila',
  profileSentence: (strongest, pooled) => {
    const shares = pooled
      ? ' “Bere diruaren kuota” segmentu baten diru guztiarena da; “Gastuaren kuota”, ereduaren ezaugarri gisa, bezero bakoitzak dituen kuoten batezbestekoa da, zenbat gastatzen duen kontuan hartu gabe.'
      : '';
    const index =
      'Indizea, segmentua duten bezero guztien aldean, azpian batezbestekoa duela: 100 berdina da; 200, bikoitza.';
    return strongest === null
      ? phrase`${index}${shares}`
      : phrase`${index} Handiena: ${figure(f.whole(strongest.index))}, “${named(strongest.name)}” segmentuan (${strongest.feature}).${shares}`;
  },
  otherFeatures: (count) => `Segmentuak gutxiago bereizten dituzten ${f.count(count, { other: 'ezaugarri' })}`,
  ofMoney: (category) => `Bere diruaren kuota: ${category}`,
  feature: 'Ezaugarria',
  everyone: 'Guztiak',
  logarithm: (label) => `${label} (logaritmoa)`,
});
