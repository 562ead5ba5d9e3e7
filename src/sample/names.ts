/** First names and surnames of one language. Words in another script carry their Latin form behind a slash, for e-mail. */
export interface Names {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  /** People carry two surnames. */
  readonly double: boolean;
}

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Languages of the customers, in the order of `Region.languages`. */
export const languages = ['eu', 'es', 'en', 'he'] as const;
export type Language = (typeof languages)[number];

/** Common names by language: Basque, Spanish, English, Hebrew. */
export const namesOf: Readonly<Record<Language, Names>> = {
  eu: {
    women:
      words(`Ane, Nerea, Maialen, Itziar, Leire, Garazi, Amaia, Uxue, Izaro, Haizea, Nahia, Arantxa, Edurne, Oihana, Miren,
      Jone, Begoña, Maddi, Irati, Ainhoa, Olatz, Saioa`),
    men: words(`Iñaki, Mikel, Jon, Unai, Aitor, Eneko, Gorka, Asier, Xabier, Beñat, Oier, Julen, Ander, Ibai, Imanol, Joseba, Koldo,
      Patxi, Txomin, Peio, Ekaitz, Markel`),
    surnames:
      words(`Etxeberria, Agirre, Goikoetxea, Zubizarreta, Arrizabalaga, Mendizabal, Olabarria, Urrutia, Ibarretxe, Lasa,
      Elizondo, Aranburu, Otxoa, Uriarte, Zabala, Garmendia, Iturriaga, Loizaga, Bengoetxea, Arregi, Muñoa, Azkarate, Sagastizabal,
      Beitia, Ugarte, Larrañaga`),
    double: true,
  },
  es: {
    women:
      words(`María José, Lucía, Carmen, Pilar, Ángela, Rocío, Marta, Sofía, Inés, Begoña, Núria, Asunción, Elena, Verónica,
      Raquel, Ana Belén, Julia, Concepción, Paula, Irene`),
    men: words(`José Luis, Álvaro, Javier, Miguel Ángel, Sergio, Íñigo, Andrés, Rubén, Óscar, Jesús, Raúl, Adrián, Francisco, Pablo,
      Tomás, Héctor, Martín, Nicolás, Germán, Luis`),
    surnames:
      words(`García, Núñez, Muñoz, Fernández, López, Ibáñez, Peña, Sánchez, Martínez, Gutiérrez, Castaño, Ruiz, Jiménez,
      de la Fuente, Domínguez, Vázquez, Ordóñez, Rodríguez, Marín, Gil, Herrero, Cortés, Vega, Güell`),
    double: true,
  },
  en: {
    women: words(
      `Emily, Charlotte, Grace, Siobhán, Hannah, Zoë, Margaret, Alice, Rebecca, Chloe, Fiona, Imogen, Harriet, Joanna`,
    ),
    men: words(
      `Oliver, James, Thomas, Seán, William, Harry, George, Callum, Edward, Rhys, Daniel, Angus, Benjamin, Hugh`,
    ),
    surnames:
      words(`Smith, O'Neill, Taylor, Brontë, Evans, MacDonald, Wright, Walker, Hughes, Clarke, Ashworth, Patel, Fletcher,
      Baker-Jones, Wood, Fitzgerald, Turner, D'Arcy, Bennett, Shaw`),
    double: false,
  },
  he: {
    women:
      words(`נועה/Noa, תמר/Tamar, יעל/Yael, מיכל/Michal, שירה/Shira, אביגיל/Avigail, רחל/Rachel, עדי/Adi, הילה/Hila, דנה/Dana,
      ליאת/Liat, אסתר/Ester`),
    men: words(`דוד/David, יוסף/Yosef, איתי/Itai, אורי/Uri, משה/Moshe, נועם/Noam, עומר/Omer, אלון/Alon, רון/Ron, גיא/Guy, יונתן/Yonatan,
      אריאל/Ariel`),
    surnames:
      words(`כהן/Cohen, לוי/Levi, מזרחי/Mizrahi, פרץ/Peretz, ביטון/Biton, אברהם/Avraham, פרידמן/Friedman, שפירא/Shapira,
      בן־דוד/Ben-David, אדרי/Edri, גולן/Golan, רוזנברג/Rosenberg, חדד/Hadad, בר־לב/Bar-Lev`),
    double: false,
  },
};

/** The word as it is written, and as it is spelt in an e-mail address: Latin small letters only. */
export function spell(word: string): readonly [written: string, plain: string] {
  const [written = '', latin = written] = word.split('/');
  const plain = latin
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return [written, plain];
}

/** Names that break careless software, by index of the customer. They replace the drawn name; nothing else changes. */
export const hostileNames: Readonly<Record<number, string>> = {
  6: `=cmd|' /C calc'!A0`,
  66: '<script>alert(1)</script>',
  166: `Maite "Txiki" O'Brien, Jr.`,
  266: '@SUM(1+1)*cmd',
  366: '</script><img src=x onerror=alert(1)>',
  466: 'אבי (כהן) "דוד", ח׳ [3]',
  566: 'Line\u2028Separator Ñandú',
  666: `Robert'); drop table customers;--`,
  766: '007',
  866: '-2+3+cmd',
  966: 'NULL',
  1066: '+34 Ane',
  1166: '👩🏽‍🌾 Izaro 🏔',
  1266: '${7*7} {{7*7}} %s',
};
