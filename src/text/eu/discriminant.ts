import type { Hits } from '../en/discriminant.ts';
import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

/** A probability as people write it: never as zero. */
export const probability = (f: Format, p: number): string => (p < 0.001 ? `<${f.fixed(0.001, 3)}` : f.fixed(p, 3));

/** Models that say which segment somebody belongs to. */
const assigners = {
  discriminant: { absolutive: 'analisi diskriminatzailea', ergative: 'analisi diskriminatzaileak' },
  tree: { absolutive: 'sailkapen-zuhaitza', ergative: 'sailkapen-zuhaitzak' },
} as const;

const hitsOf = (f: Format, { share, known }: Hits): Phrase =>
  phrase`${figure(f.share(share, 1))}${known === null ? '' : ` (atributuak ezagunak dituztenetan, guztira ${f.whole(known.measured)}: ${f.share(known.share, 1)})`}`;

/** What tells the segments apart. */
export const discriminant = (f: Format): Messages['discriminant'] => ({
  none: phrase`Ez da analisi diskriminatzailerik egin: pipelineak ez du urrats hori, edo ez zegoen bereizteko segmenturik.`,
  finding: (hit, maximum, proportional) =>
    phrase`Atributuetan soilik oinarrituta, bezeroen ${figure(f.share(hit, 1))} beren segmentuan kokatuko lirateke. Denak segmenturik handienean jarriz gero, ${figure(f.share(maximum, 1))} asmatuko lirateke; segmentuen tamainaren arabera zoriz esleituz gero, ${figure(f.share(proportional, 1))}.`,
  notSignificant: (p, assigns) =>
    phrase` Segmentuen arteko aldea atributu hauetan ez da zoriak ekarriko lukeena baino handiagoa (p = ${probability(f, p)}): ${assigns ? 'ez atera ondoriorik hurrengo emaitzetatik, eta ez erabaki ezer bezero potentzialei dagokiela dirudien segmentuaren arabera' : 'ez atera ondoriorik emaitza honetatik'}.`,
  notBetter: (assigns) =>
    phrase` Hori ez da denak segmenturik handienean jartzea baino hobea${assigns ? ': hartu susmotzat bezero potentzialei dagokiela dirudien segmentua' : ''}.`,
  tiles: {
    wilks: 'Wilksen λ',
    explained: (lambda) => `aldakortasunaren ${f.share(1 - lambda)} segmentuen artekoa da`,
    hit: 'Asmatze-tasa',
    hitNote: (customers, folds) =>
      `${f.count(customers, nouns.customer)}, bakoitza bera gabeko doitze batez epaitua (${folds === null ? 'banan-banan kanpoan utzita' : `${f.whole(folds)} zatitan`})`,
    maximum: 'Zori maximoa',
    maximumNote: 'asmatuak, denak segmenturik handienean jarriz gero',
    proportional: 'Zori proportzionala',
    proportionalNote: 'asmatuak, segmentuen tamainaren arabera zoriz esleituz gero',
    significance: 'Esangura (p)',
    test: (statistic, df1, df2) =>
      `F = ${f.fixed(statistic, 2)}; askatasun-graduak: ${f.list([f.number(df1), f.number(df2)])}`,
  },
  p: (p) => probability(f, p),
  map: 'Segmentuak lehen bi funtzioetan',
  mapOne: 'Segmentuak funtzio diskriminatzailean',
  mapSentence: (first, second) => {
    const apart = 'Elkarrengandik urrun dauden segmentuek atributu desberdinak dituzte.';
    if (second === null) return phrase`${apart} Funtzioarekin lotura handiena duen atributua: ${named(first)}.`;
    return first === second
      ? phrase`${apart} Bi funtzioekin lotura handiena duen atributua: ${named(first)}.`
      : phrase`${apart} Lotura handiena duten atributuak: lehen funtzioarekin, ${named(first)}; bigarrenarekin, ${named(second)}.`;
  },
  axis: (number, share) => `${f.whole(number)}. funtzioa (bereizketaren ${f.share(share)})`,
  segment: 'Segmentua',
  functionName: (number) => `${f.whole(number)}. funtzioa`,
  functions: 'Funtzio kanonikoak',
  functionsSentence: (useful, all) =>
    all === 1
      ? phrase`Funtzio bakar batek bereizten ditu segmentuak${useful === 0 ? ', baina ez zoriak baino hobeto' : ''}.`
      : phrase`${figure(f.count(all, cases.functionPartitive))} ${figure(f.whole(useful))} ${useful === 1 ? 'da segmentuak zoriak baino hobeto bereizten dituena' : 'dira segmentuak zoriak baino hobeto bereizten dituztenak'} (p < ${f.number(0.05, 2)}).`,
  functionColumn: 'Funtzioa',
  eigenvalue: 'Autobalioa',
  share: 'Bereizketaren kuota',
  correlation: 'Korrelazio kanonikoa',
  wilks: 'Funtzio honen eta hurrengoen Wilksen λ',
  significance: 'p',
  detail:
    'Analisia xehetasunez: zein atributuk duten eragina, zein den norberaren segmentua eta zein probableena, funtzio kanonikoak',
  structure: 'Zein atributuk duten eragina',
  structureSentence: (name, loading) =>
    phrase`Atributu bakoitzaren korrelazioa funtzio bakoitzarekin, segmentuen barruan. Lotura estuenekoa: ${named(name)}, ${figure(f.fixed(loading, 2))} lehen funtzioan.`,
  more: (count, below) =>
    phrase`Beste ${f.count(count, nouns.predictor)} ez ${f.plural(count, cases.are)} erakusten: gehienez ${f.fixed(below, 2)}, alde batera zein bestera.`,
  predictor: 'Atributua',
  table: 'Norberaren segmentua eta segmentu probableena',
  tableSentence: (name, share, everyone) =>
    phrase`Segmentu bakoitzeko bezeroen artean (errenkadak), beren atributuek segmentu bakoitzera eramaten dituztenen kuota (zutabeak). “${named(name)}” da gainerakoetatik gehien nabarmentzen dena: bere bezeroen ${figure(f.share(share))} hartzen ditu, eta guztien ${figure(f.share(everyone))}; alderik handiena.`,
  own: 'Norberaren segmentua',
  prospects: 'Zein segmenturi dagozkion bezero potentzialak',
  prospectsSentence: (count, name, share) =>
    phrase`Atributuen arabera, ${figure(f.count(count, nouns.prospect))} esleitu ahal izan dira; gehienak (${figure(f.share(share))}) “${named(name)}” segmentura.`,
  prospectsGuess: (count, measured) =>
    phrase`Atributuen arabera, ${figure(f.count(count, nouns.prospect))} esleitu ahal izan dira, baina ${measured ? 'ez zoriz baino hobeto' : 'ez da neurtu zenbatetan asmatzen den'}.`,
  prospectModel: (model, customers, hits) =>
    hits === null
      ? phrase` Eredua: ${assigners[model].absolutive}.`
      : phrase` Eredua: ${assigners[model].absolutive}. Segmentua duten ${f.count(customers, cases.customerPartitive)}, bakoitza doitzetik kanpo utzita, beren segmentuan kokatzen dituenak: ${hitsOf(f, hits)}.`,
  otherModel: (model, hits) =>
    hits === null
      ? phrase` Beste eredua, ${assigners[model].absolutive}, ez da neurtu.`
      : phrase` Beste ereduak, ${assigners[model].ergative}, hauek kokatzen ditu ondo: ${hitsOf(f, hits)}.`,
  noProspects: phrase`Ezin izan da bezero potentzialik esleitu: ez dago bat ere, edo haien atributuak ez dira ezagunak.`,
  assigned: 'Bezero potentzialak',
  assignedShare: 'Kuota',
  meanProbability: 'Batez besteko probabilitatea',
});
