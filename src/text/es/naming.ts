import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** What having much or little of a feature is called, in the order that names say them in. */
const spoken: Messages['naming']['spoken'] = {
  frequency: { high: 'frecuentes', low: 'poco frecuentes' },
  recency_days: { high: 'largo tiempo sin comprar', low: 'recientes' },
  monetary: { high: 'gasto alto', low: 'gasto bajo' },
  tenure_days: { high: 'veteranos', low: 'nuevos' },
  known_days: { high: 'alta antigua', low: 'alta reciente' },
  orders: { high: 'muchos pedidos', low: 'pocos pedidos' },
  lines: { high: 'muchos artículos', low: 'pocos artículos' },
  products: { high: 'surtido amplio', low: 'surtido reducido' },
  quantity_per_order: { high: 'muchas unidades por pedido', low: 'pocas unidades por pedido' },
  mean_order_value: { high: 'pedidos grandes', low: 'pedidos pequeños' },
  discount_share: { high: 'con descuento', low: 'a precio completo' },
  return_share: { high: 'muchas devoluciones', low: 'pocas devoluciones' },
  purchase_days: { high: 'muchos días de compra', low: 'pocos días de compra' },
  purchase_interval_days: { high: 'intervalos largos', low: 'intervalos cortos' },
  weekend_share: { high: 'en fin de semana', low: 'entre semana' },
  evening_share: { high: 'por la noche', low: 'de día' },
  favourite_category_share: { high: 'una sola categoría', low: 'cesta variada' },
  contacts: { high: 'muchos contactos', low: 'pocos contactos' },
  contact_cost: { high: 'caros de atender', low: 'baratos de atender' },
  complaints: { high: 'muchas quejas', low: 'pocas quejas' },
  complaints_open: { high: 'con quejas abiertas', low: 'sin quejas abiertas' },
  opinion: { high: 'contentos', low: 'descontentos' },
  days_since_contact: { high: 'contacto lejano', low: 'contacto reciente' },
  age_years: { high: 'mayores', low: 'jóvenes' },
  annual_income: { high: 'renta alta', low: 'renta baja' },
};

/** Adjectives of the names, which take the degree: `gasto alto` → `gasto muy alto`. */
const adjective =
  '(alt[oa]|baj[oa]|amplio|reducido|grandes|pequeños|largos|cortos|variada|lejano|antigua|reciente)(?= |$)';

/** A noun with its adjective. */
const described = new RegExp(`^(\\p{L}+) ${adjective}`, 'u');

/** The same with its degree. */
const degreed = new RegExp(`^(\\p{L}+) muy ${adjective}`, 'u');

function very(word: string): string {
  if (/^(más|menos) /.test(word)) return `mucho ${word}`;
  if (/^much[oa]s /.test(word)) return word.replace(/^much([oa]s)/, 'muchísim$1');
  if (/^(por|con|sin|a|en|entre|de|una) /.test(word)) return `sobre todo ${word}`;
  return described.test(word) ? word.replace(described, '$1 muy $2') : `muy ${word}`;
}

/** Names and descriptions of segments. Words of a name are of the customers, in the plural. */
export const naming = (f: Format): Messages['naming'] => ({
  spoken,
  flag: (column, yes) => (yes ? column : `sin ${column}`),
  otherLevel: (column) => `${column}: otros`,
  mostly: (level) => `en su mayoría ${level}`,
  oftener: (level) => ({ high: `más a menudo ${level}`, low: `menos a menudo ${level}` }),
  rarely: (level) => `rara vez ${level}`,
  category: (category) => ({ high: `afines a ${category}`, low: `poco afines a ${category}` }),
  channel: (channel) => ({ high: `por ${channel}`, low: `rara vez por ${channel}` }),
  contactsBy: (channel) => ({ high: `muchos contactos por ${channel}`, low: `pocos contactos por ${channel}` }),
  amount: (column) => ({ high: `valor alto de ${column}`, low: `valor bajo de ${column}` }),
  rather: (word) => (/^(más|menos) /.test(word) ? `algo ${word}` : `más bien ${word}`),
  very,
  withoutDegree: (word) =>
    word
      .replace(/^(más bien|algo|sobre todo|muy|mucho(?= (más|menos))) /, '')
      .replace(/^muchísim([oa]s) /, 'much$1 ')
      .replace(degreed, '$1 $2'),
  typical: 'Clientes típicos',
  middle: 'en la media en ',
  valued: (feature, value) => `${feature} ${value}`,
  shareOf: (category) => `proporción de ${category}`,
  shareBy: (channel) => `proporción por ${channel}`,

  compared: (what, here, all) => `${what}: ${here} (todos: ${all})`,
  comparedLevel: (level, here, all) => `${level}: ${here} (todos: ${all})`,
  comparedCategory: (category, here, all) => `el ${here} de su gasto en ${category} (todos: ${all})`,
  comparedChannel: (channel, here, all) => `el ${here} de sus pedidos por ${channel} (todos: ${all})`,
  median: (compared) => `mediana de ${compared}`,
  empty: '0 clientes: ahora no hay nadie.',
  size: (customers, share, { netRevenue, profit }) => {
    const parts = [
      ...(netRevenue === null ? [] : [`el ${f.share(netRevenue)} de las ventas netas`]),
      ...(profit === null || profit < 0 ? [] : [`el ${f.share(profit)} del beneficio`]),
    ];
    const loss = profit !== null && profit < 0 ? ', con pérdidas' : '';
    const brought = parts.length === 0 ? loss : `, con ${f.list(parts)} de todos los segmentos${loss}`;
    return `${f.count(customers, nouns.customer)}, el ${f.share(share)} de los que tienen segmento${brought}.`;
  },
  inTheMiddle: (measures, compared) =>
    `Están en la media en ${measures}, y ahí se parecen mucho (en promedio, ${compared}).`,
  alike: 'Apenas se diferencian de los demás.',
  differ: (compared) => `Se diferencian un poco de los demás, en promedio: ${compared}.`,
  apart: (compared) => `Lo que los distingue, en promedio: ${compared}.`,
  clearlyApart: (compared) => `Lo que los distingue claramente, en promedio: ${compared}.`,
});
