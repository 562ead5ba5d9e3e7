import type { classRemarks as english, KLost, StrangeValues, WhyDropped, Without } from '../../en/remarks/classes.ts';
import type { Format } from '../../format.ts';
import { nouns, rowsOf } from '../words.ts';

/** Why a feature is left out, behind its name. */
function whyDropped(f: Format, why: WhyDropped): string {
  switch (why.code) {
    case 'empty':
      return 'ez du baliorik';
    case 'constant':
      return `konstantea da${why.within === undefined ? '' : why.within === 'every class' ? ' klase bakoitzaren barruan' : ` klase honen barruan: ${why.within.class}`}`;
    case 'unbought':
      return '0 da denentzat: inork ez du izen horretako kategoria edo kanalean erosi';
    case 'follows':
      return `aurreko atributuetatik ondorioztatzen da${why.within === undefined ? '' : ` klase honetan: ${why.within.class}`} (tolerantzia: ${f.significant(why.tolerance)})`;
    case 'notEntered':
      return `${why.removed === null ? 'ez da analisian sartu' : `urrats honetan atera da: ${f.whole(why.removed)}`}; ${
        {
          noFreedom: 'ez da askatasun-gradurik geratzen',
          follows: 'analisiko atributuetatik ondorioztatzen da',
          tolerance: `tolerantzia (${why.value}) ez da mugara iristen: ${f.number(why.limit, 6)}`,
          f: `sartzeko F (${why.value}) ez da mugara iristen: ${f.number(why.limit, 6)}`,
          ended: `hautaketa urrats hauen ondoren amaitu da: ${f.whole(why.limit)}`,
        }[why.because]
      }`;
  }
}

const withoutIt: Readonly<Record<Without, string>> = {
  segments: 'segmentuak hori gabe egin dira',
  functions: 'funtzioak hori gabe kalkulatu dira',
  tree: 'zuhaitza hori gabe egin da',
  model: 'eredua hori gabe doitu da',
  ranks: 'ordena hori gabe kalkulatu da',
};

function kLost(f: Format, why: KLost): string {
  switch (why.code) {
    case 'outOfRange':
      return `ez dago tarte honetan: ${f.whole(why.from)}–${f.whole(why.to)}`;
    case 'tooFewRows':
      return 'lagineko bezero desberdinen kopurua baino handiagoa da';
    case 'smallSegment':
      return 'gutxieneko neurria betetzen ez duen segmentu bat du';
  }
}

const kRange = (f: Format, from: number, to: number): string =>
  from === to ? `k = ${f.whole(from)}` : `k guztiak (${f.whole(from)}–${f.whole(to)})`;

const strange = (f: Format, { feature, count, log }: StrangeValues): string =>
  log
    ? `${feature}: -1 baino balio handiagoak behar ditu; txikiagoak dituztenak: ${f.count(count, nouns.customer)}; erabili signed_log(…)`
    : `${feature}: finitua izan behar du; ez da hala hauentzat: ${f.count(count, nouns.customer)}`;

const advice = ({ list, key }: { list: string; key: boolean }): string =>
  `kendu zerrenda honetatik: ${list}${key ? ', edo eman --key aukerarekin' : ''}`;

/** Klaseak egiten edo bereizten dituzten ereduek esaten dutena. */
export const classRemarks = (f: Format): ReturnType<typeof english> => ({
  dropped: ({ feature, why, without }) => `${feature}: ${whyDropped(f, why)}; ${withoutIt[without]}`,
  mended: ({ feature, why }) => `${feature}: ${whyDropped(f, why)}; kobariantzak uzkurtuta gorde da`,
  strange: ({ lack, ...values }) =>
    `${strange(f, values)}; ${{ class: 'ez dute klaserik', segment: 'ez dute segmenturik', forecast: 'haiei buruz ez da ezer iragartzen' }[lack]}`,
  identifierTexts: ({ shown, texts, known, row, ...of }) =>
    `${shown}: testu desberdinak ${f.whole(texts)} (guztira: ${f.count(known, nouns[row])}), identifikatzaile baten antzera, eta ez du inor antzeko egiten; ${advice(of)}`,
  identifierNumbers: ({ shown, low, high, row, ...of }) =>
    `${shown}: ${rowsOf[row]} zenbakiak dira, ${f.whole(low)} – ${f.whole(high)}; neurri bat ez bada, ${advice(of)}`,
  identifierNamed: ({ shown, known, row, ...of }) =>
    `${shown}: zenbaki oso desberdina da bakoitzean (${f.count(known, nouns[row])}), identifikatzaile baten izenarekin; neurri bat ez bada, ${advice(of)}`,
  tooFewForScores: ({ customers, bins }) =>
    `gutxiegi dira 1–${f.whole(bins)} puntuazioetarako (${f.count(customers, nouns.customer)}): puntuazioa besteen arteko lekua da, eta hemen gutxi esaten du`,

  notConverged: ({ passes }) =>
    `ez du bat egin, pasaldi hauen ondoren: ${f.whole(passes)}; segmentuak oraindik mugi daitezke`,
  k: ({ chosen, incumbent, needed, lost, unstable, challengers }) => {
    if (lost !== null) return `k orain: ${f.whole(chosen)}; lehengoa (${f.whole(incumbent)}) ${kLost(f, lost)}`;
    const better = ({ lead }: { lead: number }): string =>
      unstable ? `egonkorra, eta ${f.whole(incumbent)} ez` : `hobea (${f.fixed(lead, 3)})`;
    const winner = challengers.find(({ k }) => k === chosen);
    if (winner)
      return `k orain: ${f.whole(chosen)}; ${better(winner)} izan da jarraian egindako doitze hauetan: ${f.whole(winner.refits)}`;
    const told = challengers.map(
      (one) => `${f.whole(one.k)} ${better(one)} izan da ${f.whole(one.refits)}/${f.whole(needed)} doitzetan`,
    );
    return `k ez da aldatu: ${f.whole(incumbent)}; ${told.join('; ')}`;
  },
  segmentFate: ({ segment, fate, other, share }) => {
    const part = f.share(share ?? 0);
    switch (fate) {
      case 'merged':
        return `${segment} desagertu da: haren bezeroen ${part} beste honetan daude orain: ${other ?? ''}`;
      case 'retired':
        return `${segment} desagertu da: haren bezeroak hainbat segmentutan daude orain`;
      case 'emptied':
        return `${segment} desagertu da: haren bezero batek ere ez du segmenturik orain`;
      case 'split':
        return `${segment} berria da: haren bezeroen ${part} beste honetan zeuden: ${other ?? ''}`;
      case 'new':
        return `${segment} berria da: haren bezeroak hainbat segmentutan zeuden`;
      case 'fresh':
        return `${segment} berria da: haren bezero batek ere ez zuen lehen segmenturik`;
    }
  },
  segmentsAnew: ({ given }) =>
    `segmentuak hutsetik hasi dira, beren kodeekin; jendeak jarritako izenak lehengoekin geratu dira: ${f.list(given)} ("bezero segments rename" aginduak oraingoei ematen die izena)`,
  calledAnew: ({ language, before }) =>
    `segmentuek izen berriak dituzte pipelinearen hizkuntzan (${language}); lehengoa: ${before}`,
  outgrown: ({ segments }) =>
    `segmentuek hasierako izenei eusten diete; orain, ezaugarriek beste batzuk emango lituzkete: ${segments.map(({ segment, name, now }) => `${segment} "${name}" (orain: "${now}")`).join(', ')}; "bezero segments rename" aginduak izena aldatzen du`,
  unstableK: ({ from, to }) =>
    `${kRange(f, from, to)}: ez dago egonkorrik bezeroen laginak berriro ateratzean; segmentuak arbitrarioak izan daitezke`,
  smallShareK: ({ from, to }) =>
    `${kRange(f, from, to)}: beti dago gutxieneko neurria betetzen ez duen segmentu bat; aukeratu k, edo jaitsi smallest_share`,
  fewRowsForK: ({ segments, taken, row }) =>
    `laginean ${rowsOf[row]} balio desberdinak segmentuak baino gutxiago dira (${f.whole(segments)}); ${taken === null ? `honaino bakarrik probatu da k: ${f.whole(segments - 1)}` : `alderatu gabe hartu da: k = ${f.whole(taken)}`}`,
  smallSegment: ({ segment, rows, row }) =>
    `${segment}: ${f.count(rows, nouns[row])}, gutxieneko neurria baino gutxiago; laginean gehiago zituen`,
  tinySegments: ({ sizes, least, row }) =>
    `${rowsOf[row]} ${f.share(least, 1)} baino gutxiago duten segmentuak: ${f.whole(sizes.length)} (${sizes.map((n) => f.count(n, nouns[row])).join(', ')}). Muturreko balioek beren segmentua egin dezakete; ezaugarri baten inguruan winsorise(…) jarriz hurbildu egiten dira, edo aukeratu beste k bat`,

  diagonal: ({ share }) =>
    `kobariantzak diagonalerantz uzkurtu dira (${f.significant(share)}), atributu guztiak gordetzeko behar den gutxienekoa; probek orain dauden bezala hartzen dituzte`,
  pooled: ({ class: label, share }) =>
    `klase honen kobariantza singularra da: ${label}; bateraturantz uzkurtu da (${f.significant(share)}), konpontzeko behar den gutxienekoa`,
  foldsInstead: ({ stepwise, folds, row }) =>
    `banan-banan kanpoan uzteak ${stepwise ? `lehendik ikusitako ${rowsOf[row]} arabera epaituko luke urratsez urratseko hautaketa` : 'kobariantzarik uzkurtzen ez denean bakarrik balio du zehatz'}; horren ordez, zati hauek utzi dira kanpoan: ${f.whole(folds)}`,
  alone: ({ rows, row }) =>
    `kanpoan utzita, ezin dira beren klasean jarri: ${f.count(rows, nouns[row])}; haiek gabe klasea hutsik dago edo haren kobariantza singularra da`,
  classEmpty: ({ class: label, row }) =>
    `klase hau kanpoan utzi da: ${label}; ${rowsOf[row]} artean inork ez ditu atributu guztiak`,
  classSmall: ({ class: label, rows, predictors, row }) =>
    `klase hau txikia da: ${label} (${f.count(rows, nouns[row])}; ${f.count(predictors, nouns.predictor)}); ez fidatu asko`,
  notApart: ({ p }) =>
    `atributuek ez dituzte klaseak zoriak baino hobeto bereizten (Wilksen lambda: p = ${f.fixed(p, 3)}); ez hartu erabakirik bakoitza non jarri den ikusita`,
  byChance: ({ hit, maximum, proportional, largest, row }) =>
    `doitzetik kanpo utzitako ${rowsOf[row]} artean, beren klasean jarritakoak: ${f.share(hit, 1)}; denak klase honetan jarrita (${largest}) baino gehiago ez: ${f.share(maximum, 1)} (zoriz, neurriaren arabera: ${f.share(proportional, 1)}); hartu susmotzat`,
  rootOnly: () =>
    'zatiketa batek ere ez du bere konplexutasuna merezi; zuhaitza sustraian geratu da, eta dena klase bakarrean jartzen du',
  treeByChance: ({ hit, maximum }) =>
    `balidazio gurutzatuan beren klasean jarritakoak: ${f.share(hit, 1)}; denak handienean jarrita baino gehiago ez: ${f.share(maximum, 1)}; hartu arauak deskribapentzat, ez iragarpentzat`,
});
