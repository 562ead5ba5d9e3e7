import type { Messages } from '../en/index.ts';
import type { MarketingTerm } from '../en/marketing-terms.ts';

/** What words of marketing mean. */
export const marketingTerms: Pick<Messages['terms'], MarketingTerm> = {
  best_customer: {
    term: 'Mejores clientes',
    meaning: 'El decil de los compradores con mayor beneficio; también quien iguala al último de ellos.',
  },
  origin_index: {
    term: 'Índice de un origen',
    meaning:
      'Lo que las personas de allí tienen por cabeza en porcentaje de lo que tiene el conjunto, clientes potenciales incluidos: 100 es igual. Lo que se sabe de pocas personas se acerca al conjunto, según cuánto difieren los orígenes (credibilidad; Bühlmann y Straub 1970).',
  },
  expected_value: {
    term: 'Valor esperado por persona',
    meaning:
      'Beneficio hasta ahora, una vez pagada la captación, y valor de vida por venir donde se conoce, de una de las personas de allí; lo que se sabe de pocas personas se acerca al conjunto.',
  },
  value_to_cost: {
    term: 'Valor por unidad de coste',
    meaning:
      'Beneficio hasta ahora antes de la captación y valor de vida por venir, dividido por el coste de captación (LTV/CAC).',
  },
  touch: {
    term: 'Punto de contacto',
    meaning:
      'Una visita desde un sitio de referencia, otro contacto del cliente que no sea queja, elogio, devolución ni pedido, o un contacto de una campaña, antes de un pedido: desde el pedido anterior, dentro de la ventana de atribución del pipeline.',
  },
  removal_effect: {
    term: 'Se pierde sin él (efecto de eliminación)',
    meaning:
      'Cuánto baja la proporción de caminos que acaban en pedido si se pierde a quien llegaría a este punto de contacto, en una cadena de Markov de los puntos de contacto; los iguales seguidos son uno.',
  },
  best_channel: {
    term: 'El mejor para',
    meaning:
      'De las personas a las que alguna vez se contactó, para cuántas este canal tiene la mayor probabilidad de respuesta, de los que han consentido.',
  },
  payback: {
    term: 'Amortizado',
    meaning:
      'El mes, desde que se las conoce, a cuyo final las personas han aportado por cabeza lo que costó captar a una: ventas netas y envíos menos mercancía, logística y contactos, de quienes se conoce desde hace tanto.',
  },
};
