import type { Hits } from '../en/discriminant.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** A probability as people write it: never as zero. */
export const probability = (f: Format, p: number): string => (p < 0.001 ? `<${f.fixed(0.001, 3)}` : f.fixed(p, 3));

/** Models that say which segment somebody belongs to. */
const assigners = { discriminant: 'análisis discriminante', tree: 'árbol de clasificación' } as const;

const hitsOf = (f: Format, { share, known }: Hits): Phrase =>
  phrase`el ${figure(f.share(share, 1))}${known === null ? '' : ` (el ${f.share(known.share, 1)} de los ${f.whole(known.measured)} cuyos atributos se conocen)`}`;

/** What tells the segments apart. */
export const discriminant = (f: Format): Messages['discriminant'] => ({
  none: phrase`No se ha hecho ningún análisis discriminante: el pipeline no tiene ese paso o no había segmentos que distinguir.`,
  finding: (hit, maximum, proportional) =>
    phrase`Solo por sus atributos, el ${figure(f.share(hit, 1))} de los clientes quedaría en su propio segmento. Poniendo a todos en el segmento mayor se acertaría con el ${figure(f.share(maximum, 1))}; al azar, según el tamaño de los segmentos, con el ${figure(f.share(proportional, 1))}.`,
  notSignificant: (p, assigns) =>
    phrase` Los segmentos no se diferencian en estos atributos más de lo que daría el azar (p ${p < 0.001 ? '' : '= '}${probability(f, p)}): ${assigns ? 'no saque conclusiones de lo que sigue ni actúe según el segmento al que parecen pertenecer los clientes potenciales' : 'no saque conclusiones de este análisis'}.`,
  notBetter: (assigns) =>
    phrase` No es mejor que poner a todos en el segmento mayor${assigns ? ': tome el segmento de los clientes potenciales como una conjetura' : ''}.`,
  tiles: {
    wilks: 'λ de Wilks',
    explained: (lambda) => `el ${f.share(1 - lambda)} de la variación está entre segmentos`,
    hit: 'Tasa de aciertos',
    hitNote: (customers, folds) =>
      `de ${f.count(customers, nouns.customer)}, cada uno juzgado por un ajuste sin él (${folds === null ? 'dejando uno fuera cada vez' : `${f.whole(folds)} partes`})`,
    maximum: 'Azar máximo',
    maximumNote: 'aciertos si todos se pusieran en el segmento mayor',
    proportional: 'Azar proporcional',
    proportionalNote: 'aciertos al azar según el tamaño de los segmentos',
    significance: 'Significación (p)',
    test: (statistic, df1, df2) =>
      `F = ${f.fixed(statistic, 2)} con ${f.number(df1)} y ${f.number(df2)} grados de libertad`,
  },
  p: (p) => probability(f, p),
  map: 'Los segmentos en las dos primeras funciones',
  mapOne: 'Los segmentos en la función discriminante',
  mapSentence: (first, second) =>
    second === null
      ? phrase`Los segmentos alejados entre sí difieren en sus atributos. La función se relaciona sobre todo con ${named(first)}.`
      : first === second
        ? phrase`Los segmentos alejados entre sí difieren en sus atributos. Ambas funciones se relacionan sobre todo con ${named(first)}.`
        : phrase`Los segmentos alejados entre sí difieren en sus atributos. La primera función se relaciona sobre todo con ${named(first)}; la segunda, con ${named(second)}.`,
  axis: (number, share) => `Función ${f.whole(number)} (${f.share(share)} de la separación)`,
  segment: 'Segmento',
  functionName: (number) => `Función ${f.whole(number)}`,
  functions: 'Funciones canónicas',
  functionsSentence: (useful, all) =>
    all === 1
      ? phrase`Una sola función distingue los segmentos${useful === 0 ? ', pero no mejor que el azar' : ''}.`
      : phrase`De ${figure(f.count(all, nouns.canonicalFunction))}, ${figure(f.whole(useful))} ${f.plural(useful, { one: 'separa', other: 'separan' })} los segmentos mejor que el azar (p inferior a ${f.fixed(0.05, 2)}).`,
  functionColumn: 'Función',
  eigenvalue: 'Autovalor',
  share: 'Parte de la separación',
  correlation: 'Correlación canónica',
  wilks: 'λ de Wilks de esta y las siguientes',
  significance: 'p',
  detail: 'El análisis en detalle: qué atributos importan, segmento propio y más probable, funciones canónicas',
  structure: 'Qué atributos importan',
  structureSentence: (name, loading) =>
    phrase`Correlación de cada atributo con cada función dentro de los segmentos (matriz de estructura). La más estrecha con la primera es la de ${named(name)}: ${figure(f.fixed(loading, 2))}.`,
  more: (count, below) =>
    phrase`No se ${f.plural(count, { one: 'muestra', other: 'muestran' })} ${f.count(count, nouns.predictor)} más, con un máximo de ${f.fixed(below, 2)} en uno u otro sentido.`,
  predictor: 'Atributo',
  table: 'Segmento propio y más probable',
  tableSentence: (name, share, everyone) =>
    phrase`De los clientes de cada segmento (filas), la proporción que sus atributos ponen en cada uno (columnas). El segmento ${named(name)} es el que más destaca: recibe el ${figure(f.share(share))} de sus propios clientes y el ${figure(f.share(everyone))} del total, la mayor diferencia.`,
  own: 'Segmento propio',
  prospects: 'A qué segmento pertenecen los clientes potenciales',
  prospectsSentence: (count, name, share) =>
    phrase`Por sus atributos se ${f.plural(count, { one: 'ha', other: 'han' })} podido asignar ${figure(f.count(count, nouns.prospect))}; la mayor parte, el ${figure(f.share(share))}, al segmento ${named(name)}.`,
  prospectsGuess: (count, measured) =>
    phrase`Por sus atributos se ${f.plural(count, { one: 'ha', other: 'han' })} podido asignar ${figure(f.count(count, nouns.prospect))}, pero ${measured ? 'no mejor que al azar' : 'no se ha medido con qué frecuencia se acierta'}.`,
  prospectModel: (model, customers, hits) =>
    hits === null
      ? phrase` Lo dice el ${assigners[model]}.`
      : phrase` Lo dice el ${assigners[model]}: de ${f.count(customers, nouns.customer)} con segmento, cada uno fuera de su ajuste, pone en el suyo ${hitsOf(f, hits)}.`,
  otherModel: (model, hits) =>
    hits === null
      ? phrase` El ${assigners[model]} no se ha medido.`
      : phrase` El ${assigners[model]} pone en él ${hitsOf(f, hits)}.`,
  noProspects: phrase`No se ha podido asignar ningún cliente potencial: no hay ninguno o no se conocen sus atributos.`,
  assigned: 'Clientes potenciales',
  assignedShare: 'Proporción',
  meanProbability: 'Probabilidad media',
});
