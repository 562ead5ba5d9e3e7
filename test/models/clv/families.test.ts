import { describe, expect, it } from 'vitest';
import { gammaMean } from '../../../src/math/gamma.ts';
import { families } from '../../../src/models/clv/families.ts';
import { historiesOf, plantedHistories } from './support.ts';

const { bgnbd, mbgnbd, pareto, nbd } = families;

/** Fader, Hardie & Lee (2005), as printed. */
const printed = [0.243, 4.414, 0.793, 2.426];
/** The estimates of R's BTYD on the CDNOW sample. */
const bg = [0.2425982, 4.413684, 0.7929899, 2.426167];
const pnbd = [0.5533971, 10.5801985, 0.6060625, 11.6562237];
/** Of the tests of lifetimes. */
const rounded = [0.55, 10.58, 0.61, 11.67];

const close = (actual: number, expected: number, digits = 1e-6): void => {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(digits);
};

describe('published figures', () => {
  it('BG/NBD: expected purchases of a new customer and the distribution of their number', () => {
    close(bgnbd.expectedOfNew(bg, 52), 1.444004, 2e-6);
    close(bgnbd.distribution(printed, 39, 0)[0]!, 0.5737864, 1e-6);
    close(bgnbd.distribution(printed, 2, 10)[10]!, 1.07869e-7, 1e-5);
    const eleven = [0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638];
    bgnbd
      .distribution(printed, 30, 15)
      .slice(11)
      .forEach((value, i) => {
        close(value, eleven[i]!, 1e-7);
      });
  });

  it('BG/NBD: customer 1516, and a customer of the paper', () => {
    const alive = bgnbd.alive(bg, 26, 30.8571, 31);
    close(alive, 0.9688523, 2e-6);
    close(alive * bgnbd.expectedIfAlive(bg, 26, 31, 52), 25.75659, 1e-5);
    expect(bgnbd.alive(printed, 2, 30.43, 38.86) * bgnbd.expectedIfAlive(printed, 2, 38.86, 39)).toBeCloseTo(1.226, 3);
  });

  it('Pareto/NBD: customer 1516', () => {
    const alive = pareto.alive(pnbd, 26, 30.8571, 31);
    close(alive, 0.997874, 2e-6);
    close(alive * pareto.expectedIfAlive(pnbd, 26, 31, 52), 25.45647, 1e-4);
    close(pareto.expectedOfNew(pnbd, 52), 1.473434, 3e-4);
  });

  it('the paradox of frequency: of equal recency, who bought more often is more surely gone', () => {
    const expected = [
      [pareto, pnbd, [0.7062289, 0.1442396, 0.02250658, 0.00309267]],
      [bgnbd, bg, [0.3474606, 0.04283391, 0.004158973, 0.0003583685]],
    ] as const;
    for (const [family, parameters, values] of expected)
      [10, 15, 20, 25].forEach((x, i) => {
        const found = family.alive(parameters, x, 20, 39) * family.expectedIfAlive(parameters, x, 39, 52);
        close(found, values[i]!, 1e-3);
      });
  });
});

const gradients = {
  bgnbd: [bgnbd, [0.3, 5, 0.7, 2.1]],
  mbgnbd: [mbgnbd, [0.5, 6, 0.9, 1.6]],
  pareto: [pareto, [0.6, 9, 0.5, 14]],
  'pareto, α above β': [pareto, [1.7, 22, 1.3, 0.8]],
  nbd: [nbd, [0.4, 12]],
} as const;

describe('gradients', () => {
  const histories = plantedHistories({ family: 'pareto', parameters: [0.8, 6, 0.6, 12] }, 300, 1);

  it.each(Object.entries(gradients))('of %s are the differences of its likelihood', (_, [family, parameters]) => {
    const { gradient } = family.logLikelihood(parameters, histories);
    parameters.forEach((value, i) => {
      const step = 1e-5 * value;
      const at = (by: number) =>
        family.logLikelihood(
          parameters.map((one, j) => (i === j ? one + by : one)),
          histories,
        ).value;
      expect(gradient[i]! / ((at(step) - at(-step)) / (2 * step))).toBeCloseTo(1, 5);
    });
  });

  it.each(Object.entries(gradients))('of %s: a count is as good as repeated rows', (_, [family, parameters]) => {
    const triples = [
      [2, 10.5, 31],
      [0, 0, 12],
      [7, 30, 31],
    ] as const;
    const counted = family.logLikelihood(parameters, historiesOf([...triples, ...triples, ...triples], 'week'));
    const once = family.logLikelihood(parameters, historiesOf(triples, 'week'));
    close(counted.value, 3 * once.value, 1e-13);
    counted.gradient.forEach((value, i) => {
      close(value, 3 * once.gradient[i]!, 1e-12);
    });
  });
});

describe('what hangs together', () => {
  const cases = Object.entries(gradients);

  it.each(cases)('%s: probabilities of all numbers add up to 1, their mean is E[X(t)]', (_, [family, parameters]) => {
    for (const length of [0, 0.5, 40]) {
      const all = family.distribution(parameters, length, 3000);
      close(
        all.reduce((sum, one) => sum + one, 0),
        1,
        1e-9,
      );
      const mean = all.reduce((sum, one, n) => sum + n * one, 0);
      expect(mean).toBeCloseTo(family.expectedOfNew(parameters, length), 8);
    }
  });

  it.each(cases)('%s: nothing is known of who has just bought first', (_, [family, parameters]) => {
    if (family.name === 'mbgnbd') expect(family.alive(parameters, 0, 0, 0)).toBeLessThan(1);
    const atOnce = family.alive(parameters, 0, 0, 0) * family.expectedIfAlive(parameters, 0, 0, 20);
    close(atOnce, family.expectedOfNew(parameters, 20), 1e-12);
  });

  it.each(cases)('%s: DERT is δ ∫ E[Y(t)] e^(−δt) dt', (_, [family, parameters]) => {
    for (const [x, T] of [
      [0, 38],
      [3, 12],
      [60, 31],
    ] as const) {
      const delta = 0.02;
      const sum = gammaMean(1, delta, (length) => family.expectedIfAlive(parameters, x, T, length));
      close(family.residualIfAlive(parameters, x, delta)(T), sum, 1e-9);
    }
  });
});

describe('where formulas break', () => {
  it('Pareto/NBD P(alive) stays a probability for hundreds of purchases (once NaN in CLVTools)', () => {
    const found = (
      [
        [221, 103.42857, 103.57143],
        [254, 97.14286, 97.28571],
        [161, 94.71429, 98],
        [204, 98.57143, 99.42857],
      ] as const
    ).map(([x, tx, T]) => pareto.alive([0.5143, 2.8845, 0.2856, 14.1087], x, tx, T));
    for (const alive of found) {
      expect(alive).toBeGreaterThan(0.5);
      expect(alive).toBeLessThan(1);
    }
  });

  it.each([
    ['bgnbd', bgnbd, [0.3, 5, 0.7, 2.1]],
    ['mbgnbd', mbgnbd, [0.3, 5, 0.7, 2.1]],
    ['pareto', pareto, [0.6, 9, 0.5, 14]],
  ] as const)('%s: more than 400 purchases neither overflow nor lose order', (_, family, parameters) => {
    const histories = historiesOf(
      [
        [450, 99, 100],
        [2500, 700, 701],
        [1, 0.1, 900],
        [0, 0, 0],
      ],
      'week',
    );
    const { value, gradient } = family.logLikelihood(parameters, histories);
    expect([value, ...gradient].every(Number.isFinite)).toBe(true);
    let before = 0;
    for (const x of [400, 450, 1000, 2500]) {
      const expected = family.alive(parameters, x, 99.9, 100) * family.expectedIfAlive(parameters, x, 100, 5000);
      expect(expected).toBeGreaterThan(before);
      before = expected;
    }
    expect(family.alive(parameters, 450, 1, 100)).toBeLessThan(1e-9);
    expect(family.alive(parameters, 2500, 3, 700)).toBeGreaterThanOrEqual(0);
  });

  it('the ₂F₁ of BG/NBD divides by a − 1: nothing happens there', () => {
    const at = (a: number) => bgnbd.expectedIfAlive([0.3, 5, a, 2.1], 3, 30, 40);
    close(at(1), (at(1 - 1e-6) + at(1 + 1e-6)) / 2, 1e-10);
    expect(bgnbd.expectedIfAlive([0.3, 5, 0.7, 2.1], 3, 30, 1e-9)).toBeCloseTo((3.3 / 35) * 1e-9, 18);
  });

  it('Pareto/NBD divides by s − 1: nothing happens there', () => {
    const at = (s: number) => pareto.expectedIfAlive([0.6, 9, s, 14], 3, 30, 40);
    close(at(1), (at(1 - 1e-6) + at(1 + 1e-6)) / 2, 1e-10);
  });

  it('Pareto/NBD: two neighbouring frequencies where lifetimes once underflowed', () => {
    const at = (x: number) => pareto.alive(rounded, x, 200, 200) * pareto.expectedIfAlive(rounded, x, 200, 10);
    close(at(132), 6.2060517889632418, 1e-12);
    close(at(133), 6.2528722475748113, 1e-12);
  });

  it('Pareto/NBD: 32 nodes are as good as the pair of ₂F₁, where α = β and both are elementary', () => {
    const [r, s, c] = [0.6, 0.7, 9];
    for (const [x, tx, T] of [
      [0, 0, 30],
      [3, 1, 90],
      [40, 2, 90],
      [300, 60, 61],
    ] as const) {
      const k = r + x + s;
      const alive = 1 / (1 + (s / k) * Math.expm1(k * Math.log((c + T) / (c + tx))));
      close(pareto.alive([r, c, s, c], x, tx, T), alive, 1e-10);
    }
  });
});
