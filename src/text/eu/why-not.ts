import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { cases, nouns } from './words.ts';

/** Zergatik ez den ezer iragartzen. */
export const whyNot =
  (f: Format): Messages['whyNot'] =>
  (why) => {
    switch (why.code) {
      case 'nobodyBought':
        return `ordura arte inork ez zuen erosi (${f.day(why.until)})`;
      case 'nobodyAgain':
        return `${f.count(why.customers, cases.customerPartitive)}, inork ez du bigarren aldiz erosi; historia luzeagoa behar da`;
      case 'fewAgain':
        return `${f.count(why.customers, cases.customerPartitive)}, berriro erosi dutenak: ${f.whole(why.again)}; gutxienez ${f.whole(why.least)} behar dira, edo historia luzeagoa`;
      case 'alike':
        return `bezeroak gutxiegi bereizten dira noiz erosi duten kontuan hartuta (${f.count(why.customers, nouns.customer)}; historia desberdinak: ${f.whole(why.histories)})`;
      case 'shortHistory':
        return `historia laburregia da (egunak: ${f.whole(why.days)}; gutxienez: ${f.whole(why.least)})`;
      case 'worthless':
        return 'itzulketak kenduta, erosketek ez dute ezer balio';
      case 'noMargin':
        return 'salgaiek eta logistikak ordaintzen den guztia kostatzen dute';
      case 'nobodyActive':
        return `ordura arte ez zuen aktibo zegoen inork erosi (${f.day(why.since)}); erosketek atzerago iritsi behar dute`;
      case 'fewOutcomes':
        return `tarte honetan: ${f.day(why.since)} – ${f.day(why.until)}, ${f.count(why.customers, cases.customerPartitive)}, berriro erosi dutenak: ${f.whole(why.again)}; erosi dutenak eta erosi ez dutenak gutxienez ${f.whole(why.least)}na izan behar dira`;
      case 'notBetter':
        return why.ways === 'both'
          ? 'ez ereduak ez azken erosketatik igarotako egunek ez dituzte azken egunak denentzako tasa bakarrak baino hobeto iragarri, zoriaz harago'
          : 'azken erosketatik igarotako egunek ez dituzte azken egunak denentzako tasa bakarrak baino hobeto iragarri, zoriaz harago';
      case 'unlearnable':
        return `data honen ondorengo edo aurreko egunetatik ezin da ezer ikasi: ${f.day(why.since)}`;
      case 'fewSpends':
        return `erosketen balioa gutxienez ${f.whole(why.least)} bezero errepikatzailerena ezagutu behar da, eta haien artean desberdina izan (ezagutzen direnak: ${f.whole(why.customers)})`;
      case 'wideSpends':
        return 'erosketen balioa gehiegi aldatzen da bezeroen artean batezbesteko bat izateko';
      case 'unfitted':
        return 'erosketa hauekin ezin da eredurik doitu';
    }
  };
