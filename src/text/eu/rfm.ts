import type { Messages } from '../en/index.ts';
import type { Cell } from '../en/rfm.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

/** Cells that are named where several hold as many. */
const mostNamed = 3;

function fullestCells(f: Format, customers: number, cells: readonly Cell[]): Phrase {
  const each = figure(f.count(customers, nouns.customer));
  if (cells.length > mostNamed) return phrase`Gelaxkarik beteenak ${f.whole(cells.length)} dira, bakoitza ${each}`;
  const places = cells.map((cell) => `azkentasuna ${f.whole(cell.recency)} eta maiztasuna ${f.whole(cell.frequency)}`);
  return cells.length === 1
    ? phrase`Gelaxkarik beteena: ${places.join('')}; ${each}`
    : phrase`Gelaxkarik beteenak (${places.join('; ')}): bakoitzak, ${each}`;
}

/** Recency, frequency, money. */
export const rfm = (f: Format): Messages['rfm'] => ({
  names: {
    Champions: 'Txapeldunak',
    Loyal: 'Leialak',
    'Potential loyalists': 'Leial izan daitezkeenak',
    'New customers': 'Bezero berriak',
    Promising: 'Etorkizun onekoak',
    'Need attention': 'Arreta behar dutenak',
    'About to sleep': 'Lokartzeko zorian',
    'At risk': 'Arriskuan',
    "Can't lose them": 'Ezin galduzkoak',
    Hibernating: 'Hibernatzen',
  },
  none: phrase`Ez da RFM puntuaziorik egin: pipelineak ez du RFM urratsik, edo inork ez du erosi.`,
  finding: (best, share, lapsed) =>
    phrase`${figure(f.count(best, cases.customerErgative))} berriki eta maiz erosi ${f.plural(best, cases.have)} (puntuazio gorena bietan), eta gastu osoaren ${figure(f.share(share))} ekartzen ${f.plural(best, cases.have)}. ${figure(f.count(lapsed, cases.customerErgative))} puntuazio apalena ${f.plural(lapsed, cases.have)} bietan.`,
  grid: 'Bezeroak azkentasunaren eta maiztasunaren arabera',
  gridSentence: (customers, fullest) =>
    phrase`${fullestCells(f, customers, fullest)}. Kolore biziagoak bezero gehiago adierazten du; kopuruaren azpian, gastatu dutena.`,
  recency: 'Azkentasun-puntuazioa',
  frequency: 'Maiztasun-puntuazioa',
  latest: 'berriki erosi dute',
  often: 'maiz',
  customers: 'Bezeroak',
  monetary: 'Gastua',
  cutPoints: 'Zer adierazten duten puntuazioek',
  bestScores: (recency, frequency, monetary) =>
    phrase`Puntuaziorik onenetarako behar dena: azken erosketatik igarotako egunak, ${figure(recency)}; eskaerak, ${figure(frequency)}; gastua, ${figure(monetary)}.`,
  nested: (recency) =>
    phrase`Azkentasun onenerako, azken erosketatik igarotako egunak: ${figure(recency)}. Eskaerak azkentasun-puntuazio bakoitzaren barruan puntuatzen dira, eta dirua bien bikote bakoitzaren barruan: ebaki-puntuak models.rfm_cut_point taulan daude.`,
  frozen: (asOf) => phrase` Ebaki-puntuak lehenagoko data batekoak dira (${f.day(asOf)}), berriro erabiliak.`,
  weights: (weights) =>
    phrase` RFM puntuazioan, hauek dira pisuak: azkentasuna ${f.number(weights.recency, 4)}, maiztasuna ${f.number(weights.frequency, 4)} eta dirua ${f.number(weights.monetary, 4)}.`,
  score: 'Puntuazioa',
  measures: { recency: 'Egunak azken erosketatik', frequency: 'Eskaerak', monetary: 'Gastua' },
  within: (recency) => `Eskaerak, azkentasuna ${f.whole(recency)} denean`,
  range: (from, to, write) => {
    if (from === null) return to === null ? 'guztiak' : `gehienez ${write(to)}`;
    if (to === null) return `${write(from)} edo gehiago`;
    return from === to ? write(from) : `${write(from)}–${write(to)}`;
  },
  moneyRange: (above, upTo, write) => {
    if (above === null) return upTo === null ? 'guztiak' : `gehienez ${write(upTo)}`;
    return upTo === null ? `${write(above)} baino gehiago` : `${write(above)} – ${write(upTo)}`;
  },
  segments: 'RFM segmentuak',
  segmentsSentence: (name, share) =>
    phrase`Puntuazioak izendun segmentuetan biltzen dira. “${named(name)}” da gehien ekartzen duena: diru-sarrera garbien ${figure(f.share(share))}.`,
  segment: 'RFM segmentua',
  share: 'Bezeroen kuota',
  netRevenue: 'Diru-sarrera garbiak',
  netRevenueShare: 'Diru-sarrera garbien kuota',
});
