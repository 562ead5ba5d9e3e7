"""SciPy's side of bench/clv.ts: histories, BG/NBD and Gamma-Gamma by maximum likelihood, scores of all customers.

python3 clv.py differences|gradient PURCHASES.npy SCORES.npy        prints JSON

PURCHASES.npy holds customer (numbered from 0), day (from 0) and amount. What is timed is the whole process. differences: the likelihood over all customers, its
gradient by differences, every score of every customer; gradient: over distinct histories with their counts, its gradient by formulas, and what depends on x, or on x and T,
alone computed once for each.
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1, psi

kind, rows, out = sys.argv[1], sys.argv[2], sys.argv[3]
week, month = 7.0, 365.25 / 12
ends = np.arange(1, 13) * month / week
factors = 1.1 ** (-np.arange(1, 13) / 12)


def histories(rows):
    """x, t_x and T in days, and the spend of the repeat purchases; what is bought on one day is one purchase."""
    table = np.load(rows)
    customer, day, amount = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2]
    last, width = day.max(), day.max() + 1
    key = customer * width + day
    distinct = np.sort(key)
    distinct = distinct[np.concatenate(([True], distinct[1:] != distinct[:-1]))]
    owner = distinct // width
    start = np.flatnonzero(np.concatenate(([True], owner[1:] != owner[:-1])))
    end = np.concatenate((start[1:], [len(owner)])) - 1
    first = distinct[start] - owner[start] * width
    latest = distinct[end] - owner[start] * width
    first_of = np.zeros(owner[-1] + 1, dtype=np.int64)
    first_of[owner[start]] = first
    spend = np.bincount(customer, weights=np.where(day > first_of[customer], amount, 0))[owner[start]]
    return owner[start], end - start, latest - first, last - first, spend


def purchase_likelihood(logs, x, tx, T, n):
    """-ln L of the BG/NBD (Fader, Hardie & Lee 2005), of a customer."""
    r, alpha, a, b = np.exp(logs)
    begin = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    here = -(r + x) * np.log(alpha + T)
    gone = np.where(x > 0, np.log(a / (b + np.maximum(x, 1) - 1)) - (r + x) * np.log(alpha + tx), -np.inf)
    return -np.dot(n, begin + np.logaddexp(here, gone)) / n.sum()


def spend_likelihood(logs, x, m, n):
    """-ln L of the Gamma-Gamma (Fader & Hardie 2013), of a repeat buyer."""
    p, q, v = np.exp(logs)
    each = (
        gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(v)
        + (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(v + m * x)
    )
    return -np.dot(n, each) / n.sum()


def purchase_slope(tx, T, n, values, which):
    """-ln L and its gradient by the logarithms of the parameters; x are values[which]."""
    x, repeats = values[which], values > 0
    weight = np.bincount(which, weights=n, minlength=len(values))
    total = n.sum()
    late = np.log(np.maximum(values, 1))

    def slope(logs):
        r, alpha, a, b = np.exp(logs)
        start, stop = alpha + tx, alpha + T
        log_stop = np.log(stop)
        k = r + x
        odds = np.full(len(values), -np.inf)
        odds[repeats] = np.log(a) - np.log(b + values[repeats] - 1)
        gap = log_stop - np.log(start)
        d = odds[which] + k * gap
        small = np.exp(-np.abs(d))
        gone = np.where(d >= 0, 1, small) / (1 + small)
        soft = np.maximum(d, 0) + np.log1p(small)
        rising = gammaln(r + values) - gammaln(r) + r * logs[1]
        stays = gammaln(a + b) + gammaln(b + values) - gammaln(b) - gammaln(a + b + values)
        lost = n * gone
        by_x = np.bincount(which, weights=lost, minlength=len(values))
        logged = np.dot(n, log_stop)
        value = np.dot(weight, rising + stays) - np.dot(n * k, log_stop) + np.dot(n, soft)
        of_r = np.dot(weight, psi(r + values) - psi(r) + logs[1]) - logged + np.dot(lost, gap)
        of_alpha = total * r / alpha - np.dot(k, (n - lost) / stop + lost / start)
        of_a = np.dot(weight, psi(a + b) - psi(a + b + values)) + by_x.sum() / a
        of_b = np.dot(weight, psi(a + b) + psi(b + values) - psi(b) - psi(a + b + values)) - np.dot(
            by_x[repeats], 1 / (b + values[repeats] - 1)
        )
        return -value / total, -np.array([of_r * r, of_alpha * alpha, of_a * a, of_b * b]) / total

    return slope


def spend_slope(spent, m, values, which):
    """The same of the Gamma-Gamma, over repeat buyers who spent x·m."""
    x = values[which].astype(float)
    weight = np.bincount(which, minlength=len(values))
    total = len(m)
    log_m = np.log(m)
    logged, logged_x, late = log_m.sum(), np.dot(x, log_m), np.log(values)

    def slope(logs):
        p, q, v = np.exp(logs)
        px = p * values
        log_all = np.log(v + spent)
        sum_log, sum_x_log = log_all.sum(), np.dot(x, log_all)
        value = np.dot(weight, gammaln(px + q) - gammaln(px) - gammaln(q) + q * logs[2] + px * late)
        value += p * logged_x - logged - p * sum_x_log - q * sum_log
        inverse = 1 / (v + spent)
        of_p = np.dot(weight * values, psi(px + q) - psi(px) + late) + logged_x - sum_x_log
        of_q = np.dot(weight, psi(px + q) - psi(q) + logs[2]) - sum_log
        of_v = total * q / v - p * np.dot(x, inverse) - q * inverse.sum()
        return -value / total, -np.array([of_p * p, of_q * q, of_v * v]) / total

    return slope


def expected(r, alpha, a, b, x, T, t):
    """E[Y(t) | alive, x, T] (Fader, Hardie & Lee 2005, 10)."""
    return (a + b + x - 1) / (a - 1) * (
        1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t))
    )


def foretold(r, alpha, a, b, x, T):
    """Purchases of twelve months, and the same discounted month by month, of those who are still customers."""
    before, worth = 0, 0
    for end, factor in zip(ends, factors):
        until = expected(r, alpha, a, b, x, T, end)
        worth = worth + (until - before) * factor
        before = until
    return before, worth


customer, x, tx, T, spend = histories(rows)
bought = (x > 0) & (spend > 0)
mean = spend[bought] / x[bought]
start = np.log([0.5, 0.5 * T.sum() / week / x.sum(), 0.8, 2.5])
start_spend = np.log([6, 4, mean.mean() / 2])
if kind == "differences":
    xs, weeks, ages, n = x.astype(float), tx / week, T / week, np.ones(len(x))
    found = minimize(purchase_likelihood, start, args=(xs, weeks, ages, n), method="BFGS")
    spending = minimize(spend_likelihood, start_spend, args=(xs[bought], mean, np.ones(len(mean))), method="BFGS")
else:
    width = T.max() + 1
    keys, count = np.unique((x * width + tx) * width + T, return_counts=True)
    each = (keys // width // width, keys // width % width / week, keys % width / week, count.astype(float))
    values, which = np.unique(each[0], return_inverse=True)
    found = minimize(purchase_slope(*each[1:], values, which), start, jac=True, method="BFGS")
    values, which = np.unique(x[bought], return_inverse=True)
    spending = minimize(spend_slope(spend[bought], mean, values, which), start_spend, jac=True, method="BFGS")
r, alpha, a, b = np.exp(found.x)
p, q, v = np.exp(spending.x)

odds = np.zeros(len(x))
again = x > 0
odds[again] = a / (b + x[again] - 1) * ((alpha + T[again] / week) / (alpha + tx[again] / week)) ** (r + x[again])
alive = 1 / (1 + odds)
if kind == "differences":
    purchases, discounted = foretold(r, alpha, a, b, xs, ages)
else:
    keys, which = np.unique(x * width + T, return_inverse=True)
    pairs = foretold(r, alpha, a, b, (keys // width).astype(float), keys % width / week)
    purchases, discounted = (column[which] for column in pairs)
worth = np.where(again, p * (v + spend) / (p * x + q - 1), p * v / (q - 1))
value = alive * discounted * worth
np.save(out, np.column_stack([customer, alive, alive * purchases, alive * discounted, worth, value]))
parameters = [float(one) for one in (r, alpha, a, b, p, q, v)]
likelihoods = {"purchases": -found.fun * len(x), "spending": -spending.fun * len(mean)}
print(json.dumps({**likelihoods, "parameters": parameters, "value": float(value.sum())}))
