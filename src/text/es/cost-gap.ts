import type { Gap } from '../en/cost-gap.ts';
import type { Format, PluralForms } from '../format.ts';
import { nouns } from './words.ts';

const line: PluralForms = { one: 'línea de pedido', many: 'de líneas de pedido', other: 'líneas de pedido' };
const contact: PluralForms = { one: 'contacto', many: 'de contactos', other: 'contactos' };
const campaign: PluralForms = { one: 'campaña', many: 'de campañas', other: 'campañas' };

/** What is not known of costs and so counts as nothing, in a sentence. */
export function sayGap({ missing, channel, units, net_revenue: revenue }: Gap, f: Format, money = f.money): string {
  switch (missing) {
    case 'cost of order lines':
      return `No consta el coste de la mercancía de ${f.count(units, line)} (${money(revenue ?? 0)} de ventas netas): cuenta como cero.`;
    case 'rates of fulfilment':
      return `Ninguna tarifa de logística es mayor que 0: enviar ${f.count(units, nouns.order)} cuenta como cero.`;
    case 'cost of contacts':
      return `No consta el coste de ${f.count(units, contact)} por ${channel}: cuenta como cero.`;
    case 'cost of campaigns':
      return `No consta el coste de ${f.count(units, campaign)}: cuenta como cero.`;
    case 'campaigns of contacts':
      return `Hay campañas que no figuran en ninguna lista y que ${f.plural(units, { one: 'nombra', other: 'nombran' })} ${f.count(units, contact)}: su coste cuenta como cero.`;
    case 'campaigns that customers came by':
      return `Hay campañas que no figuran en ninguna lista y por las que ${f.plural(units, { one: 'llegó', other: 'llegaron' })} ${f.count(units, nouns.person)}: su captación cuenta como cero.`;
    default:
      return `${missing}: ${f.whole(units)} sin dato.`;
  }
}
