import type { buyingRemarks as english, WhyNobodyRanked } from '../../en/remarks/buying.ts';
import type { Format } from '../../format.ts';
import { whyNot } from '../why-not.ts';
import { nouns } from '../words.ts';

/** Zergatik ez den inor ordenatzen antzaren arabera. */
export const whyNobodyRanked =
  (f: Format) =>
  (why: WhyNobodyRanked): string => {
    switch (why.code) {
      case 'noSegments':
        return 'ez dago segmenturik; kmeans urrats batek egiten ditu';
      case 'noSuchSegment':
        return `ez dago kode edo izen hau duen segmenturik: «${why.segment}»`;
      case 'fewSeeds':
        return `antza bilatzen zaien erosleak: ${f.whole(why.seeds)} (guztira ${f.whole(why.buyers)}); ${f.whole(why.features)} ezaugarritatik ikasteko, gutxienez ${f.whole(why.least)} behar dira halakoak, eta beste ${f.whole(why.least)} ez`;
      case 'noLift':
        return 'lehen dezilak ez ditu bilatutakoetatik zoriz baino gehiago';
      case 'unlearnable':
        return 'ezin da erosleengandik ezer ikasi';
    }
  };

/** Nork zer erosten duen eta zenbat balio duen esaten duten ereduen oharrak. */
export const buyingRemarks = (f: Format): ReturnType<typeof english> => ({
  nothingForetold: ({ because }) =>
    `ez da ezer iragartzen: ${
      {
        short: 'erosketak ez dira azken bi tarteen aurretik hasten',
        oneRate: 'denentzako tasa bakar batek berdin asmatzen du',
        unlearnable: 'iraganeko egunetatik ezin da ikasi, edo bezero gutxiegi zituzten',
      }[because]
    }`,
  byRecency: ({ because }) =>
    `${because === 'few' ? 'bezero gutxiegi daude ereduaren koefizienteetarako' : 'ereduak ez du azkentasuna bakarrik gainditzen, errore estandar bat baino gehiagoz'}; probabilitateak azkentasunaren arabera bakarrik dira`,
  stalePurchases: () =>
    'erosketak erreferentzia-data baino astebete edo gehiago lehenago amaitzen dira; nork berriro erosten duen haien azken egunera arte neurtzen da, eta hurrengo egunetarako iragartzen',

  nobodyValued: ({ why }) => `ez da inor baloratzen: ${whyNot(f)(why)}`,
  riskByRepurchase: () =>
    'ereduaren arabera inor joaten ez denez, joateko arriskua berriro ez erostekoa da, repurchase urrats batek iragartzen duenean; bestela, bezeroa zenbat atzeratu den',
  pastSpendBetter: () =>
    'iraganeko gastuak bakarrik bezero onenetatik gehiago aurkitzen ditu (C kalifikazioa); bizi-balioa erakutsi egiten da, eta ez da ezertarako erabiltzen',
  noCostOfGoods: () => 'ez da salgaien kosturik ezagutzen; beraz, balioa gastutan da, ez marjinatan',
  fewCustomers: ({ customers, least }) =>
    `bezero gutxiegi (${f.whole(customers)}): zifra fidagarrietarako gutxienez ${f.whole(least)} behar dira`,
  shortHistory: ({ days, horizon, least }) =>
    `historia laburregia da (egunak: ${f.whole(days)}): aurreikuspen-epe honetarako (${f.whole(horizon)} egun) gutxienez ${f.whole(least)} behar dira`,
  noHoldoutFit: ({ until, why }) =>
    `ez dakigu ereduak zein ondo iragartzen duen: ordura arte (${f.day(until)}) ezin da ezer doitu: ${whyNot(f)(why)}`,
  noHoldout: () => 'historia laburregia da zati bat gordetzeko: ez dakigu ereduak zein ondo iragartzen duen',
  sampled: ({ fitted, customers }) =>
    `ereduak lagin bati doitu zaizkio: ${f.whole(fitted)} (guztira: ${f.count(customers, nouns.customer)})`,
  meanSpend: ({ mean, why }) => `erosketa guztiei batezbestekoa ematen zaie: ${f.fixed(mean, 2)}; ${whyNot(f)(why)}`,
  levelOff: ({ off }) =>
    `balioztatze-aldian ${f.share(Math.abs(off), 1)} erosketa ${off < 0 ? 'gutxiegi' : 'gehiegi'} iragarri ziren: datozen guztizkoak ere beste hainbeste desbidera daitezke, kalifikazioa edozein dela ere, hura bezeroen ordenari baitagokio`,
  otherFamily: ({ title, until, now }) =>
    `balioztatze-aldiak ${title} neurtu zuen, ordura arteko erosketek (${f.day(until)}) hartara eraman baitzuten; denek batera ${now} ematen dute, eta ez dakigu horrek zein ondo iragartzen duen`,
  nobodyDrops: ({ title }) =>
    `badirudi inor ez dela joaten: ${title} ereduaren egiantza bere mugaraino doa, NBDraino, eta hura erabiltzen da; denak oraindik bezerotzat hartzen dira`,
  dropsUncertain: ({ title, gain }) =>
    `ez da segurua inor joaten denik: ${title} ereduaren ln L ${f.fixed(gain, 2)} bakarrik da NBDarena baino handiagoa, eta hartan inor ez da joaten`,
  searchEnded: ({ title }) => `${title}: egiantz handienaren bilaketak ez du bat egin`,
  startsApart: ({ title, agreed, starts }) =>
    `${title}: egiantz handienera iritsi diren hasierak: ${f.whole(agreed)}/${f.whole(starts)}`,
  alikeIn: ({ title, what }) =>
    `${title}: bezeroak ia ez dira bereizten ${what === 'buying' ? 'zein maiz erosten duten' : 'zein erraz uzten duten'} kontuan hartuta; parametro horien zatidura bakarrik ezagutzen da`,
  noErrors: ({ title }) => `${title}: errore estandarrik ez: egiantza laua da bere gailurrean`,
  correlated: ({ correlation }) =>
    `Gamma-Gamma: gastua eta maiztasuna korrelazionatuta daude (${f.fixed(correlation, 2)}), eta ereduak kontrakoa suposatzen du: maiz erosten dutenen balioak alboratuta daude`,

  noProduct: (why) => {
    const nothing = 'ez da ezer iragartzen: ';
    switch (why.kind) {
      case 'no purchases':
        return `${nothing}bezero batek ere ez du erosi ezagutzen den produkturik`;
      case 'few customers':
        return `${nothing}lehendik erosi zutenetatik azken egunetan itzuli direnak: ${f.whole(why.customers)}; neurtzeko behar direnak: ${f.whole(why.least)}`;
      case 'few products':
        return `${nothing}salgai zeuden produktuak: ${f.whole(why.products)}; aukeratzeko behar direnak: ${f.whole(why.least)}`;
      case 'not better':
        return `${nothing}arau batek ere ez ditu gainditzen salduenak eta bezeroek gehien erosi zutena, errore estandar bat baino gehiagoz`;
    }
  },
  nobodyRanked: ({ why }) => `ez da inor ordenatzen: ${whyNobodyRanked(f)(why)}`,

  largeBaskets: ({ level, number, most, largest }) =>
    `kanpoan utzi dira ${f.whole(most)} produktu baino gehiago dituztenak: ${level === 'basket' ? `${f.whole(number)} saski` : f.count(number, nouns.customer)} (gehienez ${f.whole(largest)} produktu)`,
  stoppedAt: ({ goods, most }) =>
    `kanpoan utzi dira ${f.whole(goods)} produktu edo gehiagoko multzoak: ${f.whole(most)} baino gehiago lirateke; izateko, igo support edo max_itemsets`,
  noSubstitutes: () =>
    'ez da ordezkorik bilatzen: bezero berek produktu-bikote gehiegi erosten dituzte; izateko, igo support edo max_itemsets',
});
