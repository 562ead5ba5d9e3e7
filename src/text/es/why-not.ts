import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** Por qué no se pronostica nada. */
export const whyNot =
  (f: Format): Messages['whyNot'] =>
  (why) => {
    switch (why.code) {
      case 'nobodyBought':
        return `nadie había comprado hasta el ${f.day(why.until)}`;
      case 'nobodyAgain':
        return `de ${f.count(why.customers, nouns.customer)}, ninguno ha comprado por segunda vez; hace falta un historial más largo`;
      case 'fewAgain':
        return `de ${f.count(why.customers, nouns.customer)}, ${f.whole(why.again)} ${f.plural(why.again, { one: 'volvió', other: 'volvieron' })} a comprar; hacen falta al menos ${f.whole(why.least)}, o un historial más largo`;
      case 'alike':
        return `${f.count(why.customers, nouns.customer)} se diferencian demasiado poco en cuándo compraron (historiales distintos: ${f.whole(why.histories)})`;
      case 'shortHistory':
        return `el historial es demasiado corto (días: ${f.whole(why.days)}; al menos: ${f.whole(why.least)})`;
      case 'worthless':
        return 'descontadas las devoluciones, las compras no valen nada';
      case 'noMargin':
        return 'la mercancía y la logística cuestan todo lo que se paga por ellas';
      case 'nobodyActive':
        return `hasta el ${f.day(why.since)} no había comprado nadie que siguiera activo; las compras deben remontarse más atrás`;
      case 'fewOutcomes':
        return `después del ${f.day(why.since)} y hasta el ${f.day(why.until)}, ${f.whole(why.again)} de ${f.count(why.customers, nouns.customer)} ${f.plural(why.again, { one: 'volvió', other: 'volvieron' })} a comprar; hacen falta al menos ${f.whole(why.least)} que lo hicieran y otros tantos que no`;
      case 'notBetter':
        return why.ways === 'both'
          ? 'ni el modelo ni los días desde la última compra pronosticaron los últimos días mejor que una misma tasa para todos, más allá del azar'
          : 'los días desde la última compra no pronosticaron los últimos días mejor que una misma tasa para todos, más allá del azar';
      case 'unlearnable':
        return `no se puede aprender nada de los días posteriores al ${f.day(why.since)} ni de los anteriores`;
      case 'fewSpends':
        return `lo que vale una compra debe conocerse de al menos ${f.whole(why.least)} clientes que repiten y variar entre ellos (se conoce de: ${f.whole(why.customers)})`;
      case 'wideSpends':
        return 'lo que vale una compra varía demasiado entre clientes para tener una media';
      case 'unfitted':
        return 'con estas compras no se puede ajustar ningún modelo';
    }
  };
