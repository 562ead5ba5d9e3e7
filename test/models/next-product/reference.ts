/** A line of the shop; days are counted. */
export interface Line {
  readonly customer: string;
  readonly product: string;
  readonly day: number;
  readonly quantity: number;
}

interface Had {
  readonly product: string;
  days: Set<number>;
  isReturned: boolean;
}

type Similarity = (one: string, other: string) => number;

const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Hits and average precision of a list, by their definitions. */
export function judgeList(list: readonly string[], wanted: ReadonlySet<string>, length: number) {
  const hits = list.slice(0, length).map((product) => wanted.has(product));
  const precisions = hits.map((hit, i) => (hit ? hits.slice(0, i + 1).filter(Boolean).length / (i + 1) : 0));
  return { hit: hits.includes(true) ? 1 : 0, precision: sum(precisions) / Math.min(length, wanted.size) };
}

/** The holdout of a shop with plain loops over customers and products: what the SQL of the model must say. Half-life 180 days, window 90; every product is sold. */
export function reference(lines: readonly Line[], category: (product: string) => string, againShare: number) {
  const until = Math.max(...lines.filter(({ quantity }) => quantity > 0).map(({ day }) => day));
  const since = until - 90;
  const had = new Map<string, Had[]>();
  for (const [customer, own] of groupBy(
    lines.filter(({ day }) => day <= since),
    (line) => line.customer,
  )) {
    const products = [...groupBy(own, ({ product }) => product)].map(([product, of]) => ({
      product,
      days: new Set(of.filter(({ quantity }) => quantity > 0).map(({ day }) => day)),
      isReturned: of.some(({ quantity }) => quantity < 0),
    }));
    had.set(customer, products);
  }
  const last = ({ days }: Had): number => Math.max(...days);
  const weight = (one: Had): number => Math.round(1000 * 0.5 ** ((since - last(one)) / 180));
  const kept = new Map(
    [...had].map(([customer, all]) => [
      customer,
      all
        .filter(({ isReturned }) => !isReturned)
        .sort((a, b) => last(b) - last(a) || b.days.size - a.days.size || byText(a.product, b.product)),
    ]),
  );
  const people = [...kept.values()].filter((all) => all.length > 0);
  const products = [...new Set(people.flat().map(({ product }) => product))].sort();
  const buyers = groupBy(people.flat(), ({ product }) => product);
  const buyersOf = (product: string): Had[] => buyers.get(product) ?? [];
  const again = (product: string): Had[] => buyersOf(product).filter(({ days }) => days.size > 1);
  const isRebought = (product: string): boolean => {
    const kind = products.filter((other) => category(other) === category(product));
    const share = sum(kind.map((one) => again(one).length)) / sum(kind.map((one) => buyersOf(one).length));
    return (again(product).length + 10 * share) / (buyersOf(product).length + 10) >= againShare;
  };
  const popular = [...products].sort(
    (a, b) => sum(buyersOf(b).map(weight)) - sum(buyersOf(a).map(weight)) || byText(a, b),
  );
  const norm = (product: string): number => Math.sqrt(sum(buyersOf(product).map((one) => weight(one) ** 2)));
  const common = (one: string, other: string): (readonly [Had, Had])[] =>
    one === other
      ? again(one).map((had) => [had, had] as const)
      : people.flatMap((all) => {
          const [first, second] = [
            all.find(({ product }) => product === one),
            all.find(({ product }) => product === other),
          ];
          return first && second ? [[first, second] as const] : [];
        });
  const rules: Record<string, Similarity> = {
    share: (one, other) => common(one, other).length / (buyersOf(one).length + 10),
    cosine: (one, other) => {
      const pairs = common(one, other);
      const weights = sum(pairs.map(([first, second]) => weight(first) * weight(second)));
      return ((weights / (norm(one) * norm(other))) * pairs.length) / (pairs.length + 10);
    },
    lift: (one, other) =>
      Math.log(
        (common(one, other).length + 10) / ((buyersOf(one).length * buyersOf(other).length) / people.length + 10),
      ),
  };
  const mayOffer = (customer: string, product: string): boolean => {
    const own = had.get(customer)!.find((one) => one.product === product);
    return own === undefined || (!own.isReturned && isRebought(product));
  };
  const fill = (customer: string, list: readonly string[]): string[] =>
    [...list, ...popular.filter((product) => !list.includes(product) && mayOffer(customer, product))].slice(0, 10);
  const byRule = (similarity: Similarity): ((customer: string) => string[]) => {
    const steps = new Map<string, Map<string, number>>();
    for (const one of products) {
      const near = products
        .filter((other) => common(one, other).length >= 3 && (other !== one || isRebought(one)))
        .map((other) => [other, Math.round(1e6 * similarity(one, other))] as const);
      steps.set(one, new Map(near.filter(([, value]) => value > 0)));
    }
    return (customer) => {
      const scores = new Map<string, number>();
      for (const one of kept.get(customer)!.slice(0, 20))
        for (const [other, value] of steps.get(one.product)!)
          scores.set(other, (scores.get(other) ?? 0) + weight(one) * value);
      const ranked = [...scores].filter(([product]) => mayOffer(customer, product));
      return fill(
        customer,
        ranked.sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([product]) => product),
      );
    };
  };
  const ways: Record<string, (customer: string) => string[]> = {
    ...Object.fromEntries(Object.entries(rules).map(([rule, similarity]) => [rule, byRule(similarity)])),
    'best sellers': (customer) => fill(customer, []),
    'own purchases': (customer) => {
      const own = kept.get(customer)!;
      const order = [...own].sort((a, b) => b.days.size - a.days.size || own.indexOf(a) - own.indexOf(b));
      return fill(
        customer,
        order.map(({ product }) => product),
      );
    },
  };
  const wanted = new Map(
    [
      ...groupBy(
        lines.filter(({ day, quantity }) => day > since && quantity > 0),
        (line) => line.customer,
      ),
    ]
      .filter(([customer]) => (kept.get(customer)?.length ?? 0) > 0)
      .map(([customer, own]) => [customer, new Set(own.map(({ product }) => product))] as const),
  );
  const judged = Object.entries(ways).map(([way, listOf]) => {
    const lists = [...wanted].map(([customer, truth]) => ({ list: listOf(customer), truth }));
    const mean = (measure: 'hit' | 'precision', length: number): number =>
      sum(lists.map(({ list, truth }) => judgeList(list, truth, length)[measure])) / lists.length;
    const coverage = (length: number): number =>
      new Set(lists.flatMap(({ list }) => list.slice(0, length))).size / products.length;
    return {
      way,
      hit5: mean('hit', 5),
      hit10: mean('hit', 10),
      map5: mean('precision', 5),
      map10: mean('precision', 10),
      coverage5: coverage(5),
      coverage10: coverage(10),
    };
  });
  return { customers: wanted.size, products: products.length, rebought: products.filter(isRebought).length, judged };
}
