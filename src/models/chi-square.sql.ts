import { erfcOfRoot } from '../sql/erfc.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { double } from './literal.sql.ts';

/** Beyond this the tail is 0 for any degrees of freedom that are used, and powers stay finite. */
const farthest = 3000;

/** 1 + t/a·(1 + t/(a + 1)·(1 + …)), `terms` terms in all. */
function series(t: Sql, first: number, terms: number): Sql {
  let sum = sql`1`;
  for (let i = terms - 1; i > 0; i--) sum = sql`1 + ${t} / ${double(first + i - 1)} * (${sum})`;
  return sum;
}

/** Half of a χ² as `chiSquareTailSql` takes it; it stands for itself in many places there, so it should be a column. */
export const halfSql = (chiSquare: Sql): Sql =>
  sql`case when ${chiSquare} > ${double(farthest)} then ${double(farthest / 2)} else ${chiSquare} / 2 end`;

/**
 * P(χ² > 2t) with a whole number of degrees of freedom, in closed form (Abramowitz & Stegun 1964, 26.4.4–5): for even
 * ones e⁻ᵗ Σ tⁱ/i!; for odd ones erfc(√t) + e⁻ᵗ Σ tⁱ⁻½/Γ(i + ½). `t` is a column made by `halfSql`.
 */
export function chiSquareTailSql(t: Sql, df: number): Sql {
  const terms = Math.floor(df / 2);
  const finite = (first: number): Sql => sql`exp(-${t}) * (${series(t, first, terms)})`;
  if (df % 2 === 0) return sql`least(${finite(1)}, 1)`;
  if (df === 1) return erfcOfRoot(t);
  return sql`least(${erfcOfRoot(t)} + sqrt(${t}) * ${double(2 / Math.sqrt(Math.PI))} * ${finite(1.5)}, 1)`;
}
