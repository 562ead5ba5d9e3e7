import type { Messages } from '../en/index.ts';
import type { Cell } from '../en/rfm.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Cells that are named where several hold as many. */
const mostNamed = 3;

function fullestCells(f: Format, customers: number, cells: readonly Cell[]): Phrase {
  const each = figure(f.count(customers, nouns.customer));
  if (cells.length > mostNamed) return phrase`Las ${f.whole(cells.length)} celdas más llenas tienen ${each} cada una`;
  const places = cells.map((cell) => `recencia ${f.whole(cell.recency)} con frecuencia ${f.whole(cell.frequency)}`);
  return cells.length === 1
    ? phrase`La celda más llena tiene ${each}: ${places.join('')}`
    : phrase`Las celdas más llenas tienen ${each} cada una: ${f.list(places)}`;
}

/** Recency, frequency, money. */
export const rfm = (f: Format): Messages['rfm'] => ({
  names: {
    Champions: 'Campeones',
    Loyal: 'Fieles',
    'Potential loyalists': 'Fieles potenciales',
    'New customers': 'Clientes nuevos',
    Promising: 'Prometedores',
    'Need attention': 'Requieren atención',
    'About to sleep': 'A punto de dormirse',
    'At risk': 'En riesgo',
    "Can't lose them": 'No podemos perderlos',
    Hibernating: 'Hibernando',
  },
  none: phrase`No se han calculado puntuaciones RFM: el pipeline no tiene el paso rfm o nadie ha comprado.`,
  finding: (best, share, lapsed) =>
    phrase`${figure(f.count(best, nouns.customer))} con compras recientes y frecuentes (la puntuación máxima en ambas) ${f.plural(best, { one: 'aporta', other: 'aportan' })} el ${figure(f.share(share))} del gasto. ${figure(f.count(lapsed, nouns.customer))} ${f.plural(lapsed, { one: 'tiene', other: 'tienen' })} la mínima en ambas.`,
  grid: 'Clientes por recencia y frecuencia',
  gridSentence: (customers, fullest) =>
    phrase`${fullestCells(f, customers, fullest)}. Más intenso es más clientes; bajo el número, lo que han gastado.`,
  recency: 'Puntuación de recencia',
  frequency: 'Puntuación de frecuencia',
  latest: 'compra reciente',
  often: 'a menudo',
  customers: 'Clientes',
  monetary: 'Gasto',
  cutPoints: 'Qué significan las puntuaciones',
  bestScores: (recency, frequency, monetary) =>
    phrase`La puntuación máxima exige: días desde la última compra, ${figure(recency)}; pedidos, ${figure(frequency)}; gasto, ${figure(monetary)}.`,
  nested: (recency) =>
    phrase`La recencia máxima exige: días desde la última compra, ${figure(recency)}. Los pedidos se puntúan dentro de cada puntuación de recencia, y el gasto dentro de cada par de ambas: sus puntos de corte están en la tabla models.rfm_cut_point.`,
  frozen: (asOf) => phrase` Los puntos de corte son los del ${f.day(asOf)}, usados de nuevo.`,
  weights: ({ recency, frequency, monetary }) =>
    phrase` En la puntuación RFM, la recencia pesa ${f.number(recency, 4)}, la frecuencia ${f.number(frequency, 4)} y el gasto ${f.number(monetary, 4)}.`,
  score: 'Puntuación',
  measures: { recency: 'Días desde la última compra', frequency: 'Pedidos', monetary: 'Gasto' },
  within: (recency) => `Pedidos con recencia ${f.whole(recency)}`,
  range: (from, to, write) => {
    if (from === null) return to === null ? 'todos' : `hasta ${write(to)}`;
    if (to === null) return `${write(from)} o más`;
    return from === to ? write(from) : `de ${write(from)} a ${write(to)}`;
  },
  moneyRange: (above, upTo, write) => {
    if (above === null) return upTo === null ? 'todos' : `hasta ${write(upTo)}`;
    return upTo === null ? `más de ${write(above)}` : `de ${write(above)} a ${write(upTo)}`;
  },
  segments: 'Segmentos RFM',
  segmentsSentence: (name, share) =>
    phrase`Las puntuaciones se agrupan en segmentos con nombre. El que más aporta es ${named(name)}: el ${figure(f.share(share))} de las ventas netas.`,
  segment: 'Segmento RFM',
  share: 'Proporción de clientes',
  netRevenue: 'Ventas netas',
  netRevenueShare: 'Proporción de las ventas netas',
});
