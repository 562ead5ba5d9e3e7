/**
 * How two products go together; n: who bought the one, the other, or both.
 * `share`: n₁₂ / (n₁ + s), the conditional probability of Deshpande & Karypis (2004, α = 0), with shrinkage.
 * `cosine`: of the vectors of weights, by which a purchase counts the less the older it is (Linden, Smith & York 2003), × n₁₂ / (n₁₂ + s).
 * `lift`: ln (n₁₂ + s) / (n₁n₂/N + s), the shrunk observed-to-expected ratio (Norén, Hopstadius & Bate 2013).
 */
export const rules = ['share', 'cosine', 'lift'] as const;

/** How two products go together. */
export type Rule = (typeof rules)[number];

/** What needs no pairs: the best sellers, without what came back and what is bought once and had already; what a customer bought most often, the latest first where that is alike. */
export const naiveWays = ['best sellers', 'own purchases'] as const;

/** By what it may be foretold what somebody buys next. */
export type Way = Rule | (typeof naiveWays)[number];

/** All of them. */
export const ways: readonly Way[] = [...rules, ...naiveWays];
