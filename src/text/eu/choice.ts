import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns, rows, rowsOf } from './words.ts';

/** How the number of segments was chosen. */
export const choice = (f: Format): Messages['choice'] => ({
  title: (k) => `Zergatik ${f.count(k, nouns.segment)}`,
  sentence: (of) => {
    const range = `${f.whole(of.from)}–${f.whole(of.to)}`;
    const silhouette = figure(f.fixed(of.silhouette, 2));
    const chosen = figure(f.whole(of.chosen));
    const ofRows = rowsOf[of.noun];
    if (of.chosen !== of.ruled)
      return phrase`Aztertutako segmentu kopuruak: ${range}. Kopuru honi eusten zaio: ${chosen} (silueta: ${silhouette}). Arauak, hutsetik hasita, beste hau hautatuko luke: ${figure(f.whole(of.ruled))}.`;
    const least = f.share(of.smallest);
    const best = phrase`${chosen} segmentuk bereizten dituzte hobekien ${rows[of.noun]}: batez besteko silueta ${silhouette} da.`;
    switch (of.among) {
      case 'admissible':
        return of.pool === 1
          ? phrase`${range} tartean, hau da segmentu guztiak egonkorrak eta gutxienez ${ofRows} ${least} dituen kopuru bakarra: ${chosen}.`
          : phrase`${range} tarteko ${f.whole(of.pool)} kopurutan, segmentu guztiak egonkorrak dira eta gutxienez ${ofRows} ${least} dute. Horietan, ${best}`;
      case 'large':
        return phrase`${range} tarteko kopuru batek ere ez du segmentu guztiak egonkorrak ematen laginak berriro ateratzean; hartu, beraz, zatiketa hau gutxi gorabeherakotzat. ${best}`;
      case 'all':
        return phrase`${range} tarteko kopuru guztiek dute gutxieneko neurria (${ofRows} ${least}) betetzen ez duen segmenturen bat. ${best}`;
    }
  },
  contest: (chosen, ruled, { incumbent, needed, margin, lost, challengers }) => {
    if (lost !== null)
      return phrase`Lehengo kopurua: ${figure(f.whole(incumbent))}. Kopuru hori ezin da gehiago aukeratu.`;
    if (chosen !== incumbent)
      return phrase`Lehengo kopuruaren ordez dator (${figure(f.whole(incumbent))}): jarraian egindako ${f.whole(needed)} doitzetan hobea izan da.`;
    const told = challengers.map(({ k, refits }) => `${f.whole(k)} segmentu, ${f.whole(refits)} doitzetan`);
    if (told.length > 0)
      return phrase`Beste kopuru bat hartzeko, jarraian egindako ${f.whole(needed)} doitzetan izan behar du hobea; orain arte hobeak: ${f.list(told)}.`;
    return ruled === chosen
      ? null
      : phrase`Beste kopuru bat hartzeko, haren siluetak gutxienez ${f.number(margin, 3)} handiagoa izan behar du jarraian egindako ${f.whole(needed)} doitzetan.`;
  },
  sample: (sample, noun) =>
    phrase`Irizpide guztiak lagin batekoak dira (${f.count(sample, nouns[noun])}), bertan egindako segmentuekin; ${rowsOf[noun]} multzo osoarenak apur bat desberdinak izan daitezke.`,
  rule: () =>
    phrase`Araua: batez besteko silueta handiena, segmentu guztiek gutxieneko tamaina duten eta egonkorrak diren kopuruen artean (Rand-en indize doituaren mediana gutxienez ${f.number(0.8)}, eta segmentu bakoitzaren Jaccard-en antzekotasuna gutxienez ${f.number(0.75, 2)}); berdinketan, txikiena; egonkorrik ez badago, gutxieneko tamaina dutenen artean; horrelakorik ere ez badago, guztien artean. Gainerako irizpideak erakutsi egiten dira, baina ez dute erabakitzen.`,
  axis: 'Segmentu kopurua (k)',
  k: 'k',
  criteria: {
    silhouette: 'Silueta (erabakigarria)',
    rand: 'Rand indize doitua',
    jaccard: 'Jaccard txikiena',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin (txikia, hobe)',
    gap: 'Gap, bere errorearekin',
  },
  columns: {
    silhouette: 'Silueta',
    rand: 'Rand doitua',
    jaccard: 'Jaccard txikiena',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin',
    gap: 'Gap ± errorea',
  },
  gap: (gap, error) => `${f.fixed(gap, 3)} ± ${f.fixed(error, 3)}`,
  smallest: 'Segmenturik txikiena',
  verdict: 'Hauta daiteke?',
  admissible: 'bai',
  chosen: 'hautatua',
  small: 'ez: segmenturen bat txikiegia da',
  unstable: 'ez: ez da egonkorra',
  both: 'ez: ez da egonkorra, eta segmenturen bat txikiegia da',
  legend: {
    admissible: 'hauta daiteke',
    not: 'ezin da hautatu: ez da egonkorra, edo segmenturen bat txikiegia da',
    chosen: 'hautatutako kopurua',
  },
});
