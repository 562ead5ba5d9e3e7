import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { costs, nouns, ofWorth, worth } from './words.ts';

/** RFM segments by name: no segment that a model found has theirs. */
const rfm = (f: Format, names: readonly string[]): Phrase =>
  phrase`${f.plural(names.length, { one: 'segmento RFM', other: 'segmentos RFM' })} ${listed(
    f,
    names.map((name) => [named(name)]),
  )}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format): Messages['overview'] => ({
  nobody: phrase`Nadie ha comprado hasta la fecha de corte, así que aún no hay nada de lo que informar.`,
  sales: (buyers, orders, netRevenue) =>
    phrase`${figure(f.count(buyers, nouns.customer))} ${f.plural(buyers, { one: 'ha hecho', other: 'han hecho' })} ${figure(f.count(orders, nouns.order))} por valor de ${figure(f.money(netRevenue))} tras devoluciones y descuentos.`,
  left: (known, profit, share) => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`El coste de ${list} es mayor que eso: se pierden ${figure(f.money(-profit))}.`
      : phrase`Tras el coste de ${list} quedan ${figure(f.money(profit))}: el ${figure(f.share(share, 1))} de las ventas netas.`;
  },
  noCosts: phrase`No se conoce ningún coste, así que no se puede decir el beneficio: serían las ventas netas con otro nombre. Este informe muestra las ventas netas en su lugar. Para ver el beneficio, asigne unit_cost o cost en una fuente e indique los costes en el pipeline.`,
  tiles: {
    customers: 'Clientes',
    prospects: (count) => (count === 0 ? 'y ningún cliente potencial' : `y ${f.count(count, nouns.prospect)}`),
    netRevenue: 'Ventas netas',
    orders: (count) => `en ${f.count(count, nouns.order)}`,
    profit: 'Beneficio',
    margin: (share) => `${f.share(share, 1)} de las ventas netas`,
    lossMakers: 'Clientes no rentables',
    lost: (amount) => (amount === 0 ? 'ningún cliente cuesta más de lo que aporta' : `restan ${f.money(amount)}`),
    each: 'Ventas netas por cliente',
    perCustomer: 'de media, hasta ahora',
    rejected: 'Registros rechazados',
    ofRecords: (count) => `de ${f.whole(count)}`,
    since: (change, asOf) => {
      const since = asOf === null ? 'desde la última ejecución' : `desde el ${f.shortDay(asOf)}`;
      if (change === 0) return `sin cambios ${since}`;
      const isTold = f.change(change) !== f.change(0);
      return `${isTold ? f.change(change) : `${change < 0 ? 'baja' : 'sube'} menos del ${f.share(0.001, 1)}`} ${since}`;
    },
  },
  standsOut: 'Lo que destaca',
  topSegment: (by, name, customerShare, share) =>
    phrase`El segmento ${named(name)} ${worth[by].most}: con el ${figure(f.share(customerShare))} de los clientes, reúne el ${figure(f.share(share))} ${ofWorth[by]}.`,
  moved: (since, of) => {
    const from = since === null ? 'Desde la ejecución anterior' : `Desde el ${f.day(since)}`;
    const came: Phrase =
      of.came === 0
        ? []
        : phrase` ${f.plural(of.came, { one: 'Es nuevo', other: 'Son nuevos' })} en los segmentos ${figure(f.count(of.came, nouns.customer))}.`;
    if (of.moved === 0 || of.largest === null) return phrase`${from}, ningún cliente ha cambiado de segmento.${came}`;
    const { customers, from: left, to } = of.largest;
    const where =
      customers === of.moved
        ? phrase`de ${named(left)} a ${named(to)}`
        : phrase`${f.whole(customers)} de ellos de ${named(left)} a ${named(to)}`;
    return phrase`${from}, ${f.plural(of.moved, { one: 'ha cambiado', other: 'han cambiado' })} de segmento ${figure(f.count(of.moved, nouns.customer))} (${f.share(of.moved / of.before, 1)}), ${where}.${came}`;
  },
  best: (percent, share, prospects, anonymous, base) =>
    phrase`El mejor ${figure(f.share(percent / 100))} de ${f.count(base, nouns[prospects ? 'person' : 'customer'])}${prospects ? ' que han aportado o costado algo' : ''} aporta el ${figure(f.share(share))} del beneficio${anonymous ? ' de todos los conocidos' : ''}.`,
  lossMakers: (customers, share, amount) =>
    phrase`${figure(f.count(customers, nouns.customer))}, el ${figure(f.share(share))} del total, ${f.plural(customers, { one: 'cuesta más de lo que aporta', other: 'cuestan más de lo que aportan' })}. En conjunto restan ${figure(f.money(amount))}.`,
  losingSegment: (name, amount) => phrase`El segmento ${named(name)} pierde ${figure(f.money(amount))} en conjunto.`,
  quiet: (customers, monetary, rfmSegments) =>
    phrase`${figure(f.count(customers, nouns.customer))} que ${f.plural(customers, { one: 'solía', other: 'solían' })} comprar a menudo o mucho no ${f.plural(customers, { one: 'ha', other: 'han' })} comprado últimamente (${rfm(f, rfmSegments)}). Hasta ahora ${f.plural(customers, { one: 'ha', other: 'han' })} gastado ${figure(f.money(monetary))}.`,
  prospects: (prospects, alike, name) =>
    phrase`De ${figure(f.count(prospects, nouns.prospect))} que aún no han comprado, ${figure(f.whole(alike))} se ${f.plural(alike, { one: 'parece', other: 'parecen' })} al segmento ${named(name)}.`,
  knownCost: (share) =>
    share === 0
      ? phrase`No se conoce ningún coste de la mercancía: el beneficio está sobrestimado.`
      : phrase`El coste de la mercancía se conoce para el ${figure(f.share(share, 1))} de las ventas netas; el beneficio del resto está sobrestimado.`,
  anonymous: (share, profit) => {
    const revenue = phrase`El ${figure(f.share(share, 1))} de las ventas netas no corresponde a ningún cliente conocido`;
    if (profit === 0)
      return phrase`${revenue}. Está en los totales, pero en ningún segmento ni en ninguna cifra por cliente.`;
    return phrase`${revenue}, con ${profit < 0 ? 'una pérdida' : 'un beneficio'} de ${figure(f.money(Math.abs(profit)))}. Ambos están en los totales, pero en ningún segmento ni en ninguna cifra por cliente.`;
  },
  rejected: (rejected, records, share) =>
    rejected === 0
      ? phrase`Ninguno de los ${figure(f.count(records, nouns.record))} incumple las reglas; no se ha rechazado ninguno.`
      : phrase`De ${f.count(records, nouns.record)}, ${figure(f.whole(rejected))} (${f.share(share, 1)}) ${f.plural(rejected, { one: 'incumple una regla y se ha rechazado', other: 'incumplen una regla y se han rechazado' })}.`,
  warnings: (count) =>
    phrase`La ejecución ha dejado ${figure(f.count(count, { one: 'aviso', other: 'avisos' }))}; véase la calidad de los datos.`,
  next: 'Qué hacer ahora',
  keep: (by, name, each, times) =>
    phrase`Retener al segmento ${named(name)}: cada uno de sus clientes ha aportado hasta ahora ${figure(f.money(each))} de ${worth[by].label.toLowerCase()}, ${figure(`${f.number(times)} veces`)} la media.`,
  winBack: (customers, rfmSegments) =>
    phrase`Recuperar a ${figure(f.count(customers, nouns.customer))} que ${f.plural(customers, { one: 'solía', other: 'solían' })} comprar a menudo o mucho, pero no últimamente (${rfm(f, rfmSegments)}).`,
  repair: (name, cost, share) =>
    phrase`Averiguar por qué la partida «${cost}» se lleva el ${figure(f.share(share))} de las ventas netas del segmento ${named(name)}.`,
  review: (customers) =>
    phrase`Revisar ${figure(f.count(customers, nouns.customer))} que ${f.plural(customers, { one: 'cuesta más de lo que aporta', other: 'cuestan más de lo que aportan' })}.`,
  approach: (alike, name) =>
    phrase`Contactar con ${figure(f.count(alike, nouns.prospect))} que se ${f.plural(alike, { one: 'parece', other: 'parecen' })} al segmento ${named(name)}, primero los más probables.`,
  correct: (records, source, column, reason) =>
    phrase`Hacer corregir ${figure(f.count(records, nouns.record))} de la fuente ${named(source)}: ${reason}${column === null ? '' : `, en ${column}`}.`,
  where: (column, values) => [
    `donde ${column} es `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' o ', named(value)])),
  ],
  below: (column) => phrase`donde ${column} es menor que 0`,
  nothing: phrase`Hoy nada requiere atención.`,
});
