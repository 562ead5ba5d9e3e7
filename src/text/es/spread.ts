import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { sayGap } from './cost-gap.ts';
import { lossReasons, nouns } from './words.ts';

/** The word for the line that makes somebody a loss maker. */
const reasonOf = (code: string): string => lossReasons[code] ?? code.replaceAll('_', ' ');

/** What an account is ranked by. */
const orderOf = (knowsGone: boolean): string =>
  knowsGone
    ? 'El orden es el de valor del último año × valor futuro × riesgo. El riesgo es la probabilidad de irse multiplicada por la de quedarse: a quien se ha ido con seguridad ya no se le puede retener, y no hay que gastar nada en ello.'
    : 'El orden es el de valor del último año × valor futuro × riesgo. El riesgo es la probabilidad de irse.';

/** How profit and revenue are spread over customers, who loses and why, and who is to be kept. */
export const spread = (f: Format): Messages['spread'] => ({
  reasonOf,
  figures: 'Ver las cifras',
  gap: (gap) => sayGap(gap, f),
  deciles: 'Beneficio por deciles de clientes',
  decilesSentence: (profit, best, worst) => {
    if (profit <= 0)
      return phrase`El decil más rentable aporta ${figure(f.money(best))}; el último resta ${figure(f.money(-worst))}, y no queda beneficio.`;
    return phrase`El decil más rentable aporta ${figure(f.money(best))}, el ${figure(f.share(best / profit))} del beneficio; el último ${worst < 0 ? 'resta' : 'aporta'} ${figure(f.money(Math.abs(worst)))}.`;
  },
  decile: 'Decil',
  customers: 'Clientes',
  from: 'Desde',
  to: 'Hasta',
  lorenz: 'Cómo se reparten las ventas entre los clientes',
  lorenzSentence: (gini, top) =>
    phrase`El mejor decil de clientes aporta el ${figure(f.share(top))} de las ventas netas. El coeficiente de Gini es ${figure(f.fixed(gini, 3))}: 0 sería un reparto igualitario; cerca de 1, todo vendría de uno solo.`,
  below: (count) =>
    phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, { one: 'ha devuelto más de lo que ha comprado; aquí cuenta', other: 'han devuelto más de lo que han comprado; aquí cuentan' })} como 0.`,
  lorenzX: 'Clientes, primero los que menos aportan',
  lorenzY: 'Proporción de las ventas netas',
  equal: 'Reparto igualitario',
  curve: 'Estos clientes',
  makers: 'Por qué pierden dinero los clientes no rentables',
  makersNone: phrase`Ningún cliente cuesta más de lo que aporta.`,
  makersSentence: (reason, customers, all, loss) =>
    phrase`De ${figure(f.count(all, nouns.lossMaker))}, ${figure(f.whole(customers))} ${f.plural(customers, { one: 'pierde', other: 'pierden' })} sobre todo por la partida ${named(`«${reasonOf(reason).toLowerCase()}»`)}: ${figure(f.money(-loss))} en total. Es la partida que más supera lo habitual para sus ventas.`,
  reason: 'Partida',
  loss: 'Pérdida',
  excess: 'Sobre lo habitual',
  worst: 'Las mayores pérdidas',
  customer: 'Cliente',
  orders: 'Pedidos',
  why: 'Por qué',
  whySentence: (reason, amount, usual, left) => {
    if (reason === 'all_costs')
      return 'Ninguna partida supera lo habitual: lo habitual ya es más de lo que aporta el cliente.';
    const then =
      left < 0 ? `aun con lo habitual se perderían ${f.money(-left)}` : `con lo habitual quedarían ${f.money(left)}`;
    return `${reasonOf(reason)}: ${f.money(amount)}; lo habitual para esas ventas, ${f.money(usual)}; ${then}.`;
  },
  priority: 'A qué clientes retener primero',
  prioritySentence: (customers, atRisk, budget) =>
    budget === null
      ? phrase`Está en riesgo un gasto futuro de ${figure(f.money(atRisk))}, de ${figure(f.count(customers, nouns.customer))}. No se conoce ningún coste de la mercancía, así que no se deduce cuánto puede costar retenerlos.`
      : phrase`Está en riesgo un valor futuro de ${figure(f.money(atRisk))}, de ${figure(f.count(customers, nouns.customer))}. Retenerlos puede costar ${figure(f.money(budget))} en total, según lo que el pipeline dice que las ofertas retienen y deben rendir.`,
  priorityHow: (isLifetimeValue, days, knowsGone) =>
    isLifetimeValue
      ? phrase`${orderOf(knowsGone)} El valor futuro es el valor de vida de los próximos ${figure(f.whole(days))} días de quien se queda, menos lo que cuesta servirle.`
      : phrase`${orderOf(knowsGone)} El valor futuro es el de ${figure(f.whole(days))} días al ritmo hasta ahora, de quien se queda.`,
  valueNow: 'Valor del último año',
  valueToCome: 'Valor futuro',
  leaving: 'Puede irse',
  budget: 'Puede costar',
  priorityReasons: {
    'will cost more than they bring': 'costará más de lo que aportará',
    'cost more than they brought in the last year': 'ha costado más de lo que ha aportado en el último año',
    'brought nothing in the last year': 'no ha aportado nada en el último año',
    'probably gone already': 'probablemente ya se ha ido',
    'worth more than usual, and likelier than usual to leave':
      'vale más de lo habitual y es más probable de lo habitual que se vaya',
    'worth more than usual, and less likely than usual to leave':
      'vale más de lo habitual y es menos probable de lo habitual que se vaya',
    'worth less than usual, and likelier than usual to leave':
      'vale menos de lo habitual y es más probable de lo habitual que se vaya',
    'worth less than usual, and less likely than usual to leave':
      'vale menos de lo habitual y es menos probable de lo habitual que se vaya',
  },
  priorityGroups: 'Todos, por motivo',
  accountsBySegment: 'De las ventas al beneficio, segmento a segmento',
});
