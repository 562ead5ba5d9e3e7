import type { Format } from '../format.ts';

/** What the words of lifetime value mean. */
export const clvTerms = (f: Format) => ({
  lifetime_value: {
    term: 'Valor de vida',
    meaning:
      'Lo que valen las compras que se esperan de un cliente dentro del horizonte: cada una actualizada a hoy desde el final de su mes, por lo que vale una compra de ese cliente y por el margen, si se conoce. No incluye lo que ya ha comprado.',
  },
  p_alive: {
    term: 'P(vivo)',
    meaning:
      'La probabilidad de que un cliente no haya dejado de comprar para siempre, según cuántas veces ha comprado, cuándo lo hizo por última vez y desde cuándo se le conoce. Nadie avisa de que lo deja: se nota en un silencio largo para su propio ritmo. La suma dice cuántos siguen siendo clientes.',
  },
  holdout: {
    term: 'Periodo de validación',
    meaning: 'Los últimos días de una historia: un modelo se ajustó sin ellos y los pronosticó, para poder medirlo.',
  },
  pace_so_far: {
    term: 'Ritmo hasta ahora',
    meaning:
      'Lo que un valor de vida debe superar: que cada cual siga comprando tan a menudo como antes, por la proporción de clientes que siguió comprando.',
  },
  grade: {
    term: 'Calificación',
    meaning: `Del quintil de clientes que más gastó en el periodo de validación, cuántos están en el quintil con mayor valor previsto, frente al quintil por gasto anterior. A: un ${f.rate(0.05)} más o mejor; B: no menos; C: menos.`,
  },
  mae: {
    term: 'MAE',
    meaning: 'Error absoluto medio: en cuántas compras se desvió, de media, lo previsto de un cliente.',
  },
  rmse: {
    term: 'RMSE',
    meaning: 'Raíz del error cuadrático medio, en compras de un cliente: los errores grandes cuentan más.',
  },
  bias: {
    term: 'Sesgo',
    meaning: 'Media de las compras previstas menos las que hubo: por encima de 0, se previeron demasiadas.',
  },
  overdue: {
    term: 'Retraso',
    meaning:
      'La proporción de clientes con la misma historia que ya habrían vuelto a comprar, si siguen siendo clientes. A partir de la mitad, ya ha pasado el día en que tocaba una compra.',
  },
  next_purchase: {
    term: 'Próxima compra',
    meaning:
      'El día en que la mitad de los clientes con la misma historia, si siguen siendo clientes, habrá vuelto a comprar.',
  },
});
