import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Campaigns of the pipeline, what they bring, and past ones. */
export const campaigns = (f: Format): Messages['campaigns'] => ({
  none: phrase`Pipelineak ez du kanpainarik planifikatzen, eta ez da aurrekorik ezagutzen.`,
  noneRuns: phrase`Gaur ez dago kanpainarik abian.`,
  finding: (campaigns, contacted, control, profit) =>
    phrase`Abian: ${figure(f.count(campaigns, nouns.campaign))}. Kontaktatzekoak: ${figure(f.count(contacted, nouns.people))}; kontaktatu gabe utziak, kontaktuak zer dakarren neurtzeko: ${figure(f.whole(control))}. Kostua kenduta, ${figure(f.money(profit))} irabaztea espero da.`,
  keep: (customers, budget) =>
    phrase`Ohi baino balio handiagoa eta joateko arrisku handiagoa: ${figure(f.count(customers, nouns.customer))}; atxikitzeko, guztira ${figure(f.money(budget))} gasta daitezke. Irabaziari buruzko atalak lehenengoak izendatzen ditu, eta CSV fitxategien retention_budget zutabeak bakoitzaren aurrekontua ematen du.`,
  plans: 'Pipelineko kanpainak',
  plansHow: phrase`Espero dena: pertsona bakoitzarentzat, kontaktuari esker erosteko probabilitatea bider eskaera horrek uzten duena, ken kontaktuaren kostua. Probabilitatea kanaleko aurreko kanpainek kontaktatu gabe utzitakoen aldean ekarritakoa da; halakorik ez badago, erantzun zutenen kuota bider 30 egunean erosketa bat ekarri zuten erantzunen kuota: nolanahi ere erosiko zena ere zenbatzen da, eta erantzun gabe erositakoa ez. Handiagoa da besteek baino gehiago erantzun duenarentzat, eta txikiagoa ia bezeroa ez denarentzat (P(alive)). Eskaera batek uzten duena denen marjinarantz hurbiltzen da, eta ez du bizi-balioan geratzen dena gainditzen. Erreklamazio irekia duenarekin ez da kontaktatzen, pipelineak besterik esan ezean.`,
  plansSentence: phrase`Kostua konpentsatzen dutenak sartzen dira, onenak lehenik, aurrekontua amaitu arte; inor ez dago bi kanpainatan aldi berean. Zoriak erabakitzen du nor dagoen kontrol-taldean, behin betiko; ez dira kanpainaren fitxategietan ageri.`,
  campaign: 'Kanpaina',
  statuses: { planned: 'planifikatua', running: 'abian', ended: 'amaitua' },
  span: (status, from, to) => `${status}, ${f.day(from)} – ${f.day(to)}`,
  contacted: 'Kontaktatuak',
  control: 'Kontrol-taldea',
  cost: 'Kostua',
  expectedPurchases: 'Espero diren erosketak, hari esker',
  expectedProfit: 'Espero den irabazia',
  expectedBeyondCost: 'Espero dena, kostuaz gain',
  canShow: 'Zer erakutsiko duen kontrol-taldeak',
  shows: (points) => `${f.number(points)} puntuko igoera edo handiagoa`,
  showsMaybe: (people, points) =>
    `agian ezer ez: ${f.number(points)} punturako behar direnak: ${f.count(people, nouns.people)}`,
  showsNothing: (people, points) =>
    `ezer ez: ${f.number(points)} punturako behar direnak: ${f.count(people, nouns.people)}`,
  results: 'Kanpainek zer ekarri duten',
  tooEarly: phrase`Goizegi da jakiteko: kanpainetan daudenak gaur sartu dira.`,
  noControl: phrase`Kontrol-talderik gabe inork ezin du jakin kanpaina batek zer dakarren.`,
  resultsSentence: (clear, all) =>
    clear === 0
      ? phrase`Kanpaina batek ere ez du oraingoz eraginik erakutsi: tarte guztiek 0 barne hartzen dute.`
      : phrase`Eragina erakutsi duten kanpainak: ${figure(f.whole(clear))}, guztira ${f.whole(all)}; haien tarteak 0 kanpoan uzten du.`,
  resultsHow: phrase`Kontaktatuen artean erosi dutenen kuota ken kontrol-taldekoa, ehuneko-puntutan; marra % 95eko konfiantza-tartea da (Newcomberen score tartea). Kanpaina batek erakuts dezakeena baino eragin txikiagoa egon daiteke, ikusi gabe. Eraginik ez dagoenean ere, horrelako hogei tartetik batek 0 kanpoan uzten du zoriz, eta gehiagok gauero begiratuz gero hori gertatu arte: amaieran ikusten dena da balio duena.`,
  boughtContacted: 'Erosi dute, kontaktatuak',
  boughtControl: 'Erosi dute, kontrol-taldea',
  difference: 'Aldea, puntuak',
  interval: '% 95eko tartea',
  profit: 'Irabazi gehigarria',
  broughtBeyondCost: 'Ekarritakoa, kostuaz gain',
  profitInterval: 'Haren % 95eko tartea (Welch)',
  range: (from, to) => `${from} – ${to}`,
  past: 'Aurreko kanpainak, erantzunen arabera',
  pastSentence: (shown, all) =>
    phrase`${shown < all ? phrase`Lehenengo ${figure(f.whole(shown))}, guztira ${f.whole(all)}. ` : ''}Erantzunen tartearen beheko muturraren arabera ordenatuta (Wilson), pertsona gutxi batzuk zoriz goian gera ez daitezen. Ez zen inor kanpoan utzi; beraz, ondoren erosi zenak ez du eraginik frogatzen.`,
  reached: 'Iritsiak',
  answered: 'Erantzun dute',
  costPerAnswer: 'Erantzuneko kostua',
  buyers: 'Erosi dute 30 egunean',
});
