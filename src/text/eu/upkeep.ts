import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';

/** Noiztik erabiltzen diren ereduak. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return `haren adina egunetan: ${f.whole(cause.days)}`;
      case 'old':
        return `aurrekoaren adina egunetan: ${f.whole(cause.days)}`;
      case 'steady':
        return `aldaketa txikia da (populazioaren egonkortasun-indizea, gehienez: ${f.fixed(cause.psi, 2)}, ${label(cause.feature)}; muga: ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return `aldaketa handia: ${label(cause.feature)} (populazioaren egonkortasun-indizea: ${f.fixed(cause.psi, 2)}; muga: ${f.number(cause.limit, 6)})`;
      case 'within':
        return `segmentuetatik kanpo dauden bezeroak: ${f.share(cause.share, 1)} (muga: ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return `lehengo segmentuetatik kanpo zeuden bezeroak: ${f.share(cause.share, 1)} (muga: ${f.share(cause.limit, 1)})`;
      case 'gone':
        return `dagoeneko ez dago: ${label(cause.column)}`;
      case 'always':
        return 'pipelineak hala eskatzen du (refit: always)';
      case 'version':
        return 'aurrekoa bezeroren beste bertsio batek gorde zuen';
      case 'unfitted':
        return 'lehen ezin izan zen doitu';
      case 'options':
        return 'aukerak aldatu dira';
      case 'erased':
        return 'geroztik pertsonak ezabatu dira';
      case 'segments':
        return 'segmentuak beste batzuk dira';
      case 'nothing':
        return 'ez dago aurrekoa zerekin alderatu';
    }
  },
  inputs: {
    class: 'klasea',
    goods: 'erositako salgaiak',
    purchase_span_days: 'Lehen erosketatik azkenera igarotako egunak',
    money_per_order: 'Gastua eskaerako',
  },
  usedAgain: ({ on, asOf }, causes, kept) =>
    `Eredu hau egun honetan doitu zen: ${f.day(on)} (datuak egun honetara arte: ${f.day(asOf)}), eta berriro erabili da: ${causes}. ` +
    (kept === 'figures'
      ? 'Haren zifrak egun hartakoak dira; gaurko bezeroak haren bidez puntuatzen dira.'
      : 'Haren parametroak egun hartakoak dira; balioak eta guztizkoak berriak dira.'),
  fittedAnew: (causes) => `Eredu hau berriro doitu da argitalpen honetarako: ${causes}.`,
});
