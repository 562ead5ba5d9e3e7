import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { inBrackets } from '../in-brackets.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { costs, nouns, worth } from './words.ts';

/** RFM segments by name: no segment that a model found has theirs. */
const rfm = (f: Format, names: readonly string[]): Phrase =>
  phrase`${f.plural(names.length, { one: 'segmento RFM', other: 'segmentos RFM' })} ${listed(
    f,
    names.map((name) => [named(name)]),
  )}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format): Messages['overview'] => ({
  nobody: phrase`Nadie ha comprado hasta la fecha de corte, así que aún no hay nada de lo que informar.`,
  counted: (known, profit) => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`El coste de ${list} es mayor que las ventas netas.`
      : phrase`El beneficio es lo que queda de las ventas netas tras el coste de ${list}.`;
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
    lifetimeValue: 'Valor de vida',
    lifetimeNote: (period, low, high) =>
      low === null || high === null
        ? `en ${period}`
        : `en ${period}; de ${f.largeMoney(low)} a ${f.largeMoney(high)} según lo que puede errar el modelo`,
  },
  changed: {
    title: (asOf) =>
      asOf === null ? 'Qué ha cambiado desde la última ejecución' : `Qué ha cambiado desde el ${f.day(asOf)}`,
    first: phrase`No hay una ejecución anterior con la que comparar. A partir de la próxima, aquí se cuentan los cambios.`,
    nothing: phrase`No ha cambiado nada.`,
    moreCustomers: (count) =>
      phrase`${f.plural(count, { one: 'Ha', other: 'Han' })} comprado ${figure(f.count(count, nouns.customer))} más.`,
    fewerCustomers: (count) =>
      phrase`${f.plural(count, { one: 'Ha', other: 'Han' })} comprado ${figure(f.count(count, nouns.customer))} menos que antes.`,
    netRevenue: (amount, share) =>
      amount > 0
        ? phrase`Las ventas netas han subido ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`Las ventas netas han bajado ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    profit: (amount, share) =>
      amount > 0
        ? phrase`El beneficio ha subido ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`El beneficio ha bajado ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lifetimeValue: (amount, share) =>
      amount > 0
        ? phrase`El valor de vida ha subido ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`El valor de vida ha bajado ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lapsed: (count) =>
      phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, { one: 'ha pasado a estar inactivo', other: 'han pasado a estar inactivos' })}.`,
    losing: (count) =>
      phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, { one: 'ha pasado a costar más de lo que aporta', other: 'han pasado a costar más de lo que aportan' })}.`,
    moreRejects: (count) =>
      phrase`Se ${f.plural(count, { one: 'ha', other: 'han' })} rechazado ${figure(f.count(count, nouns.record))} más.`,
    fewerRejects: (count) =>
      phrase`Se ${f.plural(count, { one: 'rechaza', other: 'rechazan' })} ${figure(f.count(count, nouns.record))} menos que antes.`,
    renamed: (before, now) => phrase`El segmento ${named(before)} se llama ahora ${named(now)}.`,
    manyRenamed: (count) =>
      phrase`${figure(f.count(count, nouns.segment))} ${f.plural(count, { one: 'tiene', other: 'tienen' })} ahora otro nombre.`,
    audience: (title, entered, left) =>
      phrase`La audiencia ${named(title)}: ${figure(f.whole(entered))} ${f.plural(entered, { one: 'entró', other: 'entraron' })}, ${figure(f.whole(left))} ${f.plural(left, { one: 'salió', other: 'salieron' })}.`,
    came: (count) =>
      phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, { one: 'es nuevo', other: 'son nuevos' })} en los segmentos.`,
    stayed: (since) =>
      since === null
        ? phrase`Ningún cliente ha cambiado de segmento.`
        : phrase`Desde el ${f.day(since)}, ningún cliente ha cambiado de segmento.`,
    moved: (since, moved, share, largest) => {
      const customers = phrase`${figure(f.count(moved, nouns.customer))} (${f.share(share, 1)}) ${f.plural(moved, { one: 'ha', other: 'han' })} cambiado de segmento`;
      const most =
        largest.customers === moved
          ? phrase`del segmento ${named(largest.from)} al segmento ${named(largest.to)}`
          : phrase`${f.whole(largest.customers)} de ellos del segmento ${named(largest.from)} al segmento ${named(largest.to)}`;
      return since === null ? phrase`${customers}, ${most}.` : phrase`Desde el ${f.day(since)}, ${customers}, ${most}.`;
    },
  },
  attention: {
    title: 'Quién requiere atención',
    nobody: phrase`Nadie en particular.`,
    waiting: (people) =>
      phrase`${figure(f.count(people, nouns.person))} ${f.plural(people, { one: 'espera', other: 'esperan' })} respuesta a una queja.`,
    overdue: (customers, valuable, value) =>
      phrase`${f.plural(valuable, { one: 'Del', other: 'De los' })} ${f.count(valuable, nouns.customer)} con mayor valor de vida, ${figure(f.whole(customers))} ya ${f.plural(customers, { one: 'debería', other: 'deberían' })} haber vuelto a comprar. Su valor de vida suma ${figure(f.money(value))}.`,
    quiet: (customers, spent) =>
      phrase`${figure(f.count(customers, nouns.customer))} que ${f.plural(customers, { one: 'solía comprar a menudo o mucho no ha', other: 'solían comprar a menudo o mucho no han' })} comprado últimamente. Hasta ahora ${f.plural(customers, { one: 'ha', other: 'han' })} gastado ${figure(f.money(spent))}.`,
    losingSegment: (name, amount) => phrase`El segmento ${named(name)} pierde ${figure(f.money(amount))} en conjunto.`,
    moreWarnings: (count) =>
      phrase`La ejecución ha dejado ${figure(f.count(count, { one: 'aviso', other: 'avisos' }))} más: véase la calidad de los datos.`,
  },
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
  next: 'Qué hacer',
  answer: (customers) => phrase`Responder a ${figure(f.count(customers, nouns.customer))} con una queja abierta.`,
  contact: (campaign, people) =>
    phrase`Enviar la campaña ${named(campaign)} a ${figure(f.count(people, nouns.person))}.`,
  keep: (by, name, each, times) =>
    phrase`Retener al segmento ${named(name)}: cada uno de sus clientes ha aportado hasta ahora ${figure(f.money(each))} de ${worth[by].label.toLowerCase()}, ${figure(`${f.number(times)} veces`)} la media.`,
  winBack: (rfmSegments) => phrase`Recuperar a quienes no han comprado últimamente: ${rfm(f, rfmSegments)}.`,
  callOverdue: (customers) =>
    phrase`Llamar a los clientes más valiosos que ya deberían haber vuelto a comprar y a quienes se puede llamar: ${figure(f.whole(customers))}.`,
  repair: (name, cost, share) =>
    phrase`Averiguar por qué la partida «${cost}» se lleva el ${figure(f.share(share))} de las ventas netas del segmento ${named(name)}.`,
  review: (customers) =>
    phrase`Revisar ${figure(f.count(customers, nouns.customer))} que ${f.plural(customers, { one: 'cuesta más de lo que aporta', other: 'cuestan más de lo que aportan' })}.`,
  approachAlike: (ranked, whom) =>
    phrase`Contactar con ${figure(f.count(ranked, nouns.prospect))} que más se parecen a ${whom}, por orden de parecido.`,
  approach: (alike, name) =>
    phrase`Contactar con ${figure(f.count(alike, nouns.prospect))} que se ${f.plural(alike, { one: 'parece', other: 'parecen' })} al segmento ${named(name)}, primero los más probables.`,
  correct: (records, source, column, reason) =>
    phrase`Hacer corregir ${figure(f.count(records, nouns.record))} de la fuente ${named(source)}: ${reason}${column === null ? '' : `, en ${column}`}.`,
  where: (column, values) => [
    `donde ${column} es `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' o ', named(value)])),
  ],
  from: (column, least) => phrase`donde ${column} es ${f.number(least)} o más`,
  below: (column) => phrase`donde ${column} es menor que 0`,
  byPriority: (budget) =>
    budget
      ? phrase`primero los de priority_rank más bajo, al final quienes no lo tienen; cada uno puede costar su retention_budget, y nada si está vacío`
      : phrase`primero los de priority_rank más bajo, al final quienes no lo tienen`,
  callable: (overdue, value) =>
    phrase`donde overdue es ${f.number(overdue)} o más, lifetime_value ${f.number(value, 2)} o más y phone no está vacío`,
  ready: (audience) => phrase`la audiencia ${named(audience)}`,
  nothing: phrase`Hoy, nada.`,
});
