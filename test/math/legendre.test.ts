import { expect, it } from 'vitest';
import { gaussLegendre } from '../../src/math/legendre.ts';

it.each([2, 7, 16, 32])('the Gauss–Legendre rule of %d nodes is exact for polynomials up to degree 2n − 1', (n) => {
  const { nodes, weights } = gaussLegendre(n);
  for (let degree = 0; degree < 2 * n; degree++) {
    const sum = nodes.reduce((total, node, i) => total + weights[i]! * node ** degree, 0);
    expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
  }
  const beyond = nodes.reduce((total, node, i) => total + weights[i]! * node ** (2 * n), 0);
  expect(beyond).not.toBe(2 / (2 * n + 1));
});
