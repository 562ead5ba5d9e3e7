import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { named, phrase } from '../phrase.ts';

/** How far segments differ: what the bars of a segment are, and how large is large. */
export const effects = (f: Format): Messages['effects'] => ({
  term: 'Tamaño del efecto (d de Cohen)',
  scale: (least, full) =>
    `es la barra de cada característica y la cifra que la acompaña: cuánto se aleja la media del segmento de la de todos los demás, en desviaciones típicas. ${f.fixed(0.2, 1)} es pequeño, ${f.fixed(0.5, 1)} mediano y ${f.fixed(0.8, 1)} o más grande; hacia la derecha el segmento tiene más, hacia la izquierda menos. Por debajo de ${f.fixed(least, 1)} no hay barra; una barra llena es ${f.whole(full)} o más.`,
  signed: (value) => f.signed(value, 2),
  means: (here, all) => `${here} (todos: ${all})`,
  fingerprint: (name) =>
    phrase`Lo que distingue al segmento ${named(name)}: medias junto a las de todos y tamaño del efecto (d de Cohen) frente a los demás; el mayor, primero.`,
});
