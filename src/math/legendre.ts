/** Nodes on [−1, 1] and weights of a rule of quadrature. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The Legendre polynomial of a degree and its derivative. */
function legendre(degree: number, x: number): readonly [value: number, slope: number] {
  let [before, value] = [1, x];
  for (let k = 2; k <= degree; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return [value, (degree * (x * value - before)) / (x * x - 1)];
}

/** The Gauss–Legendre rule of n ≥ 2 nodes: the roots of the Legendre polynomial, by Newton from a cosine (Press et al. 2007, 4.6.1). */
export function gaussLegendre(n: number): Quadrature {
  const [nodes, weights] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 20; step++) {
      const [value, slope] = legendre(n, x);
      x -= value / slope;
      if (Math.abs(value / slope) < 1e-15) break;
    }
    const slope = legendre(n, x)[1];
    nodes[n - 1 - i] = x;
    weights[n - 1 - i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
