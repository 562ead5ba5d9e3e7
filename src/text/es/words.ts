import type { PluralForms } from '../format.ts';
import type { Cost, RowNoun } from '../en/words.ts';
import type { Messages } from '../en/index.ts';

/** A noun with its plural; whole millions take a preposition: `1.000.000 de clientes`. */
const noun = (one: string, other: string): PluralForms => ({ one, many: `de ${other}`, other });

/** Nouns that are counted. */
export const nouns: Messages['nouns'] = {
  customer: noun('cliente', 'clientes'),
  prospect: noun('cliente potencial', 'clientes potenciales'),
  person: noun('cliente actual o potencial', 'clientes actuales y potenciales'),
  lossMaker: noun('cliente no rentable', 'clientes no rentables'),
  segment: noun('segmento', 'segmentos'),
  order: noun('pedido', 'pedidos'),
  record: noun('registro', 'registros'),
  file: noun('archivo', 'archivos'),
  audience: noun('audiencia', 'audiencias'),
  campaign: noun('campaña', 'campañas'),
  people: noun('persona', 'personas'),
  category: noun('categoría', 'categorías'),
  source: noun('fuente', 'fuentes'),
  reason: noun('motivo', 'motivos'),
  check: noun('comprobación', 'comprobaciones'),
  row: noun('fila', 'filas'),
  day: noun('día', 'días'),
  opinion: noun('opinión', 'opiniones'),
  complaint: noun('queja', 'quejas'),
  predictor: noun('atributo', 'atributos'),
  canonicalFunction: noun('función', 'funciones'),
};

/** What the columns of `features.customer` and `marts.customer` are called. */
export const features: Messages['features'] = {
  recency_days: 'Días desde la última compra',
  frequency: 'Pedidos',
  monetary: 'Gasto',
  tenure_days: 'Días desde la primera compra',
  purchase_interval_days: 'Días entre compras',
  mean_order_value: 'Importe por pedido',
  quantity_per_order: 'Unidades por pedido',
  products: 'Productos distintos',
  discount_share: 'Proporción de descuento',
  return_share: 'Proporción devuelta',
  weekend_share: 'Compras en fin de semana',
  evening_share: 'Compras por la noche',
  contacts: 'Contactos',
  complaints: 'Quejas',
  complaints_open: 'Quejas abiertas',
  opinions: 'Opiniones',
  opinion: 'Opinión',
  opinion_trend: 'Tendencia de la opinión',
  cost_to_serve: 'Coste de servir',
  profit: 'Beneficio',
  age_years: 'Edad',
  annual_income: 'Renta anual',
  known_days: 'Días desde el alta',
  category_share: 'Gastado en',
  channel_share: 'Pedido por',
  gender: 'Sexo',
  country: 'País',
  region: 'Región',
  language: 'Idioma',
  first_channel: 'Primer contacto por',
  first_referrer: 'Primer sitio de referencia',
  acquisition_source: 'Origen de captación',
  acquisition_medium: 'Medio de captación',
};

/** The lines of a profit and loss account, from sales to profit. */
export const account: Messages['account'] = {
  revenue: 'Ventas brutas',
  returns: 'Devoluciones',
  discounts: 'Descuentos',
  net_revenue: 'Ventas netas',
  shipping_charged: 'Envíos cobrados',
  cost_of_goods: 'Coste de la mercancía',
  gross_margin: 'Margen bruto',
  fulfilment: 'Logística',
  cost_to_serve: 'Coste de servir',
  campaign_cost: 'Campañas',
  acquisition_cost: 'Captación',
  profit: 'Beneficio',
};

/** The amount that customers are ranked by: profit, or net revenue where no cost is known. */
export const worth: Messages['worth'] = {
  profit: {
    label: 'Beneficio',
    whole: 'el beneficio',
    share: 'Proporción del beneficio',
    each: 'Beneficio por cliente',
    most: 'es el que más gana',
  },
  net_revenue: {
    label: 'Ventas netas',
    whole: 'las ventas netas',
    share: 'Proporción de las ventas netas',
    each: 'Ventas netas por cliente',
    most: 'es el que más aporta',
  },
};

/** The whole behind “de”: `del beneficio`. */
export const ofWorth = { profit: 'del beneficio', net_revenue: 'de las ventas netas' } as const;

/** The line of the account that makes somebody a loss maker; the codes are those of `marts.loss_maker`. */
export const lossReasons: Readonly<Record<string, string>> = {
  returns: 'Devoluciones',
  discounts: 'Descuentos',
  cost_of_goods: 'Coste de la mercancía',
  delivery: 'Envío',
  return_handling: 'Gestión de devoluciones',
  cost_to_serve: 'Contactos',
  campaign_cost: 'Campañas',
  acquisition_cost: 'Captación',
  all_costs: 'Todos los costes, en lo habitual',
};

/** Costs as a sentence lists them. */
export const costs: Readonly<Record<Cost, string>> = {
  cost_of_goods: 'mercancía',
  fulfilment: 'logística',
  cost_to_serve: 'contactos',
  campaign_cost: 'campañas',
  acquisition_cost: 'captación',
};

/** Why a record was rejected; the codes are those of `raw.rejects`. */
export const reasons: Messages['reasons'] = {
  conflicting_rows_of_one_key: 'registros distintos con la misma clave',
  does_not_fit: 'mayor que cualquier importe posible',
  has_a_nul_character: 'contiene un carácter NUL',
  has_an_invisible_character: 'contiene un tabulador o un carácter invisible',
  has_a_time_of_day: 'una hora donde solo se espera una fecha',
  impossible_date: 'una fecha anterior a 1900 o posterior a 2199',
  missing: 'falta',
  not_a_date: 'no es una fecha',
  not_a_json_object: 'no es un objeto JSON',
  not_from_minus_1_to_1: 'menor que -1 o mayor que 1: una puntuación de otra escala',
  not_a_number: 'no es un número',
  not_json: 'no es JSON',
  not_yes_or_no: 'ni sí ni no',
  too_few_fields: 'menos campos que la cabecera',
  too_many_fields: 'más campos que la cabecera',
  unknown_customer: 'un cliente que no figura en ninguna lista de clientes',
};

/** Many rows of the data, with their article: of a file they may be anything. */
export const rowsOf: Readonly<Record<RowNoun, string>> = { row: 'las filas', customer: 'los clientes' };
