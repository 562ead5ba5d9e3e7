import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns, worth } from './words.ts';

/** Whom the whale curve is over. */
const everyone = (prospects: boolean): string => nouns[prospects ? 'person' : 'customer'].other;

/** Where the money comes from and where it goes. */
export const profit = (f: Format): Messages['profit'] => ({
  none: phrase`Aún no hay ventas de las que dar cuenta.`,
  sold: (revenue, netRevenue) =>
    phrase`De ${figure(f.money(revenue))} de ventas brutas quedan ${figure(f.money(netRevenue))} tras devoluciones y descuentos.`,
  knownCost: (share) =>
    share === 0
      ? phrase` No se conoce ningún coste de la mercancía: las ventas netas cuentan como si no hubiera costado nada.`
      : phrase` El coste de la mercancía se conoce para el ${figure(f.share(share, 1))} de las ventas netas; donde no, estas cuentan como si no hubiera costado nada.`,
  finding: (netRevenue, profit, largest, share) =>
    phrase`De cada ${figure(f.money(100))} de ventas netas quedan ${figure(f.money((100 * profit) / netRevenue))} de beneficio. La mayor partida de coste es «${largest.toLowerCase()}», con el ${figure(f.share(share))} de las ventas netas.`,
  account: 'De las ventas al beneficio',
  accountSentence: (revenue, profit) =>
    phrase`En qué se van ${figure(f.money(revenue))} de ventas brutas hasta que quedan ${figure(f.money(profit))} de beneficio.`,
  item: 'Partida',
  amount: 'Importe',
  ofNetRevenue: 'Sobre ventas netas',
  adds: 'Suma',
  takes: 'Resta',
  result: 'Resultado',
  bySegment: 'En qué se va el dinero de cada segmento',
  bySegmentSentence: (best, bestShare, worst, worstShare) =>
    best === worst
      ? phrase`El segmento ${named(best)} deja como beneficio el ${figure(f.share(bestShare, 1))} de sus ventas netas.`
      : phrase`De sus ventas netas, el segmento ${named(best)} deja como beneficio el ${figure(f.share(bestShare, 1))}, el que más; ${named(worst)}, el ${figure(f.share(worstShare, 1))}, el que menos.`,
  byPaid: 'Proporción de las ventas netas; con los envíos cobrados pasa del 100 %',
  segmentAccount: 'Cuenta de resultados por segmento',
  segmentSales: 'Ventas netas por segmento',
  segment: 'Segmento',
  customers: 'Clientes',
  margin: 'Margen de beneficio',
  unassigned: 'Sin segmento',
  anonymous: 'Anónimos',
  segmentAccountSentence: (unassigned, anonymous) => [
    ...phrase`Todos los importes están en ${figure(f.currency)}, sin impuestos.`,
    ...(unassigned ? [' Sin segmento: clientes potenciales y clientes que no se han agrupado.'] : []),
    ...(anonymous ? [' Anónimos: lo que no corresponde a ningún cliente conocido.'] : []),
  ],
  whale: 'Cómo se acumula el beneficio de los clientes',
  whaleSentence: (peakShare, peakRatio, eroded, prospects) =>
    phrase`El ${figure(f.share(peakShare))} de los ${everyone(prospects)} es rentable y gana el ${figure(f.share(peakRatio))} del beneficio; los demás restan ${figure(f.money(eroded))}.`,
  whaleNone: phrase`Ningún cliente cuesta más de lo que aporta: la curva nunca baja.`,
  whaleLoss: (peak, eroded) =>
    phrase`Los clientes rentables ganan ${figure(f.money(peak))}; los demás restan ${figure(f.money(eroded))}, así que no queda nada.`,
  whaleAnonymous: (known, anonymous, total) =>
    phrase`La curva es la de los clientes conocidos y acaba en ${figure(f.money(known))}. Lo que no corresponde a ningún cliente conocido ${anonymous < 0 ? phrase`resta ${figure(f.money(-anonymous))}` : phrase`suma ${figure(f.money(anonymous))}`}; en total, la empresa gana ${figure(f.money(total))}.`,
  best: (percent, share, prospects, anonymous, base) => {
    const people = prospects
      ? `${f.count(base, nouns.person)} que han aportado o costado algo`
      : f.count(base, nouns.customer);
    const best = phrase`El mejor ${figure(f.share(percent / 100))} de ${people} aporta el ${figure(f.share(share))} del beneficio`;
    return anonymous ? phrase`${best} de todos los conocidos.` : phrase`${best}.`;
  },
  whaleTiles: {
    peak: 'Beneficio en el máximo',
    peakNote: (share, prospects) => `del mejor ${f.share(share)} de los ${everyone(prospects)}`,
    ratio: 'Máximo frente al total',
    ratioNote: (profit) => `total: ${f.money(profit)}`,
    eroded: 'Beneficio perdido',
    erodedNote: (customers, lost, prospects, cost) =>
      prospects === 0
        ? `por ${f.count(customers, nouns.lossMaker)}`
        : `${f.money(lost)} por ${f.count(customers, nouns.lossMaker)}; ${f.money(cost)} por ${f.count(prospects, nouns.prospect)}`,
  },
  customerPercent: (prospects) =>
    `${prospects ? 'Clientes actuales y potenciales' : 'Clientes'}, primero los más rentables`,
  cumulativeProfit: 'Beneficio acumulado',
  shareOfProfit: 'Proporción del beneficio',
  peak: 'máximo',
  total: 'total',
  byCategory: 'Por categoría',
  byCategorySentence: (name, share, marginName, margin) =>
    phrase`La que más vende es ${named(name)}, con el ${figure(f.share(share))} de las ventas netas. La de mejor margen es ${named(marginName)}: el ${figure(f.share(margin))} de sus ventas netas.`,
  byCategorySold: (name, share) =>
    phrase`La que más vende es ${named(name)}, con el ${figure(f.share(share))} de las ventas netas.`,
  category: 'Categoría',
  contribution: 'Margen de contribución',
  notAttributed: (by, cost) =>
    by === 'month'
      ? `Las campañas sin fecha de inicio conocida, ${f.money(cost)}, no están en ningún mes.`
      : `Los contactos, las campañas y la captación, ${f.money(cost)}, corresponden a los clientes y no están en ninguna fila: el beneficio son los márgenes de contribución menos ese importe.`,
  netRevenue: 'Ventas netas',
  grossMargin: 'Margen bruto',
  marginRate: 'Tasa de margen',
  bySource: 'Por origen de captación',
  bySourceSentence: (by, best, bestEach, worst, worstEach) => {
    const what = worth[by].label.toLowerCase();
    return best === worst
      ? phrase`Todos vienen de ${named(best)}: ${figure(f.money(bestEach))} de ${what} por persona.`
      : phrase`Los que más aportan por persona vienen de ${named(best)}: ${figure(f.money(bestEach))} de ${what}; los que menos, de ${named(worst)}: ${figure(f.money(worstEach))}. También cuentan los clientes potenciales que no han comprado.`;
  },
  source: 'Origen de captación',
  people: 'Clientes actuales y potenciales',
  bought: 'Han comprado',
  byMonth: 'Por mes',
  byMonthSentence: (best, netRevenue) =>
    phrase`El mejor mes fue ${figure(f.month(best))}, con ${figure(f.money(netRevenue))} de ventas netas.`,
  month: 'Mes',
});
