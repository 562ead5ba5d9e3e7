/** A place where customers live. */
export interface Region {
  readonly country: 'ES' | 'FR' | 'GB' | 'IL';
  /** Cities, and the postal code of each with `#` for a digit. */
  readonly cities: readonly (readonly [name: string, postalCode: string])[];
  /** Weights of the languages Basque, Spanish, English, Hebrew. */
  readonly languages: readonly [eu: number, es: number, en: number, he: number];
  /** The shop's store there, where it has one. */
  readonly store?: string;
}

/** Where the customers of the shop live. Postal codes have leading zeros in Araba and Barcelona. */
export const regions = {
  Bizkaia: {
    country: 'ES',
    cities: [
      ['Bilbao', '480##'],
      ['Getxo', '4899#'],
      ['Durango', '48200'],
      ['Gernika', '48300'],
    ],
    languages: [45, 50, 5, 0],
    store: 'Bilbao',
  },
  Gipuzkoa: {
    country: 'ES',
    cities: [
      ['Donostia', '200##'],
      ['Irun', '2030#'],
      ['Eibar', '20600'],
      ['Tolosa', '20400'],
    ],
    languages: [60, 36, 4, 0],
    store: 'Donostia',
  },
  Araba: {
    country: 'ES',
    cities: [
      ['Vitoria-Gasteiz', '010##'],
      ['Laudio', '01400'],
      ['Agurain', '01200'],
    ],
    languages: [30, 67, 3, 0],
    store: 'Gasteiz',
  },
  Nafarroa: {
    country: 'ES',
    cities: [
      ['Iruñea', '310##'],
      ['Tafalla', '31300'],
      ['Elizondo', '31700'],
    ],
    languages: [28, 69, 3, 0],
  },
  Lapurdi: {
    country: 'FR',
    cities: [
      ['Baiona', '64100'],
      ['Biarritz', '64200'],
      ['Donibane Lohizune', '64500'],
    ],
    languages: [72, 8, 20, 0],
  },
  Madrid: {
    country: 'ES',
    cities: [
      ['Madrid', '280##'],
      ['Alcalá de Henares', '2880#'],
    ],
    languages: [3, 87, 10, 0],
  },
  Barcelona: {
    country: 'ES',
    cities: [
      ['Barcelona', '080##'],
      ['Sabadell', '0820#'],
    ],
    languages: [2, 86, 12, 0],
  },
  London: {
    country: 'GB',
    cities: [
      ['London', 'E20 #ZZ'],
      ['Croydon', 'CR0 #ZZ'],
    ],
    languages: [1, 4, 94, 1],
  },
  'Tel Aviv': {
    country: 'IL',
    cities: [
      ['תל אביב-יפו', '6######'],
      ['רמת גן', '52#####'],
    ],
    languages: [0, 2, 8, 90],
  },
  Haifa: {
    country: 'IL',
    cities: [
      ['חיפה', '3######'],
      ['קריית ביאליק', '27#####'],
    ],
    languages: [0, 3, 5, 92],
  },
} as const satisfies Record<string, Region>;

/** A region by its name. */
export type RegionName = keyof typeof regions;

export const regionNames = Object.keys(regions) as RegionName[];
