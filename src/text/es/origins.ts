import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Where customers come from, and where to look for more. */
export const origins = (f: Format): Messages['origins'] => ({
  none: phrase`No se sabe de dónde vienen los clientes: los datos no nombran dos orígenes de captación, campañas, sitios de referencia, regiones ni dominios de correo.`,
  finding: (best, most, worst, least, base, lifetime) =>
    phrase`De una persona más de ${named(best)} cabe esperar ${figure(f.money(most))} una vez pagada su captación; de una de ${named(worst)}, ${figure(f.money(least))}. La media es de ${f.money(base)}. ${lifetime ? 'Incluye el valor de vida por venir: la sección del beneficio cuenta solo el beneficio hasta ahora.' : 'Es lo que han aportado hasta ahora.'}`,
  dimensions: {
    source: 'Origen de captación',
    campaign: 'Campaña',
    medium: 'Medio',
    referrer: 'Sitio de referencia',
    region: 'Región',
    email_domain: 'Dominio de correo',
  },
  index: 'Quién encuentra a los mejores clientes',
  indexSentence: (best, most, worst, least) =>
    phrase`Las personas de ${named(best)} están entre los mejores clientes ${figure(f.fixed(most, 2))} veces lo que el conjunto; las de ${named(worst)}, ${figure(f.fixed(least, 2))} veces.`,
  indexMeaning: phrase`Los mejores clientes son el decil de los compradores con mayor beneficio. 100 es igual que el conjunto; donde se conoce a pocas personas, el índice se acerca a 100. Las líneas son intervalos del ${f.share(0.95)}.`,
  above: 'por encima del conjunto',
  below: 'por debajo del conjunto',
  alike: 'no se distingue del conjunto',
  origin: 'Origen',
  kind: 'Tipo',
  people: 'Personas',
  bought: 'Compraron',
  best: 'Mejores clientes',
  bestIndex: 'Índice, mejores clientes',
  profitIndex: 'Índice, beneficio',
  interval: `Intervalo del ${f.share(0.95)}`,
  between: (low, high) => `de ${low} a ${high}`,
  next: 'Dónde anunciarse ahora',
  nextSentence: (first, expected, { low, high }, cost) =>
    phrase`Primero, ${named(first)}: de una persona más de allí cabe esperar ${figure(f.money(expected))} (intervalo del ${f.share(0.95)}: de ${f.money(low)} a ${f.money(high)}), una vez pagada su captación, que hasta ahora ha costado ${f.money(cost)} por persona.`,
  noneBetter: phrase`Ni siquiera del primero se sabe con seguridad que valga más que el conjunto: ningún intervalo queda entero por encima de la media, así que el orden puede ser azar.`,
  nothingPaid: phrase`Ningún origen tiene coste de captación, así que no se sabe cuáles se pueden pagar: indíquelos en el pipeline, en acquisition: paid.`,
  lastSentence: (last, expected, { low, high }, base, cost) =>
    phrase`Conviene gastar menos en ${named(last)}: de una persona más de allí cabe esperar ${figure(f.money(expected))} (intervalo del ${f.share(0.95)}: de ${f.money(low)} a ${f.money(high)}), cuando la media es de ${f.money(base)}; captarla costó ${f.money(cost)} por persona.`,
  organic: 'Lo que viene por sí solo',
  organicSentence: (first, expected, { low, high }) =>
    phrase`De estos no se pueden comprar más. Los mejores son los de ${named(first)}: de cada uno cabe esperar ${figure(f.money(expected))} (intervalo del ${f.share(0.95)}: de ${f.money(low)} a ${f.money(high)}). Dé las gracias a quien los trae.`,
  organicMeaning: phrase`Orígenes sin coste de captación, y los que el pipeline nombra en acquisition: organic.`,
  valueMeaning: (profit, lifetime) =>
    phrase`Cuenta ${profit ? 'el beneficio' : 'lo vendido, ya que no se conoce ningún coste,'} hasta ahora${lifetime ? ' y el valor de vida por venir' : ''}, por persona, acercado a la media donde se conoce a pocas: también quienes nunca compraron. Al lado está lo aportado hasta ahora, como en la sección del beneficio. Orden: por el extremo inferior del intervalo.`,
  tooFew: (origins) =>
    phrase`${figure(f.count(origins, nouns.source))} con menos de ${f.whole(30)} personas: son muy pocas para saberlo, y no tienen puesto.`,
  allTooFew: 'No puede decirse dónde anunciarse: ningún origen tiene bastantes personas.',
  caution: phrase`Quienes vengan con más publicidad no tienen por qué ser como los que vinieron hasta ahora: conviene aumentar el gasto por pasos y volver a mirar.`,
  rank: 'Puesto',
  reason: 'Por qué',
  reasons: {
    too_few: 'muy pocas personas para saberlo',
    costs_more: 'cuesta más de lo que aporta',
    better: 'vale más que el conjunto',
    worse: 'vale menos que el conjunto',
    alike: 'no se distingue del conjunto',
  },
  expected: 'Valor esperado por persona',
  cost: 'Coste por persona',
  valueToCost: 'Valor por unidad de coste',
  payback: 'Amortizado',
  noCost: 'sin coste',
  notYet: (months) => `aún no, en ${f.whole(months)} meses`,
  inMonth: (month) => `en el mes ${f.whole(month)}`,
});
