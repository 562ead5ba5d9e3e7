import type { Change } from '../en/history.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

const steps = { week: 'aste', month: 'hilabete', quarter: 'hiruhileko', year: 'urte' } as const;

/** Segments over time. */
export const history = (f: Format): Messages['history'] => ({
  sizes: 'Segmentuak denboran zehar',
  sizesSentence: (since, grown, shrunk) => {
    const change = ({ name, from, to }: Change): Phrase =>
      phrase`“${named(name)}” (lehen ${figure(f.whole(from))}, orain ${figure(f.count(to, nouns.customer))})`;
    const start = `Data honetatik hona (${f.day(since)}), `;
    if (grown !== null && shrunk !== null)
      return phrase`${start}gehien hazi den segmentua: ${change(grown)}; gehien txikitu dena: ${change(shrunk)}.`;
    if (grown !== null) return phrase`${start}gehien hazi den segmentua: ${change(grown)}. Bat ere ez da txikitu.`;
    if (shrunk !== null) return phrase`${start}gehien txikitu den segmentua: ${change(shrunk)}. Bat ere ez da hazi.`;
    return phrase`${start}segmentu guztiek tamaina berari eutsi diote.`;
  },
  step: (step) => (step === 'day' ? null : phrase`${steps[step]} bakoitzean exekutatutako azken eguna erakusten da.`),
  size: (customers, share) => `${f.count(customers, nouns.customer)}, ${f.share(share)}`,
  shortSize: (customers, share) => `${f.whole(customers)}, ${f.share(share)}`,
  day: 'Erreferentzia-data',
  former: (name) => `${name} (desagertua)`,

  moves: 'Nor mugitu den',
  movesSentence: (since, of, until) => {
    const from = since === null ? 'Aurreko exekuziotik hona' : `Data honetatik hona (${f.day(since)})`;
    const span =
      until == null
        ? from
        : `Bi data hauen artean (${since === null ? 'aurreko exekuzioa' : f.day(since)} – ${f.day(until)})`;
    const then = until == null ? 'orain' : 'orduan';
    const be = (count: number): string =>
      f.plural(count, until == null ? { one: 'dago', other: 'daude' } : { one: 'zegoen', other: 'zeuden' });
    const rest = [
      ...(of.came > 0
        ? [
            phrase`segmenturik gabeko ${figure(f.count(of.came, nouns.customer))} segmentu batean ${be(of.came)} ${then}`,
          ]
        : []),
      ...(of.went > 0
        ? [phrase`${figure(f.count(of.went, nouns.customer))} ez ${be(of.went)} jada inongo segmentutan`]
        : []),
    ];
    const told: Phrase = rest.length === 0 ? [] : ['; ', ...listed(f, rest)];
    const base = f.count(of.before, cases.customerPartitive);
    if (of.moved === 0) return phrase`${span}, ${figure(base)} bat ere ez da beste segmentu batera mugitu${told}.`;
    const share = f.share(of.moved / of.before, 1);
    return phrase`${span}, ${base} ${figure(f.whole(of.moved))} mugitu ${f.plural(of.moved, cases.are)} beste segmentu batera (${share})${told}.`;
  },
  left: (name, left, to) => {
    const [first, ...more] = to;
    const start = phrase`${figure(f.count(left, cases.customerErgative))} utzi ${f.plural(left, cases.have)} “${named(name)}” segmentua`;
    if (first !== undefined && more.length === 0)
      return phrase`${start}; norakoa${left === 1 ? '' : ', guztiena'}: “${named(first.name)}”.`;
    const told = to.slice(0, 3);
    const others = left - told.reduce((sum, { customers }) => sum + customers, 0);
    const places = [
      ...told.map(({ name: place, customers }) => phrase`“${named(place)}” (${f.whole(customers)})`),
      ...(others > 0 ? [phrase`beste batzuk (${f.whole(others)})`] : []),
    ];
    return phrase`${start}; norakoak: ${listed(f, places)}.`;
  },
  event: (event, name, other, share) => {
    const most = share === null ? 'gehienak' : f.share(share);
    const gone = phrase`“${named(name)}” segmentua desagertu da`;
    const born = phrase`“${named(name)}” segmentua berria da`;
    switch (event) {
      case 'merged':
        return other === null
          ? phrase`${gone}.`
          : phrase`${gone}: haren bezeroen ${most} “${named(other)}” segmentuan daude orain.`;
      case 'split':
        return other === null
          ? phrase`${born}.`
          : phrase`${born}: haren bezeroen ${most} “${named(other)}” segmentuan zeuden.`;
      case 'new':
        return phrase`${born}: haren bezeroak hainbat segmentutatik datoz.`;
      case 'fresh':
        return phrase`${born}: haren bezero batek ere ez zuen lehen segmenturik.`;
      case 'emptied':
        return phrase`${gone}: haren bezero batek ere ez du orain segmenturik.`;
      default:
        return phrase`${gone}: haren bezeroak hainbat segmentutan daude orain.`;
    }
  },
  manyEvents: (born, ended) =>
    phrase`Segmentuak berriro egin dira: ${figure(f.whole(born))} berri eta ${figure(f.whole(ended))} desagertu.`,
  parts: {
    entered: 'beste segmentu batetik etorriak',
    came: 'lehen segmenturik gabeak',
    left: 'beste segmentu batera joanak',
    went: 'orain segmenturik gabeak',
  },
  inOut: (into, out) => [...(into > 0 ? [f.signed(into, 0)] : []), ...(out > 0 ? [f.signed(-out, 0)] : [])].join('  '),
  from: 'Nondik ↓ nora →',
  fromNowhere: 'Lehen segmenturik gabe',
  toNowhere: 'Orain bat ere ez',
  before: 'Lehen',
  now: 'Orain',
  matrix: 'Zein segmentutatik zein segmentutara',
});
