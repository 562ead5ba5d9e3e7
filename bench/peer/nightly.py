"""The nightly job as an analyst writes it with pandas, scikit-learn and SciPy, on the exports of bench/nightly/company.ts.

    python3 nightly.py FOLDER OUT.csv

FOLDER holds customers.csv, products.csv, purchases*.csv and interactions*.csv. OUT.csv has a row for each customer who bought, with features, RFM scores and
segment. Stages: load; clean (one row per order line, cost, revenue and margin); features; RFM quintiles; k-means for k from 3 to 8, 10 starts each, the best
by the silhouette of 5,000 customers; linear discriminant analysis of the segments, 5 parts; a tree of depth 5; BG/NBD and Gamma-Gamma by maximum likelihood,
on every customer's history and with the gradient by differences, as SciPy has it; pairs of goods in one order; profit by customer, segment and category; one file.

Prints one JSON object: seconds, seconds of the processors and the peak of resident memory so far by stage, then the figures that both sides are compared by.
"""

import glob
import json
import resource
import sys
import time

import numpy as np
import pandas as pd
import scipy
import sklearn

folder, out = sys.argv[1:3]
stages = []


def used():
    return resource.getrusage(resource.RUSAGE_SELF)


class stage:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.began, self.before = time.perf_counter(), used()

    def __exit__(self, *_):
        now = used()
        processor = now.ru_utime + now.ru_stime - self.before.ru_utime - self.before.ru_stime
        stages.append(
            {
                "stage": self.name,
                "seconds": time.perf_counter() - self.began,
                "processor": processor,
                "megabytes": now.ru_maxrss / 1024,
            }
        )


def read(pattern, **how):
    return pd.concat([pd.read_csv(file, **how) for file in sorted(glob.glob(f"{folder}/{pattern}"))], ignore_index=True)


with stage("load"):
    ids = {name: str for name in ("order_id", "customer_id", "product_id", "interaction_id")}
    lines = read("purchases*.csv", parse_dates=["purchased_at"], dtype=ids)
    customers = read("customers.csv", dtype=ids)
    products = read("products.csv", dtype=ids)
    contacts = read("interactions*.csv", parse_dates=["occurred_at"], dtype=ids)

with stage("clean"):
    lines = lines.drop_duplicates(["order_id", "line_number"], keep="last")
    lines = lines.merge(products[["product_id", "category", "unit_cost"]], on="product_id", how="left")
    lines["revenue"] = lines.quantity * lines.unit_price - lines.discount.fillna(0)
    lines["margin"] = lines.revenue - lines.quantity * lines.unit_cost.fillna(0)
    as_of = max(lines.purchased_at.max(), contacts.occurred_at.max()).normalize() + pd.Timedelta(days=1)

with stage("features"):
    by_customer = lines.groupby("customer_id")
    f = pd.DataFrame(
        {
            "recency": (as_of - by_customer.purchased_at.max().dt.normalize()).dt.days,
            "frequency": by_customer.order_id.nunique(),
            "monetary": by_customer.revenue.sum(),
            "margin": by_customer.margin.sum(),
            "lines": by_customer.size(),
            "products": by_customer.product_id.nunique(),
        }
    )
    f["contacts"] = contacts.groupby("customer_id").size().reindex(f.index).fillna(0)
    f["contact_cost"] = contacts.groupby("customer_id")["cost"].sum().reindex(f.index).fillna(0)
    f["profit"] = f.margin - f.contact_cost

with stage("rfm"):
    for column, up in (("recency", False), ("frequency", True), ("monetary", True)):
        rank = f[column].rank(method="average", ascending=up)
        f["score_" + column] = pd.qcut(rank, 5, labels=False, duplicates="drop") + 1

with stage("kmeans"):
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score
    from sklearn.preprocessing import StandardScaler

    x = StandardScaler().fit_transform(
        np.log1p(f[["recency", "frequency", "monetary", "lines", "products"]].clip(lower=0))
    )
    sample = np.random.RandomState(0).choice(len(x), min(5000, len(x)), replace=False)
    inertia, best = {}, None
    for k in range(3, 9):
        model = KMeans(k, n_init=10, random_state=0).fit(x)
        inertia[k] = float(model.inertia_)
        width = silhouette_score(x[sample], model.labels_[sample])
        if best is None or width > best[0]:
            best = (width, k, model)
    f["segment"] = best[2].labels_

with stage("discriminant"):
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.model_selection import cross_val_predict

    z = np.column_stack([np.log1p(f[c].clip(lower=0)) for c in ("recency", "frequency", "monetary", "products")])
    hits = float((cross_val_predict(LinearDiscriminantAnalysis(), z, f.segment, cv=5) == f.segment).mean())

with stage("tree"):
    from sklearn.tree import DecisionTreeClassifier

    DecisionTreeClassifier(max_depth=5).fit(z, f.segment)

with stage("lifetime value"):
    from scipy.optimize import minimize
    from scipy.special import gammaln

    bought = lines.loc[lines.quantity > 0, ["customer_id", "purchased_at", "revenue"]]
    bought = bought.assign(day=bought.purchased_at.dt.normalize()).groupby(["customer_id", "day"]).revenue.sum()
    bought = bought.reset_index()
    days = bought.groupby("customer_id").day
    first = days.min()
    n = days.size().to_numpy() - 1.0
    t_x, T = (days.max() - first).dt.days.to_numpy() / 7, (as_of - pd.Timedelta(days=1) - first).dt.days.to_numpy() / 7

    def purchases(logs):
        r, alpha, a, b = np.exp(logs)
        A = gammaln(r + n) - gammaln(r) + r * np.log(alpha)
        A += gammaln(a + b) + gammaln(b + n) - gammaln(b) - gammaln(a + b + n)
        gone = np.log(a) - np.log(b + np.maximum(n, 1) - 1) - (r + n) * np.log(alpha + t_x)
        return -(A + np.logaddexp(-(r + n) * np.log(alpha + T), np.where(n > 0, gone, -np.inf))).mean()

    fit = minimize(purchases, np.zeros(4), method="L-BFGS-B")
    repeat = bought[bought.day.to_numpy() > first.reindex(bought.customer_id).to_numpy()].groupby("customer_id").revenue
    count, mean = repeat.size().to_numpy(), repeat.mean().to_numpy()

    def spending(logs):
        p, q, gamma = np.exp(logs)
        shape = p * count
        density = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * np.log(gamma) - np.log(mean)
        return -(density + shape * np.log(count * mean) - (shape + q) * np.log(gamma + count * mean)).mean()

    spend = minimize(spending, np.zeros(3), method="L-BFGS-B")

with stage("baskets"):
    goods = lines[["order_id", "product_id"]].drop_duplicates()
    pairs = goods.merge(goods, on="order_id")
    pairs = pairs[pairs.product_id_x < pairs.product_id_y].groupby(["product_id_x", "product_id_y"]).size()

with stage("profit"):
    curve = f.profit.sort_values(ascending=False).cumsum() / f.profit.sum()
    by_segment = f.groupby("segment")[["monetary", "profit"]].agg(["sum", "mean", "count"])
    by_category = lines.merge(f[["segment"]], left_on="customer_id", right_index=True)
    by_category = by_category.groupby(["segment", "category"], dropna=False).margin.sum()

with stage("export"):
    f.reset_index().merge(customers, on="customer_id", how="left").to_csv(out, index=False)

print(
    json.dumps(
        {
            "stages": stages,
            "versions": {
                "python": sys.version.split()[0],
                "numpy": np.__version__,
                "pandas": pd.__version__,
                "scikit-learn": sklearn.__version__,
                "scipy": scipy.__version__,
            },
            "lines": len(lines),
            "customers": len(f),
            "revenue": round(float(f.monetary.sum()), 2),
            "margin": round(float(f.margin.sum()), 2),
            "profit": round(float(f.profit.sum()), 2),
            "k": best[1],
            "inertia": inertia,
            "hits": hits,
            "purchases": float(-fit.fun * len(n)),
            "spending": float(-spend.fun * len(count)),
            "parameters": [float(value) for value in np.exp(np.concatenate([fit.x, spend.x]))],
        }
    )
)
