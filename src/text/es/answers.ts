import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format): Messages['answers'] => ({
  none: phrase`No se sabe a qué canal responden: ningún contacto nuestro tiene resultado.`,
  finding: (people, expected, overall) =>
    phrase`De ${figure(f.count(people, nouns.person))} se sabe qué canal usar: por él se espera que responda el ${figure(f.share(expected, 1))}; hasta ahora se respondió al ${f.share(overall, 1)} de todos los contactos.`,
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
  momentsSentence: (weekday, share, hour) =>
    hour === null
      ? phrase`El día más probable del ${figure(f.share(share))} es ${weekday}, más que ningún otro.`
      : phrase`El día más probable del ${figure(f.share(share))} es ${weekday}, más que ningún otro; la hora que empieza a las ${figure(hour)} es la más probable más a menudo que ninguna otra.`,
  momentsMeaning: phrase`Según la hora de las compras y de los contactos del cliente, acercados al conjunto donde son pocos; los de cada cliente están en las columnas best_weekday y best_hour de los archivos CSV.`,
  moment: 'Día u hora',
  peopleThen: 'Momento más probable de',
});
