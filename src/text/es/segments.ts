import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns, ofWorth, worth } from './words.ts';

/** Who the segments are. */
export const segments = (f: Format): Messages['segments'] => ({
  none: phrase`No se ha hecho ningún segmento: el pipeline no tiene el paso kmeans o no había clientes que agrupar.`,
  finding: (count, customers, explained) =>
    phrase`${figure(f.count(customers, nouns.customer))} se ${f.plural(customers, { one: 'reparte', other: 'reparten' })} en ${figure(f.count(count, nouns.segment))}, agrupados por las características del modelo.${explained === null ? '' : ` Los segmentos explican el ${f.share(explained)} de las diferencias entre clientes.`}`,
  customers: 'Clientes',
  share: 'Proporción de clientes',
  ofSegments: phrase`Las proporciones son del conjunto de los segmentos, sin clientes potenciales ni compras anónimas.`,
  segment: 'Segmento',
  file: 'Archivo',
  balance: (by) => `Clientes frente a ${worth[by].label.toLowerCase()}`,
  balanceSentence: (by, above, below) =>
    above.length > 0 && below.length > 0
      ? phrase`Con una proporción ${ofWorth[by]} mayor que la de clientes: ${named(f.list(above))}; con una menor: ${named(f.list(below))}.`
      : phrase`Cada segmento aporta más o menos la misma proporción ${ofWorth[by]} que de clientes.`,
  distinct: (label, times) => (times >= 1 ? `${label} ${f.number(times)}×` : `${label} ${f.fixed(times, 2)}×`),
  apart: (name) => `Lo que distingue al segmento ${name}`,
  also: (items) => `Además, frente a la media de todos: ${f.list(items)}`,
  rules: (count) => f.plural(count, { one: 'Como regla', other: 'Como reglas' }),
  rule: (words, customers, purity, coverage) =>
    phrase`${words}. De ${figure(f.count(customers, nouns.customer))} que lo ${f.plural(customers, { one: 'cumple', other: 'cumplen' })}, el ${figure(f.share(purity))} está en el segmento: el ${figure(f.share(coverage))} del segmento.`,
  ruleSql: 'En SQL',
  mean: 'Media',
  ofAll: (value) => `todos: ${value}`,
  customer: 'Cliente',
  typical: (count) => (count === 1 ? 'El cliente más típico' : `Los ${f.whole(count)} clientes más típicos`),
  lastPurchase: 'Última compra',
  medians: 'Medianas',
  profile: 'Perfil de cada segmento',
  profileSentence: (strongest, pooled) => {
    const shares = pooled
      ? ' «Proporción de su gasto» es sobre todo el gasto del segmento; «Gastado en», como característica del modelo, es la media de las proporciones de cada cliente, gaste lo que gaste.'
      : '';
    const index = `Índice frente a todos los clientes con segmento, con la media debajo: ${f.whole(100)} es igual, ${f.whole(200)} es el doble.`;
    return strongest === null
      ? phrase`${index}${shares}`
      : phrase`${index} El más alto es ${figure(f.whole(strongest.index))}, del segmento ${named(strongest.name)}: «${strongest.feature}».${shares}`;
  },
  otherFeatures: (count) =>
    `${f.count(count, { one: 'característica', other: 'características' })} en que los segmentos se diferencian menos`,
  ofMoney: (category) => `Proporción de su gasto: ${category}`,
  feature: 'Característica',
  everyone: 'Todos',
  logarithm: (label) => `${label} (logaritmo)`,
});
