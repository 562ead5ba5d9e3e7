import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';

const models = {
  kmeans: 'Segmentuak (k-means)',
  discriminant: 'Analisi diskriminatzailea',
  tree: 'Sailkapen-zuhaitza',
  clv: 'Bizi-balioa',
  basket: 'Batera erosten dena',
} as const;

/** Berriro erabilitako eredu baten zein zifra diren zaharrak. */
const ofThatDay = {
  kmeans:
    'Segmentu kopurua, haren aukeraketa eta segmentuen arteko aldea egun hartakoak dira; nor zein segmentutan dagoen eta segmentuen zifra guztiak gaur gauekoak dira.',
  discriminant:
    'Segmentuak zerk bereizten dituen eta zenbatetan asmatzen den egun hartakoa da; bezero bakoitzari aurreikusitako segmentua gaur gauekoa da.',
  tree: 'Arauak, bakoitzaren bezero kopurua eta zenbatetan asmatzen duten egun hartakoak dira; bezero bakoitzari aurreikusitako segmentua gaur gauekoa da.',
  clv: 'Haren parametroak egun hartakoak dira; balioak eta guztizkoak gaur gauekoak dira.',
  basket: 'Batera zer erosten den eta horren zifra guztiak egun hartakoak dira; harrezkero erositakoa ez da kontatzen.',
} as const;

/** Noiztik erabiltzen diren ereduak. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return phrase`haren adina egunetan: ${f.whole(cause.days)}`;
      case 'old':
        return phrase`aurrekoaren adina egunetan: ${f.whole(cause.days)}`;
      case 'steady':
        return phrase`aldaketa txikia da (populazioaren egonkortasun-indizea, gehienez: ${f.fixed(cause.psi, 2)}, ${named(label(cause.feature))}; muga: ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return phrase`aldaketa handia: ${named(label(cause.feature))} (populazioaren egonkortasun-indizea: ${f.fixed(cause.psi, 2)}; muga: ${f.number(cause.limit, 6)})`;
      case 'within':
        return phrase`segmentuetatik kanpo dauden bezeroak: ${f.share(cause.share, 1)} (muga: ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return phrase`lehengo segmentuetatik kanpo zeuden bezeroak: ${f.share(cause.share, 1)} (muga: ${f.share(cause.limit, 1)})`;
      case 'gone':
        return phrase`dagoeneko ez dago: ${named(label(cause.column))}`;
      case 'always':
        return phrase`pipelineak hala eskatzen du (refit: always)`;
      case 'version':
        return phrase`aurrekoa bezero programaren beste bertsio batek gorde zuen`;
      case 'unfitted':
        return phrase`lehen ezin izan zen doitu`;
      case 'options':
        return phrase`aukerak aldatu dira`;
      case 'erased':
        return phrase`geroztik pertsonak ezabatu dira`;
      case 'segments':
        return phrase`segmentuak beste batzuk dira`;
      case 'nothing':
        return phrase`ez dago aurrekoa zerekin alderatu`;
    }
  },
  inputs: {
    class: 'klasea',
    goods: 'erositako salgaiak',
    purchase_span_days: 'Lehen erosketatik azkenera igarotako egunak',
    money_per_order: 'Gastua eskaerako',
  },
  usedAgain: (model, { on, asOf }, causes) =>
    phrase`${models[model]}: eredua egun honetan doitu zen: ${figure(f.day(on))} (datuak egun honetara arte: ${f.day(asOf)}), eta berriro erabili da: ${causes}. ${ofThatDay[model]}`,
  fittedAnew: (model, causes) => phrase`${models[model]}: eredua berriro doitu da argitalpen honetarako: ${causes}.`,
});
