import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { whyNobodyRanked } from './remarks/buying.ts';
import { nouns } from './words.ts';

/** Who resembles the best. */
export const lookalikes = (f: Format): Messages['lookalikes'] => ({
  none: phrase`No se ordena a nadie por su parecido con los mejores clientes: el pipeline no tiene paso lookalike.`,
  nobody: (why) => phrase`No se ordena a nadie por su parecido con los mejores clientes: ${whyNobodyRanked(f)(why)}.`,
  profitable: (seeds) => phrase`los ${f.count(seeds, nouns.customer)} de mayor beneficio`,
  ofSegment: (name, seeds) => phrase`el segmento ${named(name)} (${f.count(seeds, nouns.customer)})`,
  finding: (ranked, whom, lift) =>
    phrase`${figure(f.count(ranked, nouns.prospect))} que aún no han comprado, por su parecido con ${whom}; en la prueba con compradores, el primer decil contiene ${figure(f.fixed(lift, 1))} veces lo que una elección al azar.`,
  found: 'Cuántos se encuentran entre los primeros',
  liftSentence: (lift, low, high) =>
    phrase`El primer decil contiene ${figure(f.fixed(lift, 2))} veces lo que una elección al azar (intervalo del ${f.share(0.95)}: de ${f.fixed(low, 2)} a ${f.fixed(high, 2)}).`,
  measured: (buyers) =>
    phrase`Probado con ${f.count(buyers, nouns.customer)} por partes, cada una ordenada por un ajuste a las demás. La probabilidad de un cliente potencial es la de un comprador: una vez que compre. No dice si comprará.`,
  threshold: (base, others) =>
    phrase`Tienen puesto, y están en el archivo lookalikes.csv, los clientes potenciales con una probabilidad de al menos ${f.share(base, 1)}: la proporción de los que sirven de modelo entre los compradores. ${figure(f.count(others, nouns.prospect))} no llegan a ella, y no tienen puesto.`,
  byRank: 'por puesto',
  byChance: 'elección al azar',
  taken: 'Proporción de compradores elegidos',
  gain: 'Proporción de aquellos a los que se busca parecido',
  tenth: 'Decil',
  buyers: 'Compradores',
  seeds: 'De los buscados',
  rate: 'Proporción',
  lift: 'Lift',
  weights: 'Qué habla a su favor',
  weightsSentence: phrase`Cuánto mueve el logaritmo de las posibilidades una desviación típica más de una característica, con las demás iguales. La probabilidad, el puesto y la razón principal de cada uno están en las columnas lookalike_probability, lookalike_rank y lookalike_reason de los archivos CSV.`,
  feature: 'Característica',
  weight: 'Peso',
  above: 'por encima de la media',
  below: 'por debajo de la media',
  not: (value) => `no ${value}`,
});
