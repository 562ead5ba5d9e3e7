import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** How much customers buy, and where they are in their life with the company. */
export const status = (f: Format): Messages['status'] => ({
  usage: 'Quién compra cuánto',
  usageSentence: (customers, share, netRevenue) =>
    phrase`Los que compran más a menudo: ${figure(f.count(customers, nouns.customer))}. Son el ${figure(f.share(share))} de los clientes y aportan el ${figure(f.share(netRevenue))} de las ventas netas.`,
  noHeavy: phrase`Todos los clientes compran más o menos con la misma frecuencia.`,
  lifecycle: 'Quién es nuevo, quién sigue y quién se ha ido',
  lifecycleSentence: (lapsed, share, spent) =>
    lapsed === 0
      ? phrase`Ningún cliente está inactivo.`
      : phrase`${figure(f.count(lapsed, nouns.customer))}, el ${figure(f.share(share))} del total, ${f.plural(lapsed, { one: 'está inactivo', other: 'están inactivos' })}. Hasta ahora ${f.plural(lapsed, { one: 'ha', other: 'han' })} gastado ${figure(f.money(spent))}.`,
  classes: {
    heavy: 'intensivos',
    medium: 'medios',
    light: 'ocasionales',
    zero: 'nunca han comprado',
    repeating: 'recurrentes',
    new: 'nuevos',
    lapsed: 'inactivos',
    prospect: 'potenciales',
  },
  people: 'Clientes actuales y potenciales',
  usageClass: 'Clase de uso',
  stage: 'Etapa',
  share: 'Proporción',
});
