/** Working tables of a fit. Those of the whole history stay for the scores of customers. */
export const tables = {
  bought: 'working.main.next_bought',
  product: 'working.main.next_product',
  pair: 'working.main.next_pair',
  neighbour: 'working.main.next_neighbour',
  popular: 'working.main.next_popular',
  customer: 'working.main.next_customer',
  truth: 'working.main.next_truth',
  list: 'working.main.next_list',
  result: 'working.main.next_result',
} as const;

/** Of a customer with more, the products bought last: pairs grow with the square of it. */
export const productsPerCustomer = 100;

/** So many of these, bought last, say what comes next. */
export const basisProducts = 20;

/** So many neighbours of a product are kept. */
export const neighboursPerProduct = 30;

/** Best sellers that lists are filled up from. */
export const bestSellers = 50;

/** Customers who bought both products, at least. */
export const leastCommon = 3;

/** As many customers as this, of whom nothing is known, are added to each count: few are drawn to nothing. */
export const shrinkage = 10;

/** Similarities are counted in millionths, weights in thousandths: sums are whole numbers, the same in any order. */
export const similaritySteps = 1_000_000;
export const weightSteps = 1_000;
