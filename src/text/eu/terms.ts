import type { Messages } from '../en/index.ts';
import { basketTerms } from './basket-terms.ts';
import { clvTerms } from './clv-terms.ts';
import { nextProductTerms } from './next-product.ts';
import { opinionTerms } from './opinions.ts';
import { marketingTerms } from './marketing-terms.ts';

/** What every word of the report means. */
export const terms: Messages['terms'] = {
  customer: { term: 'Bezeroa', meaning: 'Erreferentzia-datara arte gutxienez behin erosi duen norbait.' },
  prospect: {
    term: 'Bezero potentziala',
    meaning: 'Ezagutzen den norbait, baina erreferentzia-datara arte erosi ez duena.',
  },
  as_of: {
    term: 'Erreferentzia-data',
    meaning: 'Kontuan hartzen den azken eguna. Geroagoko ezer ez da irakurtzen, txostena noiznahi egina dela ere.',
  },
  segment: {
    term: 'Segmentua',
    meaning:
      'Antzera jokatzen duten bezeroen taldea, k-means bidez aurkitua: bakoitza zentroa hurbilen duen segmentukoa da. Segmentuaren kodea (adibidez, s1) ez da egunetik egunera aldatzen.',
  },
  rule: {
    term: 'Araua',
    meaning:
      'Segmentu bat gainerakoetatik bereizteko sailkapen-zuhaitz batek aurkitu dituen baldintzak, eta baldintzak betetzen dituzten bezeroetatik segmentuan daudenen kuota.',
  },
  repurchase_probability: {
    term: 'Berriro erostea espero da',
    meaning:
      'Galdu gabeko bezero batek pipelinean zehaztutako egunetan erosteko duen probabilitatea, azkeneko hainbeste egunetan nork erosi duen ikusita ikasia.',
  },
  naive_rule: {
    term: 'Azkentasuna soilik',
    meaning:
      'Arau xumea: azken erosketatik igarotako egunak baino ez ditu kontuan hartzen. Eredu batek hori baino hobea izan behar du erabilia izateko.',
  },
  ...nextProductTerms,
  ...clvTerms,
  lift: {
    term: 'Lift',
    meaning: 'Zerbait zenbat aldiz maizago gertatzen den talde batean, guztien artean baino (hobekuntza-faktorea).',
  },
  ...opinionTerms,
  ...basketTerms,
  audience: {
    term: 'Audientzia',
    meaning:
      'Pipelineko baldintza bat betetzen duten bezeroak eta bezero potentzialak; norbaitek eskuz sartutakoak barne, eta eskuz kanpoan utzitakoak gabe.',
  },
  control_group: {
    term: 'Kontrol-taldea',
    meaning:
      'Kontaktatzen ez diren kanpainako kideak, gainerakoek kanpainarik gabe zer egingo zuketen ikusteko. Nor den kide, bezeroaren eta kanpainaren hash batek erabakitzen du: zoria da, eta berdina gauero.',
  },
  index: {
    term: 'Indizea',
    meaning:
      'Segmentuaren batezbestekoa, segmentua duten bezero guztien batezbestekoaren ehunekotan: 100 berdina da; 200, bikoitza.',
  },
  ...marketingTerms,
  move: {
    term: 'Mugituak',
    meaning:
      'Aurreko exekuzioaren egunean segmentu batean zeuden eta orain beste batean dauden bezeroak. Kuota utzitako segmentuan zeudenekiko da.',
  },
  silhouette: {
    term: 'Silueta',
    meaning:
      'Bezeroak hurrengo segmentukoengandik baino zenbat hurbilago dauden bere segmentukoengandik, −1etik 1era: 0 mugan dago. Bezeroen arteko batezbestekoak erabakitzen du zenbat segmentu diren.',
  },
  adjusted_rand: {
    term: 'Rand indize doitua',
    meaning:
      'Zenbateraino ateratzen diren segmentuak antzekoak, zoriz ateratako bezeroekin berriro egitean: 1 beti berdinak; 0 zoriak egingo lituzkeen bezain antzekoak. 0,8tik gora egonkortzat hartzen dira.',
  },
  jaccard: {
    term: 'Jaccard txikiena',
    meaning:
      'Gauza bera, segmentuz segmentu: bi zatiketetan kide direnen kuota, bietako edozeinetan kide direnekiko, 0tik 1era; emaitza kaskarrena duen segmentuarena. 0,75etik gora egonkortzat hartzen da.',
  },
  calinski_harabasz: {
    term: 'Caliński–Harabasz',
    meaning: 'Segmentuen arteko aldakortasuna, segmentuen barrukoaren aldean: zenbat eta handiagoa, hobe.',
  },
  davies_bouldin: {
    term: 'Davies–Bouldin',
    meaning:
      'Segmentuak zein zabalak diren, haien zentroak elkarrengandik duten distantziaren aldean: zenbat eta txikiagoa, hobe.',
  },
  gap: {
    term: 'Gap',
    meaning:
      'Bezeroak beren segmentuetan zenbat hurbilago dauden elkarrengandik uniformeki sakabanatuta egonda baino, logaritmotan, errore estandarrarekin: zenbat eta handiagoa, hobe.',
  },
  smallest_share: {
    term: 'Segmenturik txikiena',
    meaning: 'Segmenturik txikieneko bezeroen kuota; pipelineak dio zein txikia izan daitekeen.',
  },
  median: {
    term: 'Mediana',
    meaning:
      'Bezeroen erdiek gutxiago dute, eta beste erdiek gehiago. Balio oso handi gutxi batzuek batezbestekoa mugitzen dute, baina ez mediana.',
  },
  effect_size: {
    term: 'Efektuaren tamaina',
    meaning:
      'Segmentu baten batezbestekoa segmentua duten gainerako bezeroenarengandik zenbat aldentzen den, bien barruko desbideratze estandarretan (Cohenen d), ereduak logaritmoa hartzen badu haren ondoren: 0,2 txikia da; 0,5, ertaina; 0,8, handia; 0tik behera, segmentuak gutxiago du.',
  },
  nearest_segment: {
    term: 'Segmenturik hurbilena',
    meaning: 'Ereduaren ezaugarrietan zentroa hurbilen duen segmentua: antzekoena.',
  },
  typical: {
    term: 'Bezero tipikoa',
    meaning: 'Segmentuaren zentrotik hurbilen dauden bezeroetako bat, ereduaren ezaugarri guztiak batera hartuta.',
  },
  recency: {
    term: 'Azkentasuna',
    meaning:
      'Azken erosketatik erreferentzia-dataren biharamunera arteko egunak: 1 erreferentzia-datan bertan egindako erosketa da.',
  },
  frequency: { term: 'Maiztasuna', meaning: 'Erosketaren bat duten eskaeren kopurua.' },
  monetary: { term: 'Gastua', meaning: 'Bezeroaren eskaera guztien diru-sarrera garbiak, itzulketak kenduta.' },
  rfm: {
    term: 'RFM puntuazioa',
    meaning:
      'Azkentasuna, maiztasuna eta gastua, bakoitza tamaina bereko taldeetan sailkatuta; puntuazio handiena da onena. Balio berdinek beti dute puntuazio bera.',
  },
  cut_point: {
    term: 'Ebaki-puntua',
    meaning:
      'Puntuazio bat non amaitzen den eta hurrengoa non hasten den: puntuazio bakoitzak beheko ebaki-puntutik gorako balioak hartzen ditu, goiko ebaki-puntua barne.',
  },
  usage_class: {
    term: 'Kontsumo-maila',
    meaning:
      'Handia, ertaina eta txikia: bezeroen goiko, erdiko eta beheko herena, eskaera kopuruaren arabera, berdinak elkarrekin. Inoiz erosi gabea: bezero potentzialak.',
  },
  lifecycle: {
    term: 'Bizi-zikloa',
    meaning:
      'Azken 365 egunen arabera, edo pipelinean zehaztutakoen arabera (active_days). Berria: lehen erosketa egun horietan egin zuen; errepikatzailea: erosketaren bat egin zuen egun horietan, eta beste bat lehenago; galdua: ez zuen bat ere egin. Bezero potentzialek ez dute inoiz erosi.',
  },
  cohort: {
    term: 'Kohortea',
    meaning:
      'Hilabete berean lehenengoz erosi zuten bezeroak. Hilabete batean zenbatzen dira, gutxienez behin erosi badute; oraindik ikusi ez den hilabetea hutsik uzten da.',
  },
  revenue: {
    term: 'Diru-sarrerak',
    meaning: 'Saldutakoaren prezioa bider kopurua, deskontuak eta itzulketak kendu aurretik, zergarik gabe.',
  },
  returns: { term: 'Itzulketak', meaning: 'Itzuli denaren prezioa bider kopurua.' },
  discounts: { term: 'Deskontuak', meaning: 'Saldu eta itzuli ez denaren prezioari kendutako dirua.' },
  net_revenue: { term: 'Diru-sarrera garbiak', meaning: 'Diru-sarrerak ken itzulketak eta deskontuak.' },
  shipping_charged: { term: 'Kobratutako bidalketa-gastuak', meaning: 'Bezeroek ordaindutako bidalketa-gastuak.' },
  cost_of_goods: {
    term: 'Salgaien kostua',
    meaning: 'Saldu eta itzuli ez diren salgaiak zenbat kostatu ziren, kostua ezaguna denean.',
  },
  gross_margin: {
    term: 'Marjina gordina',
    meaning: 'Diru-sarrera garbiak gehi kobratutako bidalketa-gastuak, ken salgaien kostua.',
  },
  fulfilment: {
    term: 'Logistika',
    meaning: 'Eskaerak paketatzea, bidaltzea eta itzulketak jasotzea, pipelineko tarifen arabera.',
  },
  contribution_margin: {
    term: 'Kontribuzio-marjina',
    meaning:
      'Marjina gordina ken logistika. Eskaera batek hainbat lerro baditu, bakoitzak zati berdina hartzen du. Kontaktuen eta kanpainen kostua bezeroei dagokie, ez saldutakoari.',
  },
  cost_to_serve: {
    term: 'Zerbitzu-kostua',
    meaning: 'Bezeroarekin izandako kontaktu guztien kostua: jasota dagoena, edo kanalaren tarifaren araberakoa.',
  },
  campaign_cost: {
    term: 'Kanpainak',
    meaning:
      'Inor ekarri ez duten kanpainen kostua, kontaktuen araberako proportzioan banatua. Bezero ezagunei ez dagokiena guztizkoan dago, ez bezeroetan.',
  },
  acquisition_cost: {
    term: 'Bezeroak eskuratzea',
    meaning:
      'Bezeroa ekarri duen kanpainaren kostua, bide horretatik etorri eta erosi duten bezeroen artean banatua: haietako bat irabaztea kostatu dena.',
  },
  profit: {
    term: 'Irabazia',
    meaning:
      'Marjina gordina ken logistika, zerbitzu-kostua, kanpainak eta bezeroak eskuratzea. Egitura-gastuak ez dira sartzen.',
  },
  margin: { term: 'Irabazi-marjina', meaning: 'Irabazia, diru-sarrera garbien ehunekotan.' },
  loss_maker: {
    term: 'Bezero ez-errentagarria',
    meaning: 'Ekartzen duena baino gehiago kostatzen den bezeroa, zentimo batez edo gehiagoz.',
  },
  whale_curve: {
    term: 'Balea-kurba',
    meaning:
      'Bezeroen (eta kosturen bat izan duten bezero potentzialen) irabazi metatua, errentagarrienetatik hasita. Guztizkoaren gainetik igotzen da, azkenekoek irabazia kentzen duten neurrian.',
  },
  discriminant: {
    term: 'Analisi diskriminatzailea',
    meaning:
      'Segmentuak ondoen bereizten dituzten bezeroen atributuen batura haztatuak aurkitzen ditu, eta haietatik edonoren segmentu probableena.',
  },
  wilks: {
    term: 'Wilksen λ',
    meaning:
      'Atributuen aldakortasunetik segmentuen barruan dagoen zatia: 1 bada, ez dute ezer azaltzen; 0 bada, dena azaltzen dute.',
  },
  p_value: {
    term: 'p',
    meaning: 'Zoriak bakarrik zein maiz bereiziko lituzkeen segmentuak honek bezain ondo.',
  },
  canonical: {
    term: 'Funtzio kanonikoa',
    meaning:
      'Atributuen batura haztatua; lehenak bereizten ditu gehien segmentuak, eta hurrengoak gelditzen dena. Korrelazio kanonikoak adierazten du zein ondo, 0tik 1era.',
  },
  structure: {
    term: 'Egitura-matrizea',
    meaning:
      'Atributu bakoitzak funtzio bakoitzarekin segmentuen barruan duen lotura: −1etik 1era doan korrelazio bat.',
  },
  centroid: { term: 'Zentroidea', meaning: 'Segmentu batek funtzio batean duen batezbestekoa.' },
  hit_ratio: {
    term: 'Asmatze-tasa',
    meaning: 'Atributuen arabera segmentu probableena berea duten bezeroen kuota.',
  },
  chance: {
    term: 'Zoria',
    meaning:
      'Atributurik gabeko asmatze-tasa. Maximoa: denak segmenturik handienean jarrita, haren kuota da, beraz. Proportzionala: segmentuen tamainaren arabera zoriz esleituta, kuoten karratuen batura.',
  },
  rejected: {
    term: 'Baztertua',
    meaning:
      'Bere zutabearen edo taularen arauren bat hausten duen erregistroa. Aparte gordetzen da, arrazoiarekin; ez da inon zenbatzen.',
  },
  skipped: {
    term: 'Saltatua',
    meaning:
      'Adierazitako arau baten ondorioz kanpoan utzitako erregistroa: adibidez, errepikapen zehatza edo gako beraren bertsio zaharragoa.',
  },
  rounded: {
    term: 'Biribildua',
    meaning: 'Lau hamartar baino gehiagoko zenbatekoa zuen erregistroa; zenbatekoa biribildu egin da.',
  },
};
