import type { AssignerName, runRemarks as english } from '../../en/remarks/run.ts';
import type { Address } from '../../en/exports.ts';
import type { Format } from '../../format.ts';
import { sayGap } from '../cost-gap.ts';
import { nouns } from '../words.ts';

const assigners: Readonly<Record<AssignerName, string>> = {
  discriminant: 'analisi diskriminatzailea',
  tree: 'zuhaitza',
};

const addresses: Readonly<Record<Address, string>> = {
  email: 'posta elektronikoko helbiderik',
  phone: 'deitzeko telefonorik',
  sms: 'SMSetarako telefonorik',
  postal: 'posta-helbiderik',
};

/** Exekuzio batek iturriez, eskatutakoaz eta bere historiaz esaten duena. */
export const runRemarks = (f: Format): ReturnType<typeof english> => ({
  twinFile: ({ file, twin, table }) =>
    `${file}: beste honen eduki bera du: ${twin}; behin bakarrik zenbatzen da (${table})`,
  leftPipeline: ({ file, table }) => `${file}: jada ez da pipelinearen parte; haren ${table} ez dira zenbatzen`,
  earlierMapping: ({ file, table }) =>
    `${file}: lehengo esleipen batekin irakurri zen eta jada ez dago; haren ${table} irakurri ziren bezala geratzen dira`,
  leftBehind: ({ file, table, records }) =>
    `${file}: atzera bota den argitalpen batek irakurri zuen, eta jada ez dago; ez dira zenbatzen: ${f.count(records, nouns.record)} (${table}). Zenbatzeko, jarri fitxategia berriro bere lekuan`,
  noFile: ({ source }) =>
    `sources.${source}: orain ez dago bat datorren fitxategirik; aurreko gauetan irakurritakoari eusten zaio`,
  noRecords: ({ file }) => `${file}: ez du erregistrorik`,
  removedRows: ({ file, rows, table }) =>
    rows === 1
      ? `${file}: aurreko zerrendako erregistro bat jada ez dago (${table}); kendu egin da`
      : `${file}: aurreko zerrendako erregistro hauek jada ez daude: ${f.whole(rows)} (${table}); kendu egin dira`,
  unusualVolume: ({ file, records, source, usual, crossed }) =>
    `${file}: erregistro kopurua: ${f.whole(records)}${usual === null ? '' : `; ohikoa: ${usual.low === usual.high ? f.whole(usual.low) : `${f.whole(usual.low)}–${f.whole(usual.high)}`}`} (sources.${source}.volume, ${crossed})`,
  stale: ({ source, newest, day, days, rule }) =>
    `sources.${source}: ${newest === 'record' ? 'erregistrorik berriena' : 'fitxategirik berriena'}: ${f.day(day)}; erreferentzia-data baino lehenagokoa: ${f.count(days, nouns.day)} (${
      'option' in rule
        ? `sources.${source}.freshness, ${rule.option}`
        : `aurreko urteko etenik luzeena: ${f.count(rule.pause, nouns.day)}`
    })`,
  nothingYet: ({ source, option }) =>
    `sources.${source}: ez dago erosketarik, kontakturik ez itzulketarik erreferentzia-datara arte (sources.${source}.freshness, ${option})`,
  unitChange: ({ file, table, column, factor, now, before, others = [] }) => {
    const told = `${f.whole(factor > 1 ? factor : 1 / factor)} aldiz ${factor > 1 ? 'handiagoa' : 'txikiagoa'}, gutxi gorabehera. Unitatea aldatu al da?`;
    if (others.length === 0)
      return `${file}: ${table}.${column} zutabearen mediana ${f.number(now, 4)} da, eta ohikoa ${f.number(before, 4)} zen: ${told}`;
    const all = [{ column, now, before }, ...others].map(
      (one) => `${table}.${one.column} (${f.number(one.now, 4)}; ohikoa: ${f.number(one.before, 4)})`,
    );
    return `${file}: zutabe hauen medianak batera aldatu dira: ${f.list(all)}; orain ohikoa baino ${told}`;
  },
  future: ({ day, today }) =>
    `badira gaurko egunaren ondorengo erregistroak (${f.day(day)}; gaur: ${f.day(today)}); ez dira irakurtzen`,
  historyAfter: ({ days, asOf, former }) =>
    `Hemen kontatzen ez diren segmentu-historiako egunak, data honen ondorengoak (${f.day(asOf)}): ${f.whole(days)}; geroagoko egunen exekuzioek berriro kontatuko dituzte. Ez da ezer galtzen: aurreko argitalpenak (${f.day(former)}) baditu, eta "bezero rollback" aginduak hartara itzultzen du`,
  decisionsGone: () =>
    'people.duckdb ez zegoen jada biltegian: jendeak erabakitakoa ahaztu egin da (segmentuen izenak, nor sartzen den edo ez audientzia batean, nor dagoen kanpaina baten zein taldetan); segurtasun-kopiarik badago, itzul ezazu bere lekura eta exekutatu --force aukerarekin',
  decisionsOld: () =>
    'people.duckdb azken ezabatzea baino zaharragoa zen: geroztik ezabatutakoak kanpoan gelditzen dira, baina jendeak geroztik erabakitakoa ahaztu egin da (segmentuen izenak, nor sartzen den edo ez audientzia batean, nor dagoen kanpaina baten zein taldetan); segurtasun-kopia berriagorik badago, itzul ezazu bere lekura eta exekutatu --force aukerarekin',
  keptOut: ({ records }) =>
    `ezabatutako pertsonen erregistroak berriro irakurri dira, eta kanpoan gelditzen dira: ${f.whole(records)}`,
  emptyAudiences: ({ audiences }) => `audientziak: inork ez du baldintza betetzen hauetan: ${f.list(audiences)}`,
  littleKnown: ({ campaign, channel, response }) =>
    `kanpainak: kanal honetako (${channel}) amaitutako kanpaina batek ere ez du esaten kanpaina honek zer ekartzen duen: ${campaign}; kontaktatuen ${f.share(response, 2)} hari esker erosten duela suposatzen da; zehaztu "response" pipelinean`,
  sampleRatio: ({ campaign }) =>
    `kanpainak: ${campaign} kanpainako kontrol-taldea ez dator bat zozketatutako kuotarekin (laginaren desoreka); jakin ezazu nor galdu den emaitza sinetsi aurretik`,
  notAssigned: ({ model, features }) =>
    `${assigners[model]}: ez ditu bezero potentzialak esleitzen, erosketa batek bakarrik ematen baitu honen berri: ${f.list(features)}`,
  assigned: ({ hits, customers }) => {
    const told = hits.map(({ model, ratio, of, some }) =>
      ratio === null
        ? `${assigners[model]}, neurtu gabe`
        : `${assigners[model]}, ${f.share(ratio, 1)}${of === null ? '' : ` (doitze-eguneko bezeroak: ${f.whole(of)})`}${some === null ? '' : ` (atributu guztiak dituztenen artean, hau da, ${f.whole(some.measured)} bezeroren artean: ${f.share(some.ratio, 1)})`}`,
    );
    return `bezero potentzialak honek esleitzen ditu: ${assigners[hits[0]!.model]}; segmentua duten bezeroetan (${f.whole(customers)}), bakoitza doitzetik kanpo utzita, bere segmentuan jarritakoak: ${told.join('; ')}`;
  },
  withheld: ({ optIns, addresses: lost }) =>
    `inork ez du hau: ${f.either(optIns)}; fitxategi batek ere ez du ${f.either(lost.map((one) => addresses[one]))}; baimena dagoen lekuan, esleitu zutabe horiek bezeroen iturrian`,
  costGaps: ({ gaps }) => gaps.map((gap) => sayGap(gap, f)).join(' '),
});
