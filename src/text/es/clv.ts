import type { Total } from '../en/clv.ts';
import type { Messages } from '../en/index.ts';
import type { Format, PluralForms } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const units: Readonly<Record<string, PluralForms>> = {
  day: { one: 'día', other: 'días' },
  week: { one: 'semana', other: 'semanas' },
  month: { one: 'mes', other: 'meses' },
  year: { one: 'año', other: 'años' },
};

const unitOf = (unit: string): PluralForms => units[unit] ?? { other: unit };

/** What the parameters of the models say. */
const meanings: Readonly<Record<string, string>> = {
  r: 'Cuánto se parecen los clientes en la frecuencia con que compran: por debajo de 1, muchos apenas compran y unos pocos compran a menudo; grande: todos parecidos',
  alpha: 'Con r, el ritmo medio: r / α compras por unidad de tiempo mientras se es cliente',
  a: 'Con b, la facilidad con que se deja de ser cliente: a / (a + b) de ellos con cada compra; ambos grandes: todos parecidos',
  b: 'Véase a',
  s: 'Cuánto se parecen los clientes en la facilidad con que lo dejan: por debajo de 1, muchos casi nunca lo dejan; grande: todos parecidos',
  beta: 'Con s, la tasa media de abandono: s / β por unidad de tiempo',
  p: 'Cuánto se parecen las compras de un mismo cliente: grande: todas iguales',
  q: 'Cuánto se parecen los clientes en lo que vale una compra: grande: todos parecidos',
  gamma: 'Con p y q, el valor medio de una compra: pγ / (q − 1)',
};

/** What customers are worth: lifetime value, and how well it foretells. */
export const clv = (f: Format): Messages['clv'] => {
  const period = ({ length, unit }: { readonly length: number; readonly unit: string }): string =>
    `${f.number(length, 2)} ${f.plural(length, unitOf(unit))}`;
  const within = ({ low, high }: Total, write: (value: number) => string): string =>
    low === null || high === null ? '' : ` (de ${write(low)} a ${write(high)})`;
  const inWords = (margin: number | undefined, known: number | null): string => {
    if (margin === undefined) return 'de gasto';
    return known === null
      ? `de margen, el ${f.rate(margin)} del gasto`
      : `de margen tras mercancía y logística, según los costes que se conocen para el ${f.share(known, 1)} de las ventas netas`;
  };
  return {
    period,
    none: phrase`No se pronostica cuánto valen los clientes: el pipeline no tiene el paso clv.`,
    tooFew: (reason) => phrase`No se pronostica cuánto valen los clientes: ${reason}.`,
    figures: 'Ver las cifras',
    customers: 'Clientes',
    share: 'Proporción',
    value: 'Valor de vida',
    shareOfValue: 'Proporción del valor',
    band: (from, to) => (to === null ? `${from} o más` : `de ${from} a ${to}`),
    below: (to) => `menos de ${to}`,
    from: 'Desde',
    to: 'Hasta',
    actual: 'real',
    model: 'modelo',
    finding: (customers, horizon, bought, value, margin, known, discount) =>
      phrase`En un horizonte de ${period(horizon)} se esperan ${figure(f.count(bought.value, { one: 'compra', many: 'de compras', other: 'compras' }))}${within(bought, f.whole)} de ${figure(f.count(customers, nouns.customer))}. Valen ${figure(f.largeMoney(value.value))}${within(value, f.largeMoney)} ${inWords(margin, known)}${discount.rate === 0 ? ', sin actualizar' : `, actualizados al ${f.rate(discount.rate)} por ${f.plural(1, unitOf(discount.per))}`}.`,
    alreadyBought: phrase`No incluye lo que ya han comprado.`,
    intervals: (samples) =>
      phrase`Entre paréntesis: el ${f.rate(0.95)} de ${f.whole(samples)} muestras bootstrap de los clientes. Dicen cuánto pueden errar los modelos, no lo que añade el azar.`,

    holdout: 'Calidad del pronóstico',
    notHeldOut: phrase`No se reservó ningún periodo de validación: no se sabe cuán buenas son estas previsiones.`,
    grade: ({ customers, model, baseline, gain, grade }, until) => {
      const found = phrase`Calificación ${figure(grade)}: entre los ${figure(f.count(customers, nouns.customer))} que más gastaron después del ${f.day(until)}, el modelo había señalado ${figure(f.whole(model))}, y el gasto anterior ${figure(f.whole(baseline))} (${f.change(gain)}).`;
      const verdict = {
        A: phrase` Elegir a los mejores clientes por su valor de vida es claramente mejor que por su gasto anterior.`,
        B: phrase` Elegir a los mejores clientes por su valor de vida es tan bueno como por su gasto anterior, no claramente mejor.`,
        C: phrase` El gasto anterior acierta más: no elija a los mejores clientes por este valor de vida, sino por lo que han gastado.`,
      }[grade];
      return [...found, ...verdict];
    },
    inAll: (foretold, actual, pace) =>
      actual === 0
        ? phrase`En total se previeron ${figure(f.whole(foretold))} compras y no hubo ninguna.`
        : phrase`En total se previeron ${figure(f.whole(foretold))} compras y hubo ${figure(f.whole(actual))}: ${figure(f.change(foretold / actual - 1))}. Al ritmo hasta entonces habrían sido ${f.whole(pace)} (${f.change(pace / actual - 1)}).`,
    eachOff: (model, pace) =>
      phrase`Para un solo cliente, el modelo se desvió de media ${figure(f.fixed(model, 2))} compras; el ritmo hasta entonces, ${figure(f.fixed(pace, 2))}${model < pace ? '' : ': no fue peor'}.`,
    spendFound: (expected, actual) =>
      actual === 0
        ? phrase`Se previó que gastarían ${f.largeMoney(expected)} y no gastaron nada.`
        : phrase`Se previó que gastarían ${figure(f.largeMoney(expected))} y gastaron ${figure(f.largeMoney(actual))} (${f.change(expected / actual - 1)}).`,
    measured: (until, asOf, days, customers) =>
      phrase`Aprendido de las compras hasta el ${f.day(until)} y previsto para los ${f.whole(days)} días hasta el ${f.day(asOf)}, con ${f.count(customers, nouns.customer)} que entonces se conocían.`,
    errors: 'Previsto y ocurrido',
    way: 'Previsto por',
    purchases: 'Compras',
    off: 'Desviación',
    byModel: 'modelo',
    byPace: (retention) => `ritmo hasta entonces × ${f.share(retention, 1)} que siguió`,
    came: 'ocurrido',
    tracking: 'Compras repetidas, acumuladas semana a semana',
    trackingSentence: (until, actual, expected) =>
      actual === 0
        ? phrase`Después del ${f.day(until)}, de lo que el modelo no sabía nada, no hubo ninguna.`
        : phrase`Después del ${f.day(until)}, de lo que el modelo no sabía nada, hubo ${figure(f.whole(actual))} hasta la última semana completa y eran de esperar ${figure(f.whole(expected))} (${f.change(expected / actual - 1)}), solo a partir de cuándo hizo cada cliente su primera compra.`,
    weekly: 'Compras repetidas de cada semana',
    weeklySentence: (weeks, most, expected) =>
      phrase`En el periodo de validación (${f.count(weeks, { one: 'semana', other: 'semanas' })}) hubo hasta ${figure(f.whole(most))} en una; el modelo da ${figure(f.whole(expected))} por semana de media. No sabe de temporadas ni de campañas.`,
    learntUntil: (until) => `aprendido hasta el ${f.shortDay(until)}`,
    repeatPurchases: 'Compras repetidas',
    week: 'Semana',
    weekEnds: 'Termina el',
    actualColumn: 'Real',
    difference: 'Diferencia',
    frequency: 'Según cuántas veces habían comprado',
    frequencySentence: (actual, expected) =>
      phrase`Los clientes que no habían vuelto a comprar hicieron ${figure(f.fixed(actual, 2))} compras cada uno en el periodo de validación; según el modelo, ${figure(f.fixed(expected, 2))}. Las columnas son lo que ocurrió; los anillos, lo previsto.`,
    repeats: 'Compras repetidas anteriores',
    meanPurchases: 'Compras por cliente en el periodo de validación',
    asModelled: 'Según el modelo',
    eachActual: 'Compras por cliente',
    eachModel: 'Según el modelo',

    worth: 'Dónde está el valor',
    tenths: 'Valor de vida por deciles de clientes',
    tenthsSentence: (best, half) =>
      phrase`El decil más valioso reúne el ${figure(f.share(best))} del valor de vida; la mitad menos valiosa, el ${figure(f.share(half))}.`,
    tenth: 'Decil',
    bands: 'Cuántos clientes valen cuánto',
    bandsSentence: (median, most) =>
      phrase`La mitad de los clientes vale ${figure(f.money(median))} o menos; el más valioso, ${figure(f.money(most))}.`,
    shareOfCustomers: 'Proporción de clientes',
    newCustomer: (spend, value, bought, horizon, margin) =>
      phrase`Una compra vale de media ${figure(f.money(spend))}, antes de costes. Un cliente nuevo vale ${figure(f.money(value))} de ${margin === undefined ? 'gasto' : 'margen'} en ${period(horizon)}, con la primera compra y otras ${figure(f.fixed(bought, 2))} que se esperan.${margin === undefined ? '' : ' No incluye lo que cuestan los contactos ni los gastos generales, así que captarlo vale menos que eso.'}`,

    aliveTitle: 'Quién sigue siendo cliente',
    alive: 'Probabilidad de seguir siendo cliente',
    aliveSentence: (alive, customers, gone) =>
      gone === 0
        ? phrase`Unos ${figure(f.whole(alive))} de ${figure(f.whole(customers))} siguen siendo clientes. Nadie tiene una probabilidad inferior al ${f.share(0.5)}.`
        : phrase`Unos ${figure(f.whole(alive))} de ${figure(f.whole(customers))} siguen siendo clientes. Lo más probable es que ${figure(f.count(gone, nouns.customer))} ya no lo ${f.plural(gone, { one: 'sea', other: 'sean' })}: su probabilidad es inferior al ${f.share(0.5)}.`,
    pAlive: 'P(vivo)',

    bySegment: 'Valor de vida por segmento',
    bySegmentSentence: (name, share, margin) => {
      if (name === null) return phrase`Los que no tienen segmento reúnen la mayor parte, el ${figure(f.share(share))}.`;
      const counted = {
        own: ' El gasto cuenta con el margen de cada cliente, acercado al del conjunto si se sabe poco de él.',
        one: ' El gasto cuenta con un mismo margen para todos, el que dice el pipeline.',
        none: '',
      }[margin];
      return phrase`El segmento ${named(name)} reúne la mayor parte, el ${figure(f.share(share))}.${counted} El valor de cada cliente está en la columna lifetime_value de los archivos CSV; en next_purchase_on, el día en que habrá comprado la mitad de los que siguen siendo clientes.`;
    },
    segment: 'Segmento',
    noSegment: 'Sin segmento',
    overdueTitle: 'Valiosos y con retraso',
    overdueNone: (valuable) =>
      phrase`${f.plural(valuable, { one: 'Del', other: 'De los' })} ${figure(f.count(valuable, nouns.customer))} del quintil más valioso, ninguno lleva mucho retraso.`,
    overdueSentence: (customers, valuable, value, from) =>
      phrase`${f.plural(valuable, { one: 'Del', other: 'De los' })} ${figure(f.count(valuable, nouns.customer))} del quintil más valioso, ${figure(f.whole(customers))} ya ${f.plural(customers, { one: 'debería', other: 'deberían' })} haber vuelto a comprar: lo habría hecho el ${figure(f.share(from))} o más de los clientes como ellos. Reúnen ${figure(f.money(value))} de valor de vida: es el momento de contactar con ellos.`,
    overdueFirst: 'Los más valiosos de ellos',
    overdueFile: 'Todos los clientes, con la columna overdue:',

    models: 'Cómo compran y dejan de comprar los clientes',
    paces: 'Con qué frecuencia compran',
    pacesSentence: (mean, band, share) =>
      phrase`Mientras son clientes, compran ${figure(f.number(mean, 2))} veces al año de media; lo más común, en el ${figure(f.share(share))} de ellos: ${band}.`,
    pace: 'Compras al año',
    stops: 'Con qué facilidad dejan de comprar',
    stopsSentence: (mean, per, band, share) =>
      phrase`${per === 'purchase' ? 'Tras una compra' : 'En un año'}, lo deja de media el ${figure(f.share(mean))}; la probabilidad más común, en el ${figure(f.share(share))} de los clientes: ${band}.`,
    stop: {
      purchase: 'Probabilidad de dejarlo tras una compra',
      year: 'Probabilidad de dejarlo en un año',
    },
    nobodyStops: phrase`Según este modelo nadie lo deja: todos cuentan aún como clientes.`,
    parameters: 'Parámetros',
    parametersSentence: (unit) =>
      phrase`Por máxima verosimilitud; los tiempos están en ${unitOf(unit).other}. El intervalo del ${f.rate(0.95)} es el del logaritmo.`,
    modelColumn: 'Modelo',
    parameter: 'Parámetro',
    meaning: 'Qué dice',
    meanings,
    parameterNames: { alpha: 'α', beta: 'β', gamma: 'γ' },
    estimate: 'Estimación',
    standardError: 'Error típico',
    correlation: (value) =>
      phrase`La frecuencia con que compran los clientes y lo que vale una compra tienen una correlación de ${figure(f.fixed(value, 3))}; el modelo las supone independientes.`,

    top: 'Los que más valen',
    topSentence: phrase`Los clientes con mayor valor de vida. Próxima es el día en que habrá comprado la mitad de los clientes así; si no hay, no es dentro del horizonte. Retraso es la proporción de clientes así que ya habrían vuelto a comprar.`,
    customer: 'Cliente',
    each: 'Una compra',
    last: 'Última',
    next: 'Próxima',
    overdue: 'Retraso',

    documentTitle: (subject) => `${subject}: valor de vida`,
    eyebrow: (subject, model, asOf) => phrase`${named(subject)} · ${model} · a ${f.day(asOf)}`,
    headline: (value, margin, customers, horizon) =>
      `${f.largeMoney(value)} de ${margin === undefined ? 'gasto' : 'margen'} por venir de ${f.count(customers, nouns.customer)} en ${period(horizon)}`,
    skip: 'Ir a la calidad del pronóstico',
    glance: 'De un vistazo',
    valueNote: (margin) => (margin === undefined ? 'en gasto' : 'en margen'),
    range: ({ low, high }, write) => (low === null || high === null ? undefined : `de ${write(low)} a ${write(high)}`),
    expected: 'Compras por venir',
    still: 'Siguen siendo clientes',
    ofCustomers: (customers) => `de ${f.whole(customers)}`,
    gradeTile: 'Calificación',
    gradeNote: {
      A: 'claramente mejor que el gasto anterior',
      B: 'tan bueno como el gasto anterior',
      C: 'el gasto anterior acierta más',
    },
    newTile: 'Un cliente nuevo',
    newNote: (bought) => `primera compra y ${f.fixed(bought, 2)} más`,
    notes: 'Qué hay que saber',
    terms: 'Definiciones',
    footer: (version) =>
      phrase`Hecho con bezero ${version}. Esta página es completa en sí misma: no carga ni envía nada.`,
  };
};
