import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What preceded purchases. */
export const attribution = (f: Format): Messages['attribution'] => ({
  title: 'Qué precedió a las compras',
  sentence: (touched, orders, days, touch, share, between, last) =>
    phrase`De ${f.count(orders, nouns.order)}, ${figure(f.whole(touched))} llegaron tras un punto de contacto en los ${f.whole(days)} días anteriores. Por efecto de eliminación, la mayor parte de ellos, ${figure(f.share(share, 1))}${between === null ? '' : phrase` (intervalo del ${f.share(0.95)}: de ${f.share(between.low, 1)} a ${f.share(between.high, 1)})`}, corresponde a ${named(touch)}; como último punto de contacto le corresponde ${f.share(last, 1)}.`,
  caution: phrase`Es lo que precedió a las compras, no lo que las causó: también cuenta quien iba a comprar de todos modos. Solo un experimento puede decirlo.`,
  meaning: phrase`Cada pedido toma los puntos de contacto desde el pedido anterior, dentro de la ventana de atribución, y cada regla reparte los mismos pedidos. El primero y el último se separan donde un punto de contacto está al principio o al final del camino; el efecto de eliminación conoce también los caminos que no llevaron a ningún pedido.`,
  kinds: {
    referrer: (site) => site,
    contact: (channel) => `contacto: ${channel}`,
    campaign: (channel) => `campaña: ${channel}`,
    other: () => 'los demás puntos de contacto',
  },
  rules: {
    first: 'Primer punto de contacto',
    last: 'Último punto de contacto',
    linear: 'Lineal',
    position: 'Por posición',
    decay: 'Decaimiento temporal',
    markov: 'Efecto de eliminación (Markov)',
  },
  touch: 'Punto de contacto',
  effect: 'Se pierde sin él',
  interval: `Intervalo del ${f.share(0.95)}`,
  between: (low, high) => `de ${low} a ${high}`,
  spread: phrase`Los intervalos de los efectos de eliminación salen del bootstrap bayesiano de adónde van los caminos desde cada punto de contacto; el que se deja menos de ${f.whole(30)} veces no tiene.`,
  orders: 'Pedidos (Markov)',
  revenue: 'Ventas netas (Markov)',
});
