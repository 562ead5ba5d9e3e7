import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What customers say. */
export const opinions = (f: Format): Messages['opinions'] => ({
  none: phrase`Inork ez du puntuaziorik duen ezer esan: kontaktu bakar batek ere ez dakar, eta ez dago hitzak ezagunak diren hizkuntzako testurik.`,
  finding: (opinions, good, bad, people, complaints) =>
    phrase`Iritziak: ${figure(f.count(opinions, nouns.opinion))}; onak ${figure(f.share(good))}, txarrak ${figure(f.share(bad))}, gainerakoak ez bata ez bestea. ${
      complaints === 0
        ? 'Ez dago erantzunaren zain dagoen kexarik.'
        : phrase`Erantzunaren zain: ${figure(f.count(complaints, nouns.complaint))}, ${f.count(people, nouns.person)}. Lehenik deitu, gero saldu.`
    }`,
  bySegment: 'Segmentu bakoitza zein pozik dagoen',
  bySegmentSentence: (segment, bad) =>
    phrase`Poz gutxien duena: ${named(segment)}; dioenaren ${figure(f.share(bad))} txarra da.`,
  bySegmentAlike: phrase`Segmentu bat bera ere ez dago zoriak egingo lukeena baino pozago edo haserreago, bakoitzeko hamar pertsona edo gehiagoren arabera (Benjamini–Hochberg, % 5).`,
  byProduct: 'Zer goraipatzen den eta zer kritikatzen den',
  byProductSentence: (products) =>
    phrase`Hamar pertsonak edo gehiagok aipatutako produktuen artean, multzotik zoriz baino gehiago bereizten direnak, % 5eko aurkikuntza faltsuen tasarekin (Benjamini–Hochberg): ${figure(f.whole(products))}; lehenik, kritikatuenak. Pertsona batek errepikatzen duena behin esandakotzat hartzen da. Iritzi bakoitza azkenik erositakoari dagokio, gehienez 60 egun lehenago.`,
  byProductAlike: phrase`Ez da ezer zoriak egingo lukeena baino gehiago kritikatzen edo goraipatzen: hamar pertsonak edo gehiagok aipatutako produktuen artean bat ere ez, % 5eko aurkikuntza faltsuen tasarekin (Benjamini–Hochberg).`,
  byChannel: 'Kanalaren arabera',
  how: (byWords) =>
    byWords === 0
      ? phrase`Puntuazioak -1etik 1era doaz, kontaktuekin etorri ziren bezala; heren batetik aurrera, alde batera edo bestera, onak edo txarrak dira.`
      : phrase`Puntuazioak -1etik 1era doaz, kontaktuekin etorri ziren bezala; horietako ${figure(f.whole(byWords))} ingelesezko testuen hitzetatik atera dira. Heren batetik aurrera, alde batera edo bestera, onak edo txarrak dira.`,
  segment: 'Segmentua',
  product: 'Produktua',
  category: 'Kategoria',
  channel: 'Kanala',
  opinions: 'Iritziak',
  mean: 'Batez besteko puntuazioa',
  bad: 'Txarrak',
  good: 'Onak',
});

/** The words of this part. */
export const opinionTerms = {
  opinion: {
    term: 'Iritzia',
    meaning:
      'Bezero batek esandakoaren puntuazioa, -1etik (oso txarra) 1era (oso ona): kontaktuak zekarrena, edo AFINN lexikoak (Nielsen 2011) testuan ezagutzen dituen ingelesezko hitzen batezbestekoa. Beste hizkuntzetako puntuaziorik gabeko testuek ez dute.',
  },
};
