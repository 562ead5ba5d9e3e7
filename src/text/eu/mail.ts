import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';

/** What people are told in the morning. `kind` of a failure is the exit code of the run. */
export const mail = (f: Format): Messages['mail'] => ({
  subject: (title, asOf, headline) => `${title}, ${f.day(asOf)}: ${headline}`,
  nothingNewSubject: (title, day) => `${title}, ${f.day(day)}: ezer berririk ez, eta abisu bat`,
  failedSubject: (title, day) => `${title}, ${f.day(day)}: exekuzioak huts egin du`,
  greeting: (title, asOf) => `${title}, erreferentzia-data: ${f.day(asOf)}`,
  figures: 'Zenbakitan',
  nothingNew: (asOf) =>
    `Ez da ezer aldatu azken argitalpenetik (erreferentzia-data: ${f.day(asOf)}): ez dago fitxategi berririk, eta indarrean jarraitzen du.`,
  toMend: 'Datuetan zuzentzekoak',
  remarks: 'Ereduei buruzko ohar berriak',
  more: (count) => `eta beste ${f.whole(count)}`,
  attached: 'Txostena erantsita doa.',
  tooLarge: (megabytes) => `Txostena handiegia da eransteko: ${f.number(megabytes)} MB.`,
  report: (file, host) => `Non dagoen: ${file}, makina honetan: ${host}.`,
  reportAt: (file, host) => `Txostena: ${file}, makina honetan: ${host}`,
  folder: (folder, host) => `Fitxategi guztiak: ${folder}, makina honetan: ${host}`,
  personal:
    'Erantsitako txostenak bezeroen identifikatzaileen zerrendak ditu, izenik eta helbiderik gabe: eman horien berri izan dezaketenei bakarrik.',
  run: (run, version) => `Exekuzioa: ${run}, bezero ${version}`,
  failed: (title, day) => `${title}: exekuzioak huts egin du. Data: ${f.day(day)}.`,
  whatFailed: (place) => {
    if (place === null) return 'Zerk huts egin duen, lehen urratsaren aurretik';
    return `Zerk huts egin duen, ${place.ended ? 'urrats honen ondoren' : 'urrats honetan'}: ${place.step}`;
  },
  whoseTurn: (kind) => {
    if (kind === 2)
      return 'Pipelinearen fitxategia edo bezero programaren deia aldatu behar da; bitartean, gauero huts egingo du.';
    if (kind === 3)
      return 'Datuak zuzendu behar dira, edo datuek hausten duten araua; bitartean, gauero huts egingo du.';
    if (kind === 4) return 'Ezin zaie eredu bat doitu datu hauei; pipelinearen urratsa aldatu behar da.';
    if (kind === 5)
      return 'Makinak, haren diskoak, datu-baseak edo beste exekuzio batek du errua. Hurrengo gauean berriro saiatuko da.';
    return 'Bezero programaren errore bat da; esan zuena makinaren egunkarian dago.';
  },
  stays: 'Indarrean jarraitzen duena',
  current: (run, asOf) =>
    `${run} argitalpena (erreferentzia-data: ${f.day(asOf)}) da oraingoa: osorik dago, argitaratu zen bezala, fitxategi guztiekin.`,
  noRelease: 'Oraindik ez da argitalpenik egin; beraz, ez dago zerekin jarraitu.',
  unknownRelease: 'Ezin da jakin zein den oraingo argitalpena.',
});
