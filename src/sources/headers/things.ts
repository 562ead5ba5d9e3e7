/*
 * How headers are called in exports: English, Spanish, Basque, Hebrew, German, French, Italian, Portuguese, Dutch. All words are as
 * `plainWords` leaves them: lower case, without accents and punctuation, camelCase split. Within a list the likelier comes first.
 */

/** A list of words as it is written here. */
export const split = (words: string): readonly string[] => words.trim().split(/\s*[,\n]\s*/);

/** What tables are about. In a header, the word says whose column it is: "Customer Name", "Nombre del cliente". */
export const things = {
  customer:
    split(`customer, client, cliente, clientes, bezero, bezeroa, bezeroaren, לקוח, הלקוח, kunde, kunden, cust, klant, member, socio,
    household, user, usuario, erabiltzaile, shopper, buyer, comprador, account, cuenta, kontu`),
  order:
    split(`order, pedido, eskaera, eskaeraren, הזמנה, ההזמנה, bestellung, bestell, auftrag, auftrags, commande, ordine, encomenda, bestelling,
    transaction, transaccion, transaktion, purchase, compra, erosketa, קניה, רכישה, kauf, achat, basket, sale, venta, salmenta,
    invoice, factura, faktura, fakturaren, חשבונית, rechnung, rechnungs, facture, fattura, fatura, receipt, recibo, ticket, bon`),
  product:
    split(`product, producto, produktu, produktua, produktuaren, מוצר, המוצר, produkt, produit, prodotto, produto, item, פריט,
    article, articulo, artikulu, artikulua, artikel, articolo, artigo, sku, stock, upc, ean, goods, ware`),
  contact:
    split(`interaction, interaccion, interakzio, אינטראקציה, interaktion, contact, contacto, kontaktu, kontaktua, kontakt, פניה,
    call, llamada, dei, שיחה, anruf, appel, activity, actividad, touchpoint, event`),
  campaign: split(
    `campaign, campana, kanpaina, kanpainaren, קמפיין, kampagne, campagne, campagna, campanha, promotion, promocion`,
  ),
} as const;

/** What a table is about. */
export type Thing = keyof typeof things;

/** Words that say nothing of their own. */
export const fillers: readonly string[] = split(
  `of, the, a, de, del, la, el, los, las, der, die, das, des, dem, du, le, les, di, da, do, van, het, של`,
);

/** Words of columns that several tables have. */
export const common = {
  id: split(`id, number, no, nr, num, key, code, ref, reference, referencia, erreferentzia, numero, codigo, clave, identificador, zenbaki, zenbakia, kode, kodea, gako,
  מספר, מזהה, קוד, nummer, kennung, schlussel, numer, identifiant, codice, uuid, guid`),
  name: split(
    `name, nombre, izen, izena, שם, bezeichnung, nom, nome, naam, full name, description, descripcion, deskribapena, תיאור, beschreibung, libelle, title, titulo`,
  ),
  when: split(
    `date, datetime, timestamp, time, fecha, data, dataren, eguna, תאריך, datum, zeitpunkt, jour, dt, date time, fecha hora, day, dia, at, created at, created, created on, on`,
  ),
  channel: split(`channel, canal, kanal, kanala, ערוץ, canale, kanaal, medium, via`),
  cost: split(`cost, costs, coste, costo, kostu, kostua, עלות, kosten, cout, custo`),
  first: split(
    `start date, started on, start, begin, from, fecha inicio, inicio, hasiera, hasiera data, תאריך התחלה, beginn, startdatum, date debut, debut, data inizio`,
  ),
  last: split(
    `end date, ended on, end, to, fecha fin, fin, amaiera, amaiera data, תאריך סיום, ende, enddatum, date fin, data fine`,
  ),
} as const;

/** Headers of a list of returned orders, of the profit of a line, of one discount among several: no canonical columns. */
export const otherWords = {
  returned: split(
    `returned, return, is returned, devuelto, devolucion, itzulia, itzulera, הוחזר, החזרה, zuruckgegeben, retoure, retour, retourne, reso`,
  ),
  discount: split(`disc, discount, descuento, dto, deskontua, rabatt, remise, sconto, desconto, korting, הנחה`),
  profit: split(
    `profit, margin, gross profit, gross margin, beneficio, margen, irabazia, marjina, רווח, gewinn, marge, deckungsbeitrag, benefice, profitto, margine, lucro`,
  ),
} as const;
