import type { classRemarks as english, KLost, StrangeValues, WhyDropped, Without } from '../../en/remarks/classes.ts';
import type { Format } from '../../format.ts';
import { nouns, rowsOf } from '../words.ts';

/** Why a feature is left out, in words that follow its name. */
function whyDropped(f: Format, why: WhyDropped): string {
  switch (why.code) {
    case 'empty':
      return 'no tiene valores';
    case 'constant':
      return `es constante${why.within === undefined ? '' : why.within === 'every class' ? ' dentro de cada clase' : ` dentro de la clase ${why.within.class}`}`;
    case 'unbought':
      return 'es 0 para todos: nadie compró con ese nombre de categoría o canal';
    case 'follows':
      return `se deduce de los atributos que lo preceden${why.within === undefined ? '' : ` en la clase ${why.within.class}`} (tolerancia ${f.significant(why.tolerance)})`;
    case 'notEntered':
      return `${why.removed === null ? 'no entró en el análisis' : `salió en el paso ${f.whole(why.removed)}`}: ${
        {
          noFreedom: 'no quedan grados de libertad',
          follows: 'se deduce de los atributos ya incluidos',
          tolerance: `su tolerancia (${why.value}) no llega a ${f.number(why.limit, 6)}`,
          f: `su F para entrar (${why.value}) no llega a ${f.number(why.limit, 6)}`,
          ended: `la selección acabó tras ${f.whole(why.limit)} pasos`,
        }[why.because]
      }`;
  }
}

const withoutIt: Readonly<Record<Without, string>> = {
  segments: 'los segmentos se hacen sin ello',
  functions: 'las funciones se calculan sin ello',
  tree: 'el árbol se hace sin ello',
  model: 'el modelo se ajusta sin ello',
  ranks: 'el orden se calcula sin ello',
};

function kLost(f: Format, why: KLost): string {
  switch (why.code) {
    case 'outOfRange':
      return `no está entre ${f.whole(why.from)} y ${f.whole(why.to)}`;
    case 'tooFewRows':
      return 'es mayor que el número de clientes distintos de la muestra';
    case 'smallSegment':
      return 'tiene un segmento por debajo del tamaño mínimo';
  }
}

const kRange = (f: Format, from: number, to: number): string =>
  from === to ? `k = ${f.whole(from)} no` : `ningún k de ${f.whole(from)} a ${f.whole(to)}`;

const strange = (f: Format, { feature, count, log }: StrangeValues): string =>
  log
    ? `${feature} necesita valores mayores que -1 y ${f.count(count, nouns.customer)} ${f.plural(count, { one: 'tiene', other: 'tienen' })} menos; use signed_log(…)`
    : `${feature} debe ser finito y no lo es para ${f.count(count, nouns.customer)}`;

const advice = ({ list, key }: { list: string; key: boolean }): string =>
  `quítelo de la lista ${list}${key ? ' o indíquelo con --key' : ''}`;

/** Lo que dicen los modelos que hacen o distinguen clases. */
export const classRemarks = (f: Format): ReturnType<typeof english> => ({
  dropped: ({ feature, why, without }) => `${feature} ${whyDropped(f, why)}; ${withoutIt[without]}`,
  mended: ({ feature, why }) => `${feature} ${whyDropped(f, why)}; se conserva contrayendo las covarianzas`,
  strange: ({ lack, ...values }) =>
    `${strange(f, values)}; ${{ class: 'se quedan sin clase', segment: 'se quedan sin segmento', forecast: 'no se pronostica nada de ellos' }[lack]}`,
  identifierTexts: ({ shown, texts, known, row, ...of }) =>
    `${shown} tiene ${f.whole(texts)} textos distintos en ${f.count(known, nouns[row])}, como un identificador, y no hace parecidos a ${rowsOf[row]}; ${advice(of)}`,
  identifierNumbers: ({ shown, low, high, row, ...of }) =>
    `${shown} numera ${rowsOf[row]} de ${f.whole(low)} a ${f.whole(high)}; salvo que sea una medida, ${advice(of)}`,
  identifierNamed: ({ shown, known, row, ...of }) =>
    `${shown} es un número entero distinto en ${f.count(known, nouns[row])}, con nombre de identificador; salvo que sea una medida, ${advice(of)}`,
  tooFewForScores: ({ customers, bins }) =>
    `${f.count(customers, nouns.customer)} ${f.plural(customers, { one: 'es', other: 'son' })} muy pocos para puntuar de 1 a ${f.whole(bins)}: una puntuación es un puesto entre los demás, y aquí dice poco`,

  notConverged: ({ passes }) => `no convergió en ${f.whole(passes)} pasadas: los segmentos aún pueden moverse`,
  k: ({ chosen, incumbent, needed, lost, unstable, challengers }) => {
    if (lost !== null) return `k pasa a ${f.whole(chosen)}: ${f.whole(incumbent)} ${kLost(f, lost)}`;
    const better = ({ lead }: { lead: number }): string =>
      unstable ? `estable, y ${f.whole(incumbent)} no` : `mejor en ${f.fixed(lead, 3)}`;
    const winner = challengers.find(({ k }) => k === chosen);
    if (winner)
      return `k pasa a ${f.whole(chosen)}: fue ${better(winner)} en ${f.whole(winner.refits)} reajustes seguidos`;
    const told = challengers.map(
      (one) => `${f.whole(one.k)} fue ${better(one)} en ${f.whole(one.refits)} de ${f.whole(needed)} reajustes`,
    );
    return `k sigue en ${f.whole(incumbent)}; ${told.join('; ')}`;
  },
  segmentFate: ({ segment, fate, other, share }) => {
    const part = f.share(share ?? 0);
    switch (fate) {
      case 'merged':
        return `${segment} desaparece: el ${part} de sus clientes está ahora en ${other ?? ''}`;
      case 'retired':
        return `${segment} desaparece: sus clientes están ahora en varios segmentos`;
      case 'emptied':
        return `${segment} desaparece: ninguno de sus clientes tiene ya segmento`;
      case 'split':
        return `${segment} es nuevo: el ${part} de sus clientes estaba en ${other ?? ''}`;
      case 'new':
        return `${segment} es nuevo: sus clientes estaban en varios segmentos`;
      case 'fresh':
        return `${segment} es nuevo: ninguno de sus clientes tenía segmento antes`;
    }
  },
  segmentsAnew: ({ given }) =>
    `los segmentos empiezan de nuevo, con códigos propios; los nombres que pusieron personas se quedan con los anteriores: ${f.list(given)} ("bezero segments rename" da nombre a los de ahora)`,
  calledAnew: ({ language, before }) =>
    `los segmentos reciben nombres nuevos en el idioma del pipeline, ${language}; antes era ${before}`,
  outgrown: ({ segments }) =>
    `los segmentos conservan los nombres con los que empezaron; hoy sus características darían otros: ${segments.map(({ segment, name, now }) => `${segment} "${name}" (ahora: "${now}")`).join(', ')}; "bezero segments rename" cambia un nombre`,
  unstableK: ({ from, to }) =>
    `${kRange(f, from, to)} es estable al repetir el sorteo de los clientes; los segmentos pueden ser arbitrarios`,
  smallShareK: ({ from, to }) =>
    `${kRange(f, from, to)} evita segmentos por debajo del tamaño mínimo; elija k o baje smallest_share`,
  fewRowsForK: ({ segments, taken, row }) =>
    `la muestra tiene menos valores distintos de ${rowsOf[row]} que ${f.whole(segments)} segmentos; ${taken === null ? `solo se probó k hasta ${f.whole(segments - 1)}` : `se tomó k = ${f.whole(taken)} sin comparar`}`,
  smallSegment: ({ segment, rows, row }) =>
    `${segment} tiene ${f.count(rows, nouns[row])}, menos que el tamaño mínimo; en la muestra tenía más`,
  tinySegments: ({ sizes, least, row }) =>
    `segmentos con menos del ${f.share(least, 1)} de ${rowsOf[row]}: ${f.whole(sizes.length)} (${sizes.map((n) => f.count(n, nouns[row])).join(', ')}): los valores atípicos pueden formar un segmento propio; winsorise(…) alrededor de una característica los acerca, o elija otro k`,

  diagonal: ({ share }) =>
    `las covarianzas se contrajeron hacia su diagonal en ${f.significant(share)}, lo mínimo que conserva todos los atributos; las pruebas las toman como están ahora`,
  pooled: ({ class: label, share }) =>
    `la covarianza de la clase ${label} es singular; se contrajo hacia la común en ${f.significant(share)}, lo mínimo que la arregla`,
  foldsInstead: ({ stepwise, folds, row }) =>
    `dejar fuera uno a uno ${stepwise ? `juzgaría una selección por pasos con ${rowsOf[row]} que ya vio` : 'solo es exacto si no se contrae ninguna covarianza'}; en su lugar se dejaron fuera ${f.whole(folds)} partes`,
  alone: ({ rows, row }) =>
    `al dejar fuera a ${f.count(rows, nouns[row])}, no ${f.plural(rows, { one: 'puede', other: 'pueden' })} quedar en su propia clase: sin eso está vacía o su covarianza es singular`,
  classEmpty: ({ class: label, row }) =>
    `la clase ${label} se dejó fuera: entre ${rowsOf[row]} nadie tiene todos los atributos`,
  classSmall: ({ class: label, rows, predictors, row }) =>
    `la clase ${label} tiene ${f.count(rows, nouns[row])} para ${f.count(predictors, nouns.predictor)}; fíese poco de ella`,
  notApart: ({ p }) =>
    `los atributos no distinguen las clases más que el azar (lambda de Wilks: p = ${f.fixed(p, 3)}); no actúe según quién queda en cada una`,
  byChance: ({ hit, maximum, proportional, largest, row }) =>
    `entre ${rowsOf[row]} que se dejaron fuera del ajuste, el ${f.share(hit, 1)} queda en su clase, no más que el ${f.share(maximum, 1)} si todos fueran a ${largest} (al azar según el tamaño: ${f.share(proportional, 1)}); tómelo como una suposición`,
  rootOnly: () =>
    'ninguna división compensa su complejidad; el árbol se queda en la raíz y lo pone todo en una sola clase',
  treeByChance: ({ hit, maximum }) =>
    `en la validación cruzada el ${f.share(hit, 1)} queda en su clase, no más que el ${f.share(maximum, 1)} si todos fueran a la mayor; tome las reglas como descripción, no como pronóstico`,
});
