import type { Messages } from '../en/index.ts';
import { none, type Format } from '../format.ts';
import { named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The frame of the report. */
export const page = (f: Format): Messages['page'] => ({
  documentTitle: (title, asOf) => `${title}: clientes a ${f.day(asOf)}`,
  headline: (profit, buyers) => {
    const customers = f.count(buyers, nouns.customer);
    return profit < 0
      ? `${f.money(-profit)} de pérdidas con ${customers}`
      : `${f.money(profit)} de beneficio con ${customers}`;
  },
  revenueHeadline: (netRevenue, buyers) =>
    `${f.money(netRevenue)} de ventas netas con ${f.count(buyers, nouns.customer)}`,
  nobodyHeadline: 'Aún no hay compras',
  period: (title, asOf, first, last) =>
    first === null || last === null
      ? phrase`${named(title)} · a ${f.day(asOf)}`
      : phrase`${named(title)} · a ${f.day(asOf)} · compras del ${f.day(first)} al ${f.day(last)}`,
  absent: 'Lo que hoy no se ha hecho',
  skip: 'Ir al informe',
  contents: 'Contenido',
  sections: {
    overview: 'De un vistazo',
    segments: 'Segmentos',
    rfm: 'RFM y cohortes',
    discriminant: 'Qué los distingue',
    repurchase: 'Quién volverá a comprar',
    clv: 'Cuánto valen los clientes',
    baskets: 'Qué va junto',
    offers: 'Qué ofrecer a continuación',
    profit: 'Beneficio',
    opinions: 'Qué dicen',
    origins: 'De dónde vienen los clientes',
    answers: 'A qué canal responden',
    lookalikes: 'Quién se parece a los mejores',
    campaigns: 'Campañas',
    quality: 'Calidad de los datos',
    terms: 'Definiciones',
  },
  revenueSection: 'Ventas netas',
  figures: 'Ver las cifras',
  definitions: (count) => `Qué significan ${f.whole(count)} términos de este informe`,
  download: (rows) => `CSV, ${f.count(rows, nouns.row)}`,
  trace: {
    title: 'De dónde sale esto',
    madeFrom: 'Hecho a partir de',
    fitted: 'Las cifras de un modelo están en la columna «fitted» de models.fitted, en JSON.',
    run: 'Cada consulta puede ejecutarse con «bezero sql»:',
  },
  files: {
    title: 'Archivos junto a esta página',
    workbook: 'Todos los segmentos en un solo libro de cálculo',
    dictionary: 'Qué significa cada tabla y cada columna, y el SQL que la crea',
  },
  controls: {
    sort: (column) => `Ordenar por ${column}`,
    filter: 'Filtrar las filas',
    found: (shown, all) => `${shown} de ${all} filas`,
    compare: 'Comparar segmentos',
    pick: 'Elija dos o tres; sus fichas y sus columnas quedan una junto a otra.',
    everything: 'Mostrar todo',
  },
  none,
  unknown: 'sin dato',
  total: 'Total',
  others: (members, forms) => `${f.count(members, forms)} más`,
  footer: (runId, version) =>
    phrase`Ejecución ${named(runId)}${version === undefined ? '' : `, bezero ${version}`}. Esta página es completa en sí misma: no carga ni envía nada.`,
  fileRows: (name, rows) => `${name} (${f.count(rows, nouns.row)})`,
});
