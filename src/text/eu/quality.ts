import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

/** What the figures rest on. */
export const quality = (f: Format): Messages['quality'] => ({
  none: phrase`Ez da ezer kargatu.`,
  finding: (records, files, loaded, rejected, skipped) =>
    phrase`${figure(f.count(files, { one: 'fitxategitik', other: 'fitxategietatik' }))} ${figure(f.count(records, nouns.record))} irakurri dira: ${f.whole(loaded)} kargatu, ${f.whole(rejected)} baztertu eta ${f.whole(skipped)} saltatu. ${records === loaded + rejected + skipped ? 'Erregistro guztien berri ematen da.' : 'Kopuru hauek ez datoz bat; ikus exekuzioaren erregistroa.'}`,
  loads: 'Zer kargatu den',
  loadsSentence: phrase`Fitxategi batek hainbat taula elikatzen baditu, taula bakoitzeko behin zenbatzen da. Lehendik ezagunak ziren fitxategiak ez dira berriro irakurtzen.`,
  source: 'Iturria',
  table: 'Taula',
  files: 'Fitxategiak',
  records: 'Erregistroak',
  loaded: 'Kargatuak',
  rejected: 'Baztertuak',
  skipped: 'Saltatuak',
  rounded: 'Biribilduak',
  rejects: 'Zergatik baztertu diren erregistroak',
  rejectsSentence: (source) =>
    phrase`Arrazoi ohikoenak. Gehienak iturri honetatik datoz: ${source}. “bezero rejects” aginduak erregistroak zerrendatzen ditu, fitxategi eta lerroarekin.`,
  noRejects: phrase`Ez da erregistrorik baztertu.`,
  column: 'Zutabea',
  reason: 'Arrazoia',
  warnings: 'Abisuak',
  noWarnings: phrase`Exekuzioak ez du abisurik utzi.`,
  audits: 'Egiaztapenak',
  auditsSentence: (checks, failed) =>
    failed === 0
      ? phrase`Taulak osatu ondoren, gakoei, falta diren balioei eta diru-baturei buruzko ${figure(f.count(checks, nouns.check))} egin dira; guztiak betetzen dira.`
      : phrase`Gakoei, falta diren balioei eta diru-baturei buruzko ${figure(f.count(checks, cases.checkPartitive))} ${figure(f.whole(failed))} ez ${f.plural(failed, { one: 'da', other: 'dira' })} betetzen.`,
  relation: 'Taula',
  rule: 'Bete behar dena',
  bad: 'Hausten duten errenkadak',
});
