import { inverse, Matrix } from 'ml-matrix';

/** How often paths go from one state to another. */
export interface Transition {
  /** A touch; null: the start of a path. */
  readonly from: string | null;
  /** A touch, or how the path ended. */
  readonly to: string | { readonly converted: boolean };
  readonly count: number;
}

/** What is lost without a touch. */
export interface RemovalEffect {
  readonly touch: string;
  /** The share of all conversions that is lost without it. */
  readonly effect: number;
  /** Its share of all such effects. */
  readonly share: number;
}

/** A chain of touches. */
export interface MarkovAttribution {
  /** Probability that a path ends with a conversion: the share of the paths that do. */
  readonly conversion: number;
  /** By touch. */
  readonly effects: readonly RemovalEffect[];
}

/** The touches, in the order of their code units, and how often paths leave each state. */
function statesOf(transitions: readonly Transition[]) {
  const touches = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))]
    .filter((state) => typeof state === 'string')
    .sort();
  const leaving = new Map<string | null, number>();
  for (const { from, count } of transitions) leaving.set(from, (leaving.get(from) ?? 0) + count);
  return { touches, leaving };
}

/**
 * Attribution by a Markov chain of order 1 (Anderl, Becker, von Wangenheim & Schumann 2016): the states are start, touches, conversion and null, the probability of a
 * transition its share of those from the same state. With Q between start and touches and r into the conversion, N = (I − Q)⁻¹ counts visits, and x = N·r is the probability of
 * conversion from each state. A path comes to a touch k with probability N(start, k) / N(k, k) and then converts with x(k): the removal effect, what is lost where whoever would come to it is
 * lost, is the product of both / x(start) (Kemeny & Snell 1960, 3.5). Self-transitions are dropped: touches in a row that are the same are one.
 */
export function attributeMarkov(transitions: readonly Transition[]): MarkovAttribution {
  const counted = transitions.filter(({ from, to, count }) => from !== to && count > 0);
  const { touches, leaving } = statesOf(counted);
  const place = new Map<string | null, number>([null, ...touches].map((state, i) => [state, i]));
  const system = Matrix.eye(place.size);
  const converted = Matrix.zeros(place.size, 1);
  for (const { from, to, count } of counted) {
    const i = place.get(from)!;
    const share = count / leaving.get(from)!;
    if (typeof to === 'string') system.set(i, place.get(to)!, system.get(i, place.get(to)!) - share);
    else if (to.converted) converted.set(i, 0, converted.get(i, 0) + share);
  }
  const visits = inverse(system);
  const conversions = visits.mmul(converted);
  const conversion = conversions.get(0, 0);
  const effects = touches.map((touch, i) => {
    const k = i + 1;
    const lost = (visits.get(0, k) / visits.get(k, k)) * conversions.get(k, 0);
    return { touch, effect: conversion === 0 ? 0 : lost / conversion };
  });
  const total = effects.reduce((sum, { effect }) => sum + effect, 0);
  return { conversion, effects: effects.map((one) => ({ ...one, share: total === 0 ? 0 : one.effect / total })) };
}
