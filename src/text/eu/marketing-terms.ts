import type { Messages } from '../en/index.ts';
import type { MarketingTerm } from '../en/marketing-terms.ts';

/** What words of marketing mean. */
export const marketingTerms: Pick<Messages['terms'], MarketingTerm> = {
  best_customer: {
    term: 'Bezero onenak',
    meaning: 'Irabazi handieneko erosleen dezila; azkenaren adina duena ere bai.',
  },
  origin_index: {
    term: 'Jatorriaren indizea',
    meaning:
      'Hango pertsonek buruko dutena, denek dutenaren ehunekotan, bezero potentzialak barne: 100 berdina da. Pertsona gutxiri buruz dakiguna denengana hurbiltzen da, jatorriak zenbat bereizten diren kontuan hartuta (sinesgarritasuna; Bühlmann eta Straub 1970).',
  },
  expected_value: {
    term: 'Espero den balioa pertsonako',
    meaning:
      'Hango pertsona baten orain arteko irabazia, eskuratzea ordainduta, eta etortzeko dagoen bizi-balioa, ezaguna denean; pertsona gutxiri buruz dakiguna denengana hurbiltzen da.',
  },
  value_to_cost: {
    term: 'Balioa kostu-unitateko',
    meaning:
      'Orain arteko irabazia, eskuratzea kendu gabe, eta etortzeko dagoen bizi-balioa, eskuratze-kostuaz zatituta (LTV/CAC).',
  },
  touch: {
    term: 'Ukipen-puntua',
    meaning:
      'Eskaera baten aurretik, jatorri-gune batetik etorritako bisita, bezeroaren beste kontaktu bat (kexa, laudorio, itzulketa edo eskaera ez dena) edo kanpaina baten kontaktua: aurreko eskaeratik hona, pipelinearen atribuzio-leihoaren barruan.',
  },
  removal_effect: {
    term: 'Hura gabe galtzen dena (kentze-efektua)',
    meaning:
      'Zenbat jaisten den eskaerarekin amaitzen diren bideen kuota ukipen-puntu honetara iritsiko litzatekeena galtzen bada, ukipen-puntuen Markov kate batean; jarraian datozen berdinak bat dira.',
  },
  best_channel: {
    term: 'Onena hauentzat',
    meaning:
      'Inoiz kontaktatu direnen artean, zenbatentzat duen kanal honek erantzuteko probabilitate handiena, baimendu dituztenen artean.',
  },
  payback: {
    term: 'Berreskuratua',
    meaning:
      'Ezagutzen direnetik, zein hilabeteren amaierarako ekarri duten, pertsonako, bat eskuratzea kostatu zena: diru-sarrera garbiak eta bidalketak ken salgaiak, logistika eta kontaktuak, hainbeste denboran ezagutzen direnenak.',
  },
};
