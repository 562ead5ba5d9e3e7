import type { Change } from '../en/history.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

const steps = { day: '', week: 'semana', month: 'mes', quarter: 'trimestre', year: 'año' } as const;

/** Segments over time. */
export const history = (f: Format): Messages['history'] => ({
  sizes: 'Los segmentos a lo largo del tiempo',
  sizesSentence: (since, grown, shrunk) => {
    const change = ({ name, from, to }: Change): Phrase =>
      phrase`${named(name)}, de ${figure(f.whole(from))} a ${figure(f.count(to, nouns.customer))}`;
    const start = `Desde el ${f.day(since)}`;
    if (grown !== null && shrunk !== null)
      return phrase`${start}, el segmento que más ha crecido es ${change(grown)}; el que más ha menguado, ${change(shrunk)}.`;
    if (grown !== null)
      return phrase`${start}, el segmento que más ha crecido es ${change(grown)}. Ninguno ha menguado.`;
    if (shrunk !== null)
      return phrase`${start}, el segmento que más ha menguado es ${change(shrunk)}. Ninguno ha crecido.`;
    return phrase`${start}, todos los segmentos mantienen su tamaño.`;
  },
  step: (step) =>
    step === 'day' ? null : phrase`Se muestra, de cada ${steps[step]}, el último día en que hubo una ejecución.`,
  size: (customers, share) => `${f.count(customers, nouns.customer)}, ${f.share(share)}`,
  shortSize: (customers, share) => `${f.whole(customers)}, ${f.share(share)}`,
  day: 'Fecha de corte',
  former: (name) => `${name} (ya no existe)`,

  moves: 'Quién ha cambiado de segmento',
  movesSentence: (since, of, last) => {
    const until = last ?? null;
    const start = since === null ? 'la ejecución anterior' : `el ${f.day(since)}`;
    const span = until === null ? `Desde ${start}` : `Desde ${start} hasta el ${f.day(until)}`;
    const before = f.count(of.before, nouns.customer);
    const moved = f.plural(
      of.moved,
      until === null ? { one: 'ha cambiado', other: 'han cambiado' } : { one: 'cambió', other: 'cambiaron' },
    );
    const rest = [
      ...(of.came > 0
        ? [
            phrase`${figure(f.whole(of.came))} que no ${f.plural(of.came, { one: 'tenía', other: 'tenían' })} segmento ${until === null ? `${f.plural(of.came, { one: 'está', other: 'están' })} ahora en uno` : `${f.plural(of.came, { one: 'entró', other: 'entraron' })} en uno`}`,
          ]
        : []),
      ...(of.went > 0
        ? [
            phrase`${figure(f.whole(of.went))} ya no ${until === null ? f.plural(of.went, { one: 'está', other: 'están' }) : f.plural(of.went, { one: 'estaba', other: 'estaban' })} en ninguno`,
          ]
        : []),
    ];
    const told: Phrase = rest.length === 0 ? [] : ['; ', ...listed(f, rest)];
    if (of.moved === 0)
      return phrase`${span}, ninguno de ${figure(before)} ${until === null ? 'ha cambiado' : 'cambió'} de segmento${told}.`;
    return phrase`${span}, ${moved} de segmento ${figure(f.whole(of.moved))} de ${before} (${f.share(of.moved / of.before, 1)})${told}.`;
  },
  left: (name, left, to) => {
    const [first, ...more] = to;
    const who = figure(f.count(left, nouns.customer));
    const verb = f.plural(left, { one: 'ha pasado', other: 'han pasado' });
    if (first !== undefined && more.length === 0)
      return phrase`${who} ${verb} del segmento ${named(name)} al segmento ${named(first.name)}.`;
    const told = to.slice(0, 3);
    const others = left - told.reduce((sum, { customers }) => sum + customers, 0);
    const places = [
      ...told.map(({ name: place, customers }) => phrase`${f.whole(customers)} a ${named(place)}`),
      ...(others > 0 ? [phrase`${f.whole(others)} a otros`] : []),
    ];
    return phrase`${who} ${verb} del segmento ${named(name)} a otros: ${listed(f, places)}.`;
  },
  event: (event, name, other, share) => {
    const most = share === null ? 'la mayoría' : `el ${f.share(share)}`;
    switch (event) {
      case 'merged':
        return other === null
          ? phrase`El segmento ${named(name)} ya no existe.`
          : phrase`El segmento ${named(name)} ya no existe: ${most} de sus clientes está ahora en ${named(other)}.`;
      case 'split':
        return other === null
          ? phrase`El segmento ${named(name)} es nuevo.`
          : phrase`El segmento ${named(name)} es nuevo: ${most} de sus clientes estaba en ${named(other)}.`;
      case 'new':
        return phrase`El segmento ${named(name)} es nuevo: sus clientes vienen de varios segmentos.`;
      case 'fresh':
        return phrase`El segmento ${named(name)} es nuevo: ninguno de sus clientes tenía antes segmento.`;
      case 'emptied':
        return phrase`El segmento ${named(name)} ya no existe: ninguno de sus clientes tiene ahora segmento.`;
      default:
        return phrase`El segmento ${named(name)} ya no existe: sus clientes están ahora en varios segmentos.`;
    }
  },
  manyEvents: (born, ended) =>
    phrase`Los segmentos se han rehecho: ${figure(f.whole(born))} ${f.plural(born, { one: 'es nuevo', other: 'son nuevos' })} y ${figure(f.whole(ended))} ya no ${f.plural(ended, { one: 'existe', other: 'existen' })}.`,
  parts: {
    entered: 'llegados de otros segmentos',
    came: 'antes sin segmento',
    left: 'idos a otros segmentos',
    went: 'ahora sin segmento',
  },
  inOut: (into, out) => [...(into > 0 ? [f.signed(into, 0)] : []), ...(out > 0 ? [f.signed(-out, 0)] : [])].join('  '),
  from: 'De ↓ a →',
  fromNowhere: 'Antes sin segmento',
  toNowhere: 'Ahora sin segmento',
  before: 'Antes',
  now: 'Ahora',
  matrix: 'De qué segmento a cuál',
});
