import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { calibrationVerdict } from './calibration.ts';
import { probability } from './discriminant.ts';
import { cases } from './words.ts';

/** The days that are foretold: the next ones, or those after the last day on which purchases are known. */
const coming = (f: Format, days: number, after: string | null): string =>
  after === null
    ? `hurrengo ${f.whole(days)} egunetan`
    : `data honen ondorengo ${f.whole(days)} egunetan (${f.day(after)})`;

const pOf = (f: Format, p: number): string => `p ${p < 0.001 ? '' : '= '}${probability(f, p)}`;

/** Who buys again, and who churns. */
export const repurchase = (f: Format): Messages['repurchase'] => ({
  none: phrase`Ez da iragartzen nork erosiko duen berriro: pipelineak ez du repurchase urratsik.`,
  tooFew: (reason) => phrase`Ez da iragartzen nork erosiko duen berriro: ${reason}.`,
  finding: (customers, again, days, after) =>
    phrase`Galdu gabeko ${figure(f.count(customers, cases.customerPartitive))}, ${figure(f.whole(again))} inguruk (${f.share(again / customers)}) berriro erostea espero da ${coming(f, days, after)}${after === null ? '' : '; hori da erosketak ezagutzen diren azken eguna'}. Gainerakoek ez, zerbaitek berreskuratzen ez baditu.`,
  uncalibrated: (foretold, again) =>
    phrase`Kontuz kopuru horrekin: probako egunetan iragarritakoak, ${figure(f.whole(foretold))}; berriro erosi zutenak, ${figure(f.whole(again))}. Dezilaka, aldea zoriak azaltzen duena baino handiagoa da.`,
  measured: (since, until, customers, again) =>
    phrase`Epe honetan neurtua: ${f.day(since)} (eguna bera kanpo) – ${f.day(until)}, aurretik ezagutzen zena soilik erabilita: ${figure(f.count(customers, cases.customerPartitive))} ${figure(f.whole(again))} itzuli dira erostera (${f.share(again / customers)}).`,
  model: (better, lift, naiveLift) =>
    better
      ? phrase`Erosteko probabilitate handiena zuen dezilak batezbestekoaren ${figure(f.fixed(lift, 2))} halako maiztasunez erosi du; azken erosketatik igarotako egunak soilik hartuta, ${figure(f.fixed(naiveLift, 2))} halako.`
      : phrase`Ereduak ez du hobetzen, zoriak ekarriko lukeenetik gora, azken erosketatik igarotako egunak soilik erabiltzea; horregatik, probabilitateak egun horien araberakoak dira. Dezil probableenak batezbestekoaren ${figure(f.fixed(naiveLift, 2))} halako maiztasunez erosi du; ereduaren arabera, ${figure(f.fixed(lift, 2))} halako.`,
  rule: (lift) =>
    phrase`Bezero gutxiegi daude ereduaren koefizienteetarako; horregatik, probabilitateak azken erosketatik igarotako egunen araberakoak dira soilik. Dezil probableenak batezbestekoaren ${figure(f.fixed(lift, 2))} halako maiztasunez erosi du.`,
  ruleScores: (brier, constant, p, auc) =>
    phrase`Brier puntuazioa: ${f.fixed(brier, 4)}; denentzat tasa bakarra hartuta: ${f.fixed(constant, 4)} (${pOf(f, p)}). ROC kurbaren azpiko azalera: ${f.fixed(auc, 3)}.`,
  scores: (brier, naiveBrier, constant, p, auc, naiveAuc) =>
    phrase`Brier puntuazioa: ${f.fixed(brier, 4)}; azkentasuna soilik erabilita: ${f.fixed(naiveBrier, 4)} (${pOf(f, p)}); denentzat tasa bakarra hartuta: ${f.fixed(constant, 4)}. ROC kurbaren azpiko azalera, ereduarekin: ${f.fixed(auc, 3)}; azkentasuna soilik erabilita: ${f.fixed(naiveAuc, 3)}.`,
  calibration: (foretold, again, p) =>
    phrase`Guztira, ${figure(f.whole(foretold))} itzuliko zirela iragarri zen, eta ${figure(f.whole(again))} itzuli dira${p === null ? '' : phrase` (Hosmer–Lemeshow proba dezilen gainean: ${pOf(f, p)}): ${calibrationVerdict(p)}`}.`,
  unforetold: (customers) =>
    phrase`${figure(f.count(customers, cases.customerErgative))} ez ${f.plural(customers, { one: 'zuen', other: 'zuten' })} ereduak har dezakeen baliorik; aurreko leihoko tasarekin zenbatzen dira.`,
  seasons: phrase`Datozen egunak leiho horretatik iragartzen dira: urte-sasoi batek besterik ekartzen edo kentzen badu, ez da hor ageri.`,
  found: 'Haietako zenbat aurkitu diren',
  foundSentence: (share) =>
    phrase`Probableenak lehenik hartuta, berriro erosi dutenen erdiak bezeroen lehen ${figure(f.share(share))} horretan daude.`,
  taken: 'Hartutako bezeroen kuota',
  gain: 'Berriro erosi dutenen kuota',
  byModel: 'eredua',
  byRule: 'azkentasuna soilik',
  byChance: 'zoria',
  tenth: 'Dezila',
  customers: 'Bezeroak',
  foretold: 'Iragarriak',
  seen: 'Berriro erosi dute',
  lift: 'Lift',
  otherLift: (byModel) => (byModel ? 'Lift, azkentasuna soilik' : 'Lift, eredua'),
  segments: 'Segmentuka',
  segmentsSentence: (days, after) =>
    phrase`Galdu gabeko bezeroak, berriro erosteko probabilitatearen arabera, ${coming(f, days, after)}. Jokoan dagoena orain arte gastatu dutena da, berriro ez erosteko probabilitateaz haztatuta. Bezero bakoitzaren probabilitatea CSV fitxategien repurchase_probability zutabean dago.`,
  segment: 'Segmentua',
  noSegment: 'Segmenturik gabe',
  again: 'Berriro erostea espero da',
  atStake: 'Jokoan',
});
