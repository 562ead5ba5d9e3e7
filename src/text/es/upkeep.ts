import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const models = {
  kmeans: 'Segmentos (k-means)',
  discriminant: 'Análisis discriminante',
  tree: 'Árbol de clasificación',
  clv: 'Valor de vida',
  basket: 'Lo que se compra junto',
} as const;

/** Qué cifras de un modelo que se ha vuelto a usar son antiguas. */
const ofThatDay = {
  kmeans:
    'Cuántos segmentos hay, cómo se eligió su número y con qué claridad se distinguen son de ese día; quién está en cada segmento y todas las cifras de los segmentos son de esta noche.',
  discriminant:
    'Lo que distingue a los segmentos y con qué frecuencia acierta es de ese día; el segmento previsto para cada cliente es de esta noche.',
  tree: 'Las reglas, cuántos clientes forman cada una y con qué frecuencia aciertan son de ese día; el segmento previsto para cada cliente es de esta noche.',
  clv: 'Sus parámetros son de ese día; los valores y totales son de esta noche.',
  basket: 'Qué se compra junto, y todas sus cifras, es de ese día; lo comprado desde entonces no se cuenta.',
} as const;

/** Desde cuándo se usan los modelos. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return phrase`tiene ${f.count(cause.days, nouns.day)}`;
      case 'old':
        return phrase`el anterior tenía ${f.count(cause.days, nouns.day)}`;
      case 'steady':
        return phrase`la deriva es pequeña (índice de estabilidad poblacional: ${f.fixed(cause.psi, 2)} como máximo, de ${named(label(cause.feature))}; límite: ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return phrase`deriva de ${named(label(cause.feature))} (índice de estabilidad poblacional: ${f.fixed(cause.psi, 2)}; límite: ${f.number(cause.limit, 6)})`;
      case 'within':
        return phrase`fuera de los segmentos queda el ${f.share(cause.share, 1)} de los clientes (límite: ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return phrase`fuera de los segmentos anteriores quedaba el ${f.share(cause.share, 1)} de los clientes (límite: ${f.share(cause.limit, 1)})`;
      case 'gone':
        return phrase`ya no existe ${named(label(cause.column))}`;
      case 'always':
        return phrase`así lo pide el pipeline (refit: always)`;
      case 'version':
        return phrase`el anterior lo guardó otra versión de bezero`;
      case 'unfitted':
        return phrase`antes no se pudo ajustar`;
      case 'options':
        return phrase`las opciones son otras`;
      case 'erased':
        return phrase`desde entonces se han borrado personas`;
      case 'segments':
        return phrase`los segmentos son otros`;
      case 'nothing':
        return phrase`no hay nada con que contrastar el anterior`;
    }
  },
  inputs: {
    class: 'la clase',
    goods: 'los artículos comprados',
    purchase_span_days: 'Días entre la primera y la última compra',
    money_per_order: 'Gasto por pedido',
  },
  usedAgain: (model, { on, asOf }, causes) =>
    phrase`${models[model]}: el modelo se ajustó el ${figure(f.day(on))} con los datos hasta el ${f.day(asOf)} y se ha vuelto a usar: ${causes}. ${ofThatDay[model]}`,
  fittedAnew: (model, causes) =>
    phrase`${models[model]}: el modelo se ha ajustado de nuevo para esta publicación: ${causes}.`,
});
