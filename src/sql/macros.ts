import { erfcOfRoot } from './erfc.sql.ts';
import { raw, sql, type Sql } from './sql.ts';

const n = raw('n');
const between = sql`(between_squares - (members - 1) * within_variance) / (n - squared_sizes / n)`;

/**
 * Formulas that several `.sql` files share, by how they are called there. Arguments are doubles.
 *
 * `credibility_strength`: what is known of everybody counts like so many observations of a member, by the model of Bühlmann & Straub (1970): variance within members / variance between them,
 * at least `least` and at most all `n` observations. `squared_sizes` is the sum of the squares of the members' observations, `between_squares` the sum of squares between members. Where all members
 * have one observation, or there is one member, nothing is known of the variance between them, and it is `n`.
 *
 * `normal_beyond`: P(|Z| > |z|) of the standard normal distribution.
 */
export const macros: Readonly<Record<string, Sql>> = {
  'credibility_strength(n, members, squared_sizes, between_squares, within_variance, least)': sql`case
    when n <= members or n * n <= squared_sizes or ${between} * n <= within_variance then ${n}
    when within_variance < least * (${between}) then least
    else within_variance / (${between})
  end`,
  'normal_beyond(z)': erfcOfRoot(raw('(z * z / 2)')),
};
