import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns, rowsOf } from './words.ts';

/** How the number of segments was chosen. */
export const choice = (f: Format): Messages['choice'] => ({
  title: (k) => `Por qué ${f.count(k, nouns.segment)}`,
  sentence: (of) => {
    const range = `de ${f.whole(of.from)} a ${f.whole(of.to)}`;
    const chosen = figure(f.whole(of.chosen));
    const silhouette = figure(f.fixed(of.silhouette, 2));
    const rows = rowsOf[of.noun];
    if (of.chosen !== of.ruled)
      return phrase`Entre las opciones ${range} segmentos, se mantienen ${chosen}, con una silueta de ${silhouette}. Si se eligiera de nuevo con la regla, serían ${figure(f.whole(of.ruled))}.`;
    const least = f.share(of.smallest);
    switch (of.among) {
      case 'admissible':
        return of.pool === 1
          ? phrase`${chosen} es el único número ${range} cuyos segmentos son todos estables y reúnen al menos el ${least} de ${rows}.`
          : phrase`De los ${f.whole(of.pool)} números ${range} cuyos segmentos son todos estables y reúnen al menos el ${least} de ${rows}, ${chosen} es el que mejor separa ${rows}: su silueta media es ${silhouette}.`;
      case 'large':
        return phrase`Ningún número ${range} da segmentos que sigan siendo todos estables al repetir el sorteo de ${rows}: tómelos como una división aproximada. ${chosen} es el que mejor separa ${rows}: su silueta media es ${silhouette}.`;
      case 'all':
        return phrase`Con cualquier número ${range} hay un segmento con menos del ${least} de ${rows}. ${chosen} es el que mejor los separa: su silueta media es ${silhouette}.`;
    }
  },
  contest: (chosen, ruled, { incumbent, needed, margin, lost, challengers }) => {
    if (lost !== null) return phrase`Antes había ${figure(f.whole(incumbent))}: ese número ya no puede elegirse.`;
    if (chosen !== incumbent)
      return phrase`Sustituye a ${figure(f.whole(incumbent))}: fue mejor en ${f.whole(needed)} reajustes seguidos.`;
    const told = challengers.map(({ k, refits }) => `${f.whole(k)} fue mejor en ${f.whole(refits)}`);
    const takes = f.count(needed, { one: 'reajuste', other: 'reajustes seguidos' });
    if (told.length > 0) return phrase`Otro número lo sustituye tras ${takes}; hasta ahora, ${f.list(told)}.`;
    return ruled === chosen
      ? null
      : phrase`Otro número lo sustituye cuando su silueta lo supera en ${f.number(margin, 3)} en ${takes}.`;
  },
  sample: (sample, noun) =>
    phrase`Todos los criterios son de una muestra de ${f.count(sample, nouns[noun])}, con segmentos hechos en ella; con ${rowsOf[noun]} al completo pueden variar un poco.`,
  rule: () =>
    phrase`La regla: la mayor silueta media entre los números cuyos segmentos alcanzan todos el tamaño mínimo y son estables (mediana del índice de Rand ajustado de al menos ${f.number(0.8)} y similitud de Jaccard de cada segmento de al menos ${f.number(0.75, 2)}); si hay empate, el menor; si ninguno es estable, entre los que alcanzan el tamaño mínimo; si tampoco, entre todos. Los demás criterios se muestran y no votan.`,
  axis: 'Número de segmentos (k)',
  k: 'k',
  criteria: {
    silhouette: 'Silueta (decide)',
    rand: 'Índice de Rand ajustado',
    jaccard: 'Jaccard mínimo',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin (mejor bajo)',
    gap: 'Gap, con su error',
  },
  columns: {
    silhouette: 'Silueta',
    rand: 'Rand ajustado',
    jaccard: 'Jaccard mínimo',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin',
    gap: 'Gap ± error',
  },
  gap: (gap, error) => `${f.fixed(gap, 3)} ± ${f.fixed(error, 3)}`,
  smallest: 'Segmento menor',
  verdict: '¿Puede elegirse?',
  admissible: 'sí',
  chosen: 'elegido',
  small: 'no: un segmento es demasiado pequeño',
  unstable: 'no: no es estable',
  both: 'no: no es estable, y un segmento es demasiado pequeño',
  legend: {
    admissible: 'puede elegirse',
    not: 'no: inestable o con un segmento demasiado pequeño',
    chosen: 'el número elegido',
  },
});
