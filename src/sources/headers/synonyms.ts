import type { TableName } from '../tables.ts';
import { common, split, type Thing } from './things.ts';

const { id, name, when, channel, cost, first, last } = common;

/** The headers of a canonical column. */
export interface Synonyms {
  /** Whose column it is: with this word in the header, the rest of it must be among the words. */
  readonly thing?: Thing;
  readonly words: readonly string[];
  /** The words mean this column only together with the thing, or in a table that is about the thing. */
  readonly onlyWithThing?: true;
}

const key = (thing: Thing): Synonyms => ({ thing, words: id, onlyWithThing: true });
const its = (thing: Thing, words: readonly string[]): Synonyms => ({ thing, words });
const itsOwn = (thing: Thing, words: readonly string[]): Synonyms => ({ thing, words, onlyWithThing: true });

/** By table and column. Columns without an entry are found by their canonical name alone. */
export const synonyms: { readonly [T in TableName]: Readonly<Record<string, Synonyms>> } = {
  customers: {
    customer_id: key('customer'),
    name: itsOwn('customer', name),
    email: its(
      'customer',
      split(
        `email, e mail, mail, correo, correo electronico, email address, helbide elektronikoa, eposta, e posta, posta elektronikoa, דואל, דוא ל, אימייל, mailadresse, courriel, adresse mail`,
      ),
    ),
    phone: its(
      'customer',
      split(
        `phone, telephone, phone number, mobile, cell, tel, telefono, movil, telefonoa, mugikorra, טלפון, נייד, telefon, telefonnummer, handy, mobil, portable, telefone, telefoon`,
      ),
    ),
    birth_date: its(
      'customer',
      split(
        `birth date, date birth, birthday, birthdate, dob, fecha nacimiento, nacimiento, jaioteguna, jaiotze data, תאריך לידה, geburtsdatum, geburtstag, date naissance, data nascita, data nascimento, geboortedatum`,
      ),
    ),
    gender: its(
      'customer',
      split(`gender, sex, sexo, genero, generoa, sexua, מין, geschlecht, sexe, genre, sesso, geslacht`),
    ),
    country: its(
      'customer',
      split(`country, country region, pais, herrialdea, herrialde, estatua, מדינה, ארץ, land, pays, paese, nazione`),
    ),
    region: its(
      'customer',
      split(
        `region, state, province, county, provincia, comunidad autonoma, comunidad, lurraldea, probintzia, eskualdea, מחוז, אזור, bundesland, departement, regione, estado`,
      ),
    ),
    city: its(
      'customer',
      split(
        `city, town, ciudad, poblacion, municipio, localidad, hiria, herria, udalerria, עיר, יישוב, stadt, ort, ville, citta, cidade, stad, plaats`,
      ),
    ),
    postal_code: its(
      'customer',
      split(
        `postal code, zip, zip code, zipcode, postcode, post code, postalcode, codigo postal, cp, posta kodea, מיקוד, plz, postleitzahl, code postal, cap, cep`,
      ),
    ),
    language: its('customer', split(`language, lang, idioma, lengua, hizkuntza, שפה, sprache, langue, lingua, taal`)),
    annual_income: its(
      'customer',
      split(
        `annual income, income, yearly income, salary, ingresos, renta, ingresos anuales, diru sarrerak, urteko diru sarrerak, הכנסה, הכנסה שנתית, einkommen, jahreseinkommen, revenu, revenu annuel, reddito, renda`,
      ),
    ),
    acquired_on: itsOwn('customer', [
      ...split(
        `acquired on, acquisition date, signup date, sign up date, registered, registration date, registered at, since, joined, join date, fecha alta, alta, fecha registro, alta data, תאריך הצטרפות, הצטרפות, registriert am, seit, eintrittsdatum, date inscription, inscription, data registrazione`,
      ),
      ...when,
    ]),
    acquisition_source: its(
      'customer',
      split(
        `acquisition source, source, utm source, lead source, origen, procedencia, fuente, jatorria, iturria, מקור, herkunft, quelle, origine, provenance, fonte`,
      ),
    ),
    acquisition_medium: its('customer', split(`acquisition medium, utm medium, lead medium, medio, bidea`)),
    acquisition_campaign: its('customer', split(`acquisition campaign, utm campaign, lead campaign`)),
    referrer: its(
      'customer',
      split(`referrer, referer, referred by, recomendado por, referente, gomendatzailea, empfohlen von, parrain`),
    ),
    email_opt_in: its(
      'customer',
      split(`email opt in, opt in email, email consent, consentimiento email, acepta email, email baimena`),
    ),
    phone_opt_in: its(
      'customer',
      split(`phone opt in, opt in phone, phone consent, call opt in, acepta llamadas, telefono baimena`),
    ),
    sms_opt_in: its('customer', split(`sms opt in, opt in sms, sms consent, acepta sms, sms baimena`)),
    post_opt_in: its(
      'customer',
      split(`post opt in, mail opt in, postal opt in, opt in post, acepta correo postal, posta baimena`),
    ),
    ads_opt_in: its(
      'customer',
      split(`ads opt in, opt in ads, ads consent, advertising consent, acepta publicidad, iragarki baimena`),
    ),
  },
  products: {
    product_id: key('product'),
    name: itsOwn('product', name),
    category: its(
      'product',
      split(
        `category, categoria, kategoria, קטגוריה, kategorie, categorie, warengruppe, group, family, familia, department, departamento, type, tipo, mota, class`,
      ),
    ),
    brand: its(
      'product',
      split(`brand, marca, marka, מותג, marke, marque, merk, manufacturer, hersteller, fabricante`),
    ),
    list_price: itsOwn(
      'product',
      split(
        `list price, price, msrp, rrp, pvp, precio, precio venta, prezioa, מחיר, preis, listenpreis, prix, prezzo, preco, prijs`,
      ),
    ),
    unit_cost: itsOwn('product', [
      ...split(
        `unit cost, purchase price, cogs, coste unitario, precio coste, erosketa prezioa, einkaufspreis, prix achat`,
      ),
      ...cost,
    ]),
  },
  purchases: {
    order_id: key('order'),
    line_number: its(
      'order',
      split(
        `line number, line, line no, line id, line item, linea, numero linea, lerroa, lerro zenbakia, שורה, position, pos, zeile, ligne, riga, linha`,
      ),
    ),
    customer_id: key('customer'),
    product_id: key('product'),
    purchased_at: its('order', [
      ...split(
        `purchased at, ordered at, purchased on, bought at, erosketa data, kaufdatum, bestelldatum, rechnungsdatum`,
      ),
      ...when,
    ]),
    quantity: its(
      'product',
      split(
        `quantity, qty, units, cantidad, unidades, kantitatea, kopurua, ale, כמות, יחידות, menge, anzahl, stuck, quantite, quantita, quantidade, aantal, pieces, number *, num *, count, cantidad *`,
      ),
    ),
    unit_price: its(
      'product',
      split(
        `unit price, price, price each, price per unit, precio unitario, precio, prezioa, ale prezioa, מחיר, מחיר יחידה, stuckpreis, einzelpreis, preis, prix unitaire, prix, prezzo unitario, prezzo, preco unitario, preco, stuksprijs`,
      ),
    ),
    amount: its(
      'order',
      split(
        `amount, net amount, line amount, line total, sales, sales value, sales amount, net sales, revenue, turnover, value, dollar value, importe, importe neto, importe linea, ventas, ingresos, total, zenbatekoa, salmentak, guztira, סכום, סהכ, betrag, nettobetrag, umsatz, summe, montant, montant ht, chiffre affaires, importo, valor, bedrag, subtotal, net, neto, total amount`,
      ),
    ),
    discount: its(
      'order',
      split(
        `discount, discount amount, rebate, descuento, dto, deskontua, beherapena, הנחה, rabatt, nachlass, remise, reduction, sconto, desconto, korting, disc, retail disc, discount pct, discount percent, discount rate`,
      ),
    ),
    tax: its(
      'order',
      split(`tax, vat, sales tax, iva, bez, impuesto, zerga, מעמ, mwst, ust, steuer, tva, taxe, imposta, btw`),
    ),
    shipping: its(
      'order',
      split(
        `shipping, shipping cost, shipping fee, freight, delivery, envio, gastos envio, portes, bidalketa, משלוח, versand, versandkosten, frais port, livraison, spedizione, frete`,
      ),
    ),
    unit_cost: its(
      'product',
      split(`unit cost, cost per unit, coste unitario, ale kostua, stuckkosten, cout unitaire, costo unitario`),
    ),
    cost: its('order', [...split(`line cost, cogs, cost of goods`), ...cost]),
    channel: its('order', [...channel, ...split(`sales channel, canal venta, salmenta kanala, vertriebskanal`)]),
    store: its(
      'order',
      split(
        `store, store id, shop, branch, outlet, tienda, sucursal, denda, חנות, סניף, filiale, laden, magasin, boutique, negozio, loja, winkel`,
      ),
    ),
    sales_rep: its(
      'order',
      split(
        `sales rep, salesperson, sales person, agent, seller, vendedor, comercial, saltzailea, מוכר, סוכן, verkaufer, vendeur, venditore, verkoper`,
      ),
    ),
    currency: its(
      'order',
      split(`currency, currency code, moneda, divisa, txanpona, dibisa, מטבע, wahrung, devise, monnaie, valuta, moeda`),
    ),
  },
  interactions: {
    interaction_id: key('contact'),
    customer_id: key('customer'),
    occurred_at: its('contact', [...split(`occurred at, contacted at, sent at, called at, opened at`), ...when]),
    channel: its('contact', channel),
    direction: its(
      'contact',
      split(`direction, direccion, sentido, norabidea, כיוון, richtung, sens, direzione, inbound outbound`),
    ),
    kind: its(
      'contact',
      split(
        `kind, type, reason, subject, topic, tipo, motivo, mota, arrazoia, סוג, art, grund, motif, motivo, categoria, category`,
      ),
    ),
    campaign_id: key('campaign'),
    referrer: its('contact', split(`referrer, referer`)),
    duration_seconds: its(
      'contact',
      split(
        `duration seconds, duration, seconds, duracion, duracion segundos, iraupena, משך, dauer, duree, durata, talk time`,
      ),
    ),
    cost: its('contact', cost),
    outcome: its('contact', split(`outcome, result, status, resultado, emaitza, תוצאה, ergebnis, resultat, esito`)),
    sentiment: its('contact', split(`sentiment, score, satisfaction, nps, csat, sentimiento, iritzia, stimmung, avis`)),
    text: its(
      'contact',
      split(
        `text, comment, comments, message, note, notes, body, comentario, mensaje, texto, testua, iruzkina, הערות, הודעה, kommentar, nachricht, commentaire, commento`,
      ),
    ),
  },
  campaigns: {
    campaign_id: key('campaign'),
    name: itsOwn('campaign', name),
    channel: its('campaign', channel),
    started_on: its('campaign', first),
    ended_on: its('campaign', last),
    cost: its('campaign', [...cost, ...split(`budget, presupuesto, aurrekontua, spend`)]),
  },
  returns: {
    order_id: key('order'),
    returned_on: its(
      'order',
      split(
        `returned on, returned at, return date, fecha devolucion, itzulera data, תאריך החזרה, ruckgabedatum, date retour`,
      ),
    ),
    reason: its('order', split(`reason, return reason, motivo, motivo devolucion, arrazoia, סיבה, grund, motif`)),
  },
};
