import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format): Messages['answers'] => ({
  none: phrase`No se sabe a qué canal responden: ningún contacto nuestro tiene resultado.`,
  finding: (people, expected, overall) =>
    phrase`De ${figure(f.count(people, nouns.person))} se sabe qué canal usar: por él se espera que responda el ${figure(f.share(expected, 1))}; hasta ahora se respondió al ${f.share(overall, 1)} de todos los contactos.`,
  notKnown: (people, reasons) => phrase`De ${figure(f.count(people, nouns.person))} no se sabe: ${reasons}.`,
  noChannel: {
    no_consent: (people) => `${f.whole(people)} no han consentido ningún canal`,
    never_asked: (people) => `con ${f.whole(people)} no hubo ningún contacto nuestro de resultado conocido`,
    not_allowed: (people) => `a ${f.whole(people)} no se les puede contactar por un canal cuyas respuestas se conozcan`,
  },
  channels: {
    email: 'Correo electrónico',
    phone: 'Teléfono',
    post: 'Correo postal',
    sms: 'Mensaje de texto',
    ads: 'Publicidad',
  },
  rates: 'Con qué frecuencia responden',
  sentence: (best, most, last, least) =>
    phrase`${best}: se responde al ${figure(f.share(most, 1))} de nuestros contactos, más que en ningún otro; ${last}: al ${figure(f.share(least, 1))}, menos que en ningún otro.`,
  oneSentence: (channel, rate) => phrase`${channel}: se responde al ${figure(f.share(rate, 1))} de nuestros contactos.`,
  whatCounts: phrase`Es respuesta un contacto nuestro con el resultado answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up o interested; los contactos sin resultado no cuentan.`,
  drawnIn: phrase`El mejor canal de cada uno es el de mayor probabilidad de respuesta, de los que ha consentido: sus propias respuestas, acercadas a la tasa del canal donde son pocas. Está en la columna best_channel de los archivos CSV.`,
  above: 'por encima del conjunto de contactos',
  below: 'por debajo del conjunto de contactos',
  alike: 'no se distingue',
  line: `intervalo del ${f.share(0.95)}; la línea vertical es la tasa de todos los contactos`,
  channel: 'Canal',
  people: 'Personas contactadas',
  asked: 'Contactos nuestros',
  answered: 'Respuestas',
  rate: 'Respondidos',
  interval: `Intervalo del ${f.share(0.95)}`,
  between: (low, high) => `de ${low} a ${high}`,
  allowed: 'Puede usarse con',
  bestFor: 'El mejor para',
  bestRate: 'Se espera de estos',
  moments: 'Cuándo están activos',
  momentsSentence: (weekday, share, hour, hourShare) =>
    hour === null
      ? phrase`El ${weekday} reúne ${figure(f.share(share, 1))} de las compras y de los contactos de los clientes, más que ningún otro día.`
      : phrase`El ${weekday} reúne ${figure(f.share(share, 1))} de las compras y de los contactos de los clientes, más que ningún otro día; la hora que empieza a las ${hour}, ${figure(f.share(hourShare, 1))}, más que ninguna otra.`,
  momentsMeaning: (known, people) =>
    known === 0
      ? phrase`De nadie se dice su propio día: hacen falta cinco compras o contactos de una persona, y personas que difieran más que por azar.`
      : phrase`Se dice el día propio de ${figure(f.whole(known))} de ${f.count(people, nouns.person)}: quienes tienen cinco compras o contactos o más, acercados al conjunto. Los de cada uno están en las columnas best_weekday y best_hour de los archivos CSV.`,
  moment: 'Día u hora',
  events: 'Compras y contactos',
  peopleThen: 'El más probable de',
});
