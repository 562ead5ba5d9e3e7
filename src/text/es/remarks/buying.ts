import type { buyingRemarks as english, WhyNobodyRanked } from '../../en/remarks/buying.ts';
import type { Format } from '../../format.ts';
import { whyNot } from '../why-not.ts';
import { nouns } from '../words.ts';

/** Por qué no se ordena a nadie por parecido. */
export const whyNobodyRanked =
  (f: Format) =>
  (why: WhyNobodyRanked): string => {
    switch (why.code) {
      case 'noSegments':
        return 'no hay segmentos; los hace un paso kmeans';
      case 'noSuchSegment':
        return `ningún segmento tiene el código o el nombre «${why.segment}»`;
      case 'fewSeeds':
        return `${f.whole(why.seeds)} de ${f.whole(why.buyers)} compradores son aquellos a los que se busca parecido; para aprender de ${f.whole(why.features)} características, deben serlo al menos ${f.whole(why.least)} y no serlo otros ${f.whole(why.least)}`;
      case 'noLift':
        return 'el primer decil no contiene más de los buscados que una elección al azar';
      case 'unlearnable':
        return 'no se puede aprender nada de los compradores';
    }
  };

/** Lo que dicen los modelos de quién compra qué y de cuánto vale. */
export const buyingRemarks = (f: Format): ReturnType<typeof english> => ({
  nothingForetold: ({ because }) =>
    `no se pronostica nada: ${
      {
        short: 'las compras no llegan hasta antes de los dos últimos periodos',
        oneRate: 'una misma tasa para todos acierta igual',
        unlearnable: 'no se puede aprender de los días pasados, o tenían muy pocos clientes',
      }[because]
    }`,
  byRecency: ({ because }) =>
    `${because === 'few' ? 'hay muy pocos clientes para los coeficientes del modelo' : 'el modelo no supera a la recencia sola en más de un error típico'}; las probabilidades son por recencia sola`,
  stalePurchases: () =>
    'las compras acaban una semana o más antes de la fecha de corte; quién vuelve a comprar se mide hasta su último día y se pronostica de los siguientes',

  nobodyValued: ({ why }) => `no se valora a nadie: ${whyNot(f)(why)}`,
  riskByRepurchase: () =>
    'como según el modelo nadie se va, el riesgo de irse es el de no volver a comprar, donde un paso repurchase lo pronostica, o si no, el retraso del cliente',
  pastSpendBetter: () =>
    'el gasto pasado encuentra más de los mejores clientes (calificación C); el valor de vida se muestra y no se usa para nada',
  noCostOfGoods: () => 'no se conoce ningún coste de la mercancía, así que el valor es en gasto, no en margen',
  fewCustomers: ({ customers, least }) =>
    `muy pocos clientes (${f.whole(customers)}): para cifras fiables hacen falta al menos ${f.whole(least)}`,
  shortHistory: ({ days, horizon, least }) =>
    `un historial de ${f.whole(days)} días es corto: para un horizonte de ${f.whole(horizon)} días hacen falta al menos ${f.whole(least)}`,
  noHoldoutFit: ({ until, why }) =>
    `no se sabe cómo de bien pronostica el modelo: hasta el ${f.day(until)} no se puede ajustar nada: ${whyNot(f)(why)}`,
  noHoldout: () =>
    'el historial es demasiado corto para reservar una parte: no se sabe cómo de bien pronostica el modelo',
  sampled: ({ fitted, customers }) =>
    `los modelos se ajustan a una muestra de ${f.whole(fitted)} de ${f.count(customers, nouns.customer)}`,
  meanSpend: ({ mean, why }) => `se supone que cada compra vale la media, ${f.fixed(mean, 2)}: ${whyNot(f)(why)}`,
  levelOff: ({ off }) =>
    `en el periodo de validación se pronosticó un ${f.share(Math.abs(off), 1)} de compras ${off < 0 ? 'de menos' : 'de más'}: los totales futuros pueden desviarse otro tanto, sea cual sea la calificación, que se refiere a cómo se ordena a los clientes`,
  otherFamily: ({ title, until, now }) =>
    `el periodo de validación midió ${title}, al que llevaron las compras hasta el ${f.day(until)}; todas ellas llevan a ${now}, y no se sabe cómo de bien pronostica`,
  nobodyDrops: ({ title }) =>
    `nadie parece irse: la verosimilitud de ${title} corre hasta su límite, la NBD, que es la que se usa; todos cuentan todavía como clientes`,
  dropsUncertain: ({ title, gain }) =>
    `no es seguro que alguien se vaya: ln L de ${title} supera solo en ${f.fixed(gain, 2)} a la de la NBD, en la que nadie se va`,
  searchEnded: ({ title }) => `${title}: la búsqueda de la máxima verosimilitud no convergió`,
  startsApart: ({ title, agreed, starts }) =>
    `${title}: llegaron a la máxima verosimilitud ${f.whole(agreed)} de ${f.whole(starts)} comienzos`,
  alikeIn: ({ title, what }) =>
    `${title}: los clientes apenas se diferencian en ${what === 'buying' ? 'la frecuencia con que compran' : 'la facilidad con que lo dejan'}; de esos parámetros solo se conoce el cociente`,
  noErrors: ({ title }) => `${title}: sin errores típicos: la verosimilitud es plana en su máximo`,
  correlated: ({ correlation }) =>
    `Gamma-Gamma: gasto y frecuencia están correlacionados (${f.fixed(correlation, 2)}), y el modelo supone que no: los valores de los compradores frecuentes están sesgados`,

  noProduct: (why) => {
    const nothing = 'no se pronostica nada: ';
    switch (why.kind) {
      case 'no purchases':
        return `${nothing}ningún cliente ha comprado un producto conocido`;
      case 'few customers':
        return `${nothing}${f.whole(why.customers)} de los que ya habían comprado volvieron en los últimos días, y hacen falta ${f.whole(why.least)} para medir`;
      case 'few products':
        return `${nothing}había ${f.whole(why.products)} productos a la venta, y hacen falta ${f.whole(why.least)} para elegir`;
      case 'not better':
        return `${nothing}ninguna regla supera a la vez a los más vendidos y a lo que cada cliente compró más, en más de un error típico`;
    }
  },
  nobodyRanked: ({ why }) => `no se ordena a nadie: ${whyNobodyRanked(f)(why)}`,

  largeBaskets: ({ level, number, most, largest }) =>
    `no se cuentan ${f.count(number, level === 'basket' ? { one: 'cesta', other: 'cestas' } : nouns.customer)} con más de ${f.whole(most)} artículos (hasta ${f.whole(largest)})`,
  stoppedAt: ({ goods, most }) =>
    `no se cuentan los grupos de ${f.whole(goods)} artículos o más: serían más de ${f.whole(most)}; suba support o max_itemsets para tenerlos`,
  noSubstitutes: () =>
    'no se buscan sustitutos: los mismos clientes compran demasiados pares de artículos; suba support o max_itemsets para tenerlos',
});
