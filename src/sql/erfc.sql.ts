import { double } from './double.ts';
import { sql, type Sql } from './sql.ts';

/** Rational approximations of erfc (Cody 1969, as in his CALERF): coefficients from the highest power down. */
const small = {
  above: [
    1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3,
  ],
  below: [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3],
};
const middle = {
  above: [
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
    8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
  ],
  below: [
    1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
    3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
  ],
};
const large = {
  above: [
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
    1.60837851487422766e-2, 6.58749161529837803e-4,
  ],
  below: [
    1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
  ],
};

/** A polynomial by Horner's rule. */
const polynomial = (x: Sql, coefficients: readonly number[]): Sql =>
  coefficients
    .slice(1)
    .reduce((value, coefficient) => sql`(${value}) * ${x} + ${double(coefficient)}`, double(coefficients[0]!));

const rational = (x: Sql, { above, below }: typeof small): Sql =>
  sql`(${polynomial(x, above)}) / (${polynomial(x, below)})`;

/** erfc(√t) for t ≥ 0. */
export function erfcOfRoot(t: Sql): Sql {
  const root = sql`sqrt(${t})`;
  return sql`case
    when ${t} <= ${double(0.46875 ** 2)} then 1 - ${root} * ${rational(t, small)}
    when ${t} <= 16 then exp(-${t}) * ${rational(root, middle)}
    else exp(-${t}) * (${double(1 / Math.sqrt(Math.PI))} - ${rational(sql`(1 / ${t})`, large)} / ${t}) / ${root}
  end`;
}
